"""Who speaks for a place may have to be asked of Slack. Nobody's write waits for Slack's answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.intake.records import ReferralState, ReleaseState
from bot.people.service import Profile
from bot.settings import RoleHolders, load_settings
from bot.shelves import Shelves
from tests.bot.intake.house import ANA, BO, CLINIC, ELI, RIVER, Directory, House
from tests.town import ROOT

LIAISONS, EDITORS = "S0RIVER0000", "S0EDITORS00"
GUARD = 60  # a test that hangs ends as a failed one; nothing is measured


class SlowSlack(Directory):
    """Answers for user groups and people, once it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()
        self.members = {LIAISONS: frozenset({BO}), EDITORS: frozenset({ELI})}

    def group(self, group: str) -> frozenset[str]:
        self._wait()
        return self.members[group]

    def profile(self, user: str) -> Profile | None:
        self._wait()
        return super().profile(user)

    def _wait(self) -> None:
        self.asked.set()
        assert self.go_on.wait(GUARD)


@pytest.fixture
def slow_house(database_url: str, shelves: Shelves) -> Iterator[House]:
    app = load_settings({}, ROOT).app
    held = {**app.roles.provider_liaisons, RIVER: RoleHolders(group=LIAISONS)}
    editors = RoleHolders(group=EDITORS)
    roles = app.roles.model_copy(update={"provider_liaisons": held, "directory_editors": editors})
    made = House(database_url, shelves, slack=SlowSlack(), app=app.model_copy(update={"roles": roles}))
    yield made
    made.services.store.close()


def while_slack_thinks(house: House, act: Callable[[], object]) -> object:
    """Begins an act that has to ask Slack; somebody else's write gets through before Slack has answered."""
    slack = house.slack
    assert isinstance(slack, SlowSlack)
    house.minutes_pass(61)  # what was known of groups and people has run out
    slack.asked.clear()
    slack.go_on.clear()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(act)
        try:
            assert slack.asked.wait(GUARD), "this act was meant to ask Slack"
            house.intake.note_counter("danger_stop", house.key())
            assert not running.done()
        finally:
            slack.go_on.set()
        return running.result(GUARD)


def test_opening_answering_and_another_place(slow_house: House) -> None:
    house = slow_house
    ana, bo = house.who(ANA), house.who(BO)
    code = house.sends(RIVER).code
    token, life = house.release(code).token, house.intake.life
    while_slack_thinks(house, lambda: life.open(bo, token=token))
    assert house.release(code).state is ReleaseState.SEEN
    while_slack_thinks(house, lambda: life.answer(token, ReleaseState.DECLINED, bo, house.key(), reason="full"))
    assert house.release(code).state is ReleaseState.DECLINED
    while_slack_thinks(house, lambda: life.ask_another(code, CLINIC, True, ana, house.key()))
    assert len(house.item(code).releases) == 2
    while_slack_thinks(house, lambda: life.close(code, "connected", ana, house.key()))
    assert house.item(code).state is ReferralState.CLOSED


def test_withdrawing(slow_house: House) -> None:
    house = slow_house
    ana, code = house.who(ANA), house.sends(RIVER).code
    found = while_slack_thinks(house, lambda: house.intake.life.withdraw(code, ana, house.key()))
    assert found.told == 1 and found.to_call == ()  # type: ignore[attr-defined]
    assert [(row.kind, row.target) for row in house.outbox("referral.stop")] == [("referral.stop", BO)]


def test_a_place_whose_liaisons_have_all_left_is_called_after_a_withdrawal(slow_house: House) -> None:
    house = slow_house
    ana, code = house.who(ANA), house.sends(RIVER).code
    house.slack.members[LIAISONS] = frozenset()  # type: ignore[attr-defined]
    house.services.people.forget_groups()
    found = house.intake.life.withdraw(code, ana, house.key())
    assert (found.told, found.to_call) == (0, (RIVER,))


def test_sending(slow_house: House) -> None:
    house = slow_house
    ana, answers = house.who(ANA), house.answers(RIVER)
    sent = while_slack_thinks(house, lambda: house.intake.send("P01", answers, [RIVER], ana, house.key()))
    assert sent.by_phone == ()  # type: ignore[attr-defined]


def test_handing_on_what_somebody_left(slow_house: House) -> None:
    house = slow_house
    code = house.sends(RIVER, by=ELI).code
    house.days_pass(1)
    assert while_slack_thinks(house, lambda: house.intake.leaving.somebody_left(ELI)) == 1
    assert house.item(code).state is ReferralState.OPEN


def test_a_directory_correction_and_its_decision(slow_house: House) -> None:
    house = slow_house
    upkeep, ana, eli = house.services.upkeep, house.who(ANA), house.who(ELI)
    found = while_slack_thinks(
        house, lambda: upkeep.report(RIVER, ("hours",), "9 to 5", "called", urgent=False, by=ana, key=house.key())
    )
    code = found.code  # type: ignore[attr-defined]
    while_slack_thinks(house, lambda: upkeep.decide(code, "rejected", by=eli, key=house.key()))
    assert upkeep.correction(code).state == "rejected"
    while_slack_thinks(house, upkeep.tick)
