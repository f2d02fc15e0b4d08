"""What present danger sounds like in English: rows of slots (see engine.py). Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _FRESH, _THREAT = Tense.NOW, Tense.EVENT, Tense.FRESH, Tense.THREAT

_NOT_A_WEAPON_IN_HAND = "^charge|charges|conviction|license|permit|collection|record|policy|ban|laws|law|violence|case|skills"

VIOLENCE: dict[tuple[str, Tense], list[str]] = {
    ("weapon", _NOW): [
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

PLACE: dict[tuple[str, Tense], list[str]] = {
    ("exploiter here", _NOW): [
        "<perp> *5 !minutes|min|blocks|block|seconds|an_hour away|out ^from_prison",
        "@ he|they|she is|are !here $",
        "@ he|they|she is|are !outside|coming|back $",
        (
            "stranger|strange_man|strange_woman|unknown_man|strange_guy|random_man ~3 !took|taking|talking|"
            "leaving|grabbed|grabbing|approached|with ~4 child|kid|girl|boy|toddler|baby|minor|resident"
        ),
        "<he> <be> ~1 !watching|staring me|us|her|at from|outside|through|across|window|now|$ ^on_the_camera|grow",
        (
            "!someone|somebody|man|guy|stranger in my|the|our|her house|apartment|building|basement|attic|"
            "yard|closet|window ^who|that|can"
        ),
        (
            "!leave|leaving|left|driving|drive|walk|walking|taking_off with a|the|my|our ~1 minor|girl|child|"
            "kid|teen|baby ^life_preserver|seat"
        ),
        (
            "!came|walked|comes|showed|in|into|at|outside|lobby ~5 looking|asking|searching|demanding for|"
            "to_see her|him|them|me|my_client|our_client|his_wife|his_girl|the_girl"
        ),
        (
            "<he> ~2 !coming|climbing|walking|running|heading up|to|toward|towards|through|down|at the|my|"
            "our|her|us|me ~1 stairs|door|room|house|hall|driveway|hallway|apartment|stairway|$ ^school|"
            "clinic_tomorrow"
        ),
        "<he> is|s|are !back now|again|outside|here|and_he|with_a ^to_school|to_work|at_work|from_vacation",
        (
            "<perp> ~1 !found|knows|located|has|discovered|got ~1 the|our|her safe_house|shelter_address|"
            "address|shelter|house|location|hiding"
        ),
        "!hide me|her|us|him",
        "!right behind|outside me|us|her|him|the_door|my_door",
        (
            "<perp> ~1 !has|took|grabbed|got|found|located|snatched|tracked|cornered ~1 her|him|me|us|victim|"
            "client|girl|the_girl|the_client|my_client|our_client|my_girl|my_friend|one_of ^a_lawyer|phone|"
            "documents|papers|money|passport|conviction|record|case"
        ),
        "!with ~1 a|her|the|his buyer|john|trafficker|pimp|abuser right_now|now|tonight|at|in ^court|training",
        (
            "!walked|led|taken|brought|carried|escorted|going|walking|dragged|went into|to|in a|the|"
            "his ~2 motel|hotel ~2 room? by|with ~3 man|men|guy|adult|male|males|stranger|trafficker|pimp|"
            "buyer|older"
        ),
        "!hears|hear|heard|hearing him|them|her|footsteps|someone coming|outside|at|on|back",
        (
            "he|she|they is|s|are !here and_she|stopped|help|with_a_gun|with_a_knife|and_he|and_angry|"
            "screaming|hitting ^with_the_donations|for_the|to_help|with_lunch|with_coffee|to_fix|"
            "with_the_keys|with_the_projector|to_present|for_his|for_her"
        ),
        (
            "<perp> ~2 <be>? ~2 !<here> ^the_system|the_file|the_report|the_study|jail|prison|custody|court|"
            "the_hospital|the_database|county|the_past|the_entry|the_record|the_directory|ice_custody|"
            "the_video"
        ),
        (
            "<he> <be> ~1 !coming|driving|headed|heading|walking|racing|on_his_way|on_her_way|"
            "on_their_way ~4 to get|take|grab|kill|hurt|find|pick|beat|drag|collect|finish her|me|us|them|"
            "him|my|the"
        ),
        "<he> ~1 <be> ~1 !coming|back|here for|after her|me|us|them|him|the_girl|the_girls ^interview|appointment|meeting|own",
        "<he> is|are|s !after her|me|us|them|him",
        "he|they|pimp|trafficker|ex|husband|boyfriend|abuser|boss|she|someone ~2 !found her|me|us|them|him $",
        (
            "he|they|pimp|trafficker|ex|husband|boyfriend|abuser|boss|she|someone ~2 !found her|me|us|them|"
            "him ^at_a and|at|here|again|he|in|outside|now|through|where|by ^a_job"
        ),
        (
            "he|they|pimp|trafficker|ex|husband|boyfriend|abuser|boss|someone ~1 !found|figured|knows|know|"
            "finds|tracked|find out? where ~1 she|i|we|they|he|her|my|the|our ~1 is|am|are|lives|live|stays|"
            "staying|hiding|house|shelter|at|sleeps|located|safehouse"
        ),
        (
            "<he> ~2 !trying|tries|try|attempting|tried to break|get|force in|into|inside|through|his_way|"
            "the_door ^touch|the_program|a_program|housing|shelter_program|school|work|contact"
        ),
        (
            "!breaking|broke|busted|smashed|smashing|kicked|kicking|breaks|kicks down|in|into|the|her|our|"
            "my door|window|windows|house|the_door|the_window|apartment|$ ^of_the_news|even"
        ),
        (
            "!pounding|banging|kicking|hammering|beating|knocking|punching|bang|pound|ramming ~3 door|walls|"
            "wall|window|windows|gate|truck"
        ),
        "<he> ~1 will|is|s|are ~1 not|refuses_to|refusing_to|refuse_to !leave|go and|he|until|without|alone|$",
        "!waiting|wait|lurking|circling for her|him|me|us|them outside|in_the|at_the|downstairs|with",
        "<he> ~1 !followed her|me|us|him|them here|inside|in|home|to_the|from",
        (
            "!looking|searching|hunting for her|him|them|me|us|his_girl|his_wife|my_client|the_girl ~4 now|"
            "outside|here|gun|knife|street|with|door|lobby"
        ),
        (
            "!same_house|same_room|in_the_house|in_the_room|here|inside|home with him|her_abuser|"
            "her_trafficker|the_trafficker|the_abuser|the_man right_now|now|and"
        ),
        "<he> <be>? ~1 with_her|with_me|with_them !now|right_now|hitting|armed",
        "!stormed|barged|forced_his_way|burst in|into|through",
    ],
    ("confined", _NOW): [
        "in the|a|his !trunk of|and|$",
        "<be> ~1 in ~1 !trunk",
        "!chained|blocked|barred|nailed|barricaded the|our|their|all|every ~1 door|doors|exit|exits|gate",
        (
            "refuses_to|refuse_to|refusing_to|not|wo ~1 let|call|take|allow ~6 !hospital|ambulance|doctor|"
            "medical|911 ^bill|records|appointment"
        ),
        "no can|could !go|get|leave|come|open|move out|away|door|leave|$",
        "can no !go|get|leave|come out|away|$",
        (
            "!lock|locks|locked|locking ~1 door|doors|gate ~3 key|keys|inside|from_outside|from_the_outside|"
            "and_took|can|no|anyone|nobody|out ^at_night_at_the|policy|at_5|at_6|after_hours"
        ),
        "took|take|takes|has|hid ~1 her|my|his|their|our !keys|car_keys|phone_and_keys and|so|she|he|i|we|they",
        (
            "<he> ~1 !keep|keeps|kept|keeping us|her|them|him|me|girls|women|workers|kids|the_girls in|at|"
            "inside|there|locked ^the_loop|mind|touch|check|school|the_program|the_meeting|line|safe"
        ),
        "<who> <be>? ~2 !locked|barricaded in|up|inside|away|down_in ^the_date|a_rate|a_price|to_a_contract|on",
        "!locked in|inside|up_in a|the|his|their|our|her|my|that ~1 <building>",
        (
            "<he> ~2 !locks|locking|keeps|keep|keeping|lock ~1 her|me|us|them|him|<person> ~2 in|up|inside|"
            "locked|there|prisoner|captive|chained|at_night"
        ),
        (
            "has|have|got|keeps|had|kept her|me|us|him|them|<person>|my|the|a ~2 !locked|trapped|tied|"
            "chained|captive|prisoner|cornered|hostage|confined|in_the_trunk"
        ),
        "!locked|trapped|boarded|locking her|me|us|them|him|<person> ~2 in|up|inside|out_of_sight",
        "<who> ~1 <be>? ~2 !held|kept|detained ^in_custody|in_jail|accountable|liable|back|by_police|"
        "by_ice|in_detention|at_the_county|on_bail|up_at|up_in|up|at_the_library "
        "against|captive|hostage|prisoner|in|at|there|by|for_three|for_days|somewhere|locked|inside|now|since|underground",
        "!held|kept against|hostage|captive|prisoner ^to_that|the_light",
        "<be> being !held|detained_by_him $",
        "<who> <be> being !held",
        "!holding <whom> ~2 in|at|against|hostage|captive|there|prisoner|for|by|here|inside|until ^accountable|for_the_interview",
        (
            "not|never|no|refuses_to|refuse_to|refusing_to|wo_nt !let|letting|allow|allowing her|him|them|"
            "<person>|the|my|our|that|those ~2 <out> ^the_meeting|a_review|early_from_work"
        ),
        "her|him|them|<person> ~1 not !allowed|permitted|able to ~1 <out> ^the_country|the_state|the_meeting",
        (
            "<who> can not ~1 !get|come|escape ^benefits|paid|a_job|housing|a_hold|through_to|the_form out|"
            "outside|away|$ ^of_the_contract|of_the_lease|of_bed|of_the_loop|of_the_meeting|of_the_thread"
        ),
        (
            "he|she|they|who|<person>|somebody|someone can not ~1 !leave the|his|that|their|there|or|and|he|"
            "they|because_he|because_they|$ ^meeting|desk|office_until|country|state|room_until|program|job|"
            "county"
        ),
        (
            "!trapped in|inside|with|under|$ ^the_job|their_job|a_cycle|this_job|my_job|this_situation|this_life|a_job|meetings|"
            "a_meeting|snow|traffic|a_cycle|poverty|the_cycle|debt|a_loop|zoom|a_zoom|a_contract|paperwork|"
            "emails|the_system|a_lease"
        ),
        (
            "!tied|chained|handcuffed|zip_tied|duct_taped|gagged|shackled|bound up|hands|her|him|me|in|and|"
            "to_the_bed|to_a_bed|to_a_chair|to_the_chair|to_a_pipe|to_a_radiator|to_a_tree ^the_budget|"
            "the_grant|together|by_the|by_law|by_confidentiality|for_the|up_in|up_with|up_until|up_at|up_on"
        ),
        (
            "!hiding|hides|hid|hide in|from|under|behind|at|somewhere|inside|with|now|right_now|"
            "$ ^the_column|plain_sight|the_settings|rows|columns|the_menu|it|inspectors_from|something|"
            "information|sight"
        ),
        "!barricaded",
        "!hostage situation",
        "stuck|confined|imprisoned|sealed in|to|inside !<building> with|and|by|he ^me_on",
        "!kidnapped|kidnaped her|him|them|me|us|a|my|the|our|by|from|and|girl",
        (
            "<be> being !kidnapped|abducted|taken|snatched ^care|to_court|to_the_clinic|to_a_shelter|"
            "to_shelter|seriously|to_the_hospital|over|to_safety|home|up|off|down|advantage|into_account"
        ),
    ],
    ("confined", _EVENT): [
        "<he> ~2 !locked her|me|us|them|him|<person>|the|my in|up|inside|$",
        "<who> ~2 been|was|were|is|got ~1 !kidnapped|abducted|kidnaped",
        "!kidnapped|abducted|snatched|grabbed my|the|a|her|our|his|two|three|some ~3 <young>",
        "!tied <whom> up|to",
    ],
}
