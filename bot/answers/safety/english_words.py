"""English lexicons: who, to whom, with what, and the verbs of harm. Data only; ``_`` joins a phrase."""

_PERSON = """
man men woman women girl girls boy boys kid kids child children teen teens teenager teenagers minor minors baby infant
toddler youth lady guy guys dude person people client clients patient patients resident residents guest guests worker
workers employee employees survivor survivors victim victims husband wife boyfriend girlfriend partner ex spouse uncle aunt brother
sister son daughter cousin mother father mom dad parent parents family stepfather stepdad grandfather friend coworker
colleague student neighbor roommate boss manager owner employer supervisor foreman crew driver trafficker traffickers
pimp pimps abuser exploiter stalker smuggler smugglers coyote recruiter buyer buyers john attacker intruder gunman
suspect stranger controller handler madam landlord male female males females volunteer caseworker tenant caller adult
gang customer customers maid nanny housekeeper laborer laborers babies guard nurse visitor subject individual
passenger companion escort housekeepers nannies maids cooks cook dishwasher dishwashers farmworker farmworkers pickers
picker laborers cleaner cleaners janitor students nurses waitress server dancer dancers driver drivers welder roofer painter
migrant migrants farmhand farmhands stepmother stepmom stepfather sons daughters sisters brothers guards bosses
"""
PEOPLE = frozenset(_PERSON.split())
_DETERMINERS = "my the this that a an her his their our one some another two three four five several both these those"
_ADJECTIVES = (
    "older young younger little adult female male teenage pregnant elderly homeless drunk angry other old new "
    "year yo yr f m crying shirtless scared same big small undocumented foster trans deaf disabled injured large armed masked"
)


def _numbered(text: str) -> str:
    return " ".join(text.split())


