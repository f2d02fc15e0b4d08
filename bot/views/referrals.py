"""What is said while a referral lives. Messages hold a random code, a state and a clock: no need, place, language or area.

A lock screen shows the first line to anybody (rules.md R6), so no line says what the items are about. Windows stand in
`referral_windows`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.intake.records import ConcernState, ReferralState, ReleaseState
from bot.intake.steps import in_words
from bot.intake.values import Clocks, ConcernView, OwnReferral, ReleaseView
from bot.views import ids, kit
from bot.views.kit import Block, Message

STATES = {
    ReleaseState.SENT: "not read yet", ReleaseState.SEEN: "read by a person", ReleaseState.ACCEPTED: "accepted",
    ReleaseState.WAITLISTED: "on a waiting list", ReleaseState.DECLINED: "cannot take it",
    ReleaseState.HANDED_OVER: "handed over", ReleaseState.STOPPED: "stopped",
}  # fmt: skip
BANDS = ((10, "<11"), (19, "11 to 19"), (49, "20 to 49"), (99, "50 to 99"))
WHAT_SEEN_MEANS = "Read means that a person has seen it, and no more than that."


def when(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as Slack shows it to each reader, with the city's own time where it cannot."""
    here = moment.astimezone(zone)
    clock = here.strftime("%I:%M %p").lstrip("0")
    return f"<!date^{int(moment.timestamp())}^{{date_short_pretty}} at {{time}}|{here:%b} {here.day} at {clock}>"


def for_provider(found: ReleaseView, zone: ZoneInfo) -> Message:
    """To a place's liaison. Once it is over, only that it is over stays in the message."""
    if found.referral_state is ReferralState.WITHDRAWN:
        return stop(found)
    if found.referral_state is ReferralState.CLOSED:
        return _plain(f"Item {found.code} is closed.")
    if not found.waits:
        return _plain(f"Item {found.code}: {STATES[found.state]}.", _open(found.token))
    text = f"Item {found.code} waits for your answer."
    said = f"Item *{found.code}* waits for your answer. Please read it by {when(found.acknowledge_by, zone)} and decide by " \
           f"{when(found.decide_by, zone)}."  # fmt: skip
    read = kit.context(f"Place {found.place}: {STATES[found.state]}.") if found.state is ReleaseState.SEEN else None
    return kit.message(text, kit.section(said), read, kit.buttons(_open(found.token, "primary")))


def reminder(found: ReleaseView, zone: ZoneInfo) -> Message:
    by = found.acknowledge_by if found.state is ReleaseState.SENT else found.decide_by
    text = f"Item {found.code} still waits for your answer."
    said = f"Item *{found.code}* still waits for your answer, until {when(by, zone)}."
    return kit.message(text, kit.section(said), kit.buttons(_open(found.token, "primary")))


def stop(found: ReleaseView) -> Message:
    return _plain(f"Item {found.code} was withdrawn. Please stop, and destroy everything you noted about it.")


def consent_ended(found: ReleaseView) -> Message:
    """Nobody can open it any more: the person's agreement was for a time, and that is over."""
    return _plain(f"Item {found.code}: the agreement for it has ended. Please stop, and destroy everything you noted about it.")


def call_sheet_message(found: ReleaseView, zone: ZoneInfo) -> Message:
    """To the staff member: one place takes no messages here, so it is called."""
    if not found.waits:
        # it may still be taken off the waiting list, and handed over
        goes_on = found.state in (ReleaseState.WAITLISTED, ReleaseState.ACCEPTED) and found.referral_state is ReferralState.OPEN
        return _plain(f"Item {found.code}, place {found.place}: {_state(found)}.", _sheet(found.token) if goes_on else None)
    text = f"Item {found.code}: place {found.place} is reached by phone."
    said = f"Item *{found.code}*: place {found.place} is reached by phone. Please call by {when(found.acknowledge_by, zone)}."
    calls = kit.context(f"Messages left: {found.calls}.") if found.calls else None
    return kit.message(text, kit.section(said), calls, kit.buttons(_sheet(found.token)))


def call_reminder(found: ReleaseView, zone: ZoneInfo) -> Message:
    text = f"Item {found.code}: place {found.place} still waits for your call."
    said = f"{text[:-1]}, until {when(found.decide_by, zone)}."
    return kit.message(text, kit.section(said), kit.buttons(_sheet(found.token)))


