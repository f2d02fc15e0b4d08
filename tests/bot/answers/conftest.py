"""A small knowledge base of six entries: what Ana, Bo and Carmen ask about in these tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.encoder import Encoder, load_encoder
from bot.answers.index import Index
from bot.content.entry import Entry, Said, SourceOfFact
from bot.content.finding import Calibration, Fit, OffTopic, SearchLists, SkillPhrasings
from bot.content.synonyms import SpanishWords, Synonyms


def entry(
    name: str, title: str, facts: dict[str, tuple[str, ...]], asked_as: tuple[str, ...], *, tier: str = "standard",
    audience: tuple[str, ...] = ("all-staff",), related: tuple[str, ...] = (), spanish: tuple[str, ...] = (),
) -> Entry:  # fmt: skip
    return Entry.model_validate(
        {
            "id": name, "theme": "test", "title": title, "kind": "how-to", "audience": audience, "tier": tier,
            "jurisdiction": "general", "short": f"{title}: ask the coordinator of your agency first.",
            "full": tuple(Said(say=say, asked=asked) for say, asked in facts.items()), "asked_as": asked_as,
            "asked_in_spanish": spanish, "related": related, "owner": "Coordinator",
            "sources": (SourceOfFact(name="Own words", confirmed="Written for these tests."),),
            "reviewed": date(2026, 11, 1), "expires": date(2026, 12, 1),
        }
    )  # fmt: skip


ENTRIES = (
    entry(
        "bed-tonight", "Safe bed tonight",
        {
            "Call the shelter line before sending anyone.": ("who do i call for a bed", "nowhere to sleep tonight"),
            "Never give out where a shelter is.": ("can i tell her the shelter address",),
        },
        ("she needs a bed tonight", "emergency shelter", "place to sleep tonight"),
        tier="safety", related=("long-housing", "young-person"), spanish=("dónde puede dormir esta noche",),
    ),
    entry(
        "long-housing", "Housing from hotel nights to a permanent home",
        {"A city fund can pay for hotel nights.": ("can the city pay for a hotel", "transitional housing money")},
        ("permanent housing for survivors", "transitional housing", "long term apartment"),
    ),
    entry(
        "young-person", "The person may be under 18",
        {"Unsure of age means under 18.": ("she says 19 but looks 15", "what if i am not sure about the age")},
        ("client is 16", "teen being exploited", "she may be a minor"), tier="safety",
    ),
    entry(
        "unpaid-wages", "Unpaid wages and which agency takes them",
        {"The Wage and Hour Division takes pay complaints.": ("boss never paid him", "who takes a pay complaint")},
        ("unpaid wages who to call", "worker was not paid", "wage theft complaint"),
        audience=("labor-standards",), spanish=("no le pagaron su sueldo",),
    ),
    entry(
        "hospital-role", "Hospital role",
        {"See the patient alone, with an interpreter.": ("companion will not leave the exam room",)},
        ("what is my role with a patient", "what should my nurses look for", "nurse role"), audience=("hospital",),
    ),
    entry(
        "school-role", "School role",
        {"Report yourself; telling the principal is not enough.": ("principal says she will report",)},
        ("what is my role with a student", "what should my teachers look for", "teacher role"), audience=("school",),
    ),
)  # fmt: skip

FIT = Fit(
    weights={"meaning-best": 3.5, "meaning-few": 4.4, "meaning-middle": 4.4, "words-best": 2.5, "share-of-words": 7.0},
    temperature=1.0, confidence={"always": -3.0, "meaning-few": 4.0, "share-of-words": 4.0, "strangeness": -6.0},
    sure=0.6, close=0.4, on_topic=0.1,
)  # fmt: skip
WORDS_FIT = Fit(
    weights={"letters-best": 4.0, "letters-entry": 3.0, "words-best": 4.0, "words-entry": 3.0, "share-of-words": 10.0},
    temperature=1.0, confidence={"always": -3.0, "words-best": 4.0, "share-of-words": 4.0, "strangeness": -3.0},
    sure=0.6, close=0.4, on_topic=0.1,
)  # fmt: skip
LISTS = SearchLists(
    Calibration(meaning=FIT, words=WORDS_FIT),
    Synonyms(means={"whd": ("wage and hour division",), "apt": ("apartment", "permanent housing")}),
    SpanishWords(
        words={
            "dormir": "sleep",
            "esta noche": "tonight",
            "dónde": "where",
            "pagan": "paid wages",
            "sueldo": "wages",
            "jefe": "boss",
        },
        small_words=("el", "la", "no", "le", "su", "puede", "se", "que"),
    ),
    OffTopic(far=("what is the weather tomorrow", "best pizza in town"), near=("how do i get a parking permit",)),
    SkillPhrasings(skills={"refer": ("start a referral",)}),
)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    found = load_encoder()
    assert found is not None, "the sentence model is a dependency of the project: install it again"
    return found


@pytest.fixture(scope="session")
def index(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.build(ENTRIES, LISTS, encoder, Path(tmp_path_factory.mktemp("vectors")))


@pytest.fixture(scope="session")
def words_index() -> Index:
    return Index.build(ENTRIES, LISTS)
