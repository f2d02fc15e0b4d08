"""What other rooms bring to an agenda, and what a meeting hands on to them: action items, and counts with small ones hidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.action_items.capture import Filled
from bot.action_items.capturing import Origin as ItemOrigin
from bot.action_items.items import Item as ActionItem
from bot.action_items.items import ItemState as ActionState
from bot.action_items.items import Scope
from bot.intake.numbers import quarter_of, step
from bot.learning.month import THEME, hidden_when_small
from bot.meetings.agenda import Gathered, ItemKind, Origin
from bot.meetings.ground import Promise
from bot.meetings.values import MeetingNow
from bot.people.person import Person, PersonKind, Role
from bot.problems import PersonError
from bot.services import Services
from bot.settings import Series

MOST_ACTIONS = 15
MOST_LOOKED_AT = 2000
MOST_THEMES = 5
# lists are read on behalf of the whole group
ASSISTANT = Person("assistant", PersonKind.MEMBER, roles=frozenset({Role.COORDINATOR}))


def ownerless(services: Services) -> int:
    """How many action items nobody holds."""
    return len(services.action_items.list(Scope.NOBODY, ASSISTANT, MOST_LOOKED_AT))


def actions_for(services: Services, series: Series) -> list[Gathered]:
    """Blocked, overdue and ownerless action items: a subgroup has those it made in its own meetings, the main group all others.

    The first few come by themselves; the others stay where somebody has put them.
    """
    now, main = services.clock.now(), services.meetings.series()[0].id
    unfinished = services.action_items.list(Scope.ALL, ASSISTANT, MOST_LOOKED_AT)
    found = [item for item in unfinished if item.state is ActionState.BLOCKED or item.is_overdue(now) or not item.users]
    own = [item for item in found if (series_of(services, item.source) or main) == series.id]
    own.sort(key=lambda item: (item.state is not ActionState.BLOCKED, bool(item.users), item.due or now, item.id))
    return [_gathered(services, item, is_spare=place >= MOST_ACTIONS) for place, item in enumerate(own)]


def action_for_agenda(services: Services, code: str) -> Gathered | None:
    """An action item somebody wants to talk about; None when it is finished or unknown."""
    item = services.action_items.by_code(code)
    return _gathered(services, item) if item else None


def put_on_agenda(services: Services, code: str, by: Person, key: str) -> MeetingNow | None:
    """A blocked item goes onto the next agenda at once. None where this person may not: it comes there by itself later."""
    try:
        return services.meetings.add_action(code, by=by, key=f"agenda|{key}" if key else "")[1]
    except PersonError:
        return None


def counts_for(services: Services, series: Series) -> list[Gathered]:
    """Counts for the main group: questions, records to be dialed, needs nobody met. Small ones are hidden (R62)."""
    if services.meetings.series()[0].id != series.id:
        return []
    found = [*_questions(services), *_rounds(services), *_unmet(services)]
    found += [each for counts in services.rooms.agenda_counts for each in counts()]
    return [Gathered(f"count|{cause}", words, Origin.COUNT, ItemKind.INFORM, 3) for cause, words in found]


def _questions(services: Services) -> list[tuple[str, str]]:
    services.answers.flush_counts()
    counts = services.answers.counts(f"{services.today():%Y-%m}")
    missed = sorted(
        ((topic.removeprefix(THEME), count) for (topic, outcome), count in counts.items()
         if outcome == "unsure" and topic.startswith(THEME)),
        key=lambda each: (-each[1], each[0]),
    )  # fmt: skip
    if not missed:
        return []
    said = ", ".join(f"{theme.replace('-', ' ')} {hidden_when_small(count)}" for theme, count in missed[:MOST_THEMES])
    return [("questions", f"Questions without an answer this month, by theme: {said}")]


def _rounds(services: Services) -> list[tuple[str, str]]:
    due = len(services.upkeep.round_for(ASSISTANT).due)
    return [("directory", f"Directory: {due} providers wait to be called in this month's round")] if due else []


def _unmet(services: Services) -> list[tuple[str, str]]:
    """Of the last quarter that is over: a number that grew from one agenda to the next would tell who came in between (R63)."""
    quarter = step(quarter_of(f"{services.today():%Y-%m}"), -1)
    found: Counter[str] = Counter()
    for each in services.directory.gaps(quarter):
        found[each.gap.need] += each.count or 0
    most = [(need.replace("_", " "), count) for need, count in found.most_common(MOST_THEMES) if count]
    said = [f"{need} at least {count}" for need, count in most]
    return [("unmet", f"Needs nobody could meet in {quarter}: {', '.join(said)}")] if said else []


def keep_action(services: Services, promise: Promise) -> str | None:
    """An action item made in a meeting. Raises PersonError when its words may not stand there."""
    items = services.action_items
    users = (promise.who,) if promise.who else ()
    draft = items.reader(promise.by).read_window(Filled(promise.words, users, (), (), "", promise.due))
    kept = items.keep([replace(draft, users=users, seats=())], promise.by, ItemOrigin(promise.key, promise.source))
    return kept[0].code if kept else None


def _gathered(services: Services, item: ActionItem, *, is_spare: bool = False) -> Gathered:
    how = ["Blocked"] if item.state is ActionState.BLOCKED else ["Overdue"] if item.is_overdue(services.clock.now()) else []
    said = [*how, *([] if item.users else ["no owner"])]
    words = f"{', '.join(said).capitalize()}: {item.words}" if said else item.words
    return Gathered(f"action|{item.code}", words, Origin.ACTION, owner=next(iter(item.users), None),
                    series=series_of(services, item.source), is_spare=is_spare)  # fmt: skip


def series_of(services: Services, source: str | None) -> str | None:
    """The series in whose meeting an action item was made; None also when app.yaml has it no more."""
    kind, _, code = (source or "").partition("|")
    return services.meetings.series_of(code) if kind == "meeting" else None
