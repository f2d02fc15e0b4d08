"""Eli edits, Ana reports, Ida speaks for one provider, Gus is with the police. On both databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import SetClock
from bot.content.library import Library, read_providers
from bot.content.provider import Provider
from bot.content.source import model_from, read_file
from bot.directory.overlays import Overlaid
from bot.directory.records import ProviderChange, ProviderCorrection
from bot.directory.service import DirectoryService
from bot.directory.status import report, write_back
from bot.directory.upkeep import Upkeep
from bot.outbox.records import OutboxRow
from bot.people.person import Person, PersonKind, Role
from bot.problems import PersonError
from bot.store.engine import Store, open_engine
from bot.workdays import WorkdayCalendar
from tests.bot.directory.conftest import CHICAGO, HOME

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
CRISIS = "ex-harbor-light-crisis"


def person(name: str, *roles: Role) -> Person:
    return Person(name, PersonKind.MEMBER, name.title(), "America/Chicago", roles=frozenset(roles))


ANA, GUS = person("UANA"), person("UGUS", Role.POLICE_LIAISON)
ELI = person("UELI", Role.DIRECTORY_EDITOR)
IDA = person("UIDA", Role.PROVIDER_LIAISON, Role.DIRECTORY_EDITOR)


class Office:
    """The directory of one town, in a copy of its files and a database of its own."""

    def __init__(self, url: str, home: Path) -> None:
        self.home, self.clock, self.store = home, SetClock(NOW), Store(open_engine(url))
        self.reload()
        self.overlaid = Overlaid(self.store, self.clock, lambda: self.library, home / "knowledge")
        self.directory = DirectoryService(self.store, self.clock, self.overlaid, CHICAGO, lambda: None)
        self.upkeep = Upkeep(
            self.store, self.clock, self.overlaid, CHICAGO, WorkdayCalendar(), lambda: (ELI.id, IDA.id),
            lambda provider: (IDA.id,) if provider == "ex-river-house" else (), "C0COORD",
            lambda text: ("name",) if "Maria" in text else ("address",) if "Street" in text else (),
        )  # fmt: skip

    def reload(self) -> None:
        self.library: Library = read_providers(self.home)

    def rows(self, kind: str) -> list[tuple[str, str]]:
        with self.store.read() as session:
            found = session.scalars(select(OutboxRow).where(OutboxRow.kind == kind).order_by(OutboxRow.id))
            return [(row.subject, row.target) for row in found]

    def file(self, provider: str) -> Path:
        return next((self.home / "knowledge" / "providers").glob(f"*/{provider}.yaml"))


@pytest.fixture
def office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    home = tmp_path / "home"
    shutil.copytree(HOME / "knowledge" / "providers", home / "knowledge" / "providers")
    shutil.copy(HOME / "knowledge" / "directory-words.yaml", home / "knowledge")
    made = Office(database_url, home)
    yield made
    made.store.close()


def test_still_correct_starts_the_clock_again(office: Office) -> None:
    listing = office.upkeep.confirm("nat-loveisrespect", "still-correct", by=ELI, key="")
    assert listing.verified is not None and listing.verified.how == "dialed"
    card = office.directory.card("nat-loveisrespect")
    assert card is not None and card.standing.notice is None
    assert "Confirmed by phone: Nov 23, 2026, by Directory editor" in card.vouched


def test_a_repeated_delivery_of_could_not_reach_counts_once(office: Office) -> None:
    for _ in range(3):
        office.upkeep.confirm(CRISIS, "could-not-reach", by=ELI, key="action|UELI|1")
    assert office.directory.card(CRISIS).standing.is_shown  # type: ignore[union-attr]
    office.upkeep.confirm(CRISIS, "could-not-reach", by=ELI, key="action|UELI|2")
    assert office.directory.card(CRISIS).standing.reason == "paused"  # type: ignore[union-attr]


def test_reaching_them_after_all_ends_the_pause(office: Office) -> None:
    for number in range(2):
        office.upkeep.confirm(CRISIS, "could-not-reach", by=ELI, key=str(number))
    office.upkeep.confirm(CRISIS, "still-correct", by=ELI, key="again")
    assert office.directory.card(CRISIS).standing.is_shown  # type: ignore[union-attr]


@pytest.mark.parametrize("who", [ANA, GUS, Person("UHAL", PersonKind.GUEST)])
def test_nobody_but_editors_confirms_or_changes(office: Office, who: Person) -> None:
    with pytest.raises(PersonError):
        office.upkeep.confirm(CRISIS, "still-correct", by=who, key="")
    with pytest.raises(PersonError):
        office.upkeep.change(CRISIS, "phone", "555-0190", by=who, key="")
    with pytest.raises(PersonError):
        office.upkeep.set_room(CRISIS, "open", None, by=who, key="")


def test_nobody_vouches_for_the_provider_they_speak_for_but_may_say_how_much_room_there_is(office: Office) -> None:
    with pytest.raises(PersonError, match="speak for this provider"):
        office.upkeep.confirm("ex-river-house", "still-correct", by=IDA, key="")
    with pytest.raises(PersonError, match="speak for this provider"):
        office.upkeep.change("ex-river-house", "phone", "555-0190", by=IDA, key="")
    office.upkeep.set_room("ex-river-house", "full", None, by=IDA, key="")
    assert office.directory.card("ex-river-house").room == "full"  # type: ignore[union-attr]
    assert "ex-river-house" not in {listing.id for listing in office.upkeep.round_for(IDA).due}
    sent = office.upkeep.report("ex-river-house", ("phone",), "555-0190", "called", urgent=False, by=ANA, key="")
    assert office.rows("directory.correction") == [(sent.code, ELI.id)]


def test_a_liaison_says_nothing_about_other_providers(office: Office) -> None:
    liaison = person("UIDA", Role.PROVIDER_LIAISON)
    with pytest.raises(PersonError):
        office.upkeep.set_room("ex-telecare", "full", None, by=liaison, key="")


def test_a_correction_is_published_with_a_value_that_was_checked(office: Office) -> None:
    sent = office.upkeep.report("ex-telecare", ("phone",), "555-0190", "website", urgent=False, by=ANA, key="k1")
    again = office.upkeep.report("ex-telecare", ("phone",), "555-0190", "website", urgent=False, by=ANA, key="k1")
    assert again.code == sent.code
    with pytest.raises(PersonError, match="phone number"):
        office.upkeep.change("ex-telecare", "phone", "12", by=ELI, key="k2", correction=sent.code)
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="k3", correction=sent.code)
    assert office.directory.listing("ex-telecare").provider.phones[0].number == "555-0190"  # type: ignore[union-attr]
    assert office.directory.look_up("555-0190").matches[0].id == "ex-telecare"
    assert office.upkeep.correction(sent.code).state == "published"  # type: ignore[union-attr]
    assert office.rows("directory.correction-decided") == [(sent.code, ANA.id)]
    change = next(line for line in office.upkeep.history("ex-telecare") if line.field == "phone")
    assert (change.by, change.before, change.after, change.at) == (ELI.id, "555-0122", "555-0122 > 555-0190", NOW)


def test_the_first_decision_wins(office: Office) -> None:
    sent = office.upkeep.report("ex-telecare", ("hours",), "later", "told", urgent=False, by=ANA, key="")
    office.upkeep.decide(sent.code, "rejected", by=ELI, key="a")
    assert office.upkeep.decide(sent.code, "removed", by=ELI, key="b").state == "rejected"
    assert office.directory.card("ex-telecare").standing.is_shown  # type: ignore[union-attr]


def test_removing_closes_the_record_for_good(office: Office) -> None:
    sent = office.upkeep.report("ex-telecare", ("closed",), "", "called", urgent=False, by=ANA, key="")
    office.upkeep.decide(sent.code, "removed", by=ELI, key="")
    assert office.directory.card("ex-telecare").standing.reason == "closed"  # type: ignore[union-attr]


def test_an_urgent_word_about_a_crisis_line_hides_it_and_is_due_in_four_hours(office: Office) -> None:
    sent = office.upkeep.report(CRISIS, ("phone",), "", "called", urgent=True, by=ANA, key="")
    card = office.directory.card(CRISIS)
    assert card is not None and card.standing.reason == "reported"
    assert [listing.id for listing in card.instead] == ["nat-911", "nat-988"]
    assert sent.due == NOW + timedelta(hours=4)
    office.clock.advance(timedelta(hours=5))
    office.upkeep.tick()
    office.upkeep.tick()
    assert office.rows("directory.correction-overdue") == [(sent.code, "C0COORD")]


def test_an_urgent_conduct_concern_pauses_the_record(office: Office) -> None:
    office.upkeep.report("ex-st-brendan", ("conduct",), "", "experience", urgent=True, by=ANA, key="")
    assert office.directory.card("ex-st-brendan").standing.reason == "paused"  # type: ignore[union-attr]


def test_an_ordinary_correction_hides_nothing_and_is_due_in_five_working_days(office: Office) -> None:
    sent = office.upkeep.report("ex-telecare", ("hours",), "until 9 PM", "website", urgent=False, by=ANA, key="")
    assert office.directory.card("ex-telecare").standing.is_shown  # type: ignore[union-attr]
    # Thanksgiving is on the Thursday between
    assert sent.due.astimezone(CHICAGO).date().isoformat() == "2026-12-01"


@pytest.mark.parametrize("value", ["Ask for Maria", "1 Maple Street", "x" * 201])
def test_details_about_people_and_confidential_addresses_are_refused_and_not_kept(office: Office, value: str) -> None:
    with pytest.raises(PersonError):
        office.upkeep.report("ex-river-house", ("phone",), value, "told", urgent=False, by=ANA, key="")
    with office.store.read() as session:
        assert session.scalars(select(ProviderCorrection)).all() == []


def test_the_words_of_a_correction_are_cleared_after_half_a_year(office: Office) -> None:
    sent = office.upkeep.report("ex-telecare", ("hours",), "until 9 PM", "website", urgent=False, by=ANA, key="")
    office.upkeep.decide(sent.code, "rejected", by=ELI, key="")
    office.clock.advance(timedelta(days=181))
    office.upkeep.tick()
    assert office.upkeep.correction(sent.code).value is None  # type: ignore[union-attr]


def test_the_round_asks_for_crisis_lines_first_and_never_for_closed_ones(office: Office) -> None:
    due = [listing.id for listing in office.upkeep.round_for(ELI).due]
    kinds = [office.directory.listing(each).provider.is_crisis_line for each in due]  # type: ignore[union-attr]
    assert kinds == sorted(kinds, reverse=True) and kinds[0]
    assert not {"ex-grace-farm", "ex-safe-harbor-old", "ex-child-line"} & set(due)


def test_gaps_are_counted_by_month_and_small_numbers_are_not_told(office: Office) -> None:
    for _ in range(11):
        office.directory.look_up("shelter whose staff speak mam", count=True)
    office.directory.look_up("transitional housing northside", count=True)
    office.directory.look_up("transitional housing northside")
    counts = {item.gap.need: item.count for item in office.directory.gaps("2026-Q4")}
    assert counts == {"emergency_shelter": 11, "transitional_housing": None}


def test_what_was_told_is_written_into_the_files_and_comments_stay(office: Office) -> None:
    path = office.file("ex-telecare")
    text = path.read_text().replace("number: 555-0122", "number: 555-0122  # the front desk")
    path.write_text("# A note of the editor.\n" + text)
    office.reload()
    before = path.read_text().split("\n")
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="1")
    office.upkeep.change("ex-telecare", "hours", "Mon-Fri 8-20; Sat 10-14", by=ELI, key="2")
    office.upkeep.change("ex-telecare", "languages_spoken", "en, es, pt, ht", by=ELI, key="3")
    office.upkeep.confirm("ex-telecare", "still-correct", by=ELI, key="4")
    done = write_back(office.store, office.library, office.home)
    assert done.files == ("knowledge/providers/sample-city/ex-telecare.yaml",) and not done.problems
    after = path.read_text()
    assert after.startswith("# A note of the editor.\n") and "number: 555-0190  # the front desk" in after
    provider = model_from(Provider, read_file(path, office.home), {"id": "ex-telecare"})
    assert provider.languages_spoken == ("en", "es", "pt", "ht") and provider.verified is not None
    assert provider.verified.on.isoformat() == "2026-11-23"
    kept = [line for line in before if line.startswith(("organization", "description", "status", "type", "web"))]
    assert all(line in after.split("\n") for line in kept)
    office.reload()
    assert write_back(office.store, office.library, office.home).files == ()
    assert office.directory.listing("ex-telecare").provider.phones[0].number == "555-0190"  # type: ignore[union-attr]


def test_a_dry_run_writes_nothing(office: Office) -> None:
    path = office.file("ex-telecare")
    before = path.read_text()
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="1")
    assert write_back(office.store, office.library, office.home, dry=True).files
    assert path.read_text() == before
    assert write_back(office.store, office.library, office.home).files


def test_a_file_that_cannot_be_written_soundly_keeps_its_change_in_the_database(office: Office) -> None:
    path = office.file("ex-telecare")
    office.upkeep.change("ex-telecare", "phone", "555-0190", by=ELI, key="1")
    broken = path.read_text().replace("status: active", "status: asleep")
    path.write_text(broken)
    done = write_back(office.store, office.library, office.home)
    assert not done.files and done.problems and path.read_text() == broken
    with office.store.read() as session:
        assert [row.written for row in session.scalars(select(ProviderChange))] == [False]


def test_showing_cards_changes_nothing(office: Office) -> None:
    before = [listing.verified for listing in office.directory.listings()]
    for listing in office.directory.listings():
        office.directory.card(listing.id)
    office.directory.look_up("shelter tonight")
    assert [listing.verified for listing in office.directory.listings()] == before


def test_the_status_names_what_nobody_has_dialed(office: Office) -> None:
    lines = {line.id: line for line in report(office.directory.listings(), office.upkeep.today())}
    assert lines["nat-nhth"].never_dialed and lines["nat-nhth"].verify
    assert not lines["ex-telecare"].never_dialed
    assert lines["ex-grace-farm"].reason == "failed"
