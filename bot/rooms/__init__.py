"""What each room adds to the whole: announcements, work that falls due, sections of Home, signs of health. One `add` a room."""
