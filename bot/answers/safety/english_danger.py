"""What present danger sounds like in English: rows of slots (see engine.py). Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _FRESH, _THREAT = Tense.NOW, Tense.EVENT, Tense.FRESH, Tense.THREAT

_NOT_A_WEAPON_IN_HAND = "^charge|charges|conviction|license|permit|collection|record|policy|ban|laws|law|violence|case|skills"

VIOLENCE: dict[tuple[str, Tense], list[str]] = {
    ("weapon", _NOW): [
        "someone|somebody|she|he|they|people ~1 going_to|gonna|about_to get|be !hurt|killed|shot|stabbed ~1 now|right_now|tonight|here",
        "@ man|men|guy|guys|boss|husband|boyfriend|ex|trafficker|pimp|stranger !attacking|beating|choking|stabbing|chasing one_of|our|the|a|my|us|me|her|him",
        "just|being|got ~1 !thrown|pushed|shoved|dumped|kicked from|out|off ~2 car|van|truck|vehicle|window|balcony|stairs|roof",
        "emergency|emergency_, ~1 <he>? !attacking|beating|hitting|choking|stabbing ~1 one_of|our|the|a|my|us|me|her|him",
        "sent|sends|texted|sending|posted ~3 video|picture|photo|pic|pics|selfie of|with a|his|the !gun|knife|weapon|rifle",
        "he|she|they|man|guy|boss|someone hs|has|have|w|with|got? !gun|knife|machete|weapon",
        "!shooting at|in|near|outside|by the|our|a|my ^range|star",
        "with a|an|his|her|two|some|the ~1 !<weapon> ^charge|charges|conviction|record|policy|license|permit|case",
        "!bomb threat ~2 called|phoned|made|emailed",
        "<who> <be>? !reaching for ~3",
        f"<who> ~2 <has> ~3 !<weapon> {_NOT_A_WEAPON_IN_HAND}",
        "<who> <be>? ~3 !armed",
        "at !gunpoint|knifepoint",
        (
            "!<weapon> is|s? to|at|against|on|in|up_to her|his|my|the|our|someone_s|their head|throat|neck|"
            "back|face|belly|side|hand|hands|stomach"
        ),
        "there is a ~1 !<weapon> in|on|at|under ^the_policy",
        "!shots fired|being|outside|ringing",
        "!gunshots|gunfire",
        "!active shooter ^plan|plans|drill|training|policy|protocol|exercise|response|preparedness|procedure|video",
        "hear|hearing|heard ~3 !shots|shooting|gunshot",
        "<who> <be> ~2 !shooting ^me_an|video|a_video|for|photos|the_video",
        "!opened fire",
        "!bomb threat now|called|at|in ^checklist|training",
        "there is ~1 !shooting|stabbing|shooter",
        (
            "coming|come|back|came|here|returning|return|walking|around|standing|outside|up|lobby|room|door|"
            "inside|someone|somebody with a|an|his|the|two|some ~1 !<weapon> ^policy|charge|record"
        ),
        "!armed man|men|guy|guys|person|people|male|males|suspect|woman",
        "he|she|they|who ~1 !has|got|have|holding a ~1 <weapon>",
        "!swinging|waving|brandishing|pointing|wielding a|an|his|the|her <weapon>",
        "<be> !hijacking|carjacking",
    ],
    ("weapon", _FRESH): [f"<who> ~1 !had ~2 <weapon> {_NOT_A_WEAPON_IN_HAND}"],
    ("violence now", _NOW): [
        "<who> <be>? ~1 !forcing her|him|them|<person> ^using|use",
        "!pulling|dragging|yanking|twisting|gripping|squeezing|grabbing|bending her|his|my|the ~1 arm|hair|wrist|neck|throat",
        "!exposing himself",
        "he|she|they ~1 !hurt|beat|hit|raped me|her|him|us and ~3 coming|back|again|here|outside",
        "<he> <be>? !<harming>|beat|hit|kill|choke she|he|they",
        (
            "!touching|touch|touches|groping|fondling|grope girl|girls|child|children|kid|kids|boy|minor|"
            "student|her_private|her_body|me_down ^base|up"
        ),
        "!beaten|bruised|battered|bloody|bloodied and|badly|bad|up_and|can",
        "!active threat|intruder|assailant|attack",
        "!beating|banging|pounding|whaling on her|him|me|us|them|the_woman|the_girl|his_wife|my",
        "!throwing|throws|threw|hurling chairs|things|furniture|objects|bottles|rocks|stuff|tables|punches",
        (
            "is|are|am|s|getting being ~1 !beaten|choked|strangled|stabbed|attacked|assaulted|raped|dragged|"
            "chased|tortured|abducted|kidnapped|molested|suffocated|smothered"
        ),
        "has|have|got|holding|grabbed|holds|had|s her|him|me|them|a|the|my ~2 by the ~1 !hair|neck|throat|arm|wrist|hands",
        (
            "<who> <be>? ~1 !fighting|brawling ^over|for|about|against|with_the_printer|back|ice|fires|"
            "trafficking|human|to_keep|hunger|homelessness $"
        ),
        "<who> <be>? ~1 !fighting|brawling in|on|outside|at ^over|for|the_meeting|the_budget",
        "!fight broke|breaking out",
        "he|they|she|man|men|guy !kill|stab|shoot|choke|rape|strangle|kidnap me|us|my|her|him ^an_email|a_text",
        "<who> <be>? ~2 !<harming> ^to_call|to_report|to_fire|to_evict|to_sue|to_deport|to_tell|to_turn|"
        "to_cancel|to_close|to_withhold|up|the_protocol|the_steps "
        "<whom> ^with_deportation|with_ice|with_immigration|with_eviction|with_firing|with_a_lawsuit|"
        "on_instagram|on_facebook|on_twitter|on_tiktok|on_social|to_use|to_take|to_attend",
        (
            "<who> ~1 <be>|gets|getting|get ~1 being|getting ~1 !<harmed> ^with_deportation|by_deportation|"
            "by_immigration|by_the_vendor|up_by|by_the_change|at_the_library"
        ),
        "<who> being ~1 !<harmed> ^with_deportation|by_deportation",
        (
            "he|she|<kin>|<harmer>|who always|still|regularly? !<harms> <whom> ^with_deportation|with_ice|"
            "with_immigration|with_eviction|feelings|up_with"
        ),
        (
            "they|guards|bosses|men|people still|always? !<harm> me|us|her|him|them ^with_deportation|"
            "with_ice|with_immigration|with_eviction|with_police|with_the_police|with_jail|to_call|to_fire|"
            "to_report"
        ),
        "!threatening everybody|everyone|people|staff|us|her|me|him|them with? ~2 <weapon>",
        "!threatening with a",
        (
            "<who> <be>? ~1 !<handling> <whom> ^to|for|up|in_the_meeting|off_the_agenda|hours|hair|checks|"
            "paycheck|cake|slack|out_of_the_program|a_check|a_deal|some"
        ),
        (
            "!beating|strangling|choking|stabbing|raping|torturing|suffocating|kidnapping|attacking|"
            "assaulting|slapping|kicking|punching|hitting|dragging her|him|them|someone|each_other|his_wife|"
            "my|the_girl|the_kid|the_child"
        ),
        "hear|hearing|heard ~4 !screaming|screams|hitting|slamming|crying_for_help|thuds|begging",
        "!screaming|yelling|crying|begging|shouting|calling for? help|her_life|his_life|mercy",
        "<who> <be> ~1 !screaming in|upstairs|next|that|and|downstairs|outside|at ^joy|the_zoom",
        "!forcing <whom> into ^the_program|using|a_meeting",
        "!fight|brawl|fighting ~3 <weapon>|right_now|bleeding|broke_out|outside_now",
        "<he> ~1 will|can|do|does not !stop hitting|beating|kicking|punching|hurting|choking",
        (
            "!assault|robbery|rape|stabbing|shooting|kidnapping|abduction in_progress|happening|right_now|"
            "going_on|underway|under_way|just"
        ),
        "!violence|violent right_now|now|at_the|outside|in_the_lobby",
        "<who> <be> ~1 !violent|attacking|rampaging|swinging ^crime|crimes|offense|offender|history",
        "<who> throwing ~3 at ~2 !staff|residents|people|her|him|me|us",
        "!rape|raping|raped ~2 right_now|now|as_we",
    ],
    ("violence just now", _EVENT): [
        "!drugged|spiked|roofied her|his|my|the|a drink|girl|woman|client|kid|food",
        (
            "!pulled|forced|dragged|thrown|shoved|pushed|taken|put|stuffed|threw|put ~3 into|in a|the|his|"
            "her|their|some ~2 van|truck|trunk|suv|vehicle"
        ),
        (
            "!pulled|forced|dragged|thrown|shoved|stuffed ~3 into|in a|the|his|her|their ~2 car|cab|taxi|"
            "room|motel|hotel|house|bathroom"
        ),
        "just !taken|grabbed|snatched|abducted|attacked|hit|stabbed|shot from|by|out|off|in|at|outside|near|on|behind|$",
        (
            "!broke|breaking|broken|breaks into|in the|our|my|her|a|through shelter|office|house|apartment|"
            "building|safe_house|room|clinic|unit|window|back"
        ),
        "<who> ~1 was|were|got|been|is|has|s? ~1 !<gravely_harmed> ^in_the_study|up_by|with_email",
        (
            "<he> ~1 !stabbed|strangled|choked|kidnapped|abducted|knifed|slashed|shot <whom> ^an_email|"
            "a_text|a_message|a_note|an_e|over|down_the_idea|up"
        ),
        "!drive_by shooting",
        "just|someone got|been|was !stabbed|shot|jumped|robbed|attacked|assaulted|raped|mugged|beaten|beat",
    ],
    ("violence just now", _FRESH): [
        "<who>? ~1 was|were|got|been|is|has|s ~2 !<harmed>",
        "<who>? ~1 !<harmed_someone> <whom>",
        "<who> ~1 was|were ~1 !<harming> <whom>",
        "<who> ~1 tried|trying to !grab|hit|run|drag|pull|snatch|take|rape|strangle|lure|force <whom>",
        "!gunshot wound",
        "<who> !pulled|dragged|threw|pushed|shoved <whom> into|out|from|down",
    ],
    ("being followed", _NOW): [
        (
            "<be>|has|have ~1 !following|followed|tailing|chasing|trailing our|my|the|us|me|her van|car|"
            "truck|bus|team|vehicle|since|all|for"
        ),
        (
            "!car|van|truck|suv|man|men|guy|guys|someone <be>? ~3 !circling|watching|staking|casing ~1 the|"
            "our|my safe_house|shelter|house|building|office|clinic|apartment ^video|training"
        ),
        "!followed|followed_by|tailed|chased|stalked by ~3 now|right_now|to_the|for_the",
        (
            "<who> <be> ~1 !tailing|stalking|following|chasing|trailing <whom> ^on_instagram|on_facebook|"
            "on_twitter|on_social|on_tiktok|so_far|up|on_this|on_that"
        ),
        "<be> being !followed|chased|stalked|tailed|watched_by ^up",
    ],
    ("being followed", _FRESH): ["!followed|tailed|trailed|chased <whom> here|home|to|from|all|into|back"],
}

THREATS: dict[tuple[str, Tense], list[str]] = {
    ("threat to life", _THREAT): [
        "<threat> ~5 and !kill|hurt|shoot|stab|beat|murder|strangle|rape her|him|me|us|them|everyone|everybody",
        "or ~1 she|he|the_girl|they|we|i|the_kid|the_baby !dies|die|gets_it|dead|suffers",
        "not !let him|them|her|he|she take|get|find|hurt|near|touch|catch me|us|her|him",
        "last !night|day|hour|breath alive|on_earth|on_this",
        "will not !live|survive|make_it|see to_see|tonight|tomorrow|the_night|if|another|until|till|through",
        "!setting|lighting|set|lit ~3 on fire",
        (
            "<threat> ~2 !<lethal> <whom> ^to|an_email|a_text|a_message|out_with|up_with|feelings|"
            "on_the_panel|with_kindness|with_paperwork"
        ),
        "if *7 <he>|he|they|she|i|we ~2 <threat> ~1 !<lethal> ^<self>",
        "say|says|said|tell|tells|told ~2 he|she|they|i ~1 !kill|kills|shoot|stab|hurt <whom>",
        "or_he|or_they|or_she|or_else|or_i ~2 will|is_going_to|would|are_going_to ~1 !<lethal>",
        (
            "!threatened|threatens|threatening|threat|threats|threaten to|of ~2 kill|shoot|stab|murder|burn|"
            "hurt|cut|beat|rape|harm|violence_against|find ^<self>"
        ),
        "!death threats|threat",
        (
            "!threatened|threatening|threatens|threaten her|his|my|their|our|the|staff|a|that life|lives|"
            "family|kids|children|daughter|son|baby|workers_with|staff_with|mother|brother|"
            "sister ^with_deportation|with_ice|with_immigration|with_eviction"
        ),
        "!burn ~2 it|the|this|us|house|place|building|shelter ~2 down|alive|up",
        "!burn the|our|this|her house|building|place|shelter",
        (
            "!shoot|blow|light|set this|the|that|up|it|our ~2 place|building|shelter|clinic|up|office|house|"
            "school|on_fire ^zoom|video"
        ),
        (
            "<he>|he|i <threat> ~2 !kill|shoot|stab|murder|burn|hurt ~3 people|everyone|everybody|us_all|"
            "all_of|family|kids|workers|staff|the_girls|cops|them|a_bunch"
        ),
        "!wants|want me|her|him|us|them|everyone dead",
        "hired|sent|sending someone|somebody|people|men|a_man|guys to !kill|hurt|find|get|beat",
        "price|bounty|hit on !her|his|my head|life",
        "!dead if|when|tonight|by ~2 he|she|they|i|we|tells|talks",
        "<be> ~1 !dead if ~4 finds|find|talk|talks|leave|leaves|tell|tells|catches|catch|run|go|calls",
    ],
    ("fear for life", _NOW): [
        "!scared|fear|fears|fearing|afraid|terrified|worried for her|his|my|their|our life|lives|safety_right_now",
        "!afraid|scared|terrified|fears|think|thinks|sure|says|know|knows ~3 will|going_to ~1 be killed",
        "life|lives is|are ~2 in|at !danger|risk",
        (
            "<be> ~2 in !danger|immediate_danger|grave_danger|serious_danger|real_danger ^of_losing|"
            "of_missing|of_closing|of_being_cut|of_default|of_expiring"
        ),
        "<who> ~2 in ~2 !danger ^of_losing|of_missing|of_closing",
        "<be> ~1 not ~1 !safe right_now|now|here|there|tonight|with_him|at_home|where|at_that|in_that|in_the_house",
        "!unsafe right_now|tonight|now",
        "<be> ~1 !endangered",
        "!fighting for her|his|my|their life",
        "<be> going_to !die if|tonight|here|in_there|without|unless",
    ],
}
