"""The Slack listeners: how Slack reaches the engine. The only package that imports Slack's libraries."""