def answered(found: ReleaseView) -> Message:
    """To the staff member, at each step."""
    text = f"Item {found.code}: place {found.place}: {_state(found)}."
    fallback = found.state is ReleaseState.DECLINED and found.referral_state is ReferralState.OPEN
    note = kit.context(WHAT_SEEN_MEANS) if found.state is ReleaseState.SEEN else None
    return kit.message(
        text, kit.section(text), note,
        kit.buttons(_open_code(found.code), _other(found.code) if fallback else None),
    )  # fmt: skip


def no_answer(found: ReleaseView, hotline: tuple[str, str] | None) -> Message:
    """A clock ran out: what the staff member can do now. Never that help is on the way (R2)."""
    what = "has not been read" if found.state is ReleaseState.SENT else "is not decided"
    text = f"Item {found.code}: place {found.place} {what} in time. Please act now."
    number = f" Call {kit.telephone(*hotline)}, day and night." if hotline and found.around_the_clock else ""
    said = f"Item *{found.code}*: place {found.place} {what} in time. Please call it yourself, or ask another place.{number}"
    return kit.message(text, kit.section(said), kit.buttons(_open_code(found.code), _other(found.code)))


def close_prompt(found: OwnReferral) -> Message:
    text = f"Item {found.code} has been open for two weeks. How did it end?"
    return kit.message(text, kit.section(text), kit.buttons(_close(found.code), _open_code(found.code)))


def handed_on(found: OwnReferral, *, to_somebody: bool) -> Message:
    """To whoever has the item now; or to the coordinators, who can end it and do not see what it holds."""
    text = f"Item {found.code} is open, and its owner has left."
    if to_somebody:
        said = f"Item *{found.code}* is open, and its owner has left. It is yours now: please look what it waits for."
        return kit.message(text, kit.section(said), kit.buttons(_open_code(found.code), _close(found.code)))
    said = (
        f"Item *{found.code}* is open, its owner has left, and nobody of their agency can take it yet. It goes to the agency's "
        f"lead as soon as the settings name one. A coordinator can close it, or end it with `/referral withdraw {found.code}`."
    )
    return kit.message(text, kit.section(said), kit.buttons(_close(found.code)))


def follow_up(code: str) -> Message:
    """To oneself, neutral on any lock screen."""
    return _plain(f"Follow-up due on item {code}." if code else "Follow-up due.")


def late(found: ReleaseView, zone: ZoneInfo, *, unseen: bool) -> Message:
    """To the coordinators: a code and a clock."""
    what, by = ("not read", found.acknowledge_by) if unseen else ("not decided", found.decide_by)
    text = f"Item {found.code}: place {found.place} has {what} in time."
    said = f"Item *{found.code}*: place {found.place} has {what}. Its clock ended {when(by, zone)}. The staff member knows."
    return kit.message(text, kit.section(said))


def week(found: Clocks, gaps: int) -> Message:
    text = "This week's clocks."
    lines = [f"Open items: {small(found.open)}", f"Not read in time: {small(found.unseen_late)}",
             f"Not decided in time: {small(found.undecided_late)}",
             f"Needs nobody could meet, this month: {small(gaps)}"]  # fmt: skip
    return kit.message(text, kit.section(f"*{text}*\n{kit.bullets(lines)}"))


def numbers_picture(period: str) -> Message:
    return _plain(f"Referrals, {period}: the charts. A coordinator approves what leaves the group.")


def missed_clocks_line(found: Clocks) -> str:
    """For an agenda, which escapes what it shows."""
    unseen, undecided = band(found.unseen_late), band(found.undecided_late)
    return f"Items not read in time: {unseen}; not decided in time: {undecided}"


def band(number: int) -> str:
    """How many there are now, as a band: whoever looks twice sees nobody come or go (R62)."""
    return "0" if number == 0 else next((words for most, words in BANDS if number <= most), "100 or more")


def small(number: int) -> str:
    """The same, written as Slack wants it: escaped."""
    return kit.escape(band(number))


def own_list(found: Sequence[OwnReferral], zone: ZoneInfo) -> Message:
    """Somebody's own items. Nobody has a list of anybody else's (R27)."""
    if not found:
        return _plain("You have no items. `/refer` starts one.")
    text = f"Your items: {len(found)}."
    blocks: list[Block | None] = [kit.section(f"*{text}*")]
    for each in found:
        blocks += [kit.section(_line(each, zone)), _buttons_of(each)]
    return kit.message(text, *blocks)


