"""Exploiters close by, and people who cannot get away, in English: rows of slots (see engine.py). Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT = Tense.NOW, Tense.EVENT

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
        "he|she|they is|are not !allowed|permitted to ~1 <out> ^the_country|the_state|the_meeting|early",
        "not !stop the|his|this car|truck|van|bus|vehicle",
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
