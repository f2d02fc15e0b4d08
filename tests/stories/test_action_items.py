"""Dana posts action items in one line and forgets about them; the others are asked at the right hour, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.action_items.items import Scope
from bot.views import ids
from tests.town import PersonInTown, Town, words


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """Chicago's winter clock, as UTC."""
    return datetime(2026, month, day, minute=minute, tzinfo=UTC) + timedelta(hours=hour + 6)


def follow_ups(person: PersonInTown) -> list[str]:
    """The notifications of the morning messages this person got."""
    return [m["text"] for m in person.messages("app") if m["text"].startswith("Follow-up")]


def test_dana_posts_one_line_and_bo_is_asked_until_he_is_done(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo send the flyer draft by fri")
    dana.sees("Fri Nov 27, 5 PM CT, day after Thanksgiving")
    town.work()
    assert "send the flyer draft" in bo.reads("#task-force")
    assert "send the flyer draft" in bo.direct_messages()
    town.until(at(24, 17))
    assert follow_ups(bo) == ["Follow-up due: 1 item"]
    bo.goes_to("app").presses("Done")
    town.work()
    assert "Done by <@U0BO0000000>" in dana.reads("#task-force"), "changed where it stands"
    assert "Done by <@U0BO0000000>" in bo.direct_messages()
    town.until(at(30, 17))
    assert len(follow_ups(bo)) == 1


def test_a_notification_never_says_what_it_is_about(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo ask the shelter about beds by wed")
    town.until(at(24, 12))
    posts = [call["payload"] for call in town.slack.calls if call["method"] == "chat.postMessage"]
    assert posts and all("shelter" not in post["text"] and "beds" not in post["text"] for post in posts)


def test_what_happens_on_a_screen_can_be_undone_for_ten_minutes(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo send it by fri")
    town.work()
    bo.goes_to("app").presses("Done")
    town.work()
    bo.presses("Undo")
    town.work()
    assert "Done by" not in bo.direct_messages()
    bo.presses("Done")
    town.minutes_pass(11)
    assert ids.ACTION_UNDO not in str(bo.messages())


def test_two_people_press_and_the_second_sees_who_was_faster(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo @dana send it by fri")
    town.work()
    bo.goes_to("#task-force").presses("Done")
    dana.goes_to("#task-force").presses("Done").sees("marked this done at 9:0")
    assert dana.messages()[-1]["text"].startswith("<@U0BO0000000>")


def test_a_date_that_could_mean_two_days_is_asked(town: Town, dana: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo review the list next friday").sees("could also mean Fri Dec 4")
    dana.presses("Yes, Fri Nov 27, 5 PM CT")
    town.work()
    assert "due Fri Nov 27, 5 PM CT" in dana.reads("#task-force")


def test_a_line_with_a_detail_is_not_kept(town: Town, dana: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo call Rosa Delgado on 312-555-0187 by fri").sees("Nothing was kept yet")
    town.work()
    assert "312" not in town.everything_posted()


def test_a_guest_is_refused(town: Town, hal: PersonInTown) -> None:
    hal.goes_to("#task-force").types("/action list").sees("for members of the task force")


def test_the_window_keeps_an_item_with_a_seat(town: Town, dana: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action")
    dana.fills("What is to be done?", "book the room").fills("Until when?", "next friday").submits()
    dana.sees("could mean more than one day")
    dana.fills("Until when?", "Dec 4 2pm").fills("Who?", []).chooses("Or a seat", "Housing seat").submits()
    dana.sees("1 action item kept")
    town.work()
    assert "book the room" in town.person("bo").direct_messages()


def test_an_action_item_from_a_message_keeps_a_link_and_not_the_words(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    bo.goes_to("#task-force").types("could somebody print the posters, mine is broken")
    message = bo.messages()[-1]
    dana.goes_to("#task-force").uses_shortcut(ids.SHORTCUT_ACTION, message)
    dana.fills("What is to be done?", "print the posters").fills("Until when?", "fri").submits()
    dana.sees("1 action item kept").presses("Close")
    dana.types("/action list").sees("Where it came from").does_not_see("mine is broken")


def test_pasted_minutes_are_shown_before_anything_is_kept(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    pasted = """
    - @bo: send the flyer draft by Dec 4
    2. somebody should book the room by Dec 4
    Action: @carmen check the van
    @zebedee write to the mayor by Dec 4
    @ana and @bo prepare the table by fri 3pm
    """
    dana.goes_to("#task-force").types("/action minutes").fills("Lines", pasted).submits()
    dana.sees("2 of 5 lines are ready").sees("It does not say whose it is").sees("No due date was understood")
    dana.sees("I know no one called @zebedee")
    dana.submits().sees("2 of 5 lines are ready")
    assert town.services.action_items.list(Scope.ALL, town.services.people.who(dana.id)) == ()
    dana.fills("Line 2", "@eli book the room by Dec 4").fills("Line 3", "@carmen check the van by Dec 7").fills("Line 4", "")
    dana.submits().sees("4 of 4 lines are ready").submits().sees("4 action items kept")
    town.work()
    assert bo.direct_messages().count("New follow-ups") + words(bo.messages("app")).count("send the flyer draft") >= 1
    assert len([m for m in bo.messages("app") if "follow-up" in m["text"]]) == 1, "one message for both of his"


def test_a_mention_in_plain_words_keeps_an_item_once(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    town.slack.set_faults(duplicates=1.0)
    dana.goes_to("#task-force").mentions("action item: @bo send the agenda by Fri").sees("Kept as")
    town.work()
    assert len(town.services.action_items.list(Scope.ALL, town.services.people.who(dana.id))) == 1
    assert "send the agenda" in bo.direct_messages()


def test_somebody_who_left_leaves_nothing_behind(town: Town, dana: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo send the flyer draft by wed")
    town.slack.deactivate("bo")
    town.work()
    assert "1 follow-up now with <@U0DANA00000>" in words(town.slack.read("dana", "#coordinators"))
    town.until(at(24, 12))
    assert follow_ups(dana) == ["Follow-up due: 1 item"]


def test_put_off_past_the_due_date(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo send the flyer draft by wed")
    town.until(at(24, 12))
    bo.goes_to("app").chooses("Remind me later", "Next Monday").sees("I will ask again on Mon Nov 30")
    town.until(at(29, 20))
    assert len(follow_ups(bo)) == 1
    town.until(at(30, 12))
    assert len(follow_ups(bo)) == 2
    assert "overdue" in words(bo.messages("app")[-1])


def test_not_mine_goes_to_carmen_with_a_word_why(
    town: Town, dana: PersonInTown, bo: PersonInTown, carmen: PersonInTown
) -> None:
    dana.goes_to("#task-force").types("/action @bo send the flyer draft by wed")
    town.work()
    bo.goes_to("app").presses("Not mine")
    bo.fills("Whose is it?", carmen.id).fills("A word why", "Carmen has the file").submits().sees("It is with")
    town.work()
    assert "send the flyer draft" in carmen.direct_messages()


def test_the_lead_hears_in_private_after_the_person_was_told(town: Town, dana: PersonInTown) -> None:
    """Nia's agency is led by Eli."""
    nia, eli = town.person("nia"), town.person("eli")
    dana.goes_to("#task-force").types("/action @nia send the flyer draft by tue")
    town.until(at(30, 12), step=60)
    assert "your agency's lead hears of it on" in nia.direct_messages()
    assert "send the flyer draft" not in eli.direct_messages()
    town.until(at(2, 12, month=12), step=60)
    assert "For you as the agency's lead" in eli.direct_messages()
    assert "For you as the agency's lead" not in nia.direct_messages()


def test_a_coordinators_monday(town: Town, dana: PersonInTown, bo: PersonInTown) -> None:
    dana.goes_to("#task-force").types("/action @bo send the flyer draft by wed")
    dana.types("/action @ana look into the van")
    town.until(at(30, 12), step=60)
    monday = words(town.slack.read("dana", "#coordinators"))
    assert "1 overdue" in monday and "Housing Services" in monday and "have no due date yet" in monday
    dana.opens_home().sees("Overdue everywhere: 1")
    dana.types("/action list all csv").sees("direct message")
    town.work()
    files = [f for m in dana.messages("app") for f in m.get("files", [])]
    assert [f["name"].endswith(".csv") for f in files] == [True] or town.slack.settle()


def test_five_zones_get_their_own_morning(town: Town, dana: PersonInTown) -> None:
    zones = {
        "ana": "America/New_York", "bo": "America/Chicago", "carmen": "America/Denver", "eli": "America/Los_Angeles",
        "nia": "Pacific/Honolulu",
    }  # fmt: skip
    for name, zone in zones.items():
        town.slack.change_person(name, tz=zone)
    town.slack.settle()
    dana.goes_to("#task-force").types("/action @ana @bo @carmen @eli @nia read the plan by Dec 3 3pm")
    heard: dict[str, datetime] = {}
    town.until(at(30, 5), step=240)
    while town.slack.now() < at(30, 18):
        town.minutes_pass(30, step=30)
        for name in zones:
            if follow_ups(town.person(name)) and name not in heard:
                heard[name] = town.slack.now()
    hours = [heard[name] for name in zones]
    assert hours == sorted(hours) and hours[-1] - hours[0] >= timedelta(hours=5)
    assert all(len(follow_ups(town.person(name))) == 1 for name in zones)
