"""The Web API: a table of methods, one small module a family. What is not in the table is `unknown_method`."""

from __future__ import annotations

from . import assistant, auth, chat, conversations, files, marks, users, views
from .calls import Method

METHODS: dict[str, Method] = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **users.METHODS,
    **views.METHODS,
    **files.METHODS,
    **marks.METHODS,
    **assistant.METHODS,
}
