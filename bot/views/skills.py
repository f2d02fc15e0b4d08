"""What the assistant says to a request it cannot carry out yet, and its own help."""

from __future__ import annotations

from bot.views import kit
from bot.views.kit import Message

# what each skill is, as a person would say it
SKILLS = {
    "refer": "start a referral", "agenda-add": "put something on the agenda", "agenda-show": "show the agenda",
    "action-add": "keep an action item", "action-list": "list action items", "meeting-next": "tell you about the next meeting",
    "provider-correct": "take a correction to the directory", "digest": "give you a digest",
}  # fmt: skip
HELP = (
    "• *Ask* anything: write to me, mention me, or use `/ask` (only you see the answer).\n"
    "• *Referrals*: `/refer` leads you through one.\n"
    "• *Providers*: `/provider shelter tonight spanish`.\n"
    "• *Action items*: `/action @maria send the flyer draft by fri`.\n"
    "• *Meetings*: `/agenda` shows the next one; `/agenda add …` puts something on it.\n"
    "• If I don't know, press *Ask a coordinator*."
)


def help_message() -> Message:
    return kit.message("What I can do", kit.section("*What I can do*"), kit.section(HELP))


def coming(skill: str) -> Message:
    """Honest about what is not there: what is coming, and whom to ask until then."""
    what = SKILLS.get(skill, "do that")
    text = f"I will be able to {what}, but not yet. Until then please ask a coordinator."
    return kit.message(text, kit.section(text))
