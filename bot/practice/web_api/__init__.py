"""The Web API: a table of methods, one small module a family. What is not in the table is `unknown_method`."""

from __future__ import annotations

from . import auth, chat, views
from .calls import Method

METHODS: dict[str, Method] = {**auth.METHODS, **chat.METHODS, **views.METHODS}
