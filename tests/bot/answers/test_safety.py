"""A cry for help is heard however it is written, and everyday talk is left in peace."""

import sys
from pathlib import Path

import pytest
import yaml

from bot.answers.safety import SafetyReading, read_safety

CASES = yaml.safe_load((Path(__file__).parent / "safety_cases.yaml").read_text(encoding="utf-8"))
LONGEST_MESSAGE = 40_000
CRIES = ["he has a knife and she's here", "she wants to die", "me obligan a trabajar", "La están golpeando ahora mismo"]


def card(text: str) -> str:
    return read_safety(text).card or "none"


@pytest.mark.parametrize("wanted", ["danger", "self-harm", "survivor", "none"])
def test_every_text_gets_the_card_it_needs(wanted: str) -> None:
    wrong = {text: card(text) for text in CASES[wanted] if card(text) != wanted}
    assert wrong == {}


def test_there_are_enough_texts_of_each_kind_to_mean_something() -> None:
    assert len(CASES["danger"]) + len(CASES["self-harm"]) + len(CASES["survivor"]) >= 250
    assert len(CASES["none"]) >= 250


def test_the_knife_in_the_room_of_rule_one() -> None:
    assert read_safety("he has a knife and she's here").card == "danger"


def test_danger_comes_first_and_the_other_cards_beside_it() -> None:
    reading = read_safety("my boss locked me in, he has my passport and a gun, and I want to die")
    assert (reading.card, reading.also) == ("danger", ("self-harm", "survivor"))


def test_an_attempt_under_way_is_danger_with_988_beside_it() -> None:
    reading = read_safety("she swallowed a bottle of pills ten minutes ago because she wants to die")
    assert (reading.card, reading.also) == ("danger", ("self-harm",))


def test_a_survivor_who_says_please_help_me_is_met_as_a_survivor_first() -> None:
    reading = read_safety("I am a victim of trafficking, please help me")
    assert (reading.card, reading.also) == ("survivor", ("danger",))


def test_what_is_said_of_the_reading_is_the_rule_and_never_the_words() -> None:
    for text in (CASES["danger"] + CASES["self-harm"] + CASES["survivor"])[::5]:
        why = read_safety(text).why
        assert why
        assert why not in text.lower() or len(why.split()) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "???", "\u200b", "😀", "\ud800", "<@U123>", "a" * 300, "'", '"', "...", "!!!"])
def test_a_text_without_words_needs_no_card(text: str) -> None:
    assert read_safety(text) == SafetyReading(None)


@pytest.mark.parametrize("cry", CRIES)
def test_dressed_up_letters_hide_nothing(cry: str) -> None:
    wanted = card(cry)
    dressed = [
        cry.upper(), cry.replace("'", "’"), cry.replace("'", ""), "\u200b".join(cry), f"*{cry}*", f"_{cry}_",
        f"{cry}!!!", f"😭 {cry} 🙏",
        cry.replace("e", "е").replace("a", "а").replace("o", "о"), cry.replace("a", "á").replace("e", "é"),
        "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in cry.lower()),
        f"<@U0BOT> {cry}", f"{cry} &lt;3", cry.replace(" ", "  "),
    ]  # fmt: skip
    assert {text: card(text) for text in dressed if card(text) != wanted} == {}


@pytest.mark.parametrize("opening", [
    "Hi, quick question: ", "What do I do? ", "What do I do, ", "Hey team, ", "I don't know what to do. ", "Please advise: ",
    "I'm a nurse. ",
    "Sorry to bother you, ", "Hola, ", "Heads up, ", "omg ", "I think ", "<@U0BOT> ",
])  # fmt: skip
def test_a_polite_opening_hides_no_danger(opening: str) -> None:
    for cry in (
        "he has a knife and she's here",
        "she is bleeding a lot",
        "the girl is locked in a room at the motel",
        "she wants to die",
    ):
        assert card(opening + cry) == card(cry), opening + cry


