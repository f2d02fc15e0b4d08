"""Whatever happens on the way to Slack, each thing is said once. Only Slack and the clock are pretended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.announcements import Announcement, Attachment, Reader
from bot.outbox.records import State
from bot.outbox.writing import enqueue, revise
from bot.shelves import Shelves
from bot.views import kit
from handlers.delivery import Summary, deliver_once
from tests.town import Town

COORDINATORS = "#coordinators"


class PostOffice(Town):
    """A town in which anything can be posted."""

    said: str | None = "Hello from the office"
    reader = Reader.MEMBER

    def __init__(self, folder: Path, shelves: Shelves, **choices: Any) -> None:
        super().__init__(folder, shelves, **choices)
        self.services.announcements.add("note", self._note)
        self.services.announcements.add("file", self._file)
        self.rounds = 0

    def _note(self, _subject: str) -> Announcement | None:
        return None if self.said is None else Announcement(kit.message(self.said), reader=self.reader)

    def _file(self, _subject: str) -> Announcement:
        return Announcement(kit.message("The list"), file=Attachment("list.csv", b"a,b\n", "List"))

    def post(self, target: str, kind: str = "note", subject: str = "1", **more: Any) -> None:
        self.rounds += 1
        with self.services.store.write() as session:
            enqueue(session, kind=kind, subject=subject, target=target, key=f"{kind}|{self.rounds}",
                    now=self.services.clock.now(), **more)  # fmt: skip

    def deliver(self, after: float = 0) -> Summary:
        if after:
            self.slack.advance(after)
        return deliver_once(self.services, self.assistant.client)

    def state(self) -> list[str]:
        return [f"{row.state} {row.reason}".strip() for row in self.services.outbox_desk.rows()] or ["all done"]

    def count(self, place: str = COORDINATORS, words: str = "Hello") -> int:
        return sum(words in message.get("text", "") for message in self.channel(place))


@pytest.fixture
def office(tmp_path: Path, shelves: Shelves) -> Iterator[PostOffice]:
    made = PostOffice(tmp_path, shelves)
    yield made
    made.close()


@pytest.fixture
def coordinators(office: PostOffice) -> str:
    return str(office.settings.app.channels.coordinators)


def test_a_message_is_posted_once_and_carries_only_an_opaque_key(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    assert office.deliver().sent == 1
    assert office.deliver(5).sent == 0
    assert office.count() == 1
    (call,) = [call for call in office.slack.calls if call["method"] == "chat.postMessage"]
    payload = call["payload"]["metadata"]["event_payload"]
    assert list(payload) == ["key"] and len(payload["key"]) == 32


@pytest.mark.parametrize("kind", ["lost_after", "lost_before", "server_error", "unavailable", "error:fatal_error"])
def test_after_a_doubtful_call_history_decides(office: PostOffice, coordinators: str, kind: str) -> None:
    """Landed or not, after the settle time the message stands there exactly once."""
    office.slack.add_fault("chat.postMessage", kind)
    office.post(coordinators)
    assert office.deliver().counts["unknown"] == 1
    assert office.deliver(30).did_something is False, "it is too early to look"
    summary = office.deliver(70)
    assert summary.counts["adopted"] + summary.counts["not there"] == 1
    assert (kind == "lost_after") == (summary.counts["adopted"] == 1)
    office.deliver(5)
    assert office.count() == 1 and office.state() == ["all done"]


def test_a_doubtful_message_is_found_on_the_third_page_of_history(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("chat.postMessage", "lost_after")
    office.post(coordinators)
    office.deliver()
    for number in range(450):
        office.slack.type("dana", COORDINATORS, f"chatter {number}")
    assert office.deliver(100).counts["adopted"] == 1
    assert office.count() == 1


def test_a_doubtful_reply_is_looked_for_in_its_thread(office: PostOffice, coordinators: str) -> None:
    root = office.slack.type("dana", COORDINATORS, "a thread")
    office.slack.add_fault("chat.postMessage", "lost_after")
    office.post(coordinators, thread_ts=root.ts)
    office.deliver()
    assert office.deliver(100).counts["adopted"] == 1
    assert len([m for m in office.slack.read("dana", COORDINATORS, root.ts) if "Hello" in m["text"]]) == 1


def test_when_history_is_closed_nothing_is_guessed_and_a_coordinator_hears(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("chat.postMessage", "lost_before")
    office.slack.add_fault("conversations.history", "error:missing_scope", times=None)
    office.post(coordinators)
    office.deliver()
    office.deliver(100)
    assert office.state()[-1] == "dead doubtful: missing_scope" and office.count() == 0
    office.slack.clear_faults()
    office.deliver(660)
    assert "could not check" in str(office.channel(COORDINATORS)[-1]["blocks"])
    office.person("dana").goes_to(COORDINATORS).presses("Retry")
    office.deliver(5)
    office.deliver(5)
    assert office.count() == 1, "it was looked up first, and then sent"


def test_history_that_cannot_be_read_just_now_is_read_later(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("chat.postMessage", "lost_after")
    office.slack.add_fault("conversations.history", "unavailable")
    office.post(coordinators)
    office.deliver()
    assert office.deliver(100).counts["look later"] == 1
    assert office.deliver(120).counts["adopted"] == 1


def test_a_limited_channel_waits_and_the_others_do_not(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("chat.postMessage", "ratelimited", seconds=40)
    office.post(coordinators)
    office.post(office.settings.app.channels.group)
    summary = office.deliver()
    assert summary.counts == {"later": 1, "sent": 1}
    assert office.deliver(20).sent == 0
    assert office.deliver(25).sent == 1


def test_nothing_is_sent_to_a_closed_door(office: PostOffice) -> None:
    office.slack.archive(COORDINATORS)
    office.post(office.settings.app.channels.coordinators)
    office.deliver()
    assert "dead is_archived" in office.state()


def test_a_token_that_was_revoked_stops_delivery_and_gives_nothing_up(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("chat.postMessage", "error:token_revoked", times=2)
    office.post(coordinators)
    office.post(office.settings.app.channels.group)
    assert office.deliver().halted_because == "token_revoked"
    assert office.services.outbox_desk.health().stalled
    assert "token_revoked" in str(office.services.health())
    office.deliver(70)
    office.deliver(140)
    assert office.state() == ["all done"] and not office.services.outbox_desk.health().stalled


def test_what_is_no_longer_worth_saying_is_not_said(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    office.said = None
    assert office.deliver().counts == {"dropped": 1}
    assert office.count() == 0


def test_things_are_said_as_they_are_when_they_are_sent(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    office.said = "Hello as of now"
    office.deliver()
    assert office.count(words="as of now") == 1


def test_a_direct_message_goes_to_members_only(office: PostOffice) -> None:
    hal = office.person("hal")
    office.post(hal.id)
    office.deliver()
    assert office.state()[-1] == "dead not for a guest"
    office.reader = Reader.GUEST_TOO
    office.post(hal.id)
    assert office.deliver(5).sent == 1


def test_somebody_who_left_gets_nothing(office: PostOffice) -> None:
    bo = office.person("bo")
    office.slack.deactivate("bo")
    office.slack.settle()
    office.post(bo.id)
    office.deliver()
    assert office.state()[-1] == "dead person is deactivated"


def test_somebody_who_cannot_be_looked_up_is_asked_for_again(office: PostOffice) -> None:
    new = office.slack.add_person("zoe", "Zoe Park")["person"]
    office.slack.settle()
    office.services.people._profiles.clear()
    office.slack.add_fault("users.info", "unavailable")
    office.post(new)
    assert office.deliver().counts == {"later": 1}
    assert office.deliver(10).sent == 1


def test_a_message_is_changed_where_it_stands(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    office.deliver()
    office.said = "Hello, done"
    with office.services.store.write() as session:
        revise(session, kind="note", subject="1", now=office.services.clock.now())
    office.slack.add_fault("chat.update", "lost_after")
    office.deliver(5)
    office.deliver(100)
    office.deliver(5)
    assert [m["text"] for m in office.channel(COORDINATORS)][-1:] == ["Hello, done"]
    assert office.count() == 1 and office.state() == ["all done"]


def test_a_message_somebody_deleted_is_not_changed(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    office.deliver()
    with office.services.store.write() as session:
        revise(session, kind="note", subject="1", now=office.services.clock.now())
    office.slack.add_fault("chat.update", "error:message_not_found")
    assert office.deliver(5).counts == {"gone": 1}


def test_a_message_is_pinned_even_when_the_pin_fails_at_first(office: PostOffice, coordinators: str) -> None:
    office.slack.add_fault("pins.add", "lost_after")
    office.post(coordinators, pin=True)
    office.deliver()
    office.deliver(5)
    office.deliver(100)
    pins = next(c["pins"] for c in office.slack.look("dana")["channels"] if c["id"] == coordinators)
    assert len(pins) == 1 and office.state() == ["all done"]


@pytest.mark.parametrize("call", ["files.completeUploadExternal", "files.getUploadURLExternal"])
@pytest.mark.parametrize("kind", ["lost_after", "lost_before"])
def test_a_file_arrives_once(office: PostOffice, coordinators: str, call: str, kind: str) -> None:
    office.slack.add_fault(call, kind)
    office.post(coordinators, kind="file")
    for wait in (0, 10, 100, 10):
        office.deliver(wait)
    office.person("dana").goes_to(COORDINATORS).sees("The list")  # Slack shares a file some time after it said yes
    assert sum(len(m.get("files", [])) for m in office.channel(COORDINATORS)) == 1
    assert office.state() == ["all done"]


def test_a_renderer_that_fails_stops_nobody_else(office: PostOffice, coordinators: str) -> None:
    def broken(_subject: str) -> Announcement:
        raise KeyError("a mistake")

    office.services.announcements.add("broken", broken)
    office.post(coordinators, kind="broken")
    office.post(office.settings.app.channels.group)
    assert office.deliver().counts == {"later": 1, "sent": 1}


def test_the_assistant_delivers_by_itself_after_it_was_restarted(office: PostOffice, coordinators: str) -> None:
    from handlers.delivery import DeliveryLoop

    office.post(coordinators)
    loop = DeliveryLoop(office.services, office.assistant.client).start()
    office.person("dana").goes_to(COORDINATORS).sees("Hello")
    loop.stop()
    assert office.state() == ["all done"]


def test_a_process_that_died_between_claim_and_call_loses_nothing(office: PostOffice, coordinators: str) -> None:
    office.post(coordinators)
    (row_id,) = office.services.outbox.due()
    office.services.outbox.claim(row_id)
    office.deliver(timedelta(seconds=61).total_seconds())
    office.deliver(91)
    assert office.count() == 1
    assert State.SENT == "sent"
