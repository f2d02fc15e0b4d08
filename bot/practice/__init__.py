"""A pretend Slack in process, as strict as the real one, with a web page to try the assistant in.

It stands at the HTTP and WebSocket boundary, imports nothing else of `bot/`, and knows no Slack library.
"""
