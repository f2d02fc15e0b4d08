"""The windows of a referral that was sent: its details, the call sheet, other places, how it ended, and concerns.

Details stand in windows only and for this reader only; `private_metadata` holds a code or a random token, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.content.protocol import Protocol
from bot.content.provider import Provider
from bot.intake.flow import Value
from bot.intake.records import ReferralState, ReleaseState
from bot.intake.steps import REASONS
from bot.intake.values import Answered, ConcernView, Details, ProviderMatch, ReleaseView, Withdrawn
from bot.views import ids, kit
from bot.views.intake_questions import Circumstances, in_words
from bot.views.kit import Block
from bot.views.referrals import STATES, when

HANDOFF = {
    "together": "The staff member wants to call you together with the person.",
    "staff_first": "The staff member calls you first, then tells the person.",
    "person_calls": "The person will call you.",
    "meet": "They will meet at your place.",
}
PHONE_RULES = "Say the code and what the person allowed, nothing else. No name until the person is on the line and gives it."
MOST_RADIO = 10
DESTROY = "Nothing of this may be copied, printed or forwarded. It can be withdrawn at any time."


def opening() -> Block:
    """Shown at once, so that Slack's three seconds never run out while the seal is broken."""
    return kit.modal("referrals.opening", "One moment", [kit.section("Opening. This is noted in the audit log.")])


def sentence(text: str) -> Block:
    return kit.modal("referrals.said", "Item", [kit.section(kit.escape(text))])


def details_window(found: Details, protocol: Protocol, today: date, zone: ZoneInfo, names: Mapping[str, str]) -> Block:
    """What this reader may see. `names`: provider id -> name, for the owner's own list of places."""
    about = [kit.section(f"*{protocol.title}*"), *_answers(found.answers, protocol, today)]
    until = kit.context(f"Consent ends {kit.day(found.consent_ends)}. {DESTROY}")
    if found.is_owner:
        places = [f"{release.place}. {kit.escape(names.get(provider, provider))}: {STATES[release.state]}"
                  for provider, release in found.providers]  # fmt: skip
        return _window(found.code, [*about, kit.section("*Places*\n" + "\n".join(places)), *_owner_buttons(found), until])
    release = found.release
    handoff = HANDOFF.get(found.handoff or "", "")
    contact = kit.section(f"*Reach* <@{found.owner}>. {handoff}")
    clock = kit.section(f"Decide by {when(release.decide_by, zone)}.") if release is not None and release.waits else None
    return _window(found.code, [*about, contact, clock, *(_place_buttons(release) if release else []), until])


def call_sheet(found: Details, provider: Provider, protocol: Protocol, today: date, zone: ZoneInfo) -> Block:
    """For a place that is reached by phone: whom to call, what may be said, and three answers."""
    release = found.release
    phones = [
        f"• {kit.telephone(phone.dial, phone.number)} {kit.escape(phone.says or phone.use)}" for phone in provider.public_phones()
    ]
    steps = [f"{place}. {kit.escape(line)}" for place, line in enumerate(provider.how_to_refer, 1)]
    blocks: list[Block | None] = [
        kit.section(f"*{kit.escape(provider.organization)}*\n" + "\n".join(phones)),
        kit.section("\n".join(steps)) if steps else None,
        kit.section(f"*What you may say*: item {found.code}. {PHONE_RULES}"),
        *_answers(found.answers, protocol, today),
        kit.context(f"{HANDOFF_STAFF.get(found.handoff or '', '')} Consent ends {kit.day(found.consent_ends)}.".strip()),
    ]
    if release is not None and (release.waits or release.state is ReleaseState.WAITLISTED):
        left = kit.button(ids.REFERRAL_CALL_MESSAGE, "Left a message", value=release.token) if release.waits else None
        blocks += [kit.section(f"Decide by {when(release.decide_by, zone)}. Messages left: {release.calls}."), kit.buttons(
            kit.button(ids.REFERRAL_CALL_ACCEPTED, "Accepted", value=release.token, style="primary"), left,
            kit.button(ids.REFERRAL_CALL_FULL, "Full", value=release.token),
        )]  # fmt: skip
    elif release is not None and release.state is ReleaseState.ACCEPTED:
        blocks.append(kit.buttons(_handed_over(release.token)))
    return kit.modal("referrals.sheet_window", "Call sheet", blocks)


HANDOFF_STAFF = {
    "together": "Call together with the person: put them on the line as soon as they wish.",
    "staff_first": "You call, then tell the person.", "person_calls": "The person calls; you make the way free.",
    "meet": "You meet at the place.",
}  # fmt: skip


def answered_window(found: Answered) -> Block:
    """What came of an answer; the second of two hears who was first only by its state."""
    release = found.release
    if not found.won:
        return sentence(f"Item {release.code} was answered already: {STATES[release.state]}. Nothing was changed.")
    blocks: list[Block | None] = [kit.section(f"Item *{release.code}*: {STATES[release.state]}. The staff member hears of it.")]
    if release.state is ReleaseState.ACCEPTED:
        reach = f"Reach <@{found.owner}> now, so that the person need not tell everything twice. " if found.owner else ""
        blocks += [kit.section(f"{reach}When the person has arrived, say so here."), kit.buttons(_handed_over(release.token))]
    return kit.modal("referrals.answered_window", "Noted", blocks)


def called_window(found: ReleaseView, zone: ZoneInfo) -> Block:
    said = f"Noted. Messages left: {found.calls}. You are reminded to call again; the clock ends {when(found.decide_by, zone)}."
    return kit.modal("referrals.called_window", "Noted", [kit.section(said)])


