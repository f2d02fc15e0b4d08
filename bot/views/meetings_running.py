"""The running order while a meeting is on, its windows, and the minutes afterwards.

Times are Slack dates, so everybody reads them on their own clock; the message itself is changed only when something happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.meetings.agenda import Item, ItemState, Origin
from bot.meetings.paper import Paper, Style
from bot.meetings.quorum import Reply
from bot.meetings.values import MeetingNow, MeetingState
from bot.views import ids, kit
from bot.views.kit import Block, Message
from bot.views.meeting_windows import day_input, edition_input
from bot.views.meeting_words import KINDS, ROUND, clock, quorum_line, short_day

HERE = {Reply.COMING: "Here", Reply.REMOTE: "Remote", Reply.DESIGNEE: "Designee"}
ABSENT = "absent"
PAPER_SHOWN = 8_000
# a window holds more than a message: what is published is read whole before
PAPER_READ = 100_000
REST_IN_FILE = "These minutes go on. The whole of them is in the file."
DONE_SIGN = {ItemState.DISCUSSED: "discussed", ItemState.DECIDED: "decided", ItemState.DEFERRED: "deferred"}
MOST_NOTES_BLOCKS = 90


def running_message(meeting: MeetingNow, now: datetime) -> Message:
    """The live running order. Its notification says only that the meeting runs."""
    if meeting.state is not MeetingState.RUNNING:
        text = f"The meeting of {short_day(meeting.starts)} is over"
        done = [item for item in meeting.agenda if item.state in DONE_SIGN]
        counts = ((len(done), "item"), (len(meeting.decisions), "decision"), (len(meeting.promises), "action item"))
        line = ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts) + ". The minutes follow."
        return kit.message(text, kit.section(f"*{text}*\n{line}"))
    text = f"The meeting of {short_day(meeting.starts)} is running"
    current = meeting.now_discussed
    return kit.message(
        text,
        kit.section(f"*{kit.escape(meeting.series.name)}* · running, ends {_time(meeting, meeting.ends)}"),
        kit.section(f"{quorum_line(meeting.counted)}\nHere: {_here(meeting)}",
                    kit.button(ids.MEETING_ATTEND, "Who is here", value=meeting.code)),
        kit.divider(),
        *(_current(meeting, current, now) if current else [kit.section("*Nothing is up.* Take up an item, or end the meeting.")]),
        kit.divider(),
        *_coming(meeting),
        *_done(meeting),
        kit.buttons(
            kit.button(ids.MEETING_ADD, "Add an item", value=meeting.code),
            kit.button(ids.MEETING_PROMISE, "Action item", value=f"{meeting.code}|{current.id if current else ''}"),
            kit.button(ids.MEETING_END, "End the meeting", value=meeting.code, style="danger", confirm=kit.confirm(
                "End the meeting?", "What was not reached waits for the next one. A draft of the minutes is made.", "End it")),
        ),
    )  # fmt: skip


def _current(meeting: MeetingNow, item: Item, now: datetime) -> list[Block | None]:
    value = f"{meeting.code}|{item.id}"
    facts = [f"<@{item.owner}>" if item.owner else "", KINDS[item.kind] if item.origin is not Origin.STANDING else "",
             "restricted" if item.is_restricted else ""]  # fmt: skip
    words = f"*Now: {kit.escape(kit.cut(item.words, 600))}*\n{_timer(meeting, item, now)}"
    merged = [kit.escape(kit.cut(other.words, 150)) for other in meeting.items if other.merged_into == item.id]
    return [
        kit.section(words + (f"\nwith: {'; '.join(merged)}" if merged else "")),
        kit.context(" · ".join(filter(None, facts))) if any(facts) else None,
        kit.buttons(
            kit.button(ids.MEETING_DISCUSSED, "Discussed", value=value, style="primary"),
            kit.button(ids.MEETING_DECIDE, "Decided…", value=value),
            kit.button(ids.MEETING_DEFERRED, "Defer", value=value) if item.origin is not Origin.STANDING else None,
            kit.button(ids.MEETING_NOTE, "Notes", value=value),
            kit.button(ids.MEETING_GIVE, "Give to somebody", value=item.action or "") if item.action and not item.owner else None,
        ),
    ]  # fmt: skip


def _timer(meeting: MeetingNow, item: Item, now: datetime) -> str:
    since = meeting.current_since or now
    before = timedelta(seconds=item.seconds)
    until = since + timedelta(minutes=item.minutes) - before
    spent = int((now - since + before).total_seconds() // 60)
    if not item.minutes:
        return f"since {_time(meeting, since)}, no time box"
    if now >= until:
        over = max(0, spent - item.minutes)
        return f":alarm_clock: *time is up*: {item.minutes} min since {_time(meeting, since)}, {over} min over"
    return f"since {_time(meeting, since)}, {item.minutes} min, until {_time(meeting, until)}"


def _coming(meeting: MeetingNow) -> list[Block | None]:
    waiting = meeting.coming_up
    lines = [f"{kit.escape(kit.cut(item.words, 120))} · {item.minutes} min" for item in waiting[:10]]
    if len(waiting) > 10:
        lines.append(f"… and {len(waiting) - 10} more")
    if not lines:
        return [kit.section("*Next*: nothing waits.")]
    options = [kit.option(item.words, f"{item.id}|{meeting.code}|{meeting.current or ''}") for item in waiting]
    menu = kit.select(ids.MEETING_TAKE_UP, options, placeholder="Take up another item")
    return [kit.section("*Next*\n" + kit.bullets(lines)), kit.buttons(menu)]


def _done(meeting: MeetingNow) -> list[Block | None]:
    lines = [
        f"{kit.escape(kit.cut(item.words, 120))} · _{DONE_SIGN[item.state]}_"
        for item in meeting.agenda
        if item.state in DONE_SIGN
    ]
    lines += [f"{kit.escape(kit.cut(item.words, 120))} · _{ROUND[item.round].lower()}, no time needed_"
              for item in meeting.agenda if item.is_waiting and item.round and item.is_settled]  # fmt: skip
    decided = [f"*{each.code}* {kit.escape(kit.cut(each.words, 150))}" for each in meeting.decisions]
    promised = [
        f"{kit.escape(kit.cut(each.words, 120))} · {f'<@{each.who}>' if each.who else 'no owner'}" for each in meeting.promises
    ]
    return [
        kit.section(kit.cut("*Done*\n" + kit.bullets(lines), kit.SECTION_TEXT)) if lines else None,
        kit.section(kit.cut("*Decisions*\n" + kit.bullets(decided), kit.SECTION_TEXT)) if decided else None,
        kit.section(kit.cut("*Action items*\n" + kit.bullets(promised), kit.SECTION_TEXT)) if promised else None,
    ]


def _here(meeting: MeetingNow) -> str:
    present = [kit.escape(place.seat.name) for place in meeting.table if meeting.is_in_room(place.seat.id)]
    return ", ".join(present) or "nobody noted yet"


def attend_window(meeting: MeetingNow) -> Block:
    """One line a seat. What the replies said is offered; only seats that are changed here are kept."""
    options = [kit.option("Absent", ABSENT), *[kit.option(label, how) for how, label in HERE.items()]]
    blocks: list[Block | None] = [kit.context("By seat, not by person. What was replied before the meeting is filled in.")]
    for place in meeting.table[:MOST_NOTES_BLOCKS]:
        seat = place.seat.id
        offered = meeting.present.get(seat) or (meeting.replies.get(seat) if not meeting.present else None)
        initial = offered if offered in HERE else ABSENT
        label = place.seat.name + ("" if place.seat.voting else " (no vote)")
        menu = kit.select(f"{ids.MEETING_SEAT}.input", options, initial=initial)
        blocks.append(kit.input_block(f"{ids.MEETING_SEAT}.{seat}", label, menu))
    shown = ",".join(f"{place.seat.id}={meeting.present.get(place.seat.id) or ABSENT}" for place in meeting.table)
    return kit.modal(
        ids.MEETING_ATTEND_WINDOW, "Who is here", blocks, submit="Save", close="Cancel", metadata=f"{meeting.code}|{shown}"
    )


def decide_window(meeting: MeetingNow, item: Item, agencies: Sequence[tuple[str, str]]) -> Block:
    options = [kit.option(name, agency) for agency, name in agencies]
    advice = None if meeting.counted.is_met else kit.section(":warning: There is no quorum in the room: this is kept as advice.")
    return kit.modal(
        ids.MEETING_DECIDE_WINDOW, "Decision",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            advice,
            kit.input_block(ids.MEETING_WORDS, "What was decided?",
                            kit.text_input(f"{ids.MEETING_WORDS}.input", multiline=True, most=1500)),
            kit.input_block(ids.MEETING_AGENCY, "Moved by", kit.select(f"{ids.MEETING_AGENCY}.input", options), optional=True),
            kit.input_block(ids.MEETING_DISSENT, "Dissent",
                            kit.select(f"{ids.MEETING_DISSENT}.input", options, multi=True), optional=True),
            kit.input_block(ids.MEETING_TELL, "Who must be told?",
                            kit.text_input(f"{ids.MEETING_TELL}.input", most=500), optional=True),
            kit.input_block(ids.MEETING_DAY, "Look at it again on", day_input(ids.MEETING_DAY), optional=True),
            kit.context("The item is restricted, so its decision is too.") if item.is_restricted else edition_input(False),
        ],
        submit="Keep it", close="Cancel", metadata=f"{meeting.code}|{item.id}",
    )  # fmt: skip


def note_window(meeting: MeetingNow, item: Item) -> Block:
    return kit.modal(
        ids.MEETING_NOTE_WINDOW, "Notes",
        [
            kit.section(f"*{kit.escape(item.words)}*"),
            kit.input_block(ids.MEETING_NOTES, "For the minutes", kit.text_input(
                f"{ids.MEETING_NOTES}.input", initial=item.notes, multiline=True), optional=True,
                hint="What was said about the matter. No names and no details of a person."),
        ],
        submit="Save", close="Cancel", metadata=f"{meeting.code}|{item.id}|{item.revision}",
    )  # fmt: skip


def promise_window(meeting: MeetingNow, item: Item | None) -> Block:
    users: Block = {"type": "users_select", "action_id": f"{ids.MEETING_OWNER}.input", "placeholder": kit.plain("A person", 150)}
    return kit.modal(
        ids.MEETING_PROMISE_WINDOW, "Action item",
        [
            kit.section(f"*{kit.escape(item.words)}*") if item else None,
            kit.input_block(ids.MEETING_WORDS, "What is to be done?", kit.text_input(f"{ids.MEETING_WORDS}.input", most=300)),
            kit.input_block(ids.MEETING_OWNER, "Who does it?", users, optional=True,
                            hint="Empty: it has no owner yet, and comes back on the next agenda until somebody has it."),
            kit.input_block(ids.MEETING_DAY, "Until when?", day_input(ids.MEETING_DAY), optional=True),
        ],
        submit="Keep it", close="Cancel", metadata=f"{meeting.code}|{item.id if item else ''}",
    )  # fmt: skip


def draft_message(meeting: MeetingNow, paper: Paper) -> Message:
    """The draft of the minutes, to those who answer for it."""
    text = f"Draft minutes of {short_day(meeting.starts)}"
    if meeting.is_approved:
        return kit.message(
            f"Minutes of {short_day(meeting.starts)} are approved",
            kit.section(f"*Minutes of {short_day(meeting.starts)}* are approved by <@{meeting.approved_by}> and posted."),
            _files(meeting),
            _publish(meeting),
        )
    value = f"{meeting.code}|{meeting.minutes_revision}"
    return kit.message(
        text,
        kit.context("*Draft*, not posted yet. Coordinators, the chair and the note-taker edit it; the chair approves it."),
        *paper_blocks(paper),
        kit.divider(),
        kit.buttons(
            kit.button(ids.MEETING_MINUTES_EDIT, "Edit", value=meeting.code),
            kit.button(ids.MEETING_APPROVE, "Approve and post", value=value, style="primary", confirm=kit.confirm(
                "Approve the minutes?", "They are fixed and posted in the group's channel.", "Approve")),
        ),
        _files(meeting),
    )  # fmt: skip


def minutes_message(meeting: MeetingNow, paper: Paper) -> Message:
    """The approved minutes in the group's channel."""
    text = f"Minutes of {short_day(meeting.starts)}, approved"
    return kit.message(
        text, *paper_blocks(paper), kit.context(f"Approved by <@{meeting.approved_by}>." if meeting.approved_by else None),
        _files(meeting), _publish(meeting),
    )  # fmt: skip


