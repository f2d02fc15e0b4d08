"""The three safety cards, English and Spanish: what a person in danger reads before anything else.

Their numbers are constants, the one exception to "numbers come from directory records": the cards must stand even when
the knowledge base could not be read. Rules kept here: never say that anyone is watching or that help is coming (R2);
nothing is stored and nobody is questioned or corrected (R3, R4); no advice to confront, follow or test anyone (R5).
"""

import re
from dataclasses import dataclass

from bot.answers.safety import CardName, SafetyReading

EMERGENCY = "911"
CRISIS_LINE = "988"
HOTLINE = "1-888-373-7888"
HOTLINE_DIAL = "+18883737888"
HOTLINE_TEXT = "233733"
RELAY = "711"


@dataclass(frozen=True)
class Number:
    """One way to reach a person: what a phone dials, how it is written, and whose it is and how it is used."""

    dial: str
    shown: str
    says: str


@dataclass(frozen=True)
class Card:
    """Plain words only; the view decides how they look. Lines are in reading order."""

    title: str
    lines: tuple[str, ...]
    numbers: tuple[Number, ...]


_DANGER = Card(
    "Call 911 now",
    (
        "Call 911 if anyone is in danger or needs medical care right now.",
        "This chat is not watched, and nobody is alerted by it.",
        "If speaking is unsafe, move away first, or text 911 where available.",
        "Tell the dispatcher about any language or disability access need.",
        "Do not confront anyone, do not follow, do not try to remove the person yourself.",
        "Afterward: the trafficking hotline, then your coordinator by phone.",
    ),
    (
        Number(EMERGENCY, EMERGENCY, "emergency: police, fire, ambulance"),
        Number(HOTLINE_DIAL, HOTLINE, "National Human Trafficking Hotline, day and night"),
    ),
)
_DANGER_SPANISH = Card(
    "Llame al 911 ahora",
    (
        "Llame al 911 si alguien está en peligro o necesita atención médica en este momento.",
        "Nadie vigila este chat, y por escribir aquí no se avisa a nadie.",
        "Si no es seguro hablar, aléjese primero, o envíe un mensaje de texto al 911 donde exista ese servicio.",
        "Diga a quien conteste qué idioma o apoyo por discapacidad hace falta.",
        "No confronte a nadie, no siga a nadie, no intente sacar a la persona por su cuenta.",
        "Después: la línea contra la trata y luego su coordinador, por teléfono.",
    ),
    (
        Number(EMERGENCY, EMERGENCY, "emergencias: policía, bomberos, ambulancia"),
        Number(HOTLINE_DIAL, HOTLINE, "línea nacional contra la trata de personas, día y noche"),
    ),
)
_SELF_HARM = Card(
    "Call or text 988",
    (
        "988 is the Suicide & Crisis Lifeline: a trained person, day and night, free. For you too.",
        "If there is an attempt, a weapon or an overdose now: call 911.",
        "Stay with the person if it is safe, and call together. For Spanish press 2.",
        "Do not promise to keep it secret; say what you must do.",
        "This chat is not watched. The assistant does not keep what you typed.",
    ),
    (
        Number(CRISIS_LINE, CRISIS_LINE, "Suicide & Crisis Lifeline: call or text"),
        Number(EMERGENCY, EMERGENCY, "emergency: police, fire, ambulance"),
    ),
)
_SELF_HARM_SPANISH = Card(
    "Llame al 988",
    (
        "988 es la línea de prevención del suicidio y crisis: alguien preparado, de día y de noche, gratis. También para usted.",
        "Si hay un intento, un arma o una sobredosis en este momento: llame al 911.",
        "Quédese con la persona si es seguro y llamen juntos. En español, oprima 2.",
        "No prometa guardar el secreto; diga lo que usted debe hacer.",
        "Nadie vigila este chat. El asistente no guarda lo que usted escribió.",
    ),
    (
        Number(CRISIS_LINE, CRISIS_LINE, "línea de suicidio y crisis: llame o envíe un mensaje de texto"),
        Number(EMERGENCY, EMERGENCY, "emergencias: policía, bomberos, ambulancia"),
    ),
)
_SURVIVOR = Card(
    "You can talk to a person",
    (
        "Thank you for writing. If any of this is about you: it is not your fault, and you decide what happens next.",
        "You can call the trafficking hotline, day and night, free, in many languages. You do not have to give your name.",
        "You can ask them what they keep and what they share before you tell them anything.",
        "If you are in danger now and it is safe to call: 911. In some places you can also text 911.",
        "This chat is not watched. The assistant keeps nothing of what you wrote.",
        "If someone checks your phone, you can delete the message from it.",
    ),
    (
        Number(HOTLINE_DIAL, HOTLINE, "National Human Trafficking Hotline, day and night"),
        Number(HOTLINE_TEXT, HOTLINE_TEXT, "the same hotline, by text message"),
        Number(RELAY, RELAY, "TTY relay, for people who are deaf or hard of hearing: ask for the hotline"),
        Number(EMERGENCY, EMERGENCY, "emergency: police, fire, ambulance"),
    ),
)
_SURVIVOR_SPANISH = Card(
    "Puede hablar con una persona",
    (
        "Gracias por escribir. Si esto se trata de usted: no es su culpa, y usted decide qué sigue.",
        "Puede llamar a la línea contra la trata, gratis, día y noche, en español y otros idiomas. No tiene que dar su nombre.",
        "Puede preguntar qué guardan y qué comparten antes de contarles algo.",
        "Si está en peligro ahora y es seguro llamar: 911. En algunos lugares también por mensaje de texto al 911.",
        "Nadie vigila este chat. El asistente no guarda nada de lo que escribió.",
        "Si alguien revisa su teléfono, puede borrar de él el mensaje.",
    ),
    (
        Number(HOTLINE_DIAL, HOTLINE, "línea nacional contra la trata de personas, día y noche"),
        Number(HOTLINE_TEXT, HOTLINE_TEXT, "la misma línea, por mensaje de texto"),
        Number(RELAY, RELAY, "servicio TTY para personas sordas: pida la línea contra la trata"),
        Number(EMERGENCY, EMERGENCY, "emergencias: policía, bomberos, ambulancia"),
    ),
)
_CARDS: dict[CardName, tuple[Card, Card]] = {
    "danger": (_DANGER, _DANGER_SPANISH),
    "self-harm": (_SELF_HARM, _SELF_HARM_SPANISH),
    "survivor": (_SURVIVOR, _SURVIVOR_SPANISH),
}


