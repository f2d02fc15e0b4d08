"""What the answers room adds: how questions to coordinators, slips and bad edits look when they are posted, and retention."""

from __future__ import annotations

from bot.announcements import Announcement, Attachment
from bot.answers.draft import draft_entry
from bot.services import Services
from bot.views import answers as views


def add(services: Services) -> None:
    """Plugs the room in."""
    answers, announcements = services.answers, services.announcements
    services.rooms.ticks.append(answers.clear_old_words)

    def to_coordinators(code: str) -> Announcement | None:
        question = answers.question(code)
        if question is None:
            return None
        entry = services.library.entries.get(question.nearest or "")
        return Announcement(views.question_for_coordinators(question, entry.title if entry else None))

    def answered(code: str) -> Announcement | None:
        question = answers.question(code)
        return None if question is None or question.answer is None else Announcement(views.question_answered(question))

    def draft(code: str) -> Announcement | None:
        question = answers.question(code)
        if question is None or not question.words or not question.answer:
            return None
        text = draft_entry(question.words, question.answer, services.today())
        return Announcement(views.draft_made(code), file=Attachment(f"draft-{code.lower()}.yaml", text.encode(), "Draft entry"))

    announcements.add("question.to-coordinators", to_coordinators)
    announcements.add("question.answered", answered)
    announcements.add("question.draft", draft)
    announcements.add("privacy.slip", lambda channel: Announcement(views.slip(channel)))
    announcements.add("content.problems", lambda _: content_problems(services))


def content_problems(services: Services) -> Announcement | None:
    """Nothing when the edit was mended meanwhile."""
    problems = services.shelves.problems
    return Announcement(views.bad_edit([str(problem) for problem in problems[:5]], len(problems))) if problems else None
