"""One long story: made-up words are typed into every box of every flow, and each word meets another fate. Then all is searched.

Abandoned, stopped by danger, refused by the screen, consent taken back, sent, opened, called about, withdrawn, closed, purged;
and the database busy, failing, or changed by somebody; Slack failing; a wrong key. On SQLite and on PostgreSQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.__main__ import main
from bot.intake.charts import report_text
from bot.intake.records import Concern, Referral
from bot.intake.sealed import new_key
from bot.problems import Busy, ContentError
from bot.rooms.referrals import build_intake
from bot.settings import Secrets
from bot.shelves import Shelves
from tests.postgres import Postgres
from tests.stories.referring import AGREED, GROWN, NEEDED, SAFE, Walker
from tests.stories.searching import (
    EVERYBODY,
    Ear,
    Reader,
    Words,
    in_files_sent,
    in_the_database,
    listening,
    unseen_anywhere,
    words_in,
)
from tests.stories.test_referral_canaries import BOXES
from tests.stories.test_referral_under_load import submits, taken
from tests.town import PersonInTown, Town

UP_TO_THE_PLACES: dict[str, Any] = {
    **SAFE, **GROWN, **AGREED, **NEEDED, "help_wanted": ["A safe place tonight"], "which_way": "Stay with the general referral",
}  # fmt: skip
NOTE = "What must the place know"


@pytest.fixture(params=["sqlite", "postgres"])
def server(request: pytest.FixtureRequest) -> Postgres | None:
    return request.getfixturevalue("postgres") if request.param == "postgres" else None


@pytest.fixture
def town(server: Postgres | None, tmp_path: Path, shelves: Shelves) -> Iterator[Town]:
    made = Town(tmp_path, shelves, database_url=server.fresh() if server is not None else None)
    yield made
    made.close()


class Story:
    """What happens to the words, one fate a method. Who may read is said where somebody reads."""

    def __init__(self, town: Town) -> None:
        self.town, self.words, self.reader = town, Words(), Reader(town)
        self.ana, self.bo, self.carmen, self.eli = (town.person(name) for name in ("ana", "bo", "carmen", "eli"))
        self.screens: set[str] = set()

    def writes(self, word: str, around: str = "desk {}") -> PersonInTown:
        """Ana on the last window of the general flow, a place chosen, the word typed and not sent yet."""
        self.ana.types("/refer")
        if "You left General adult referral" in self.ana.screen:
            self.ana.presses("Go on where I was")
        else:
            self.ana.presses("Close").types("/refer P01")
            Walker(self.ana, UP_TO_THE_PLACES).goes()
        window = self.ana.window
        assert window is not None
        block = next((each for each in window["blocks"] if each.get("block_id", "").startswith("q.providers")), None)
        assert block is not None, self.ana.screen
        river = next(each["value"] for each in block["element"]["options"] if "River" in each["text"]["text"])
        self.town.slack.press("ana", block["element"]["action_id"], [river], block_id=block["block_id"], view=window["id"])
        return self.types_anew(word, around)

    def types_anew(self, word: str, around: str = "desk {}") -> PersonInTown:
        return self.ana.fills(NOTE, around.format(word))

    def sends(self, word: str) -> str:
        self.writes(word)
        with self.reader.reads(word):
            self.ana.submits().sees("check before you go on")
        self.ana.presses("Send").sees("Referral sent").presses("Close")
        self.town.work()
        return str(self.town.services.intake.own_referrals(self.who("ana"))[0].code)

    def who(self, name: str) -> Any:
        return self.town.services.people.who(self.town.person(name).id)

    def closes(self, person: PersonInTown) -> None:
        while person.window is not None:
            person.presses(person.window["close"]["text"] if person.window.get("close") else "Close")

    def nobody_else_sees(self) -> None:
        """Home, messages and windows of everybody."""
        for name in EVERYBODY:
            person = self.town.person(name)
            self.closes(person)
            person.opens_home()
            self.screens.add(person.screen)

    # before anything is sent

    def leaves(self) -> None:
        """The window closed; a detail refused; help and back; danger pressed, and danger in the words."""
        self.writes(self.words.new("typed, window closed")).presses("Close")
        self.writes(self.words.new("refused"), "call her at 312-867-5309 {}").submits().sees("I can't take that detail here")
        for around in ("her name is Zebrina Canaryfield {}", "her A-number is A 204 817 993 {}"):
            self.types_anew(self.words.new("refused"), around).submits().sees("I can't take that detail here")
        word = self.words.new("typed, then help and back")
        self.types_anew(word).presses("Help").presses("Back to the step").presses("Back")
        with self.reader.reads(word):
            self.ana.presses("Stay with the general referral").sees(NOTE)
        self.types_anew(self.words.new("typed, then danger")).presses("Danger now: stop").sees("911")
        self.closes(self.ana)
        word = self.words.new("danger words")
        self.writes(word, "he has a gun and he is coming now {}").submits().sees("911")
        self.closes(self.ana)

    def keeps_a_place(self) -> None:
        """Once it runs out, once it is taken up again and forgotten, once consent is taken back at the last look."""
        for fate in ("draft runs out", "draft forgotten", "consent declined"):
            word = self.words.new(fate)
            self.writes(word)
            with self.reader.reads(word):
                self.ana.submits().sees("check before you go on")
                if fate == "consent declined":
                    self.says_no()
                self.ana.presses("Close")
            if fate == "draft forgotten":
                self.ana.types("/refer").sees("You left").presses("Forget it").presses("Close")
            if fate == "draft runs out":
                self.town.restart()
                self.town.minutes_pass(25 * 60, step=300)
                assert self.town.services.intake.draft(self.who("ana")) is None

    def says_no(self) -> None:
        window = self.ana.window
        assert window is not None
        line = next(
            block for block in window["blocks"] if block["type"] == "section" and "agreed to a referral" in json.dumps(block)
        )
        self.town.slack.press("ana", line["accessory"]["action_id"], None, block_id=line["block_id"], view=window["id"])
        self.town.slack.settle()
        self.ana.presses("No").sees("No record was made")
        assert self.town.services.intake.draft(self.who("ana")) is None

    # a referral's life

    def lives(self) -> None:
        """Opened by its owner, by a place, by nobody else; withdrawn, and closed until it is forgotten."""
        word = self.words.new("sent and withdrawn")
        code = self.sends(word)
        with self.reader.reads(word):
            self.bo.presses("Open").sees("We take it").presses("Close")
            self.ana.types(f"/referral {code}").sees(word)
        self.ana.presses("Withdraw").sees("Withdrawn").presses("Close")
        self.town.work()
        word = self.words.new("sent, declined, closed, forgotten")
        code = self.sends(word)
        with self.reader.reads(word):
            self.bo.presses("Open").chooses("We cannot", "No room").sees("cannot take it").presses("Close")
        self.town.work()
        for name in ("carmen", "dana", "gus", "fay"):
            self.is_refused_item(name, code)
        with self.reader.reads(word):
            self.ana.types(f"/referral {code}").sees(word).presses("Close it").chooses("How did it end", "Connected").submits()
        if self.ana.window is not None:
            self.ana.presses("Close")

    def stays_open(self) -> None:
        """Still there at the end, sealed: the search must find it nowhere although it exists."""
        self.open_word = self.words.new("sent and open")
        self.open_code = self.sends(self.open_word)

    def is_refused_item(self, name: str, code: str) -> None:
        before = self.refused()
        self.screens.add(self.town.person(name).types(f"/referral {code}").sees("Item").screen)
        self.town.person(name).presses("Close")
        assert self.refused() > before, name

    def refused(self) -> int:
        return sum(line.act == "refused" for line in self.town.services.intake.audit.lines(most=5000))

    # places and contracts

    def notes_concerns(self) -> None:
        for code, answers, box, last in BOXES:
            if box != "place":
                continue
            left, kept = self.words.new(f"{code} left"), self.words.new(f"{code} kept")
            self.ana.types(f"/refer {code}")
            with self.reader.reads(left):
                Walker(self.ana, {**answers, box: f"Diner {left}"}).goes()
            self.ana.presses("Close").types(f"/refer {code}")
            with self.reader.reads(kept):
                Walker(self.ana, {**answers, box: f"Diner {kept}"}).goes()
            self.ana.presses(last).sees("Code").presses("Close")
            self.town.work()
            with self.town.services.store.read() as session:
                item = session.execute(text("SELECT code FROM concerns ORDER BY id DESC LIMIT 1")).scalar_one()
            with self.reader.reads(kept):
                self.ana.types(f"/referral {item}").sees(kept).presses("Close")
            self.is_refused_item("gus", item)

    # the directory: a note about a place, in clear by design

    def corrects(self) -> set[str]:
        """P15. Returns the words that are kept in clear: what the listing should say, for the editors to read."""
        window = self.fills_a_correction(self.words.new("P15 left")).window
        assert window is not None
        search = next(block for block in window["blocks"] if block.get("element", {}).get("type") == "external_select")
        self.town.slack.suggest("ana", search["element"]["action_id"], self.words.new("searched"), view=window["id"])
        self.ana.presses("Cancel")
        self.fills_a_correction(self.words.new("P15 refused"), "ask for her name is Zebrina Canaryfield {}").submits()
        self.ana.sees("I can't take that detail here").presses("Cancel")
        word = self.words.new("P15 sent")
        self.fills_a_correction(word).submits()
        self.town.work()
        return {word}

    def fills_a_correction(self, word: str, around: str = "A drop-in {} on Pine Street") -> PersonInTown:
        self.ana.types("/refer P15").fills("What should it say?", around.format(word)).chooses("How do you know?", "I called")
        return self.ana

    # things go wrong

    def database_fails(self) -> None:
        word = self.words.new("database busy")
        self.writes(word)
        with taken(self.town):
            submits(self.ana)
            self.ana.sees(Busy.sentence)
        self.types_anew(self.words.new("draft fails"))
        with broken(self.town, "intake_drafts", "UPDATE"):
            self.ana.submits().sees("Something went wrong")
        self.screens.add(self.ana.screen)
        self.ana.presses("Close")
        word = self.words.new("database fails")
        self.writes(word)
        with self.reader.reads(word):
            self.ana.submits().sees("check before you go on")
        with broken(self.town, "releases"):
            self.ana.presses("Send").sees("Something went wrong")
        self.screens.add(self.ana.screen)
        self.ana.presses("Close").types("/refer").presses("Forget it").presses("Close")

    def slack_fails(self) -> None:
        for kind in ("server_error", "lost_after", "lost_before", "error:internal_error", "ratelimited"):
            with self.reader.reads(self.open_word):
                self.town.slack.add_fault("views.update", kind)
                self.ana.types(f"/referral {self.open_code}")
                self.town.slack.clear_faults()
            self.screens.add(self.ana.direct_messages())
            if self.ana.window is not None:
                self.ana.presses("Close")

    def somebody_changes_a_record(self) -> None:
        """The seal of one record on the body of another; and a process with another key under the same name."""
        store = self.town.services.store
        word = self.words.new("tampered with")
        code = self.sends(word)
        with store.write() as session:
            session.execute(text("UPDATE referrals SET revision = revision + 1 WHERE code = :code"), {"code": code})
        self.ana.types(f"/referral {code}").sees("does not open").presses("Close")
        secrets = Secrets(keys=new_key("test"))
        services = replace(self.town.services, settings=replace(self.town.settings, secrets=secrets))
        with pytest.raises(ContentError) as refused:
            build_intake(services)
        self.screens.add(str(refused.value))
        with store.read() as session:
            assert session.query(Referral).filter(Referral.code == code).one().blob

    def exports(self, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        """Every way out: lists, agenda, minutes, calendar, numbers, the directory, the audit log, what waits in the outbox."""
        dana = self.town.person("dana")
        dana.goes_to("#task-force").types("/action @bo send the flyer draft by wed")
        dana.types("/action list all csv")
        dana.types("/referral counts").types("/referral numbers 2026-Q3")
        self.ana.goes_to("#task-force").types("/referral")
        self.screens |= {dana.screen, self.ana.screen}
        self.town.minutes_pass(12 * 24 * 60, step=3 * 24 * 60)  # the main group's agenda is posted, and its calendar file
        report = self.town.services.intake.reports.report("2026-Q3", "2026-Q3", self.who("dana"))
        self.screens.add(report_text(report))
        patch.setenv("DATABASE_URL", self.town.settings.database_url)
        patch.setenv("TASKFORCE_KEYS", self.town.settings.secrets.keys)
        capsys.readouterr()
        for verb in (["hsds", "export", str(folder)], ["audit", "show", "--most", "5000"], ["outbox", "list"], ["keys", "status"],
                     ["audit", "verify"], ["directory", "status"]):  # fmt: skip
            main(verb)
        said = capsys.readouterr()
        self.screens |= {said.out, said.err, *(file.read_text() for file in folder.rglob("*") if file.is_file())}

    def time_passes(self) -> None:
        """Closed items are cleared and forgotten, concerns purged, the correction's words stay until half a year after."""
        self.town.minutes_pass(200 * 24 * 60, step=40 * 24 * 60)