def public_minutes(meeting: MeetingNow, paper: Paper) -> Message:
    text = f"Minutes of {short_day(meeting.starts)}, public edition"
    return kit.message(text, *paper_blocks(paper), _files(meeting, "public"))


def paper_blocks(paper: Paper, most: int = PAPER_SHOWN) -> list[Block]:
    """The paper as Slack shows it; lines of one kind close together. What one message cannot hold stands in the file.

    The buttons below it always keep their room: a chair must be able to approve long minutes too.
    """
    pieces, room = [], most
    for line in paper.lines:
        words = kit.escape(line.words)
        match line.style:
            case Style.TITLE | Style.STRONG:
                said = f"\n*{words}*"
            case Style.HEADING:
                said = f"\n*{words.upper()}*"
            case Style.BULLET:
                said = f"• {words}"
            case _:
                said = words
        room -= len(said) + 1
        if room < 0:
            pieces.append(f"\n_{REST_IN_FILE}_")
            break
        pieces.append(said)
    return kit.sections("\n".join(pieces).strip())


def minutes_window(meeting: MeetingNow) -> Block:
    """Opening words and the notes of each item. Decisions and attendance are as they were recorded."""
    blocks: list[Block | None] = [
        kit.input_block(ids.MEETING_OPENING, "Opening words", kit.text_input(
            f"{ids.MEETING_OPENING}.input", initial=meeting.opening, multiline=True), optional=True),
    ]  # fmt: skip
    for item in meeting.agenda[:MOST_NOTES_BLOCKS]:
        notes = kit.text_input(f"{ids.MEETING_NOTES}.input", initial=item.notes, multiline=True)
        label = kit.cut(item.words, 150) + (" (restricted)" if item.is_restricted else "")
        blocks.append(kit.input_block(f"{ids.MEETING_NOTES}.{item.id}", label, notes, optional=True))
    return kit.modal(
        ids.MEETING_MINUTES_WINDOW, "Edit the minutes", blocks, submit="Save", close="Cancel",
        metadata=f"{meeting.code}|{meeting.minutes_revision}",
    )  # fmt: skip


