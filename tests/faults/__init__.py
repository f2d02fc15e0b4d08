"""The fault lab: the real assistant as a process, a Slack that fails, and a hand that kills. Nothing lost, doubled, made up."""
