"""Medical emergencies, children and people being moved or gone, and calls for help, in English. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _FRESH, _THREAT = Tense.NOW, Tense.EVENT, Tense.FRESH, Tense.THREAT

MEDICAL: dict[tuple[str, Tense], list[str]] = {
    ("medical emergency", _NOW): [
        "patient|pt <be>? !crashing|coding|seizing",
        "!filling|filled with smoke|gas|water|fumes",
        "throat|airway <be>? !closing|swelling|closed",
        "power|live|electric !line|wire|cable down|touching|fell",
        "!put|puts|putting|set fire ~2 house|building|room|my|the|our",
        "!hyperventilating|suffocated|asphyxiating",
        "can|could barely !stand|walk|breathe|talk|move",
        "not ~1 know|sure|tell if <who> is|are|s ~1 !breathing|alive|conscious|dead|awake|ok|okay",
        "dead !body|bodies",
        "can|could not !get|find|feel a|any|her|his pulse|heartbeat",
        "left !alone|inside|locked in ~2 hot? car|vehicle",
        "!chemical|toxic spill|leak|fumes",
        "!set|sets|setting|started|starting|lit a fire|fires ^drill",
        "!nodding|nodded off|out ^in_class|in_the_meeting|during",
        "!put a|the gun|knife|pistol in|to|on|against",
        "!lots|lot of blood ^drive|tests|pressure|work",
        "on !fire ^side|drill|this_quarter|lately",
        "not !responding ^to_email|to_emails|to_my|to_the|to_our|to_messages|to_calls|to_texts",
        "!needle in ~1 arm|vein|neck",
        "!eyes rolled|rolling|rolls",
        "!shaking|convulsing|foaming|twitching on|at|uncontrollably ^hands|the_thought|our",
        "!choking|gagging|turning on|on_his|on_her|grey|gray|purple|pale",
        (
            "!caught|stuck|trapped|crushed in|under|by|between a|the machine|forklift|press|belt|beam|rubble|"
            "car|truck|trench|tractor|elevator"
        ),
        "can|could not !wake|rouse|revive her|him|them|my|the",
        "can|could not !feel her|his|my legs|arm|arms|face|leg",
        "!unconscious|unresponsive ^bias|biases",
        "not !breathing|responsive|waking|conscious|moving ^the_meeting|forward|ahead|on|to_the_next",
        "!no pulse|heartbeat",
        "no !breathe|breathing|breath",
        "not|hardly|barely|struggling_to|trouble|no ~1 !breathe|breathing|breath",
        (
            "will|do|does|can|is not|no ~1 !wake|waking|respond|responding|regain ^to_my|to_email|to_emails|"
            "to_the_survey|to_the_email|to_messages|to_calls|to_texts up|at_all|and|when|$ ^early"
        ),
        "no !wake",
        "!stopped breathing|responding_to_us",
        "!turning|turned|going|lips|is|face|skin|looks blue|lips_are_blue ^folder|team",
        "<who> <be>? !dying ^to|for|of_laughter|of_boredom|of_embarrassment|here_with|with_this|inside|laughing",
        "<who> is|are|am|s ~1 !dying ^to|for|of_laughter|of_boredom|of_embarrassment|here_with|with_this|inside|laughing",
        "!blue lips",
        (
            "<who> ~1 <be>|s? ~1 !bleeding|hemorrhaging|seizing|convulsing|choking|suffocating|drowning "
            "^edge|heart|money|budget|cash|control|on_the_budget|in_paperwork|in_email|in_emails|"
            "in_work|in_the_budget|to|for|of_laughter|of_boredom|of_embarrassment|here_with|with_this|in_debt"
        ),
        (
            "!bleeding a_lot|badly|bad|out|heavily|everywhere|from|all|profusely|and|on|in_the|really|so|"
            "internally|through|after|now|$ ^of_money|money"
        ),
        (
            "having|have|has|had_just|in ~3 !seizure|seizures|stroke|heart_attack|allergic_reaction|"
            "asthma_attack|miscarriage|contractions|convulsions|anaphylaxis ^when_i|history|disorder|risk|"
            "meds|last|years|medication"
        ),
        "!overdosing",
        (
            "!overdose happening|in_progress|in_the|in_our|in_my|right_now|now|at_the|here|on_the ^training|"
            "last|county|data|number|rate"
        ),
        (
            "possible|probable|think_its_an|think_it_is_an|suspected|having_an|an !overdose ^prevention|"
            "response|training|data|last|policy|reversal|kit|awareness|fatality ~2 now|here|at|in|$"
        ),
        "!losing|lost|loosing|coughing|vomiting|throwing|spitting ~4 blood",
        "!blood everywhere|on_the|all_over|is_coming|coming|pouring|gushing|in_her|in_his|is_everywhere",
        "!covered in ~1 blood",
        "!badly|seriously|severely|critically|gravely|terribly hurt|injured|burned|burnt|cut|beaten|wounded",
        "<who> is|are|s|am|looks ~2 !hurt|injured|wounded|burned|crushed|electrocuted ^by_the_cut|about|that|feelings|<self>",
        (
            "!need|needs|get|want|send|sending|require ~3 an_ambulance|ambulance|doctor_now|doctor_right|"
            "hospital_now|hospital_right|a_paramedic|cpr|narcan_now|narcan_here|narcan_asap|oxygen ^training|"
            "liaison|contact|class"
        ),
        "!medical emergency ^plan|contact|protocol|procedure|training|form|policy|medicaid|card",
        "!cpr in_progress|now|on|started",
        "<who> <be>? !in labor ^trafficking|unit|law|office|camp|camps|dispute|exploitation|standards|conditions|situation",
        "!giving birth ^certificate",
        "!water broke",
        "!choking on",
        "!trapped|crushed|pinned|buried under|between|by_the|beneath|in_the_machine",
        "!hypothermia|heatstroke|heat_stroke|anaphylactic",
        "<who> <be> !burning|freezing to_death|alive",
        "!gas leak|smell ^inspection|policy|drill",
        "!carbon monoxide ^detector|detectors|training|policy|alarm_inspection",
        "!there is ~1 fire ^drill|inspector|door|exit|department|code|marshal|alarm_test|extinguisher|safety|station",
        (
            "!<building>|place|school|roof|truck|building|she|he|someone|everything ~1 <be>? on fire ^drill|"
            "side|this|with|today_with|lately"
        ),
        (
            "!fire in|at|inside|on the|our|a|her|my|their <building>|building|kitchen|basement|dorm|"
            "floor ^drill|alarm_test|code|inspection|safety|last"
        ),
        "!pouring|poured|dousing|doused|spraying|splashed ~3 gas|gasoline|kerosene|lighter_fluid|acid",
        "!smoke in|coming|filling|pouring|everywhere",
        "!explosion|exploded ^of|in_calls|in_demand|in_popularity|at_me",
        "!chest pain|pains ^clinic",
        "slit|slitting|slicing|cutting|cut|slashed|opened ~1 !wrists|wrist|veins|throat",
        "!gun|knife|blade|razor to|at|against|on|in his|her|my|their own? head|throat|neck|chest|wrist|wrists|mouth",
        (
            "!on|off the|a ~1 ledge|roof|rooftop|railing|overpass|train_tracks|tracks|bridge and|says|"
            "threatening|about|ready|saying|going|crying|will|right_now|now|trying|$ ^repair|project|leak"
        ),
        (
            "!standing|sitting|climbing|climbed|leaning|is|up on|onto|over|off|to the|a ~1 ledge|railing|"
            "rail|bridge|rooftop|roof|overpass ^repair|project"
        ),
        (
            "about_to|ready_to|trying_to !jump off|from|out|in_front|$ ^a_call|the_call|on_a|ship|a_zoom|"
            "the_zoom|zoom|line|the_line|the_meeting|ahead"
        ),
    ],
    ("medical emergency", _EVENT): [
        "<who> ~1 was|got|been|is|s !electrocuted|scalded|impaled|crushed|trampled|buried|hit_by_a_car|run_over",
        "<who> ~2 !overdosed ^last|on_cake|on_coffee|on_sugar|on_caffeine|on_meetings",
        (
            "!overdosed on|in|at|here|again|and|now|just|$ ^cake|coffee|sugar|caffeine|candy|meetings|data|"
            "chocolate|pie|tamales|donuts|holiday|turkey"
        ),
        "<who>? ~2 !collapsed|fainted|convulsed ^shelf|bridge|market|tent|budget",
        (
            "!passed|blacked|knocked out ^flyers|the_flyers|handouts|agendas|cards|copies|the_cards|snacks|"
            "water|brochures|kits|the_agenda|the_handouts|information|masks|surveys"
        ),
        "!drank|swallowed|drinking|swallowing|ingested|ate ~4 <poison>",
        (
            "<who> ~2 !fell|fallen|jumped off|from|out_of|down ^the_agenda|the_list|through|bed_last|favor|"
            "the_call|a_call|the_zoom|zoom|line|the_rails|topic"
        ),
        "<who> ~1 !electrocuted|drowned|scalded",
        "!caught|crushed hand|arm|leg|in_the_machine",
        "!hung|hanged <self>",
    ],
    ("medical emergency", _FRESH): ["!lost consciousness", "!injured|hurt|burned at|on|in|by"],
    ("took something", _EVENT): [
        "tried|attempted to ~1 !kill|hang|drown|poison|shoot <self> *3 ago|hour",
        (
            "!took|swallowed|taking|taken|ate|swallowing|downed|popped ~1 a|an|the|whole|entire|all|too|"
            "handful|bunch|lots|lot|20|30|40|50|bottle|every|some|so|many *4 <pills> ^as_prescribed|for_her|"
            "for_his|to_the_clinic|out_of_the_budget|daily|on_time"
        ),
        "!took|swallowed|taking|taken|drank|downed *3 bottle of ~2",
        "!took|swallowed|popped pills",
        "she|he|they|client|i|resident|patient|girl|boy|youth ~1 !took|swallowed something|stuff|poison|too_much|too_many",
        "!hung|hanged <self>",
        (
            "tried|trying|attempting|attempted to ~1 !kill|hang|drown|overdose|poison|shoot <self> just|now|"
            "right_now|tonight|today|again|in"
        ),
    ],
}

MOVED: dict[tuple[str, Tense], list[str]] = {
    ("being moved", _THREAT): [
        (
            "<he> ~1 <be>? ~1 !picking|taking|collecting|grabbing|coming_for|getting up? ~1 two|three|the|a|"
            "some|more|several|one ~2 girls|girl|boys|kids|women|workers ~6 tonight|now|today|tomorrow|"
            "group_home|shelter ^field_trip|school|practice"
        ),
        (
            "!put|puts|putting|loaded|got|have|has|took ~2 girls|girl|women|workers|kids|children|her|them|"
            "him ~1 in|into|on a|the|his ~2 van|truck|trunk|suv|plane|bus ~4 leaving|now|tonight|heading|"
            "drove|going|and_are|and_is"
        ),
        (
            "<he> <be>? ~2 !<moving> ^to_the_clinic|care|her_to_the_clinic <whom> *6 <soon> ^to_the_clinic|"
            "clinic|to_shelter|appointment"
        ),
        (
            "<he> ~1 will|going_to|about_to|wants_to|want_to|plans_to|plan_to|planning_to|trying_to|ll|might|"
            "may ~2 !<move> <whom> *6 <soon>"
        ),
        (
            "<be>|be|get|gets|getting about_to|going_to|gon? be|get? ~1 !<moved> ^to_a_shelter|to_shelter|"
            "to_the_clinic|to_safety|to_the_hospital|to_court|care|to_detox|to_another_meeting *5 <soon>"
        ),
        (
            "<young> *4 about_to|going_to|being ~1 be|get? ~1 !<moved>|taken_away|put ^care|to_shelter|"
            "to_school|to_court|to_the_clinic|to_foster"
        ),
        "<be> about_to|being|getting ~1 be|get? ~1 !sold|trafficked|smuggled|shipped|auctioned|traded ~3 <soon>|off|by|to",
        (
            "!selling|auctioning|trading her|him|the|a|my|them|me|those|this|girls|us ~3 tonight|now|"
            "right_now|tomorrow|at|in|from|out ^cookies|tickets|point"
        ),
        (
            "!van|truck|car|bus|flight|plane|train|boat|uber|suv|rv ~1 <be>? ~1 leaving|leaves|departs|"
            "departing|taking_off|driving|pulling with|away|off|out|in_ten|in_an|now|right_now|tonight|"
            "at ~3 her|girls|the_girls|kids|children|workers|him|them|women|minutes|with_her|"
            "people ^conference"
        ),
        (
            "!driving|drove|drives|speeding|taking|took|pulling|sped|rushing off|away with ~2 her|him|girl|"
            "girls|child|kid|kids|baby|daughter|son|them|woman|client|sister|my"
        ),
        (
            "!loading|forcing|herding|packing|pushing|shoving ~2 girls|women|workers|kids|children|people|"
            "them|her|him|boys|girl into|in|onto a|the|vans|trucks|cars ^the_directory|the_database|database"
        ),
        "<young> !leaving with|tonight_with ~3 man|him|stranger|guy|boyfriend|older|online|pimp",
        (
            "her|the flight|bus|plane|train !leaves|boards|departs|leaving *8 not_want|forced|trafficker|"
            "with_him|with_them|against|pimp|scared|afraid|man|child|girl"
        ),
        "!marry|married|marriage|wedding her|off|girl|child|daughter ~3 tonight|tomorrow|this_weekend|today",
        (
            "!meeting|meet a|the|an|with ~2 man|guy|adult|stranger|someone she|he|they ~1 met online ~3 now|"
            "tonight|today|right_now|in_an"
        ),
    ],
    ("taken or missing", _EVENT): [
        "they|he|men|someone ~1 !took|taken|grabbed|have|got my friend|sister|brother|mother|wife|cousin|girlfriend|client|daughter|son ^to_the|a_job|shopping|home|out|some",
        "<young> ~2 !wandered|gone|disappeared|run off|from|out|away|missing",
        (
            "someone|somebody|he|they|a_man|man|men|guy|stranger|trafficker|pimp|father|dad|two_men|uncle|"
            "she ~2 !took|grabbed|snatched|stole|taken|take my|the|a|her|our|his|that ~3 child|girl|kid|baby|"
            "daughter|son|boy|sister|brother|niece|kids|girls|client|woman ^to_school|to_the_park|"
            "to_the_clinic|to_the_doctor|to_class|to_court|to_the_library|to_daycare|s|seat"
        ),
        (
            "<young> ~2 <be>? ~2 !missing ^documents|from_the_list|paperwork|from_the_roster|class|"
            "school_days|a_form|data|link|protocol|person_report|persons|children_center|the_deadline|school|"
            "work|appointments"
        ),
        "<young> ~3 !disappeared|vanished|abducted|kidnapped",
        (
            "can|could|do|does not !find|locate|reach my|the|our|her|a ~3 daughter|son|child|kid|girl|baby|"
            "sister|niece|boy|little|14|15|16|13|12|resident ^form|s_form|s"
        ),
        (
            "<young> ~2 did|has|have|is ~1 not ~1 !come|came|returned|return|been_seen|made_it|arrive|"
            "arrived|home home|back|to|since|from|in|at|for|yet|$"
        ),
        "!last seen with|getting|at|near|leaving|wearing|in|around|by|walking|headed",
    ],
    ("taken or missing", _FRESH): [
        "<young> ~2 !climbed|jumped|snuck|bolted out|over|from|through",
        "foster|runaway kid|child|youth|teen|girl|boy !climbed|ran|jumped|left|bolted out|away|off|with",
        (
            "<young>|client|resident|she|he ~2 !ran|run|runaway|took|walked|left|awol|eloped away|off|from|"
            "out|with ^and_needs|him_and|her_job|home_and"
        ),
        "<who> ~2 !disappeared|vanished|missing",
        "just|they_just|and !took|taken|grabbed ~1 the|a|my|our|her|him|them ~2 girl|child|kid|baby|out|away|boy|from|into",
    ],
}

CALLS: dict[tuple[str, Tense], list[str]] = {
    ("call for help", _NOW): [
        "used|sent|texted|said|gave|using ~3 code|safe|panic !word|text|signal|phrase|button",
        "code|safe !word ~1 text|came|just|message|received",
        "!line|call|phone went|goes|cut dead|off|out ^battery",
        (
            "person|man|woman|male|female|officer|one|guest|kid|patient|client|employee|victim !down in|at|"
            "on|by|outside|near|here|now|$ ^for_the|payment|stairs"
        ),
        (
            "need|needs|send !medical|medic|ems at|in|on|to|now|asap|here|floor ^the_form|finding|with|"
            "the_directory|a_form|the_agenda|records"
        ),
        "!code blue|silver|adam|amber|gray ^protocol|means|meaning|policy|in_the_training|card|of",
        "officer|staff|guard|deputy ~1 needs|need !help|assistance|backup ^with|finding",
        "@ !911 now|please|asap|hurry|right|$",
        "!police police|he|she|they|now|please|hurry",
        "no time ~1 !send|come|hurry|please",
        "send !someone|somebody|anyone ^to|the|a|an|from|who",
        (
            "!need|needs|send ~1 police|cops|ambulance|backup|officers|swat at|on|in|outside ^the_table|"
            "the_meeting|our_meeting|the_training|every|attendance"
        ),
        "@ !need police|ambulance|backup|an_ambulance|the_police ^liaison|training|contact|records|report|escort|presence_at",
        "!please|pls police|cops|ambulance|911",
        "!sos|mayday",
        "!officer|staff down|under_attack|needs_assistance",
        (
            "!need|needs|send|sending|get|want|requesting|request ~2 police|ambulance|swat|911|backup|"
            "officers|the_cops|fire_department|law_enforcement|help ~2 now|asap|here|at_the|to_the|right_now|"
            "immediately|hurry|quick|quickly|fast|please ^liaison|training|contact|records|about_the_form"
        ),
        (
            "!send|get police|an_ambulance|ambulance|the_police|officers|help_now|help_please|help_to|"
            "help_fast|someone_now|911 ^training|liaison"
        ),
        (
            "someone|somebody|please|anyone|just|pls|u|you|can_you|can_someone|could_someone|hurry|quick|"
            "quickly|now ~1 !call|dial 911|the_police|police|an_ambulance|ambulance|for_help ^center|liaison|"
            "training|records|department_about|about_the|when|if"
        ),
        (
            "!call|calling|dial|called|phoning 911|the_police|police|an_ambulance|ambulance now|right_now|"
            "asap|immediately|please|hurry|for_her|for_him|for_me|he|she|they|there|and_he|and_she|"
            "we_are_waiting|but_they|quick|here|to_the|from ^is_pending|for_a_client|center"
        ),
        "we|i !called 911|an_ambulance|police",
        "i|we <be>? ~1 !calling 911|the_police|police|an_ambulance",
        "should|do i|we ~1 !call 911|an_ambulance ~2 $",
        "@ !call|dial 911|for_help|the_police|police|an_ambulance $",
        (
            "this|it|we is|s|have|has ~1 !emergency ^contact|fund|shelter|housing|line|plan|procedures|list|"
            "funds|preparedness|services|room|response|beds|bed|protocol|number|department|kit|medicaid|"
            "grant|motel|food"
        ),
        (
            "this|it|we is|s|have|has an|a? ~1 !emergency ^contact|fund|shelter|housing|line|plan|procedures|"
            "list|funds|preparedness|services|room|response|beds|bed|protocol|number|department|kit|medicaid|"
            "grant|motel|food|in_the_agenda|fund_question|meeting|order|custody"
        ),
        (
            "!emergency at|in|here|now|right_now|going|happening|on|outside|downstairs|please_send|"
            "please_help ^the_fund|the_budget|the_contact|night|the_directory|the_agenda|the_past"
        ),
        "not a !drill|prank",
        'he|they is|are !here " and',
        (
            "and|she|he|girl|client ~1 stopped|quit !answering|responding|texting ^email|emails|my_email|"
            "the_survey|our_emails|questions"
        ),
        "!hurry he|she|they|please|up_he|and_send|there",
    ],
    ("first aid now", _NOW): [
        "stop|stopping|control the|her|his|this !bleeding ^on|of|in",
        "!do|start|give|doing cpr now|right|on ~1 her|him|now|the",
    ],
    ("plea", _NOW): [
        (
            "!help|save|rescue me|us|her|him|them|my ^with|fill|find_the|find_a|understand|write|log|figure|"
            "draft|out|get_a|get_the|know|learn|decide|choose|edit|export|plan|schedule|prepare|update|apply|"
            "set|navigate|through|on_the|locate|connect|access|make|please_with|to *3 please|now|he|they|she|"
            "hurry|out_of_here|quick|is|dying|$"
        ),
        "!please help|send|hurry he|she|they|me|us|there|someone|police|now|quick|come ^to|with|find|to_find|fill",
        (
            "!help he|she|they|there|someone|now|please_he|please_she|please_they|police_please|police_now|i_am_being|"
            "i_am_in_danger ^with|needs_with|need|find|asked"
        ),
    ],
}
