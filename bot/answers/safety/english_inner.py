"""A wish to die, and a person speaking of their own exploitation, in English. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _FRESH, _THREAT = Tense.NOW, Tense.FRESH, Tense.THREAT

SELF_HARM: dict[tuple[str, Tense], list[str]] = {
    ("wish to die", _NOW): [
        "at !risk of hurting|harming|killing|suicide|cutting <self>?",
        "no|not ~4 except|besides|but !dying|death|die",
        "!hear|hears|hearing voices",
        "!hang|hanging|drown|shoot|shooting ~1 <self>",
        "should|could|might|wan|would just !die|disappear|end_it ^laughing|of",
        "can not !live with what|this|myself|it|anymore|like|the_shame|that ^coffee|system",
        "not ~1 think|believe|see ~1 i|he|she|they can|could ~1 !keep|go_on|continue|survive|live|make_it",
        "!pills|gun|knife|razor|blade|rope|noose in my hand|hands",
        "other !side with|and|$ ^of_the|of_town",
        "!cuts|cut|scars|burns|marks ~4 on|to <self>",
        "!see you on_the_other|in_heaven|in_hell|on_the_flip_side ^panel",
        "not !being alive|here|around ^in_the_meeting|for_the",
        (
            "feel|feels|feeling like !ending|dying|jumping|giving_up|disappearing|it_would_be_better|"
            "killing it|$|everything|my|on|if"
        ),
        (
            "thinking|thinks|think|thought|thoughts|talks|talking|talked|ready|wants|want|consider|"
            "considering ~1 of|about|to !ending|end things|it|it_all|everything|herself|himself|myself|"
            "themselves ^call|meeting|at|by|early|the_lease|on_time"
        ),
        (
            "want|wants|wanted|wish|wishes|wishing|need|needs it|everything|this|life|the_pain ~1 to !be|end|"
            "stop over|$|all_be|forever|for_good ^soon_so_we"
        ),
        (
            "not ~1 see|have|find|got|know ~1 a|any|the|much|what? ~1 !reason|point|purpose|meaning|"
            "hope ~2 to|in|of|for|left ~1 live|living|go|going|keep|be_alive|life|anymore|stay|continue|"
            "staying"
        ),
        "how many|much !pills|tylenol|medicine|meds|pill ~6 die|kill|overdose|dead|dying|death",
        "rather !die|be_dead|kill_myself",
        (
            "!cutting|cuts|cut|burning|burns|scratching|scratches|slicing|slices ~1 her|his|my|"
            "their own? arms|arm|legs|leg|wrists|wrist|thighs|skin|stomach"
        ),
        "!take them|it|all all|of_them|the_pills|at_once|now|tonight ^to_the|with|minutes",
        "might|may|will|could|would|wants_to|going_to !kill|hurt|harm <self>",
        (
            "want|wants|wanted|wanting|wish|wishes|ready|wishing|prefer|plans|planning|hoping|tries|trying|"
            "deserve|deserves|need|needs to|2|too? !die|overdose|be_gone|not_be_alive|be_dead|not_exist|"
            "stop_existing|never_wake_up|sleep_forever|not_wake_up|disappear_forever|end_it|"
            "end_things ^of_embarrassment|of_laughter|lol|laughing|down|happy"
        ),
        "wish|wishes|wished ~2 was|were|be ~1 !dead|never_born|not_alive|not_here",
        (
            "rather|better !be|off ~1 dead|without_me|without_her|without_him|if_i_was_gone|if_i_died|"
            "if_i_were_gone|if_she_was_gone|if_he_was_gone"
        ),
        "!suicidal ^ideation_training|squad|prevention|screening|hotline",
        (
            "!suicide|suicidal attempt|ideation|thoughts|plan|note|threat|threats ~2 now|right_now|today|"
            "tonight|with_plan|with_intent|by|and|this|$ ^training|prevention|screening|policy|protocol"
        ),
        (
            "thought|thoughts|thinking|think|thinks|talk|talks|talking|talked|threat|threatening|threatens|"
            "threatened|considering|contemplating|mentioned|mentions|mentioning|plan|plans|planning|about_to|"
            "wants_to_do|feels_like|obsessed|messages|texts|texting|texted|voiced|expressed|expressing|"
            "disclosed|commit|committing|attempting|attempt|joking|attempted ~2 about|of|with|is|to_commit|"
            "commit|committing|attempt|a? !suicide|suicidal|dying|death|end_it_all ^prevention|training|"
            "screening|hotline|safe_messaging|policy|awareness|month|protocol|data|statistics|squad|rates"
        ),
        (
            "!kill|killing|hang|hanging|drown|shoot|unaliving|off|hurt|hurting|harm|harming|cut|cutting|"
            "starve|starving|burn|burning|burned|burns|injure|injuring|stab|stabbing|shooting|end|ending|"
            "jump|electrocute <self> ^short|off_the|in_the_foot|out_of_the|a_break|slack|some_slack"
        ),
        (
            "!self harm|harming|injuring|harmed|injury|harms ^policy|training|hotline|prevention|screening|"
            "awareness|data|card|protocol|support_group|entry|resources"
        ),
        (
            "!end|ending|take|taking|took|takes|finish|ends my|her|his|their|own|the|it|this|our own? life|"
            "lives|pain|suffering|all ^this_meeting|membership|cycle"
        ),
        "!end it all|tonight|now|today|for_good|$ ^meeting|with",
        (
            "no|any|a|without|single|lost|see_no|seeing_no|not_see|find_a ~1 !reason|point|purpose|will|"
            "point_in|point_to to|in|for|of? living|live|go_on|going_on|be_alive|staying_alive|keep_going|"
            "wake_up|being_alive|life|stay_alive|continue"
        ),
        (
            "not|never|no|nothing ~3 !live|alive|wake_up|be_here|be_around|living|worth_living|go_on|"
            "keep_going anymore|any|no_more|more|another_day|like_this|tomorrow|at_all|left|for|this_life|"
            "now|tonight|and|$ ^in_the|near|downtown|with_him|with_her|at_home|in_a|there|in_this"
        ),
        (
            "not|never|no|do|does|did ~1 ~1 !want|wants|care ~2 to live|live|to_be_alive|be_alive|to_wake_up|"
            "to_exist|to_go_on|to_keep_going|to_be_here_anymore|to_be_here_any|to_be_around|if_i_live|"
            "if_she_lives|if_he_lives|to_keep_living|to_continue_living ^with|in_the|near|at_the|in_a|there|"
            "downtown|in_this"
        ),
        "nothing ~1 to !live for",
        "life ~3 not ~1 !worth ~1",
        "not !worth living|it_to_live|being_alive",
        "!done|tired|sick|over with|of life|living|being_alive|everything_want|existing ^skills|history",
        (
            "can|could not !go|take|do|live|bear|stand|keep on|it|this|like|going anymore|any_more|"
            "any_longer|like_this|another_day|and_want|i_want|$ ^meeting|off|with_the|to_the|until|at|before|"
            "by"
        ),
        "nobody|no_one|everyone|they|world ~3 !miss|better|notice|care ~3 me|gone|died|dead|without|if_i",
        "!goodbye note|letter|to_everyone|forever|for_good",
        "!suicide note",
        (
            "want|wants|wanted|wish|wishes|wishing|hope|hopes|could|just ~3 !sleep|disappear|vanish|"
            "fall_asleep|go_to_sleep ~2 and|forever|never|for_good ~1 not|never|wake|forever|$"
        ),
        "not|never !wake|waking up|again",
        "!starve|starving <self>",
        "!jump|jumping|jumped off|from|in_front|out ~3 bridge|roof|building|window|balcony|train|overpass|traffic ^repair",
        "!hates|hate her|his|my|their life ~4 want|end|die|dead",
        "!overdose on_purpose|on_pills|intentionally",
        "take|taking|took|swallow|eat ~2 all|whole|bottle ~4 !pills|meds|medication",
        "!give|giving|gave away ~3 everything|belongings|possessions ~3 goodbye",
        "life !is|s over|pointless|meaningless|not_worth|hopeless",
        "!si with|present|plan|plus|no_plan",
        "passive|active|endorses|reports|has|expressed !si",
        "going_to|gon|will do|do_it !it|tonight tonight|i_can_not_live|i_can_not_take",
    ],
    ("despair", _NOW): [
        "why !am|are i|we ~1 alive|living|still_here|here_anymore",
        "what is the !point of ~1 living|life|being_alive|going_on",
    ],
    ("attempt", _FRESH): [
        "!tried|attempted|trying|attempting ~1 to? ~1 kill|suicide|hang|overdose|die|end|commit_suicide|take",
    ],
}

SURVIVOR: dict[tuple[str, Tense], list[str]] = {
    ("forced", _NOW): [
        "man|men|guy|guys|people !pays|pay|paying me|us to|for ~2 stuff|things|sex|sleep|it|be_with|do|photos|pictures",
        "i am the one|person being !exploited|trafficked|forced|sold",
        "i|we !escaped|fled ~2 last_night|yesterday|today|tonight|this_morning|now ~2 not|nowhere|help",
        "i am a|the !survivor ~1 i|and need|want help|somewhere|a_place|someone",
        "!force|forces|forced|make|makes|made|forcing ~3 and me|us to? work|sell|sleep|dance|do|have|clean|beg",
        "but|and|, he|she|they|boss|boyfriend|uncle|husband ~1 !makes|make|forces|force|forcing|made me|us $",
        "they|he|she are|is !forcing|making me|us $",
        "help|help_me ~1 !get|getting|run|escape|leave away|from|out ~3 trafficker|pimp|boss|him|them|my|a_man|the_man|family",
        "i|we !work|working ~3 hours ~4 no|without|not|never|nothing ^complaints",
        "get|getting|be !beaten|hit|punished|raped|slapped if|when ~1 i|we",
        (
            "!making|makes|make|made|wants|tells|forcing me|us to? send|meet|take|post|film|"
            "shoot ~2 pictures|photos|nudes|men|videos|pics|guys|clients|selfies|with_men"
        ),
        (
            "!give|hand|turn ~1 my|him|her|them|over boyfriend|boss|pimp|daddy|man|husband|trafficker|all|"
            "the|my ~3 money|earnings|cash|tips|pay"
        ),
        (
            "i|we|me ~2 !leave|leaving|escape|escaping|out_of a|my|this|the pimp|trafficker|life|game|"
            "abuser ^history|insurance|expectancy|skills|cycle|of_the"
        ),
        "i|we ~1 !must|have to? work|sleep|dance for|with him|her|them|men|customers ^until_friday|this_week|on_the",
        "i|we ~1 !must|have work|do to|until|till ~1 pay|paid",
        "i was !trafficked|sold|forced|exploited ~2 and|but|, ~1 i|need|want|now|still need|want|help|am|need_help|have",
        (
            "!keep|keeps|kept|hold|holds us|me in|at|here|inside|locked|there|like ^the_loop|mind|touch|"
            "check|posted|line|updated|informed"
        ),
        "i|we can not !go|move ~1 anywhere|outside|out|home|freely ^until_7|to_the",
        (
            "i|we|me|my_sister_and_i am|are|is|was_and_still|being|get|been|have_been|have_to ~2 !forced|"
            "made|coerced|pressured|required|obligated to|into|by ~1 work|sell|have|sleep|dance|beg|do|steal|"
            "prostitution|prostitute|perform|clean|strip|marry|see|pay|stay|date|trick|service|give|sex|"
            "escort|massage|it|cook|live|serve"
        ),
        (
            "i|we am|are ~1 being ~1 !forced|trafficked|exploited|sold|used|pimped|coerced|abused|enslaved|"
            "controlled|held|blackmailed ^to_attend|to_use|to_take|to_update|to_relocate|to_return|"
            "as_a_reference|by_the_system"
        ),
        (
            "!force|forces|forced|forcing|make|makes|making|made|obliged|obligate|obligates|pressure|"
            "pressures|coerces|want|wants|order|orders|push|pushes|tells|tell|told me|us to|2? ~2 work|sell|"
            "have_sex|sleep_with|sleep_together|do_things|do_sex|do_more|dance|beg|steal|strip|prostitute|"
            "see_clients|see_men|see_customers|date|meet_men|go_with_men|be_with|have_relations|give|pay|"
            "trick|turn_tricks|sex|escort|post_ads|clean_all|massage|carry_drugs|sell_drugs|perform|pose|"
            "take_clothes|undress|walk_the|make_money|bring_money|earn|do_it|do_stuff|do_massage|do_bad|"
            "do_massages|film|videos|marry ^late_on|on_the_report|from_home|weekends|saturday|sunday|"
            "remotely|an_annual|the_annual|a_report|me_a|overtime_on|this_weekend|holidays|the_front_desk|"
            "with_excel|on_a|at_the_front|the_new|updates|a_training|for_it_training|with_a_new|in_the_office"
        ),
        "!makes|make|making|forces|force|forcing me|us !have|do ~2 sex|things",
        (
            "!sells|selling|sold|sell|rents|pimps|pimping|trafficked_and|trafficks|trafficking|traffics me|"
            "us|my_body ^a|on|the|short|this|an|tickets"
        ),
        "!sell|selling|sells my|our body|bodies|self|selfs",
        "!used|using|uses me|us for|as ~1 sex|money|a_slave|slave|prostitute|drugs",
        "!posts|posted|puts|posting|advertises|post ~1 ads|pictures|photos|videos|me|my ~2 of|pics? me|online|body|ads|naked",
        (
            "i|we <be>? ~2 !victim|slave|victims|slaves|trafficked ^person|people|persons|worker|client|survivor|youth|woman|man|girl|child|advocate|services|liaison|specialist|"
            "in_the_past|years|as_a_child|when|ten|in_20"
        ),
        "!i am a? ~1 victim|slave ^advocate|advocates|services|service|liaison|specialist|assistance|witness|support",
        "think|believe|worried|afraid i|we am|are|might|may ~2 !being? trafficked|exploited|victim|enslaved",
        (
            "i|we can not ~1 !leave|quit|escape|stop|refuse|say_no ^the_meeting|this_meeting|work_until|"
            "the_desk|early|my_desk|the_office|until_5|laughing|thinking|using|coffee|talking|"
            "the_house_key my_boss|him|them|the_house|the_job|this_job|my_job|work|or|because|until_i|"
            "until_we|until_he|until_they|until_she|he|they|she|if_|and|$ ^meeting|to_cover|the_|until_the|"
            "until_5|until_6"
        ),
        (
            "i|we am|are not !allowed|permitted|free to ~2 leave|go|talk|use_a_phone|use_phone|call|quit|"
            "speak|eat|contact|out|see|have_a_phone|have_my ^meeting|edit|over_budget|the_budget|early"
        ),
        (
            "not|never|no !let|lets|allow|allows|allowed|letting|allowing me|us ~1 leave|go|out|quit|talk|"
            "call|use|have|see|sleep|eat|rest|speak|go_out|go_home|escape|contact|study|keep|"
            "stop ^into_the_system|edit|log|in_the_channel|know|the_printer|upload|the_new|meeting|admin"
        ),
        "!trapped in|with|here|by this_job|him|this_life|my_job|this_situation|this_house|debt|her|them|my_boss",
        (
            "i|we <be>|feel|am ~1 !trapped|stuck|enslaved|captive|prisoner ^in_the_elevator|in_an_elevator|"
            "at_work|at_the_office|at_my_desk|at_home_with|in_traffic|in_a_meeting|in_meetings|on_the|on_a|"
            "at_the_airport|in_snow|with_the_form|in_line|on_step|in_a_zoom|in_zoom "
        ),
        (
            "i|we !need|want|trying|try|looking|how ~4 help|how|a_way|way|to? ~2 escape|get_away|run_away|"
            "get_out|leave_him|leave_them|leave_my_trafficker|leave_my_pimp|leave_my_boss ^to_the_beach|to_a|"
            "reality|this_weather|the_cold|to_mexico_for|of_the_loop|of_the_meeting|of_this_meeting|"
            "of_the_thread|of_town|of_jury"
        ),
        "!my trafficker|pimp|traffickers|captor ^report|liaison|case_law",
        "!my daddy|pimp|man|trafficker takes|makes|keeps|wants",
        "!slept|sleep|sleeping with men|customers|clients|strangers|him ~2 for|or|because|to",
        (
            "i|we !have|must|had to ~2 sleep_with|have_sex|sell_my|give_him|give_them|pay_him|pay_them|"
            "pay_off|work_until|work_to_pay|do_it|see_men|see_clients ^report|clients_on|clients_at|"
            "clients_today|clients_until|on_the"
        ),
        (
            "i|we !work|working|works ~4 without|no|for_no|for_free|with_no pay|money|wages|salary|days_off|"
            "payment|rest|day_off|free ^clinic"
        ),
        "!no pay me|us",
        "!against my|our will",
        (
            "!they|he|she|boss say|says|said|claims|tell|told|tells ~2 i|we ~1 owe|have_debt|have_to_pay|"
            "must_pay|still_owe|have_to_work"
        ),
        (
            "!takes|take|took|keeps|keep|kept|taking|collects all_my|my|all_of_my|our|all_our|"
            "all_the ~1 money|pay|earnings|wages|tips|check|checks|cash|salary|paycheck ^out_of|off_the|"
            "back_up"
        ),
        (
            "!control|controls|controlling|watches|watching|tracks|monitors my|me|everything_i|our|us phone|"
            "money|life|$|all|everything|every|on_camera|with_cameras|when|and|movements ^from_the"
        ),
        (
            "!i|we ran|run|escaped|fled|escape away|from my|him|them|the|his|from ~1 boss|trafficker|"
            "employer|pimp|house|husband|place|man"
        ),
    ],
    ("papers kept", _NOW): [
        "!get|getting|want|need my|our <papers> ~1 back|from ^renewed",
        "!cancel|cancels|cancelled|revoke my|our visa|papers|status if",
        (
            "<boss> ~2 !has|have|took|keeps|kept|takes|take|holds|holding|hid|hides|keep|confiscated|stole|"
            "taken|held|hold|got|keeping|locked_up|locks|locked|hides|refuses_to_return my|our|all_my|"
            "all_our|every ~2 <papers> ^number_for|photo|photos|for_the_badge|for_onboarding|on_file|copy|copies|copied|"
            "for_payroll|in_the_system"
        ),
        (
            "<boss> ~2 !has|took|keeps|kept|takes|stole|confiscated my|our phone|phones|money|cell ^number|"
            "extension|case|charger|for_updates"
        ),
        "!my|our <papers> <be>|was|were ~1 taken|kept|held|with|confiscated|hidden|locked ^for_renewal",
        "not|never|no|wo !give|giving|return|returning ~2 my|our|me_my|back_my <papers>",
        "!withhold|withholding|confiscated|confiscate|withholds my|our <papers>",
    ],
    ("threatened to stay", _THREAT): [
        "!deport me|us|my",
        "!call|calls|calling|called|tell ice|immigration|la_migra on|to me|us|my|take|get|deport",
        "!report|turn me|us in? to? immigration|ice|police|in",
        "!call ice|immigration|police if ~1 i|we",
        (
            "!hurt|kill|harm|come_after|find|beat my family|kids|children|mother|sister|parents|daughter|son|"
            "brother|mom|baby|son_back|family_back"
        ),
        "!hits|beats|hurts|rapes|punishes|starves|hit|beat|punish|burns|slaps|hurt me|us if|when|because|for ~3 i|we|not",
    ],
}