def close_window(code: str, outcomes: Mapping[str, str]) -> Block:
    options = [kit.option(label, name) for name, label in outcomes.items()]
    # Slack takes at most ten radio buttons
    menu = kit.radio if len(options) <= MOST_RADIO else kit.select
    return kit.modal(
        ids.REFERRAL_CLOSE_WINDOW, f"Close {code}",
        [kit.input_block(ids.REFERRAL_OUTCOME, "How did it end?", menu(ids.REFERRAL_OUTCOME, options),
                         hint="Declining help is a normal end. Thirty days later everything about the person is deleted.")],
        submit="Close it", close="Back", metadata=code,
    )  # fmt: skip


def other_window(code: str, found: Iterable[ProviderMatch]) -> Block:
    """The fallback: each further place needs the person's agreement of its own."""
    options = [
        kit.option(match.provider.organization, match.provider.id, ", ".join(match.why)) for match in found
    ]  # fmt: skip
    if not options:
        return sentence("No further place fits just now. The hotline may know of more, day and night.")
    agreed = [kit.option("The person agreed to this place as well, and knows what it will see", "yes")]
    return kit.modal(
        ids.REFERRAL_OTHER_WINDOW, "Ask another place",
        [kit.input_block(ids.REFERRAL_PLACE, "Which place does the person choose?", kit.radio(ids.REFERRAL_PLACE, options)),
         kit.input_block(ids.REFERRAL_AGREED, "Agreement", kit.checkboxes(ids.REFERRAL_AGREED, agreed), optional=True)],
        submit="Send", close="Back", metadata=code,
    )  # fmt: skip


def withdrawn_window(found: Withdrawn, places: Iterable[Provider]) -> Block:
    """Deleted at once; whom to call is shown now and not kept."""
    called = [
        f"• {kit.escape(place.organization)}: "
        + ", ".join(kit.telephone(phone.dial, phone.number) for phone in place.public_phones()[:2])
        for place in places
    ]
    blocks: list[Block | None] = [
        kit.section(f"Item *{found.code}* is withdrawn. The details are deleted; only the count of one withdrawal stays."),
        kit.section(f"Told in Slack to stop and destroy: {found.told}.") if found.told else None,
        kit.section("*Please call now* and say: stop, and destroy what you noted. This list is not kept.\n" + "\n".join(called))
        if called else None,
    ]
    return kit.modal("referrals.withdrawn_window", "Withdrawn", blocks)


def concern_window(
    found: ConcernView, protocol: Protocol, kept: Mapping[str, Value], today: date, *, owns: bool, may_approve: bool
) -> Block:
    """A business, never a person. The owning desk closes it; another of the desk may let the police open the place."""
    close = None
    if owns and found.state.value != "closed":
        options = [kit.option(outcome, outcome) for outcome in protocol.file.outcomes]
        close = kit.section("How did it end?", kit.select(ids.CONCERN_CLOSE, options, placeholder="Close with"))
    approve = None
    if may_approve and not found.approved:
        asked = kit.confirm("Approve?", "The police liaison can then open the place and what was seen.", "Approve")
        approve = kit.buttons(kit.button(ids.CONCERN_APPROVE, "Let the police liaison open it", value=found.code, confirm=asked))
    state = kit.context(f"{found.state.value}{', approved for the police liaison' if found.approved else ''}")
    blocks = [kit.section(f"*{protocol.title}*"), *_answers(kept, protocol, today), state, close, approve]
    return kit.modal("referrals.concern_window", f"Item {found.code}", blocks, metadata=found.code)


def _window(code: str, blocks: Iterable[Block | None]) -> Block:
    return kit.modal("referrals.details_window", f"Item {code}", blocks, metadata=code)


def _answers(answers: Mapping[str, Value], protocol: Protocol, today: date) -> list[Block | None]:
    now = Circumstances(today)
    lines = [
        f"*{kit.escape(question.ask)}*\n{kit.escape(in_words(question, answers[question.id], now))}"
        for question in protocol.questions() if question.id in answers
    ]  # fmt: skip
    if not lines:
        return [kit.section("The person allowed no details. Somebody needs help; the staff member tells you more with them.")]
    return [kit.section(line) for line in lines[:40]]


def _owner_buttons(found: Details) -> list[Block | None]:
    if not found.providers or found.providers[0][1].referral_state is not ReferralState.OPEN:
        return []
    warn = kit.confirm(
        "Withdraw?", "The details are deleted now, and the places are told to stop. This cannot be undone.", "Withdraw"
    )
    return [kit.buttons(
        kit.button(ids.REFERRAL_CLOSE, "Close it", value=found.code),
        kit.button(ids.REFERRAL_OTHER, "Ask another place", value=found.code),
        kit.button(ids.REFERRAL_WITHDRAW, "Withdraw", value=found.code, style="danger", confirm=warn),
    )]  # fmt: skip


def _place_buttons(release: ReleaseView) -> list[Block | None]:
    if release.state is ReleaseState.ACCEPTED:
        return [kit.buttons(_handed_over(release.token))]
    if not release.waits and release.state is not ReleaseState.WAITLISTED:
        return []
    waitlist = kit.button(ids.REFERRAL_WAITLIST, "Waiting list", value=release.token) if release.waits else None
    reasons = [kit.option(label, f"{release.token}|{name}") for name, label in REASONS.items()]
    return [
        kit.buttons(kit.button(ids.REFERRAL_ACCEPT, "We take it", value=release.token, style="primary"), waitlist),
        kit.section("We cannot:", kit.select(ids.REFERRAL_DECLINE, reasons, placeholder="Why not?")),
    ]


def _handed_over(token: str) -> Block:
    return kit.button(ids.REFERRAL_HANDED_OVER, "Handed over", value=token)
