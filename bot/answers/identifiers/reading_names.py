"""What both readers of names share: how a word is compared, and who is no secret (staff, offices that bear a name)."""

import re
import unicodedata

STAFF_BEFORE = re.compile(
    r"\b(?:officer|deputy|sheriff|alder(?:man|woman|person)|senator|governor|rep|pastor|rev|reverend|detective|sergeant|sgt|"
    r"lt|captain|judge|director|councilmember|mayor|coordinator|advocate|nurse|"
    r"doctor|dr|professor|chief|agent|president|secretary|chair|liaison|fellow|trainer|teacher|"
    r"attorney|counselor|commissioner|supervisor|manager|case ?worker|social worker|staff|colleague|interpreter)\.?,?\s$",
    re.IGNORECASE,
)
OFFICE_WORD = re.compile(
    r"^(?:'s)?\s(?:House|Shelter|Library|Clinic|Center|Hospital|School|Foundation|Home|Park|Street|Ave(?:nue)?|Day|Jr|"
    r"Project|Fund|Act|Law|Farm|Room|Hall|River|County|City|Church|University|College|Charities|Society|Services|Office|"
    r"Building|Heights|Village|Inn|Motel|Hotel|branch|library)\b"
)

PLACE_BEGINS = frozenset({"santa", "san", "saint", "st", "los", "las", "el", "la", "new", "port", "fort", "mount", "lake"})
# "Appendix B" is no initial
HAS_PARTS = frozenset({
    "appendix", "schedule", "section", "exhibit", "annex", "attachment", "part", "plan", "phase", "option", "item", "table",
    "figure", "supplement", "title", "type", "group", "team", "zone", "terminal", "gate", "building", "vitamin", "hepatitis",
    "class", "grade", "level", "unit", "ward", "suite",
})  # fmt: skip


def folded(word: str) -> str:
    """Small letters without accents, without a possessive or a loose hyphen: how names are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().removesuffix("'s").strip("'-")
