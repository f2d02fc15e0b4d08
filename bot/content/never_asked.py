"""What no flow may ask: word patterns over questions, options and helps (rules.md R34, protocols.md 0.7). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.protocol import Question

# pattern -> what it would ask for
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(?:first|last|full|family|real|legal|person's|client's|survivor's|victim's|child's|student's|worker's|patient's|their)"
     r" names?|(?:his|her) names?|name of the (?:person|client|child|student|worker|patient|survivor|victim)|names?\??$"
     r"|initials|alias(?:es)?|nickname",
     "a name"),
    (r"birth ?da(?:te|y)s?|date of birth|dob|born (?:on|in)|exact age|how old exactly", "a birth date"),
    (r"(?:home|street|mailing|e-?mail|their|current) address(?:es)?|address of the|^address|phone numbers?|telephone numbers?"
     r"|e-?mails?|social (?:media|handle)|instagram|facebook|snapchat|tiktok|user ?names?"
     r"|plates?|license plate|photos?|pictures?|selfies?",
     "a way to find the person"),
    (r"immigration status|legal status|residen(?:cy|t) status|citizen\w*|permanent residents?|undocumented|documented|visas?"
     r"|green card|a-number|alien number|work permit"
     r"|passport (?:country|number)|lawfully present|entered the (?:country|us|united)"
     r"|date of entry|deported|nationalit\w*",
     "immigration status"),
    (r"countr(?:y|ies)|birthplace|place of birth|national origin|where (?:is|are|was|were) (?:the person|they|she|he|the worker)"
     r" (?:from|born)|come from",
     "a country"),
    (r"race|ethnicit\w*|ethnic|skin|religions?|church|mosque|which faith", "race or religion"),
    (r"sexual orientation|sexuality|gender identity|gender history|sex at birth|assigned at birth|transition\w*",
     "sexual orientation or gender history"),
    (r"hiv|aids|std|sti|diagnos\w*|medical history|test results?|pregnan\w*", "a diagnosis"),
    (r"what happened|describe|tell (?:us|me) (?:about|what)|the story|in detail|details? of (?:the )?(?:abuse|acts?|incident)"
     r"|narrative|statement",
     "the story"),
    (r"how many (?:buyers|clients|men|customers|times)|number of (?:buyers|clients|men|customers)|buyers", "acts or buyers"),
    (r"earn(?:s|ed|ings)?|how much (?:money|(?:did|do|does) (?:they|he|she|the \w+) (?:make|get|pay))|income", "earnings"),
    (r"trafficker(?:'s)?(?: name)?|name of the (?:trafficker|boss|exploiter)|who (?:did|is doing|was behind|exploit\w*)",
     "who did it"),
    (r"did (?:they|she|he|the person) consent|consent to the (?:sex|work|act)|willing(?:ly)? (?:work|sell|do)",
     "whether they consented"),
    (r"criminal history|arrest(?:s|ed)?|convict\w*|charges?|charged with|case numbers?|gang", "criminal history"),
    (r"drug use|use(?:s|d)? drugs|drugs? (?:they|do)|addict\w*|alcohol use", "drug use"),
    (r"(?:name of (?:the|their) |which )schools?|school(?:'s)? name", "the school"),
    (r"(?:name of (?:the|their) |which )(?:employer|boss|company)|employer(?:'s)? name", "the employer beside the person"),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), what) for pattern, what in PATTERNS)
# inside a help a word may stand where it says what not to do
_WARNS = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|don't|cannot|instead|only|stays?|leave out|whatever|itself)\b",
    re.IGNORECASE,
)
_ABOUT_PLACES = frozenset({"a name", "a country", "the employer beside the person"})


def forbidden_in(question: Question) -> Iterator[tuple[str, str]]:
    """(where, what) for each thing the question would ask: `ask`, `options` or `help`.

    A place is asked by its public name. A question with a `duty` may ask what the law makes needed, if nothing of it is kept.
    """
    excused = frozenset({"immigration status"}) if question.duty and question.keep == "never" else frozenset()
    if question.kind == "place":
        excused |= _ABOUT_PLACES
    for where, text in _texts(question):
        for pattern, what in _COMPILED:
            if what not in excused and pattern.search(text):
                yield where, what


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    yield "ask", question.ask.strip(" ?.:")
    for label in question.options.values():
        yield "options", label
    for sentence in re.split(r"(?<=[.!?:;])\s+|\n", question.help or ""):
        if sentence and not _WARNS.search(sentence):
            yield "help", sentence
