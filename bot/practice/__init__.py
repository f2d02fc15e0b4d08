"""A pretend Slack in process, as strict as the real one, with a web page to try the assistant in.

It stands at the HTTP and WebSocket boundary, imports nothing else of `bot/`, and knows no Slack library.
"""

from __future__ import annotations

from .slack import PracticeSlack
from .verbs import Result
from .world import Channel, Person, UserGroup

__all__ = ["Channel", "Person", "PracticeSlack", "Result", "UserGroup"]
