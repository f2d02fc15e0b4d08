"""Action items: capture, due dates, reminders, answers."""