def home_section(
    own: Sequence[OwnReferral], concerns: Sequence[ConcernView], counts: Clocks | None, zone: ZoneInfo
) -> Sequence[Block | None]:
    """On Home: own open items, desk items, and for coordinators the clocks."""
    blocks: list[Block | None] = []
    for place, each in enumerate(own[:5]):
        opened = kit.button(f"{ids.REFERRAL_OPEN}.{place}", "Open", value=each.code, spoken=f"Open item {each.code}")
        blocks += [kit.section(_line(each, zone), opened)]
    for place, concern in enumerate(concerns[:5]):
        opened = kit.button(f"{ids.CONCERN_OPEN}.{place}", "Open", value=concern.code, spoken=f"Open item {concern.code}")
        blocks += [kit.section(f"Item *{concern.code}*: {concern.state.value}.", opened)]
    if counts is not None and counts.open:
        said = f"Open items: {small(counts.open)}. Not read in time: {small(counts.unseen_late)}. " \
               f"Not decided in time: {small(counts.undecided_late)}."  # fmt: skip
        blocks.append(kit.context(said))
    return [kit.section("*Your items*"), *blocks] if own or concerns else blocks


def counts_message(found: Clocks, zone: ZoneInfo) -> Message:
    """For coordinators, on asking: counts, and the codes that wait."""
    text = f"Open items: {small(found.open)}."
    lines = [f"Item *{code}*: its clock ended {when(by, zone)}" for code, by in found.waiting]
    late_ones = kit.section(kit.bullets(lines)) if lines else kit.section("No clock was missed.")
    return kit.message(text, kit.section(f"*{text}*"), late_ones)


def concern_message(found: ConcernView, zone: ZoneInfo, *, is_late: bool) -> Message:
    if is_late:
        return _plain(f"Item {found.code}: the desk that owns it has not opened it in time.")
    if found.state is ConcernState.CLOSED:
        return _plain(f"Item {found.code} is closed.")
    text = f"Item {found.code} is for your desk."
    opened = kit.button(ids.CONCERN_OPEN, "Open", value=found.code, style="primary")
    said = f"Item *{found.code}* is for your desk. Please open it by {when(found.acknowledge_by, zone)}."
    return kit.message(text, kit.section(said), kit.buttons(opened))


def _line(each: OwnReferral, zone: ZoneInfo) -> str:
    if each.state is ReferralState.CLOSED:
        return f"Item *{each.code}*: closed, {in_words(each.outcome)}."
    parts = [f"place {release.place}: {_state(release)}{_until(release, zone)}" for release in each.releases]
    return f"Item *{each.code}*: {'; '.join(parts) or 'open'}."


def _until(release: ReleaseView, zone: ZoneInfo) -> str:
    if not release.waits:
        return ""
    by = release.acknowledge_by if release.state is ReleaseState.SENT else release.decide_by
    return f", clock {when(by, zone)}"


def _state(found: ReleaseView) -> str:
    if found.by_phone and found.waits:
        return f"to be called, messages left: {found.calls}" if found.calls else "to be called"
    return STATES[found.state]


def _buttons_of(each: OwnReferral) -> Block | None:
    if each.state is not ReferralState.OPEN:
        return None
    sheet = next((release for release in each.releases if release.by_phone and release.waits), None)
    return kit.buttons(_open_code(each.code), _sheet(sheet.token) if sheet else None, _close(each.code))


def _plain(text: str, *items: Block | None) -> Message:
    return kit.message(text, kit.section(text), kit.buttons(*items))


def _open(token: str, style: str | None = None) -> Block:
    return kit.button(ids.REFERRAL_OPEN, "Open", value=token, style=style)


def _open_code(code: str) -> Block:
    return kit.button(ids.REFERRAL_OPEN, "Open", value=code, spoken=f"Open item {code}")


def _sheet(token: str) -> Block:
    return kit.button(ids.REFERRAL_SHEET, "Open call sheet", value=token, style="primary")


def _other(code: str) -> Block:
    return kit.button(ids.REFERRAL_OTHER, "Ask another place", value=code)


def _close(code: str) -> Block:
    return kit.button(ids.REFERRAL_CLOSE, "Close it", value=code, spoken=f"Close item {code}")
