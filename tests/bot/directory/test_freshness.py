"""What may still be shown: crisis lines grow stale after 30 days and vanish after 90, others after 90 and 365."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.content.provider import Provider, Verified
from bot.directory.freshness import Listing, Overlay, Room, listing_of, standing
from bot.directory.index import Directory
from bot.directory.words import Words

CONFIRMED = date(2026, 11, 16)


def aged(provider: Provider, days: int) -> tuple[str | None, str | None]:
    found = standing(listing_of(provider), CONFIRMED + timedelta(days=days))
    return found.reason, found.notice


@pytest.mark.parametrize(
    ("provider", "days", "hidden", "banner"),
    [
        ("ex-harbor-light-crisis", 30, False, False), ("ex-harbor-light-crisis", 31, False, True),
        ("ex-harbor-light-crisis", 90, False, True), ("ex-harbor-light-crisis", 91, True, True),
        ("ex-telecare", 90, False, False), ("ex-telecare", 91, False, True), ("nat-911", 4000, False, False),
        ("nat-988", 4000, False, False), ("nat-nhth", 91, True, True),
    ],
)  # fmt: skip
def test_records_grow_old(providers: dict[str, Provider], provider: str, days: int, hidden: bool, banner: bool) -> None:
    reason, notice = aged(providers[provider], days)
    assert (reason == "too-old") is hidden
    assert bool(notice) is banner


def test_other_records_are_hidden_after_a_year(providers: dict[str, Provider]) -> None:
    provider = providers["nat-htlegal"]
    assert aged(provider, 365)[0] is None and aged(provider, 366)[0] == "too-old"


def test_the_index_hides_on_the_same_day(providers: dict[str, Provider], words: Words) -> None:
    directory = Directory.build(providers.values(), words)
    for days in (0, 30, 31, 90, 91, 104, 105, 106, 200, 366, 400):
        today = CONFIRMED + timedelta(days=days)
        eligible = directory.eligible(today)
        for place, listing in enumerate(directory.listings):
            assert bool(eligible[place]) is standing(listing, today).is_shown, (listing.id, days)


def test_a_number_nobody_confirmed_carries_a_banner_from_the_first_day(providers: dict[str, Provider]) -> None:
    assert aged(providers["nat-loveisrespect"], 0) == (None, "Nobody has confirmed this number yet. It may be wrong.")


@pytest.mark.parametrize(
    ("provider", "reason"),
    [
        ("ex-restaurant-workers", "expired"), ("ex-emergency-fund", "expired"), ("ex-relief-desk", "paused"),
        ("ex-grace-farm", "failed"), ("ex-safe-harbor-old", "closed"), ("ex-child-line", "placeholder"),
    ],
)  # fmt: skip
def test_records_that_must_never_be_matched(providers: dict[str, Provider], provider: str, reason: str) -> None:
    assert aged(providers[provider], 1)[0] == reason


def test_forced_faith_is_never_shown_even_when_somebody_calls_it_vetted(providers: dict[str, Provider]) -> None:
    farm = providers["ex-grace-farm"]
    good = providers["ex-river-house"]
    forged = farm.model_copy(update={"vetting": good.vetting, "verified": good.verified})
    assert standing(listing_of(forged), CONFIRMED).reason == "failed"


def test_the_newer_confirmation_counts(providers: dict[str, Provider]) -> None:
    later = Verified(on=date(2026, 12, 1), by="Directory editor")
    earlier = Verified(on=date(2026, 1, 1), by="Directory editor")
    provider = providers["ex-telecare"]
    assert listing_of(provider, Overlay(later)).verified == later
    assert listing_of(provider, Overlay(earlier)).verified == provider.verified


def test_room_older_than_a_day_is_unknown() -> None:
    told = datetime(2026, 11, 18, 12, tzinfo=UTC)
    room = Room("full", told)
    assert room.at(told + timedelta(hours=24), told.date()) == "full"
    assert room.at(told + timedelta(hours=24, seconds=1), told.date()) == "unknown"
    assert Room("full", told, date(2026, 11, 17)).at(told, told.date()) == "unknown"


def test_a_newer_edit_of_the_file_outweighs_an_older_correction(providers: dict[str, Provider]) -> None:
    provider = providers["ex-worker-center"]
    change = ("phone", "555-0114", "555-0114 > 555-0191")
    assert listing_of(provider, Overlay(changes=(change,))).provider.phones[0].number == "555-0191"
    phones = (provider.phones[0].model_copy(update={"number": "555-0150"}),)
    edited = provider.model_copy(update={"phones": phones})
    assert listing_of(edited, Overlay(changes=(change,))).provider.phones[0].number == "555-0150"


def test_a_listing_knows_its_conditions(providers: dict[str, Provider]) -> None:
    listing: Listing = listing_of(providers["ex-northgate-mens"])
    assert listing.conditions == {"requires_id": "no", "requires_sobriety": "no"}
