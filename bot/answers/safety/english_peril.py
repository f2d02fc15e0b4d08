"""More of what present danger sounds like in English: things done to a body, ways of being taken, shut in or left to die. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _FRESH, _THREAT = Tense.NOW, Tense.EVENT, Tense.FRESH, Tense.THREAT

_PLACES = (
    "room|car|truck|van|suv|cab|taxi|vehicle|elevator|house|apartment|basement|closet|bathroom|alley|motel|hotel|trailer|bedroom|"
    "stairwell|garage|shed|woods|trunk|back|office|building|hallway|storage|cellar|attic|bus|uber"
)
_SHUT_PLACES = (
    "container|trailer|truck|van|room|basement|closet|shed|cellar|attic|house|garage|warehouse|freezer|cooler|barn|trunk|storage|box|"
    "dorm|bunkhouse|apartment|office|kitchen|motel|hotel|boxcar|crate|cage|cabin|camper|bathroom|laundry|factory|shop|store"
)
_SOMEBODY = "her|him|them|me|us|girl|girls|woman|women|kid|kids|child|teen|boy|client|worker|workers|<person>"

PERIL: dict[tuple[str, Tense], list[str]] = {
    ("forced along", _NOW): [
        "!forcing|forced|forces himself|themselves|herself on|onto ~1 a|the|her|him|me|us|my|one",
        f"!making|makes|forcing|forces|force|made|ordering|telling|pressuring {_SOMEBODY} ~1 to? ~1 "
        "get|go|come|leave ~1 in|into|with|inside|back|upstairs|out ~3 car|truck|van|him|them|room|house|man|men|vehicle|there "
        "^them_to_school|the_clinic|the_training",
        f"<he> ~1 <be>? ~1 !force|forces|drag|drags|shove|shoves|haul|hauls|pull|pulls|march|marches ~1 {_SOMEBODY} ~1 "
        f"into|in|onto|up|down|out|back|toward|towards|to ~3 {_PLACES} ^the_program|care|the_system",
        f"<be>|is_being|being|getting being? ~1 !walked|led|taken|brought|carried|escorted|marched|pulled|shoved|hauled ~1 "
        f"into|in|to|inside|up_to|upstairs|toward ~3 {_PLACES} ~3 by|with|now|right_now|against ^caseworker|advocate|nurse|her_mother|staff",
        f"<he> ~2 <be>? ~1 !taking|carrying|bringing|leading|walking|hauling|marching ~1 {_SOMEBODY} ~1 upstairs|out_back|to_a_room|"
        "into_the_room|into_a_room|to_his_car|to_the_car|to_a_car|to_his_room|into_the_woods|behind",
    ],
    ("forced along", _EVENT): [
        f"!dragged|hauled|pulled|yanked|shoved|forced|carried ~1 {_SOMEBODY} ~1 back|inside|away|outside|out|off|upstairs|downstairs "
        "^of_the_program|the_case|together",
        f"!grabbed|snatched|jumped|tackled|pushed|shoved|threw|carried ~2 {_SOMEBODY} ~4 into|in|onto ~2 {_PLACES} ^touch",
        "<he> ~1 !snatched|abducted|kidnapped|grabbed one|two|some|several|three of our|the|my|them|us|these ^cards|flyers|brochures",
        "!taken|grabbed|snatched off|from the|her|his|our|a street|shelter|bed|bus_stop|corner|sidewalk|house|home|playground|yard",
    ],
    ("shut in", _NOW): [
        "a|taken|being|is|are|there_is|has_a|with !hostage|hostages ^negotiation|negotiator|training|policy|to_the|drill",
        "@ !hostage|hostages at|in|inside|situation|now ^training",
        "i|we|she|he|they|girl|woman|worker <be> ~1 !tied|chained|handcuffed|gagged|blindfolded|caged|shackled|bound $|to|up|and|in|down|hands ^together|up_in|up_at|up_with|up_until|by_law",
        "i|we <be> ~1 !under|inside|behind|in ~1 bed|closet|desk|sink|trunk|crawlspace|wardrobe|the_bed|the_closet|the_trunk|the_attic ^work|the_weather",
        "!found|find|finds|knows|know my|our|her|the hiding place|spot|hiding_place|hideout ",
        f"!shut|sealed|boxed|nailed|bolted|padlocked|locked|crammed|stuffed|trapped|stuck in|inside|up_in|into ~3 {_SHUT_PLACES} "
        "^meeting|of_accounts|the_file",
        "!people|kids|children|workers|migrants|women|girls|men|someone|somebody|person|family|bodies in|inside|locked ~3 "
        "trailer|container|truck|van|car|trunk|freezer ~6 hot|degrees|heat|banging|screaming|crying|air|moving|water|breathe|locked",
        "no|without|out_of !food|water|air|oxygen|heat|ventilation ~3 since|for|in|there|and|left "
        "^the_meeting|the_event|budget|pantry|delivery",
        "!guards|guard|men|boss|foreman|manager|owner|supervisor|gang ~1 with ~2 guns|gun|rifles|weapons|dogs|shotguns|knives|bats|machetes "
        "~3 will|outside|are|is|watching|keeping|standing|at|not ^training|policy",
        "!guns|rifles|weapons|dogs ~4 not|never let|letting|allow|lets ~3 leave|go|out",
        "!chained|padlocked|bolted|nailed|welded|blocked|barricaded|locked ~2 gate|gates|door|doors|exit|exits|windows|fence ~4 "
        "nobody|no|can|not|so|inside|people|workers|they|with|and ^code|rule|violation|violations|inspection",
        "!door|doors|exit|exits|gate|gates|windows <be>? ~1 bolted|padlocked|chained|locked|nailed|blocked|barred ~5 "
        "inside|screaming|out|people|workers|they|crying|someone|she|he|them|us ^after_hours",
        "!locked|shut|trapped me|us|her|him|them|the|a|my|our|some|two|three|four|five|4|5|6 ~2 <person> ~1 in|inside|up ^the_date",
    ],
    ("run down or thrown at", _EVENT): [
        "<who> ~1 was|were|got|been|is|has_been|just_got !hit|struck|run_over|clipped|rammed|crushed by ~2 car|truck|van|tractor|vehicle|bus|suv|forklift|train ^the_cost",
        "!rammed|ramming|rams|sideswiped ~1 our|her|my|the|us|his ~1 van|car|truck|gate|door|us|bus|house ",
        "<he> ~2 !broke|broken|breaks|twisted|burned|burnt|cut|slashed|smashed|crushed|snapped|fractured ~1 my|her|his|their ~1 ribs|rib|arm|arms|hand|hands|leg|nose|jaw|face|finger|fingers|wrist|neck|teeth|skull|back|collarbone ^the_news|hair|budget",
        "my|her|his ~1 !leg|arm|ribs|nose|jaw|wrist|hand|neck|ankle|back <be> ~2 broken|bent|shattered|crushed|bleeding|numb|snapped|mangled|burned ^down|up_with",
        "i|we am|are|got|was ~1 !cut|stabbed|shot|slashed|burned ~1 bad|badly|deep|and|by|just ^from_the|out_of|off_from|by_the_budget",
        "just|he|they|man ~2 !tried|trying to ~1 snatch|grab|take|kidnap|abduct|lure|pull|drag <young>",
        "!ceiling|roof|wall|beam|crane|scaffold came|fell|come|crashed|crashing down|on|onto|over ~2",
        "!threw|thrown|throws|throwing|poured|pours|splashed|dumped ~2 boiling|hot|acid|burning|gasoline|bleach|scalding|chemicals|oil ~4 "
        "on|at|over|in her|him|them|me|us|cook|worker|the|a|one|my|face ^the_table|the_floor",
        "!drove|driving|drives|swerved|backed at|into|over|toward ~1 her|him|them|us|me|<person>|people|the_crowd|the_workers",
        "!ran|run|runs|running|trying_to_run her|him|them|us|me|<person> over|down|off_the_road ^the_numbers",
        "!set|sets|sicced|setting|unleashed ~1 the|his|their|a|dogs ~1 dog|dogs|pit_bull|pit_bulls|on ~1 on|her|him|them|us|me ~2",
        "!pushed|threw|shoved|kicked ~1 her|him|them|me|us|<person> ~1 down|off|out|through ~2 stairs|window|roof|balcony|car|van|truck|ladder|scaffold",
        "<who> !attacked|stabbed|shot|jumped|beat by ~2 with|gun|knife|just|now|pimp|trafficker",
    ],
    ("caved in", _EVENT): [
        "!trench|wall|roof|ceiling|scaffold|scaffolding|building|ditch|tunnel|floor|hole|crane|mine|barn ~2 "
        "collapsed|caved|collapsing|fell|gave ~1 in|on|onto|way|and|with|down|$ ^line_item",
        "<who> <be>? ~1 !buried|pinned|impaled|trapped|crushed under|beneath|alive|by_the_machine|by_a_machine|by_the_forklift|by_the_tractor ^emails|the_weight|paperwork|work|with|report|meetings|traffic",
        "!stuck|caught|trapped|pulled in|into ~1 a|the ~1 machine|grinder|conveyor|mixer|press|baler|auger|combine|thresher|saw|fryer|slicer",
        "!machine|saw|blade|press|conveyor|grinder ~3 cut|took|crushed|caught|ripped|tore|severed ~1 his|her|their|off",
        "!lost|cut|severed|chopped|tore|ripped ~1 a|his|her|off|two ~1 finger|fingers|hand|arm|leg|foot|toe|toes ^count|of_a",
    ],
    ("failing body", _NOW): [
        "!limp|lifeless|motionless|cyanotic|slumped|slumping|gasping|gurgling ^for_attention|effort|handshake|response",
        "stopped|quit|not ~1 !moving|breathing|crying|responding|blinking|talking|waking $|and|at_all|, ^to_email|forward|on|ahead",
        "!lips|face|skin|fingers|nails|baby|child|he|she <be>? ~1 blue|purple|gray|grey|turning_blue ^team|folder|shirt|badge",
        "barely|hardly|not_really|in_and_out_of|losing|lost|drifting !awake|conscious|consciousness|responsive|alert|responding|standing|moving|alive",
        "no|not|without|ran_out_of|out_of|denied|needs|took_her|took_his ~2 !insulin|inhaler|oxygen|epipen|dialysis|seizure|nitroglycerin|heart "
        "~4 days|hours|since|now|barely|weak|away|not|confused|faint|asthma|attack|shaking",
        "<who> <be> !unconscious|unresponsive|convulsing|suffocating ^bias",
        "!dying|unconscious|bleeding|injured|wounded|unresponsive|drowning man|woman|worker|girl|boy|guy|person|kid|child|baby|client|patient|"
        "teen|laborer|driver ~2 at|in|on|here|by|outside|and|, ^in_labor",
        "!keeps|kept|keep passing|fainting|blacking|vomiting|throwing|collapsing|falling|seizing out|up|down|and|unconscious|$",
        "!confused|dizzy|delirious|feverish|shaking|vomiting ~4 heat|sun|sweating|fields|field|working|collapse|pesticide|chemical|spray",
        "!frostbite|burning_up|high_fever|infected|gangrene|septic ~5 not|no|will|doctor|hospital|refuse",
        "will|does|do|would|did not !let|take|allow ~3 see|to|go ~2 doctor|hospital|er|clinic|nurse|medic",
        "boss|employer|foreman|manager|owner|supervisor|husband|family|he|they ~2 !refuses|refused|refusing to ~2 "
        "call|take|get|let ~3 911|ambulance|doctor|hospital|help|leave",
        "not !call|calling|called ~2 911|ambulance|anyone|for_help ^if|when|unless|about",
    ],
    ("near and coming", _NOW): [
        "pressed|pushed|hit|pulled|activated|triggered|used|rang|set_off ~2 !panic|silent|duress|alarm|emergency ~1 button|alarm|$|and|at ^by_accident|test",
        "!panic|silent|duress alarm|button ~1 <be>? ~1 going|went|pressed|activated|at|ringing|triggered|off ^batteries|policy|installation|the_agenda|the_budget",
        "<he>|men|guys|dudes|man|someone|people ~1 !came|come|coming|showed_up|here|arrived|looking|hunting for ~1 her|me|us|him|them|girls|girl|women|workers|one_of_the ^appointment|interview|training|coffee|own|mom|kids|papers",
        "!man|guy|stranger|someone|somebody|ex|husband|boyfriend|men|intruder ~2 climbed|jumped|climbing|scaled|broke|sneaked|hopped|got ~1 over|into|in|through|past ~2 fence|wall|gate|window|shelter|house|building|door|security|safe_house|yard ^training",
        "!man|guy|stranger|someone|ex|husband|boyfriend|men <be> ~1 inside|in|at ~1 shelter|safe_house|house|building|lobby|clinic|office|the_shelter ~1 asking|looking|demanding|yelling|searching|screaming|threatening|shouting ^about_the_form|for_the_form|for_an_application",
        "hear|hearing|heard|hears ~3 !slaps|slap|shrieking|shriek|shrieks|thud|thuds|whimpering|beating|begging|screams|crash|smashing|moaning|choking|gunfire|banging ~2 ^in_the_video",
        "omg|oh_god|oh_no|god|shit|fuck|help|please|hurry|guys he|they|she is|are !here|outside|back|coming|inside|at",
        "<he> is|are|s !at|outside|behind|by|near ~1 the|my|our|her ~1 door|window|gate|house|back_door|bathroom_door|front_door "
        "^greeting|to_greet|with_the|to_check|for_his|for_her|for_the",
        "<he> <be> !running|going|coming|came|comes after|at|for|toward her|him|me|us|them|the_girl|the_kid|my_client ^interview|appointment|meeting",
        "they|he|men|guys <be> !coming|come for|to_get|to_take|after ~1 me|her|us|them|him|the_girls|my",
        "<he> ~2 !trying|tries|tried to ~1 take|grab|snatch|lure|abduct|pick_up|get ~2 girl|boy|child|kid|kids|student|teen|baby|toddler "
        "^to_school|to_the",
        "!waiting outside|downstairs|in_the|in_his|by ~3 to|for ~2 take|her|him|me|us|pick|grab|the_girl|the_student ^appointment|her_mom",
        "!hiding|hidden|hid|crouched ~4 from|in|behind|under ~4 him|her|them|boss|manager|men|man|knife|gun|husband|trafficker|pimp|closet|bathroom",
    ],
    ("announced", _THREAT): [
        "!anyone|anybody|whoever|everyone|everybody|the_ones|those who ~4 gets|get|will_get|will_be|dies|going_to_be|is_dead ~1 shot|killed|beaten|hurt|dead|stabbed|buried|$ ^paid|certificate|stipend",
        "tonight|today|tomorrow is ~1 when|the_day|the_night ~1 i|she|he|we !die|dies|end|ends",
        "he|she|they|boss|husband|pimp ~3 will|going_to|gon|ll ~1 !finish|bury|destroy|gut ~1 me|her|him|them|us|off ^the_report|up|the_meeting|for_the|with_paperwork|coffee|cream",
        "she|he|they|i|we|client|girl|woman|worker will|going_to|about_to be !killed|shot|murdered|beaten|stabbed|raped|kidnapped|hurt ~6 "
        "if|tonight|when|today|soon|there|by|unless|now|tomorrow|$",
        "going_to|gon|will|about_to|wants_to|threatening_to|threatens_to ~2 !burn|torch|bomb|blow|shoot|set ~3 "
        "trailer|house|place|car|barn|shelter|camp|motel|building|people|it|them|us|everyone|everybody ~3",
        "!last day|night|breath ~2 tonight|alive|today|is|on_earth ^of_work|of_the|for_applications",
        "if ~2 he|they|she|boss|pimp|trafficker|ex ~2 !finds|catches|sees|gets|find|catch|get ~2 her|him|me|us|them|out ~4 kill|kills|dead|die|hurt",
        "!threatened|threatening|threatens|said|says|swore|swears ~3 burn|slit|shoot|kill|cut|bury|drown|hang|bomb ~2 "
        "her|him|them|us|me|everyone|throat|people|the|my|workers",
    ],
    ("sold now", _NOW): [
        "!auction|auctioning|bidding|sale of|on|for|off ~2 girls|girl|women|kids|children|teens|minors|boys ^scout|tickets|basketball",
        "!auctioning|selling off? ~1 girls|girl|women|children|teens|minors|boys ^scout|tickets|basketball|clothes|items|s",
        "<young> ~3 <be>|being|getting ~1 !sold|pimped|advertised|trafficked|prostituted|exploited ~4 now|right_now|tonight|at|in|on|by|here "
        "^services|survivor|population",
        "!underage|minor|minors|teen|child|14|15|16|13|12 ~4 in|with|at ~3 room|car|motel|hotel|truck ~4 man|men|older|buyer|john|now|right_now|him",
    ],
}
