"""Near misses of the words that matter most, set right before anything is read: "unconcious", "su1cidal", "k1ll".

Real words that happen to be one letter away ("drinking", "breading") are listed in real_words.py and left alone.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.answers.safety.real_words import REAL_WORDS


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_KEYS = _words("""
    ambulance against being armed assault assaulted attacked attacking beating beaten bleeding breathe breathing captive choking
    choked collapsed dangerous danger dying emergency escape fainted followed following forced forcing gunshot gunshots
    handcuffed hiding hitting hostage hurting injured kidnap kidnapped kidnapping killed killing knife locked machete
    missing murder overdose overdosed overdosing passport papers pistol poisoned police punching raped screaming seizure
    shooting stabbed stabbing strangle strangled strangling suffocating suicide suicidal swallowed threatened
    threatening threatens threaten trafficked trafficker trapped trafficking unconscious unresponsive wrists weapon
    victim prostitute boyfriend husband abducted tonight kicking grabbed dragging dragged drowning myself herself
    himself themselves locking breaking amenaza amenazo amenazando amenazan ambulancia apunalada apunalo armado auxilio
    ayuda ahorcando cuchillo desangrando desaparecio desmayo despierta encerrada encerrado encerrados disparando
    dispararon emergencia escapar estrangulando golpeando golpearon golpeo herida herido inconsciente matarla matarlo
    matarme matarse navaja obligan obliga padrote pasaporte peligro pistola policia prostituirme quieren respira
    sangrando sangre secuestraron secuestrada siguiendo sobredosis suicidarse suicidarme tratante violando violaron
""")
_SHORT_KEYS = _words(
    "kill gun guns stab shot shoot hurt rape raped die dead help pills bomb matar pega arma cops od has her him she he was"
)
_DIGITS = str.maketrans("@01345$!7*", "aoieassit ")


# too short for the nearest key word to be trusted, and typed too often to be missed
_SHORT_SLIPS = {
    "nife": "knife",
    "nifes": "knives",
    "knif": "knife",
    "knfe": "knife",
    "rite": "right",
    "hurtin": "hurting",
    "gunn": "gun",
}


def mended(word: str) -> str:
    """The key word this one was meant to be, or the word itself."""
    if word in _SHORT_SLIPS:
        return _SHORT_SLIPS[word]
    if word in _KEYS or len(word) > 24:
        return word
    if not word.isalpha() and any(c.isalpha() for c in word):
        return _without_digits(word)
    return _nearest(word) if len(word) >= 5 else word


def _without_digits(word: str) -> str:
    plain = word.translate(_DIGITS).replace(" ", "")
    if plain in _SHORT_KEYS or plain in _KEYS:
        return plain
    near = _nearest(plain) if len(plain) >= 6 and plain.isalpha() and len(word) == len(plain) else plain
    return near if near in _KEYS else word


@lru_cache(maxsize=8192)
def _nearest(word: str) -> str:
    if word in REAL_WORDS:
        return word
    if word.endswith("in") and f"{word}g" in _KEYS:
        return f"{word}g"
    allowed = 1 if len(word) < 9 else 2
    found = extractOne(word, _KEYS, scorer=OSA.distance, score_cutoff=allowed)
    if found is None or found[0][0] != word[0] or abs(len(found[0]) - len(word)) > 1:
        return word
    return str(found[0])