def file_message(meeting: MeetingNow) -> Message:
    return kit.message(f"Minutes of {short_day(meeting.starts)} as a file")


def invitation_message(meeting: MeetingNow) -> Message:
    what = "Cancelled" if meeting.state is MeetingState.CANCELLED else "Calendar file"
    again = " (new)" if meeting.sequence and meeting.state is not MeetingState.CANCELLED else ""
    return kit.message(f"{what}{again}: {short_day(meeting.starts)}, {clock(meeting.starts)} ({meeting.starts:%Z})")


def _files(meeting: MeetingNow, edition: str = "full") -> Block | None:
    return kit.buttons(
        kit.button(f"{ids.MEETING_FILE}.docx", "Word file", value=f"{meeting.code}|{edition}|docx"),
        kit.button(f"{ids.MEETING_FILE}.md", "Markdown", value=f"{meeting.code}|{edition}|md"),
    )


def _publish(meeting: MeetingNow) -> Block | None:
    if not meeting.series.public_edition:
        return None
    if meeting.opened_by:
        return kit.context("The public edition is posted.")
    return kit.buttons(kit.button(ids.MEETING_PUBLISH, "Public edition…", value=f"{meeting.code}|minutes"))


def _time(meeting: MeetingNow, moment: datetime) -> str:
    """On each reader's own clock; the fallback is the group's."""
    return f"<!date^{int(moment.timestamp())}^{{time}}|{clock(moment.astimezone(meeting.starts.tzinfo))}>"