@contextmanager
def broken(town: Town, table: str, change: str = "INSERT") -> Iterator[None]:
    """The database refuses to write into one table, as a full disk or a bad migration would make it."""
    sqlite = town.services.store.is_sqlite
    with town.services.store.write() as session:
        if sqlite:
            session.execute(text(f"CREATE TRIGGER boom BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'boom'); END"))
        else:
            session.execute(text("CREATE FUNCTION boom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'boom'; END $$"))
            session.execute(text(f"CREATE TRIGGER boom BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION boom()"))
    try:
        yield
    finally:
        with town.services.store.write() as session:
            session.execute(text("DROP TRIGGER boom" if sqlite else "DROP FUNCTION boom CASCADE"))


def searched(story: Story, ear: Ear, server: Postgres | None, in_clear: set[str]) -> None:
    """Nothing typed stands anywhere. `in_clear`: what was meant for the directory: there, and in an editor's message."""
    town = story.town
    assert in_the_database(town, server) == in_clear
    heard = {line for line in ear.heard if words_in(line)}
    assert heard == set(), "in the log"
    assert unseen_anywhere(town) - in_clear == set(), "in metadata, an id or a button's value"
    strays = {place: (method, words - in_clear) for place, (method, words) in story.reader.strays().items() if words - in_clear}
    assert strays == {}, "in a call to Slack"
    assert {word for screen in story.screens for word in words_in(screen)} - in_clear == set(), "on a screen or in an export"
    for name in EVERYBODY:
        person = town.person(name)
        assert words_in(person.direct_messages()) <= (in_clear if name == "eli" else set()), name
    for place in ("#task-force", "#coordinators", "#coordinating-group"):
        assert words_in(town.person("dana").reads(place)) == set(), place
    files, kinds = in_files_sent(town)
    assert files == set() and {"csv", "png"} <= kinds, kinds


def test_what_is_typed_is_found_nowhere_whatever_becomes_of_it(
    town: Town, server: Postgres | None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with listening() as ear:
        story = Story(town)
        story.leaves()
        story.keeps_a_place()
        story.lives()
        story.notes_concerns()
        in_clear = story.corrects()
        story.stays_open()
        story.database_fails()
        story.slack_fails()
        story.somebody_changes_a_record()
        story.nobody_else_sees()
        searched_before = in_the_database(town, server)
        assert searched_before == in_clear
        story.exports(tmp_path / "export", capsys, monkeypatch)
        searched(story, ear, server, in_clear)
        story.time_passes()
        with town.services.store.read() as session:
            assert session.query(Referral).count() == 0, "closed by itself, cleared, forgotten"
            assert [row.kind for row in session.query(Concern)] == ["vendor"], "a contract's concern stays while it is open"
        story.nobody_else_sees()
        searched(story, ear, server, in_clear)
    assert {"slack_sdk", "slack_bolt", "sqlalchemy", "taskforce"} <= ear.libraries, "all of them were listened to"
    assert len(story.words.given) >= 25