@pytest.mark.parametrize(
    "ending", [" what do i do", " who do I call?", " please advise", " what should I do?", " que hago", " thanks", " 😭😭"]
)
def test_a_question_after_it_hides_no_danger(ending: str) -> None:
    for cry in (
        "he has a knife and she's here",
        "she is unconscious",
        "her pimp is outside the clinic",
        "he wants to kill himself",
    ):
        assert card(cry + ending) == card(cry), cry + ending


@pytest.mark.parametrize("text", [
    "she is unconcious", "he is chokeing her", "he is bleding", "she is suicdal", "sucidal client",
    "he h@s a gun", "my bf has a gn and a knfie, k1ll",
    "threatning to kill her", "shes in the bathrom overdosng", "s u i c i d a l",
])  # fmt: skip
def test_typing_errors_hide_nothing(text: str) -> None:
    assert card(text) != "none"


@pytest.mark.parametrize(("present", "not_present"), [
    ("he is beating her", "he was beating her two years ago"),
    ("she is being held in a house", "she was held in a house in 2019"),
    ("he has a gun", "he does not have a gun"),
    ("she is suicidal", "she is not suicidal"),
    ("she is unconscious in the lobby", "what do we do if somebody is unconscious in the lobby"),
    ("my client overdosed", "training on how a client overdosed"),
    ("the trafficker is outside", "scenario: the trafficker is outside"),
    ("he will kill her", "in the movie he will kill her"),
    ("I am being forced to work", "how do you say I am being forced to work in Spanish"),
    ("está sangrando", "no está sangrando"),
    ("me obligan a trabajar", "hace años me obligaban a trabajar"),
])  # fmt: skip
def test_the_same_act_past_denied_supposed_or_taught_is_not_happening(present: str, not_present: str) -> None:
    assert card(present) != "none"
    assert card(not_present) == "none"


def test_a_drill_is_not_real_until_somebody_says_it_is() -> None:
    assert card("for the drill: a man with a gun enters") == "none"
    assert card("this is not a drill: a man with a gun entered") == "danger"


def test_a_safe_beginning_does_not_hide_what_follows() -> None:
    assert card("she is safe now") == "none"
    assert card("she is safe now but he is outside with a gun") == "danger"
    assert card("the training is at noon. He has a knife and he is in the lobby") == "danger"


def test_danger_is_found_at_the_end_of_the_longest_message() -> None:
    for filler in ("the agenda for the meeting is long. ", "a", "word ", "he is here for the party, ", "\n"):
        cry = " he has a knife and she is bleeding"
        text = (filler * LONGEST_MESSAGE)[: LONGEST_MESSAGE - len(cry) - 1] + "." + cry
        assert card(text) == "danger", filler


class StepCounter:
    """Counts the lines of our own code that run: what grows with the square of the text would show here."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, frame: object, event: str, _arg: object) -> object:
        if "answers/safety" not in frame.f_code.co_filename.replace("\\", "/"):  # type: ignore[attr-defined]
            return None
        self.steps += event == "line"
        return self


def steps_for(text: str) -> int:
    counter = StepCounter()
    sys.settrace(counter)
    try:
        read_safety(text)
    finally:
        sys.settrace(None)
    return counter.steps


@pytest.mark.parametrize("piece", ["a", "@", "he is ", "what if he has a knife ", "kill ", '"', "my passport "])
def test_four_times_the_text_costs_about_four_times_the_steps(piece: str) -> None:
    short, long = (steps_for((piece * length)[:length]) for length in (800, 3_200))
    assert long <= 5 * short + 3_000


def test_every_repeat_in_every_act_is_bounded() -> None:
    from bot.answers.safety.reading import _all_acts

    acts = list(_all_acts())
    assert len(acts) > 400
    for act in acts:
        assert "{0,}" not in act.pattern.pattern
        assert ")*" not in act.pattern.pattern
