"""Every id Slack sends back to us, once: actions, windows, shortcuts, commands, input blocks."""

from __future__ import annotations

# commands and shortcuts
COMMAND_ASK = "/ask"
SHORTCUT_FIND = "answers.find_protocol"

# answers
ANSWER_HELPED = "answers.helped"
ANSWER_NOT_MEANT = "answers.not_meant"
ANSWER_STEPS = "answers.steps"
ANSWER_SHOW = "answers.show"
ANSWER_ASK_COORDINATOR = "answers.ask_coordinator"
ANSWER_REFER = "answers.refer"
ANSWER_OPEN_LINK = "answers.open_link"
QUESTION_WINDOW = "answers.question_window"
QUESTION_WORDS = "answers.question_words"
QUESTION_REPLY = "answers.question_reply"
REPLY_WINDOW = "answers.reply_window"
REPLY_WORDS = "answers.reply_words"
QUESTION_DRAFT = "answers.question_draft"
FIND_WINDOW = "answers.find_window"
FIND_WORDS = "answers.find_words"

# home
HOME_ASK = "home.ask"
HOME_TOPIC = "home.topic"

# delivery
OUTBOX_RETRY = "outbox.retry"
OUTBOX_DISMISS = "outbox.dismiss"
