"""More of what a wish to die sounds like in English: burdens, goodbyes, means, attempts of these days. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _THREAT = Tense.NOW, Tense.EVENT, Tense.THREAT

DESPAIR: dict[tuple[str, Tense], list[str]] = {
    ("despair", _NOW): [
        "what|which is|s|are ~2 !easiest|fastest|quickest|painless|best|least ~2 way|ways|method|thing to ~1 die|go|end_it|kill|end_my",
        "does|do|is|will|would it ~1 !hurt|painful|quick|fast|bad|long ~1 to|if ~2 die|hang|bleed|drown|overdose|shoot_myself|jump|cut_my",
        "how ~1 !long|much|many ~6 bleed_out|die|kill_me|kill_myself|overdose|be_dead|end_it ^people|victims|survivors|clients|youth|deaths",
        "who|nobody|no_one|anyone|anybody would|will|does|do|even ~2 !care|notice|miss|cry ~2 if|when ~1 i ~2 die|died|dead|gone|live|lived|disappeared|was|were|killed|am",
        "why !should|do|would|must|bother i ~2 keep|go_on|live|living|stay|wake|exist|continue ~1 living|alive|$|anymore|going|up ^in_the|on_the|at_the|the",
        "no_one|nobody ~1 !cares if i live|die|exist|am_alive|disappear|am_dead",
    ],
    ("wish to die", _NOW): [
        "wish|wishes|wished ~2 had ~2 !died|killed|hit|ended|taken|never ~2 me|born|been|back|$|there|then|in",
        "should|ought|deserve|deserves|ready|better ~2 have|be|to ~1 !died|dead|die ^battery|of_laughter",
        "@ please? just? !let me|her|him die|go_in_peace|bleed",
        "!noose ^training|policy",
        "!rope|cord|belt|sheet ~2 ready|around|tied|tie|neck|hang ^off|the_banner",
        "!glass|scissors|razor|blade|shard|needle|knife|gun|pistol to|against|at|on|in ~1 her|his|my|their|own ~1 neck|throat|wrist|wrists|mouth|head|arm|thigh|vein|veins|temple",
        "!scratched|scratches|scratching|carving|carves|carved|burns|burning|picks|picking ~2 her|his|my|their|own ~1 skin|arms|arm|thigh|thighs|legs|wrists|wounds|stomach ^her_back|an_itch",
        "my|her|his|client|teen|student|youth|resident|patient ~3 !cuts|scars|cut_marks|gashes|slashes ~3 arms|arm|wrist|wrists|thigh|thighs|legs|stomach|forearms",
        "i|she|he|they ~1 keep|keeps|started|still|been !cutting ^corners|hours|the_budget|costs",
        "!drive|driving|drove|steer|crash|crashing ~2 into|off a|the|some ~1 wall|tree|cliff|bridge|pole|river|truck|overpass ^van_to",
        "can|could not ~1 !face|do|bear|survive|handle ~1 another|one_more|life|living|existing|tomorrow ^meeting|spreadsheet|form|call|email|report",
        "not !feel|trust|safe|feels|trusts ~1 safe|with|from|myself|herself|himself ~1 <self>",
        "not ~3 !make it through|to ~2 night|weekend|week|morning|tomorrow|day|christmas|birthday ^to_the_meeting",
        "will|would not ~1 !see|find|hear ~1 me|her|him|from_me ~1 again|tomorrow|monday|alive|anymore|after ^at_the",
        "this|tonight|today is ~1 ~1 my|her|his|the !last day|night ~1 $|alive|on_earth|,",
        "!wrote|written|writing|writes|left|leaving|found|typed ~3 letters|letter|note|will|message|voicemail ~4 goodbye|bye|sorry|forgive|kids|family|after|death|gone|look|die|dead ^of_support|to_the_council|the_meeting",
        "said|says|texted|left|voicemail ~4 !forgive me ~3",
        "!sorry for everything ",
        "!happier|better|peace|rest ~1 in|under ~1 the|my|a? ground|grave|heaven|earth|dead",
        "!join|joining|be|go|going|see ~1 with|to|be_with? ~1 her|his|my|their dead|late|mother_in_heaven|mom_in_heaven|baby_in_heaven ~1",
        "by|with ~1 her|his|my|their !own hand|hands ~1 $|,|and|tonight ^made|cooked",
        "!bleed out|to_death ",
        "!standing|stands|stand|sitting|sits|sit|stood|drove|went|walked|gone ~3 on|at|to|near ~1 the|a ~1 edge|ledge|bridge|platform|tracks|rooftop|railing|cliff|overpass ~3 and|think|jump|crying|says|just|alone|$ ^of_the_seat|of_town|toll|housing",
        "!better|happier|easier|relieved|fine off? ~2 without|if ~2 me|her|him|i_was_gone|i_were_gone|i_am_gone|she_was_gone|he_was_gone|i_died|i_disappeared",
        "no|not|never|nobody|no_one ~4 !burden|problem|bother|trouble|weight ~2 anyone|anybody|anymore|everyone|them|you|us|me|her_family|his_family|my_family",
        "nobody|no_one|not|who ~3 !miss|notice|cry|care ~2 me|her|him|if|when ^the_meeting|the_call",
        "!goodbye text|message|texts|video|call|post|letter|note|messages|to_all|to_us|to_me|to_her|to_his|to_my|and_thank ^party|card",
        "said|saying|says|say|sent|texted|posted ~2 !goodbye|good_bye|goodbyes ~3 and|to|like|forever|everyone|,|$ "
        "^to_the_intern|at_the_end|after_the_meeting|when_we",
        "!tired|sick|exhausted|done|finished|over of|with ~1 living|being_alive|life|existing|fighting|trying|everything|this_life|it_all "
        "^skills|this_form|the_printer|history|cycle",
        "!step|stepping|walk|walking|jump|jumping|throw|throwing|drive|driving|run|running|lie|lying ~1 <self>? "
        "in_front_of|into|onto|off|on ~2 train|traffic|bus|car|truck|tracks|bridge|road|highway|cliff|tree|overpass|ledge|roof|building|river|balcony "
        "^to_the_meeting|to_work|to_the_site",
        "!want|wants|wanted|wish|wishes|hope|hopes|praying|pray|prays|like ~2 "
        "sleep|asleep|not_wake|never_wake|never_wakes|would_not_wake|it_over|it_to_end|gone|to_be_gone|vanish|disappear|be_with_god|be_in_heaven|go_to_heaven ~3 "
        "forever|never|not|for_good|wake|over|$|and ^lol|soon",
        "!hate|hates being_alive|living|my_life_and|waking_up|that_i_woke|her_life_and|his_life_and",
        "life|it|living|everything is|s|feels|seems ~1 !hopeless|pointless|meaningless|worthless|unbearable|not_worth ^to_argue|meeting",
        "!no way|reason|point|hope|future|purpose ~1 out|forward|in_living|to_live|left|in_going|in_being|for_me|for_her|for_him|anymore ^in_the_budget|of_the_parking",
        "only !death|dying|suicide ~2 help|stop|free|end|out|way|release|left",
        "!death|dying|suicide is|as the|my|her|his|an only|best|way|option|answer|solution|escape ^wrongful",
        "would|will|going_to|gon|could|might|about_to|wants_to|want_to|threatens_to|threatening_to|plans_to ~2 "
        "!kill|hang|shoot|hurt|harm|drown|poison|cut|burn|stab|starve|overdose|off|electrocute|suffocate <self> ^short|a_break|some_slack",
        "!off <self> ^the_hook|the_list",
        "will|would|going_to|wants_to|want_to|might|could|threatens_to ~2 !drink|swallow|eat|inject|take ~3 <poison>|pesticide|bleach|poison|all_the|whole|every_pill",
        "!drink|drank|drinks|swallow|swallowed|swallows|eat|ate|eating|took|taking ~3 razor|blade|blades|batteries|battery|glass|nails|screws|poison|bleach|needles",
        "how|what|which ~3 !pills|dose|much_tylenol|many_tylenol|way|method ~3 to|that ~1 die|kill|overdose|end|be_lethal|painless|fatal "
        "^data|rate",
        "what|how ~2 !happen|happens|hurt|long ~2 if ~1 i|she|he|they ~1 "
        "drank|drink|swallowed|took|take|jumped|jump|cut|hung|stopped_eating|overdosed|shot ~3",
        "!saved|saving|stockpiling|hoarding|hiding|collecting|hoards|stashed|bought ~2 pills|pill|medication|meds|rope|razor|blades|gun ~3 "
        "to|for|and|up|herself|himself|take|in ^donation|disposal|intake",
        "!rope|belt|cord|sheet|noose|bag|wire ~1 around|on|over ~1 her|his|my|their neck|throat|head",
        "!head against|into|on the|a wall|floor|door",
        "!voices ~3 tell|telling|told|say|saying ~2 to ~1 kill|hurt|die|jump|cut|end",
        "!danger|risk|threat to <self> ",
        "worried|afraid|scared|fear|concerned|think|might|may|could|will ~2 !do|try ~1 something|anything ~1 "
        "to_himself|to_herself|to_themselves|to_myself|stupid|drastic|bad",
        "!disclosed|disclosing|endorsed|endorsing|reporting|reported|positive|screened|voicing|voiced|expressing|expresses|admits|admitted|has ~2 "
        "si|suicidal|suicidality|ideation|sib|nssi ^training|positive_for_covid",
        "!suicidality|suicidal now|today|with|and|,|$|in_my|in_our|at_the|right_now|patient|pt|client|youth|teen|caller|resident|student ^prevention|training",
        "!do|does|did|will|would not ~2 be|want_to_be ~1 here|around|alive|there ~1 "
        "much_longer|tomorrow|anymore|longer|next_week|for_long|soon|when_you ^for_the_meeting|for_the_training|in_time",
        "not ~1 !be|being around|here|alive much_longer|anymore|any_longer|tomorrow ^for_the_call|for_the_meeting",
        "!not being here|alive|around|born ^for_the|in_person",
        "!feel|feels|feeling|felt ~1 like ~1 dying|killing|ending|giving_up|no_way_out|nobody_would|better_off|a_burden|nothing_matters|not_being|hurting ^of_laughter",
        "!rather die|be_dead|not_be_alive|kill|end_it|not_live|not_exist ^of_laughter|of_boredom",
        "should|could|might|may|can i|we|just ~1 just? ~1 !die|kill_myself|end_it|disappear|hang_myself|jump ^on_a|of_laughter|on_the",
        "!die|dead|dying alone|inside|tonight ^battery|line",
    ],
    ("attempt these days", _EVENT): [
        "!attempted|attempt ~1 again|last|this|today|yesterday|tonight|twice|on ~1 week|month|night|monday|sunday|friday|saturday|tuesday|wednesday|thursday|$ ^fraud|murder|robbery|to_contact|delivery|call|to_reach|visit|to_call",
        "!intentional|deliberate|purposeful overdose|ingestion|od",
        "!swallowed|took|drank|ate|burns|burned|cut|cuts|crashed|jumped|overdosed|hurt|fell|starves|starving ~5 on_purpose|intentionally|deliberately|purposely ^delete|the_agenda|minutes",
        "!attempted|attempts|attempting|committed|commits|tried|tries|trying to? ~1 "
        "suicide|commit_suicide|kill_himself|kill_herself|kill_myself|kill_themselves|hang_himself|hang_herself|hang_myself|overdose|end_her_life|end_his_life|"
        "end_my_life|take_her_own|take_his_own|take_my_own|take_her_life|take_his_life|end_it|end_it_all|die|jump_off|drown_himself|drown_herself|slit "
        "^rates|data|prevention|survivors|history|number|in_2",
        "!overdosed|od|overdose on_purpose|intentionally|deliberately|to_die|on_pills",
        "!suicide attempt ~2 today|tonight|yesterday|last_night|this_week|this_morning|on_the_ward|in_the|at_the|in_our|just "
        "^data|statistics|training|history|policy|protocol|resources",
        "!cut|slit|slashed|burned|hurt|hung|hanged|shot|stabbed|poisoned ~1 <self>|her_wrists|his_wrists|my_wrists|her_wrist|his_wrist|her_arms|his_arms|my_arms|"
        "her_own|his_own|my_own ^short|shaving|cooking|off|hair|hours|slack|out",
        "!fresh|new|deep cuts|cut|wounds|burns|marks ~3 arm|arms|wrist|wrists|legs|thighs|leg|forearm|body ^on_the_budget|budget",
    ],
    ("threat against oneself", _THREAT): [
        "!threatened|threatens|threatening|threaten|says|said|swears|vows|promised ~3 "
        "kill|hang|hurt|shoot|drown|harm|off|stab|burn|cut <self>",
        "!threatened|threatens|threatening|threaten ~1 suicide|to_jump|to_overdose|to_end_it|to_end_her|to_end_his|to_take_her_own|to_take_his_own|to_die",
        "!will|would|going_to|gon ~1 kill|hang|shoot|hurt <self> if|because|before|when|unless|tonight|over|rather",
    ],
}
