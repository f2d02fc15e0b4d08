"""Action items: what was typed becomes a due time, and each person is asked at the right hour, once, until it is done.

- `due.py`        a phrase becomes a due time, or a question, or nothing; built from the `due_*` files beside it.
- `due_in_text.py` where in a line of minutes the due phrase stands.
- `reminders.py`  which reminders an item calls for at a given moment.

Posting is the outbox's work; working days and closures are `bot.workdays`.
"""