WORDS: dict[str, str] = {
    "person": _numbered(_PERSON),
    "pronoun": "he she they we i you it_s someone somebody everyone everybody",
    "he": "he she they someone somebody <harmer> <kin>",
    "kin": "husband wife boyfriend girlfriend partner ex father mother dad mom stepfather stepdad uncle brother cousin son "
    "family parents aunt sister man men guy guys dude woman male female male_subject stranger people gang",
    "harmer": "trafficker traffickers pimp pimps abuser exploiter stalker smuggler smugglers coyote recruiter buyer buyers "
    "attacker intruder gunman controller handler madam kidnapper kidnappers shooter assailant perpetrator boss manager "
    "employer foreman crew_leader owner supervisor landlord suspect driver contractor agency",
    "perp": "trafficker traffickers pimp pimps abuser exploiter stalker smuggler smugglers coyote buyer buyers attacker "
    "controller kidnapper kidnappers assailant perpetrator intruder gunman shooter john johns handler",
    "whom": (
        "me us him her them someone somebody everyone everybody people staff each_other one_another you anyone anybody whoever"
    ),
    "me": "me us",
    "be": "is_been s_been is are am s r be keeps keep kept started starts has_been have_been will_be",
    "weapon": "knife knives gun guns machete pistol rifle shotgun handgun firearm weapon weapons blade bat hammer axe "
    "hatchet sword razor crowbar bomb grenade explosive explosives acid taser screwdriver pipe glock ar15 strap gasoline "
    "box_cutter boxcutter baseball_bat scissors molotov broken_bottle broken_glass cleaver",
    "has": "has have got gets holding carrying carries holds waving swinging swings pulled pulls pulling pointing points "
    "with w grabbed grabs brandishing brought flashing flashed showing using wielding reaching_for armed_with "
    "came_with come_with pointed waved took_out whipped_out concealing drew",
    "had": "had",
    "harming": "beating hitting kicking punching slapping choking strangling stabbing attacking assaulting hurting raping "
    "molesting dragging grabbing chasing torturing abusing burning drowning suffocating shooting killing threatening "
    "following stalking fighting whipping smothering robbing cornering groping harming tasing jumping "
    "slamming kidnapping abducting pinning restraining starving drugging poisoning terrorizing menacing",
    "handling": "pushing pulling throwing shoving",
    "harmed": "beaten beat hit kicked punched choked strangled stabbed attacked assaulted hurt raped dragged chased tortured "
    "abused threatened followed stalked robbed shot burned drugged kidnapped abducted jumped slapped molested pulled "
    "forced_into pushed harmed restrained trafficked_right_now tased starved whipped held_down cornered",
    "gravely_harmed": "stabbed shot strangled choked kidnapped abducted jumped slashed knifed maced poisoned",
    "harmed_someone": "beat hit punched kicked raped attacked assaulted cut slapped grabbed pushed hurt threatened followed "
    "burned dragged bit robbed drugged slammed threw whipped chased molested tackled",
    "harms": "hits beats chokes strangles rapes kicks punches burns slaps hurts whips tortures abuses threatens stabs drugs "
    "starves molests drags chases",
    "harm": "hit beat choke strangle rape kick punch burn slap hurt whip torture threaten drug starve",
    "lethal": "kill shoot stab murder hurt harm strangle choke burn beat rape cut behead kidnap torture drown attack "
    "come_after beat_up slit jump execute bury poison smash slap finish_off hit abduct take_out whoop blow_up "
    "slice bash smother punch knife drag hunt",
    "threat": "will going_to wants_to want_to want about_to trying_to tries_to try_to trys_to tried_to "
    "threatens_to threatening_to "
    "threatened_to plans_to planning_to ready_to swore_to promised_to ll would threaten_to swears_to vowed_to "
    "wants want is_here_to coming_to come_to came_to coming_over_to gon",
    "fresh": "just now right_now tonight today ago currently still moments seconds this_morning this_evening this_afternoon "
    "this_minute again hurry immediately at_this_moment 911 as_we_speak in_progress this_second happening",
    "soon": "tonight now tomorrow today soon asap this_morning this_evening this_afternoon this_weekend in_the_morning "
    "in_an_hour at_dawn before out_of_state out_of_the_country out_of_town across to_another over_the_border right_now "
    "in_minutes any_minute overseas to_mexico by_tonight in_a_van in_a_truck in_a_car on_a_bus on_a_plane on_a_flight "
    "at_midnight later_tonight in_an_hour_or_two within_the_hour shortly to_a_new in_ten in_20 in_30 "
    "at_5 at_6 at_7 at_8 at_9 at_10 "
    "at_11 at_12 in_two_hours leaving monday tuesday wednesday thursday friday saturday sunday down_south abroad away "
    "to_the_airport",
    "moving": "moving taking sending shipping smuggling transporting flying driving putting loading selling trafficking "
    "bringing marrying shoving packing auctioning trading handing",
    "move": "move take sell send ship traffic fly marry smuggle drive put transport trade load get grab pick_up marry_off "
    "auction hand",
    "moved": "moved taken sold shipped sent trafficked flown put driven transported married handed loaded smuggled traded "
    "auctioned taken_away put_on married_off picked_up",
    "young": "child children kid kids girl girls boy boys teen teenager minor minors baby daughter son sister brother "
    "student niece nephew infant toddler youth resident client granddaughter grandson 12yo 13yo 14yo 15yo 16yo 17yo "
    "13 14 15 16 17",
    "here": "here outside downstairs upstairs nearby at_the in_the in_our in_my at_our at_my at_her in_her "
    "on_the_way on_his_way on_her_way "
    "on_their_way on_my coming back_here driving_here driving_over pulled_up pulling_up showed_up shows_up walked_in "
    "walking_in waiting looking_for across_the_street parked circling approaching came_to_the came_back came_in arrived "
    "arriving out_front inside with_her_now entering banging pounding knocking kicking yelling shouting screaming headed_here "
    "heading_here following demanding trying_to refusing refuses calling_her is_back turned_up heading_over tracking "
    "tracked rolled_up just_got out_back next_door right_behind behind coming_back lurking standing",
    "out": "out out_of leave go come_out exit get_out get_away escape walk_out outside",
    "pills": "pills pill tylenol meds medication medications xanax tablets ibuprofen fentanyl oxys sleeping_pills aspirin "
    "painkillers antidepressants benadryl",
    "poison": "bleach antifreeze poison chemicals cleaner pesticide drain_cleaner rat_poison detergent gasoline "
    "cleaning_fluid batteries battery magnets a_battery lysol insecticide",
    "self": "myself himself herself themselves themself yourself themselfs hisself ourselves itself",
    "building": "house building apartment shelter motel hotel office kitchen warehouse factory trailer room car van clinic "
    "barn restaurant camp hallway basement",
    "papers": "passport passports papers documents id ids visa identification green_card documentation birth_certificate "
    "id_card license ssn_card social_security_card i94 paper document",
    "boss": "boss employer manager owner husband boyfriend uncle aunt pimp trafficker madam supervisor foreman recruiter "
    "contractor agency landlord lady family man woman he she they someone people guy handler partner sponsor abuser wife "
    "daddy boss_man crew_leader mother father stepfather cousin agent smuggler coyote sir company",
    "lets": "let allow permit",
}


