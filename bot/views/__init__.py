"""How things look in Slack: pure functions from frozen results to Block Kit dictionaries. Nothing is sent or looked up."""