def card_for(reading: SafetyReading, spanish: bool) -> Card:
    """The card of the reading, with a line and the numbers for every other card it asks for, each number once.

    Raises ValueError for a reading without a card: there is nothing to show.
    """
    if reading.card is None:
        raise ValueError("this reading asks for no card")
    language = 1 if spanish else 0
    first = _CARDS[reading.card][language]
    numbers = {number.dial: number for number in first.numbers}
    for name in reading.also:
        for number in _CARDS[name][language].numbers:
            numbers.setdefault(number.dial, number)
    return Card(first.title, (*first.lines, *_beside(reading, language)), tuple(numbers.values()))


def _beside(reading: SafetyReading, language: int) -> tuple[str, ...]:
    """One kind line for each further card, so that its number is not a bare number."""
    lines = {
        "danger": ("In danger now: call 911.", "En peligro ahora: llame al 911."),
        "self-harm": (
            "For thoughts of suicide or self-harm: call or text 988.",
            "Por pensamientos de suicidio o de hacerse daño: llame al 988 o envíe un mensaje de texto.",
        ),
        "survivor": (
            f"If you are being made to work or sell sex: the hotline {HOTLINE}, or text {HOTLINE_TEXT}. No name needed.",
            f"Si le obligan a trabajar o a vender sexo: {HOTLINE}, o mensaje de texto al {HOTLINE_TEXT}. Sin dar su nombre.",
        ),
    }
    return tuple(lines[name][language] for name in reading.also)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SPANISH_WORDS = _words("""
    el la los las un una unos unas de del al que y o en con por para su sus mi mis me te se nos lo le les es son
    esta estan estoy como donde cuando quien cual cuanto si pero porque ya muy mas hay tiene tienen tengo ser soy
    eres fue qué está están cómo dónde cuándo quién cuál sí más ayuda ayudenme ayúdenme auxilio persona alguien nada
    todo puede puedo quiero quiere necesito necesita hola gracias favor trabajo trabajar obligan pasaporte policia
    policía hombre mujer niña niño nina nino casa ahora hoy noche aquí aqui esto este eso ese no refugio trata
    peligro llame llamen matar morir dice hacer hago debo sin sobre español respira despierta sangra desmayó desmayo
    armado pistola cuchillo socorro emergencia vivir ahorita
""")
_ENGLISH_WORDS = _words("""
    the a an of to and in is are was were be been i you he she they we it my your his her their our this that these
    those what how who when where which why can could should would will do does did have has had not for with on at
    from by as if or but about there here me him them us need help want get please someone anyone person people
    client now right tonight say says said no
""")
_WORD = re.compile(r"[a-záéíóúüñ]+")
_SPANISH_ENDING = re.compile(r"(?:ando|iendo|aron|ieron|ción|arme|arse|arla|arlo|amente)$")
_ONLY_SPANISH = re.compile(r"[ñ¿¡áéíóú]")


def looks_spanish(text: str) -> bool:
    """More Spanish than English, judged by small words and endings; the first 2,000 characters are enough."""
    lowered = text[:2000].lower()
    words = _WORD.findall(lowered)
    spanish = sum(word in _SPANISH_WORDS or _SPANISH_ENDING.search(word) is not None for word in words)
    english = sum(word in _ENGLISH_WORDS for word in words)
    if spanish == english:
        return bool(words) and _ONLY_SPANISH.search(lowered) is not None
    return spanish > english
