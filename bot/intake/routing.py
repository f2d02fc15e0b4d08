"""Which providers fit a person's needs, why, and what nobody knows. Pure; protocols.md 0.8, rules.md R33, R35, R56-R60.

Who pays for a provider and who is usually asked play no part. Law enforcement comes through three doors only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.protocol import Protocol
from bot.content.provider import Provider
from bot.intake.flow import Answers, Value, on_the_way
from bot.intake.values import ProviderMatch

MOST_SHOWN = 6
LEAST_SHOWN = 2
WIDER = ("citywide", "county-wide", "tri-county", "statewide", "national", "remote")
# good to have; every other condition keeps people out
WELCOMES = frozenset({"accepts_pets", "accepts_children", "teen_boys"})
CONDITION_WORDS = {
    "requires_id": "needs ID", "requires_police_report": "needs a police report", "requires_sobriety": "requires sobriety",
    "requires_certification_letter": "needs a certification letter", "requires_residency_proof": "needs proof of residency",
    "curfew": "has a curfew", "phone_surrender": "takes phones away", "accepts_pets": "takes pets",
    "accepts_children": "takes children", "teen_boys": "takes teenage boys",
    "faith_participation_required": "requires taking part in religion",
}  # fmt: skip
POPULATION_WORDS = {
    "trans_nonbinary": "trans and non-binary people", "lgbtq": "LGBTQ people", "under_18": "people under 18",
    "age_18_24": "ages 18 to 24", "families_with_children": "families", "deaf_hoh": "Deaf and hard of hearing people",
    "people_with_records": "people with a record", "native": "Native people", "older_adults": "older adults",
    "people_with_pets": "people with pets", "disabilities": "people with disabilities",
}  # fmt: skip
BY_PHONE = frozenset({"crisis_line", "victim_advocacy", "case_management", "safety_planning"})
GENERAL_HELP = frozenset({"case_management", "victim_advocacy"})


@dataclass(frozen=True)
class Need:
    """What the answers ask for. `wanted`: name of each thing wanted and the services that meet it."""

    wanted: tuple[tuple[str, frozenset[str]], ...]
    forms: frozenset[str]
    language: str | None
    areas: frozenset[str]
    avoid: frozenset[str]
    people: frozenset[str]
    cannot: frozenset[str]
    for_child: bool
    police_asked: bool
    remote_ok: bool = True


def need_of(protocol: Protocol, answers: Answers) -> Need:
    """Reads the answers on the way taken. P14 and every flow that never offers police keep that door shut."""
    return need_of_kept(protocol, on_the_way(protocol, answers))


def need_of_kept(protocol: Protocol, way: Mapping[str, Value]) -> Need:
    """The same from what a record holds. Preferences were dropped when it was sent, so they play no part any more."""
    wanted: dict[str, frozenset[str]] = {}
    people, cannot = {str(each) for each in protocol.file.routing.people}, set[str]()
    for question in protocol.questions():
        for option in _several(way.get(question.id)):
            label = question.choices.get(option, option)
            if option in question.services:
                wanted[label] = frozenset(question.services[option])
            people |= {str(question.people[option])} if option in question.people else set()
            cannot |= {str(question.cannot[option])} if option in question.cannot else set()
    if protocol.file.routing.services:
        wanted[protocol.title] = frozenset(protocol.file.routing.services)
    if any(_number(way.get(name)) for name in ("children_0_5", "children_6_12", "children_13_17")):
        cannot.add("accepts_children")
    asked = protocol.file.police == "only_if_asked" and way.get("police") == "asked"
    if asked:
        wanted["Police, as the person asked"] = frozenset({"police_victim_services"})
    return Need(
        tuple((name, services) for name, services in wanted.items()) or (("Somebody to go on with", GENERAL_HELP),),
        _forms(protocol, way.get("form")), _language(way.get("language")), frozenset(_several(way.get("areas"))),
        frozenset(_several(way.get("avoid_areas"))), frozenset(people), frozenset(cannot), protocol.file.about == "child",
        asked, way.get("remote_ok") != "no",
    )  # fmt: skip


def match(need: Need, providers: Iterable[Provider], today: date) -> tuple[ProviderMatch, ...]:
    """Best first: at least two, one of them helping from afar where there is one. Empty when nothing fits.

    `providers` are those that may be shown now: active, vetted, fresh; their capacity is what is known now.
    """
    fitting = [provider for provider in providers if _may(provider, need)]
    ranked = sorted((p for p in fitting if _covered(p, need)), key=lambda provider: _rank(provider, need, today))
    if not ranked:
        return ()
    kept = ranked[:MOST_SHOWN]
    if need.remote_ok and not any(_is_remote(provider) for provider in kept):
        afar = next((p for p in ranked if _is_remote(p)), None) or _any_remote(fitting, need, today)
        kept = [*kept[: MOST_SHOWN - 1], afar] if afar else kept
    if len(kept) < LEAST_SHOWN:
        second = _any_remote([p for p in fitting if p not in kept], need, today)
        kept += [second] if second else []
    return tuple(ProviderMatch(provider, _why(provider, need), _unknown(provider, need)) for provider in kept)


def may_be_sent(provider: Provider, need: Need) -> bool:
    """Whether a release to this provider is thinkable at all, checked again when a referral is sent."""
    return _may(provider, need)


def _may(provider: Provider, need: Need) -> bool:
    if provider.immigration_enforcement or (provider.is_police and not need.police_asked):
        return False
    if "emergency" in provider.services or provider.conditions.get("faith_participation_required") == "yes":
        return False
    if need.forms and not need.forms <= set(provider.forms_served):
        return False
    if need.people & set(provider.not_for) or not _age_fits(provider, need) or not _gender_fits(provider, need):
        return False
    if any(_conflicts(provider, condition) for condition in need.cannot):
        return False
    return _area_fits(provider, need)


def _conflicts(provider: Provider, condition: str) -> bool:
    known = {str(name): value for name, value in provider.conditions.items()}
    return known.get(condition) == ("no" if condition in WELCOMES else "yes")


def _age_fits(provider: Provider, need: Need) -> bool:
    populations = set(provider.populations)
    grown = {"adults", "women", "men", "workers", "families_with_children", "age_18_24", "trans_nonbinary", "older_adults",
             "immigrants", "disabilities", "deaf_hoh", "native", "lgbtq", "people_with_records"}  # fmt: skip
    if need.for_child:
        return "under_18" in populations or not populations & {"adults", "women", "men"}
    if "age_18_24" in need.people:
        return provider.age_max is None or provider.age_max >= 18
    return bool(populations & grown) and (provider.age_max is None or provider.age_max > 24)


def _gender_fits(provider: Provider, need: Need) -> bool:
    populations = set(provider.populations)
    for wanted, other in (("women", "men"), ("men", "women")):
        if wanted in need.people and other in populations and not populations & {wanted, "adults"}:
            return False
    return True


def _area_fits(provider: Provider, need: Need) -> bool:
    areas = set(provider.area)
    if _is_remote(provider):
        return need.remote_ok or not areas <= {"remote", "national"}
    if areas <= need.avoid:
        return False
    return not (need.areas - {"remote"}) or bool(areas & (need.areas | set(WIDER)))


def _is_remote(provider: Provider) -> bool:
    return provider.remote or "remote" in provider.area or "national" in provider.area


def _covered(provider: Provider, need: Need) -> tuple[str, ...]:
    offered = set(provider.services)
    return tuple(name for name, services in need.wanted if offered & services)


def _rank(provider: Provider, need: Need, today: date) -> tuple[object, ...]:
    """Need covered, language, people, area, room, how recently confirmed; then the id, so that the order is steady."""
    room = {"open": 0, "limited": 1, "unknown": 2, "waitlist": 3, "full": 4}[provider.capacity]
    local = bool(need.areas & set(provider.area)) or not _is_remote(provider)
    days = provider.days_since_verified(today)
    return (
        -len(_covered(provider, need)), not _speaks(provider, need), -len(need.people & set(provider.populations)),
        not local, room, 9999 if days is None else days, provider.id,
    )  # fmt: skip


def _any_remote(providers: list[Provider], need: Need, today: date) -> Provider | None:
    """Somebody who helps by phone whatever the need is."""
    lines = [provider for provider in providers if _is_remote(provider) and set(provider.services) & BY_PHONE]
    kinds = {provider.id: len(set(provider.services) & BY_PHONE) for provider in lines}
    return min(lines, key=lambda provider: (-kinds[provider.id], _rank(provider, need, today)), default=None)


def _speaks(provider: Provider, need: Need) -> bool:
    return need.language is None or need.language in provider.languages_spoken


def _why(provider: Provider, need: Need) -> tuple[str, ...]:
    said = list(_covered(provider, need)) or ["Helps by phone and knows other places"]
    if need.language is not None and _speaks(provider, need):
        said.append("Speaks the language")
    elif need.language is not None and provider.interpretation:
        said.append("Works with interpreters")
    said += [f"For {POPULATION_WORDS.get(p, p)}" for p in sorted(need.people & set(provider.populations))]
    if _is_remote(provider):
        said.append("From afar")
    elif need.areas & set(provider.area):
        said.append("In the area")
    room = {"open": "Has room", "limited": "Has a little room", "waitlist": "Has a waiting list", "full": "Said it is full"}
    said += [room[provider.capacity]] if provider.capacity in room else []
    return tuple(said)


def _unknown(provider: Provider, need: Need) -> tuple[str, ...]:
    known = {str(name): value for name, value in provider.conditions.items()}
    missing = [f"whether it {CONDITION_WORDS[name]}" for name in sorted(need.cannot) if known.get(name, "unknown") == "unknown"]
    if need.language is not None and not _speaks(provider, need) and not provider.interpretation:
        missing.append("whether it can work in this language")
    missing += [f"whether it suits {POPULATION_WORDS.get(p, p)}" for p in sorted(need.people - set(provider.populations))]
    if provider.capacity == "unknown":
        missing.append("whether there is room")
    if provider.shares_with_police == "unknown":
        missing.append("what it tells the police")
    return tuple(missing)


def gaps_of(need: Need) -> tuple[tuple[str, str, str, str], ...]:
    """(need, language, area, population) for each thing wanted: what a gap is counted by."""
    area = "several areas" if len(need.areas) > 1 else next(iter(need.areas), "anywhere")
    people = "several groups" if len(need.people) > 1 else next(iter(need.people), "anyone")
    return tuple((name[:60], need.language or "not said", area, people) for name, _ in need.wanted)


def _forms(protocol: Protocol, answer: Value) -> frozenset[str]:
    """Both forms where it is both or not known; where the flow does not ask, the flow's own."""
    if answer in ("labor", "sex"):
        return frozenset({str(answer)})
    if answer is not None:
        return frozenset({"labor", "sex"})
    return frozenset(protocol.file.forms) if len(protocol.file.forms) == 1 else frozenset()


def _language(answer: Value) -> str | None:
    return answer if isinstance(answer, str) and answer else None


def _several(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