def _noun_phrase(nouns: str) -> str:
    """ "the man", "a 15 year old girl", "our older female client"."""
    adjectives = "|".join(_ADJECTIVES.split())
    return rf"(?:(?:{'|'.join(_DETERMINERS.split())}) )?(?:(?:{adjectives}|\d+[a-z]*) ){{0,5}}(?:{'|'.join(nouns.split())}) "


_HURTERS = WORDS["harmer"] + " " + WORDS["kin"].replace("_", " ")
_RELATIVE = (
    "(?:(?:the|a|this) (?:man|men|guy|guys|person|people|woman|lady|dude|couple|boss) "
    "(?:who|that|she is afraid of|she ran from|she escaped|she fled|she left) "
    "(?:(?:is|has|was|been|were) )?"
    "(?:sells|sold|selling|controls|controlling|bought|owns|hurt|hurts|hurting|beat|beats|beating|raped|rapes|trafficked|"
    "traffics|trafficking|exploits|exploited|exploiting|kept|keeps|holds|held|pimps|pimped|threatened|attacked|"
    "stalking|abused|abuses|abusing|pays|runs) (?:her|him|them|me|us|the girls|the workers|girls|workers) )"
)

MACROS: dict[str, str] = {
    "who": rf"(?:(?:he|she|they|we|i|you|someone|somebody|everyone|everybody) |{_noun_phrase(_PERSON)})",
    "he": rf"(?:(?:he|she|they|someone|somebody) |{_noun_phrase(_HURTERS.replace('crew leader', 'leader'))}|{_RELATIVE})",
    "perp": rf"(?:{_noun_phrase(WORDS['perp'].replace('_', ' '))}|{_RELATIVE}|(?:her|his|my|the|an|violent|abusive) ex |"
    r"(?:(?:her|his|my|the) )?(?:ex|abusive|violent) (?:husband|boyfriend|partner|wife) )",
    "whom": (
        rf"(?:(?:{'|'.join(w for w in WORDS['whom'].split() if '_' not in w)}|each other|one another) |"
        rf"{_noun_phrase(_PERSON)})"
    ),
    "young": rf"(?:(?:{'|'.join(_DETERMINERS.split())}) (?:(?:{'|'.join(_ADJECTIVES.split())}|\d+[a-z]*) ){{0,5}}"
    rf"(?:{'|'.join(WORDS['young'].split())}) |(?:(?:a|an|my|our|the|this) )?\d{{1,2}} ?(?:year|yr|"
    rf"yo) (?:old )?|(?:\d\d|\d\dyo|missing) (?:(?:year|yr|yo|old|f|m|female|male) ){{0,4}}"
    r"(?:girl |boy |child |kid |student |resident |client |female |male )?)",
}
