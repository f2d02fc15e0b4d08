"""Who somebody is in Slack: what kind of person, which agency, which roles, and what that lets them do."""
