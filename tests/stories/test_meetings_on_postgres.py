"""Stories of meetings once more on PostgreSQL: those that lock, count, carry over, and say things once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.shelves import Shelves
from tests.postgres import Postgres
from tests.stories import test_meetings_actions as actions
from tests.stories import test_meetings_arranging as arranging
from tests.stories import test_meetings_month as month
from tests.town import Town

test_given_away = actions.test_an_action_item_nobody_took_in_the_meeting_is_given_to_carmen
test_blocked_again = actions.test_what_goes_on_again_leaves_the_agenda_and_can_come_back
test_cancelled_once = arranging.test_a_cancelled_meeting_says_so_once_and_its_calendar_entry_is_taken_back
test_decisions_found = arranging.test_decisions_are_found_by_words_and_restricted_ones_only_by_the_group
test_carried_over_once = arranging.test_items_merge_move_on_and_are_carried_over_once
test_two_at_once = arranging.test_of_two_coordinators_at_once_one_wins_and_the_other_sees_it
test_turns_swapped = arranging.test_turns_are_swapped_and_the_agenda_and_the_new_chair_hear_of_it
test_empty_seats = month.test_empty_seats_get_one_private_word_two_days_ahead
test_announced_once = month.test_everything_is_announced_once_also_across_a_restart
test_from_proposal_to_minutes = month.test_from_proposal_to_the_public_edition


@pytest.fixture
def town(tmp_path: Path, shelves: Shelves, postgres: Postgres) -> Iterator[Town]:
    made = Town(tmp_path, shelves, database_url=postgres.fresh())
    yield made
    made.slack.settle()
    assert made.slack.refusals == made.expected_refusals
    made.close()
