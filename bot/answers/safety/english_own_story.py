"""A person telling of their own exploitation, by what is done to them: held, watched, sold, tricked, hurt, wanting out. English. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _THREAT = Tense.NOW, Tense.EVENT, Tense.THREAT

_ABOVE = (
    "he|she|they|boss|employer|pimp|boyfriend|bf|husband|wife|trafficker|madam|uncle|aunt|stepdad|stepfather|stepmom|"
    "dad|father|mom|mother|man|men|guy|guys|people|family|agency|recruiter|manager|owner|foreman|contractor|landlord|daddy|"
    "cousin|brother|partner|girlfriend|sponsor|handler|leader|pastor|lady|woman|supervisor|couple|gang|smuggler|coyote|someone"
)
_THEM = "him|her|them|my_boss|my_pimp|my_trafficker|my_boyfriend|my_husband|my_employer|my_madam|the_man|a_man|this_man|the_boss"
_NOT_OF_A_TOOL = "^meeting|call|channel|thread|committee|chat|loop|contract|lease|room|app|group|page|list"

OWN_STORY: dict[tuple[str, Tense], list[str]] = {
    ("held", _THREAT): [
        "i|we do not|never ~1 !know|see|told ~1 what|which|where|the ~1 city|state|i_am|we_are|address|street|town ^to_send|of_the|liaison",
        "i|we have|has not ~1 !seen|been|gone|left ~2 outside|outdoors|sun|sunlight|out|house|room ~2 for|in|since",
        "!cover|covered|covers|barred|bars|boarded|lock|locks|locked|blocked ~1 the|our|on|all ~1 windows|window|gate|door|doors|kitchen|fridge ~3",
        "!moving|moves|move|moved|takes|taking|drives|switch|send|sends ~1 me|us ~2 from ~2 to ~2",
        "i|we can|could|get_to|let_us|allowed ~1 only ~1 !go|leave|talk|see|speak|walk|out ~2 with|when|if ~1 him|her|them|he|she|they|someone|work",
        "!only let|lets|allow|allows me|us ~2 out|go|talk|leave",
        "!only leave|out|go|work with|to|when|if him|her|them|he|she|they|work",
        "i|we ~1 !need|want|have_to|must|got_to ~1 to? text|call|ask|tell|check_in_with ~1 him|her|them ~1 every|when|where|before|to|for ~2",
        "!doctor|clinic|hospital|nurse ~2 unless|without|only_if|if ~1 he|she|they|him|her|them ~3 me|come|comes|in|with|says",
        "!tracker|tracking|gps|airtag ~2 on|in ~1 me|my|us ^app",
        "i|we was|were|am|are|being|get|have_been made !to ~1 ^feel|order|wait|understand|measure",
        "!servant|slave|prisoner|maid ~3 for|since ~2 years|year|months|month|long|i_was|childhood",
        "nobody|no_one|they|he|she ~2 !believe|believes|believed ~3 me|like_me|us|illegal|someone_like ",
        "i|we am|are|feel|was_and_am not !free ^tomorrow|today|this|at|until|on|next|for|after|monday|thursday|to_meet|to_attend",
        "i|we have|has|got no !freedom|way_out|choice|say|escape ~2 they|he|she|but|because|make|$ ^in_the_agenda",
        "not|never !have|got|give|gives a|any|me|us choice|freedom",
        "!treat|treats|treated|treating me|us ~2 like|as a|an|his|their slave|animal|prisoner|dog|property|object|servant|machine",
        "!feel|feels|am|are|live|living|work|working like a|his|their slave|prisoner|animal|property|robot",
        "i|we am|are|feel ~1 like? ~1 !his|her|their|a|like property|slave|prisoner|servant|hostage",
        "!hold|holds|holding|keep|keeps|keeping|kept|held me|us against|captive|hostage|prisoner|by_force|as_a|in_debt",
        "no|not|never|wnt|wont|refuse_to|refuses_to !let|lets|letting|allow|allows me|us ~1 "
        f"leave|leav|leve|go|quit|out|stop|rest|call|escape|talk|see {_NOT_OF_A_TOOL}|early|friday|a_day",
        "i|we !have|had to ~2 ask|beg permission|him|her|them|if to|for|before|if ^time_off|vacation",
        "i|we can not !leave|quit|stop|escape|go ~5 or|because|until|unless|without ~2 "
        "he|she|they|owe|pay|paid|hurt|kill|deport|police|immigration|papers|passport|money|debt",
        "!trapped|stuck here? ~2 with|by|in|and|because|here ~3 him|her|them|family|house|job|man|debt|owe|work|boss|papers",
    ],
    ("watched", _THREAT): [
        f"{_ABOVE} ~2 !reads|checks|tracks|monitors|took|takes|hides|hid|broke|controls|searches|deletes|goes_through|looks_through"
        " ~1 my|our phone|phones|messages|texts|calls|location|bank|every_move",
        f"{_ABOVE} ~2 !watches|follows|watching|guards|tracks me|us all|everywhere|constantly|24|every|whenever|when|with|so|to_make|$",
        "always|constantly !watched|followed|with_me|watching",
        f"{_ABOVE} ~2 !controls|control|controlling|controlled ~1 me|us|everything|my|our|who|what|when|where",
        "not !allowed|permitted|able to ~2 talk|speak|see|call|have|go|leave|use|contact ~2 "
        "anyone|anybody|family|friends|phone|alone|out|outside|mother|police|doctor|church|$",
        "i|we !delete|deleting|must_delete|have_to_delete ~2 this|message|messages|chat|texts",
    ],
    ("blackmailed", _THREAT): [
        "!has|have|got|took|made|makes|recorded|filmed ~3 videos|video|pictures|photos|pics|nudes|recordings|images ~1 of me|us",
        "!post|send|show|share|leak|publish|upload|spread|put ~4 me|them|it|pictures|photos|videos|video|nudes|online ~5 "
        "if|unless|when|or_if ~1 i|we",
        "!tell|show|send my|our ~1 family|parents|mom|dad|husband|church|kids|school|everyone|village ~3 what|if|that|pictures|i|about",
        "!blackmail|blackmails|blackmailing|blackmailed|extort|extorts|extorting me|us",
        "!threaten|threatens|threatened|threatening ~1 me|us|my_family|to ~4 if|with|to|unless|because|when|that "
        "^cancel_the|close_the|fire",
    ],
    ("sold or shared", _THREAT): [
        "!puts|put|putting|posts|posted|posting|advertises|sends|lists|uploads|placed ~1 me|us ~1 on|in|to|out_on ~2 internet|website|site|street|streets|track|corner|page|web|online|app|escort|backpage|camera|block|list_of_girls ^the_list|the_agenda|the_schedule|the_meeting|hold",
        "my|our !body is|belongs ~1 his|hers|theirs|to|not ~1",
        "!leak|post|share|send|show|sells|sell|posts ~1 my|our ~1 pictures|photos|videos|video|nudes|pics ^to_the_newsletter|on_the_flyer",
        "!making|makes|make|made|wants|told|forcing|forces me|us ~1 to? ~1 bring|recruit|find|get|train|watch|go_on ~2 friend|friends|girl|girls|other|sister|more|camera",
        "!go|be|work|perform|strip|dance on|for|in camera|cam|webcam ~3 him|them|money|day|night|hours|because",
        "!tattoo|brand ~3 his|her|their|pimp ~1 name|mark ~2",
        "!pay|pays|paid|paying me|us ~1 in|with|only ~1 pills|drugs|meth|food|weed|alcohol|crack|heroin|clothes",
        "!trades|traded|trade|swapped|swaps|gave|gambled me|us ~1 for|away|to|off",
        "me|i|we|us ~1 and|or|with ~1 other|two|three|four|my|some|the ~1 other? !girls|women|girl|friend|sister ~3 are|is|being|work|working|sold|both ~2 sold|for|him|pimp|man|motel",
        "!lets|let|brings|brought|gives|gave|sends|sent|rents|shares|shared|lent ~1 his|her|their|other|me|us|men|guys ~1 "
        "friends|men|guys|clients|customers|strangers|to ~4 me|us|men|other_men|his_friends|clients|with_me|to_me",
        "!do|does|did|doing things to|with me|us ~2 for|and|when|while|in|because|he|they|$ ^the|fun",
        "i|we !have|had|must|got to ~2 see|service|please|serve|entertain|satisfy|meet|take ~3 men|guys|johns|customers|tricks|dates "
        "^in_the_office|at_the_desk",
        "!pimps|pimped|pimping|prostitutes|prostituted|trafficks|traffics|trafficked|auctions|rents|sold|sells|bought|buys "
        "me|us ^a|an|some|the|lunch|coffee|on|dinner|tickets|out_of",
        "i|we was|were|am|got|get|been|have_been|are being? ~1 "
        "!sold|bought|traded|prostituted|pimped|trafficked|auctioned|smuggled|exploited|enslaved "
        "^a|person|people|worker|out_on|the|survivors|into_thinking",
        "!brand|branded|tattooed|tattoo|marked me|us|his ~3 name|with|his|their|like|on",
        "!owns|own|bought|belong|property ~1 me|him|us|his|of_his|to_him|to_them|to_her ^an|a_coffee|lunch",
        "!quota ~3 or|every|night|day|each|i ~3 i|he|they|beat|get|hit|not|night ^report|grant",
        "i|we !have|need|must to? ~1 make|bring|earn ~4 or|before|every|each|unless|until|a_night|per_night ~2 "
        "i|he|they|get|can|night|day|she|beat",
        "!in the life|game ~4 out|i|leave|help|want",
        "i|we ~1 !want|need|trying|try|wanna to? ~1 get? out $|of_here|of_this_life|of_the_life|of_the_game|of_this_house|of_this_situation|of_there ^early",
    ],
    ("worked without pay", _THREAT): [
        "i|we !work|worked|working ~2 *8 not|never|without|no|nothing|little|barely ~2 pay|paid|money|wages|salary|get|give|rest|sleep|leave "
        "^parental|sick",
        "!pay|pays|paid|paying me|us ~1 nothing|almost_nothing|little|pennies|in_food|only_food|in_drugs|with_drugs|a_few",
        "i|we not ~1 ~1 been|being|get|got|getting !paid ~3 months|years|since|weeks|anything|at_all|ever|for_my_work "
        "^mileage|back|for_the_training",
        "!never|not paid|pay|pays me|us ~4 months|years|weeks|anything|since|because|what|at_all|and",
        "!work|working|clean|cleaning|cook|cooking|care for|from|all|day|every|16|14|18|7|seven|sixteen|18hrs ~6 "
        "not ~3 pay|paid|leave|rest|sleep|allowed|let",
        "no !days off|day_off|rest|sleep|food|pay ~5 they|he|she|can|not|owe|locked|leave|me",
        "!takes|take|took|keeps|keep|kept|taking|collects|steals ~1 everything|whatever|all ~1 i|we|of_it|the_money|my",
        "!keeps|keep|kept|takes|took ~2 my|our|the ~1 pay|paycheck|check|money|wages|salary|earnings|tips|cash ^stub|on_file",
        "!made|make|makes|force|forces me|us ~2 work|clean|cook|beg|sell|steal|carry|grow|pick ~6 "
        "not|no|without|free|nothing|sick|hurt|night|day|school|or",
        "i|we !sleep|live|slept|sleeping|living ~5 floor|kitchen|garage|shop|restaurant|basement|warehouse|work|factory|salon|spa|closet "
        "*8 not|no|never|can|pay",
    ],
    ("in debt", _THREAT): [
        "!paid|paying|worked|working|been ~5 still|and_still|but_still ~1 owe|owes|owing|in_debt",
        "!owe|owed|debt|pay|charge|charged|charges|fine|fines ~3 for ~2 flight|trip|visa|ticket|travel|recruiter|recruitment|crossing|bed|food|rent ~2 ^reimbursement|conference",
        "!hold|holds|holding|held|keep|keeps|withhold|withholds ~1 my|our ~1 checks|check|wages|pay|salary|paychecks|tips|bank|card|cards",
        "not !pay|buy|give ~2 my|our|the ~1 flight|ticket|way|fare ~1 home|back",
        "my|our !wages|pay|salary|money|check|tips|earnings ~2 goes|go|to ~2 him|her|them|broker|agency|boss|recruiter|pimp|uncle|contractor",
        "i|we ~1 !owe ~1 him|her|them|boss|pimp|agency|recruiter|smuggler|coyote|snakehead|trafficker|man|the_people|thousands|too_much "
        "^an|a_report|a_call|an_email|lunch|coffee|an_answer|feedback|a_reply",
        "!debt ~4 grows|growing|bigger|never|goes_up|gets|higher|more|increasing|not ^service|limit",
        "!never|can_not|not ~1 pay|paid|finish|done|able_to ~2 it|off|back|debt|paying ^the_invoice",
        "!pay|paying|work|working|worked ~1 off|back ~2 my|our|the|a ~1 debt|trip|travel|smuggler|what|fee|fees|loan|ticket|ride ^advance|reimbursement|card|agency|request",
        "!pay|owe|repay|give ~4 before|or_else|until|or ~2 i|we|they|he|she ~2 can|let|leave|go|free|lets|kill|hurt",
        "if i|we !quit|leave|stop|go|run|refuse ~4 pay|owe|sue|sued|fine|jail|deport|deported|police|immigration|ice|hurt|kill|find|arrested|report "
        "^the_committee|the_meeting|early",
        "!charge|charges|charging|deduct|deducts ~1 me|us ~2 for ~2 rent|food|tools|everything|bed|water|uniform|transport|ride|housing",
    ],
    ("lured", _THREAT): [
        "told|promised|said|thought|told_me|believed ~2 i|we|it ~1 would|will|was|were|am ~1 !be|being|going|a|for|to ~2 waitress|model|modeling|nanny|dancer|actress|student|cook|maid|job|college|school|restaurant|cleaning|hotel|marry|married|study|nurse|factory ^ask|on_the|apply",
        "!told|lied_to my ~1 parents|family|mother|mom|father ~2 i|we ~1 was|were|would|is|am ~4 school|job|work|college|married|study",
        "!swear|swore|oath|ritual|juju|curse|cursed|voodoo ~4 me|i|us|we|leave|pay|afraid|die",
        "i|me|we|us ~3 !swear|swore|took|sworn|made_an an|the|on? ~1 oath|ritual|juju",
        "!people|man|woman|men|lady|person|family who|that ~1 brought|bought|hold|holds|keep|keeps|own|owns|sold|took|controls|control|has|have me|us ^informed|updated|on_hold|posted",
        "!promised|offered|told|said ~3 me|us|i|there ~6 job|work|school|modeling|marriage|visa|green_card|papers|life "
        "*8 but|instead|now|and_then|it_was|turned_out|when_i",
        "!lied to|about me|us|the|what ~3 job|work|visa|pay|papers|why|would|it|$ ^on|in_the_report",
        "!brought|brings|flew|smuggled|took|lured|tricked|recruited|drove|trafficked ~1 me|us ~3 here|country|city|for|to|with|into|from "
        "^up_to_speed|on|the_meeting|the_training|coffee|lunch|donuts",
        "!job ~3 not|fake|lie|different|never ~1 exist|real|existed|what|a_lie|was|the_same ^description",
        "!signed|sign a|the contract|papers ~6 can|not|leave|owe|years|understand|forced|made ^vendor|lease",
    ],
    ("hurt", _EVENT): [
        f"{_ABOVE} ~2 !raped|rapes|assaulted|abused|abuses|molested|molests|beat|beats|hit|hits|choked|burned|burns|whipped|"
        "starved|starves|tortured|drugged|drugs|kicked|slapped|punched|harassed|locked ~1 me|us ^up_with|to_the_punch|send",
        "!forced|forces|forcing himself|herself|themselves on me|us",
        "i|we was|were|am|got|get|been|being|have_been ~1 !raped|beaten|assaulted|abused|molested|drugged|starved|whipped|tortured|choked ~3 "
        "by|every|when|if|again|and|at|last|yesterday|today|$",
        "!keeps|keep|kept me|us high|drugged|on_drugs|drunk|hooked|addicted|hungry|scared",
        "not !give|gives|giving|get|let ~2 me|us|i ~2 dope|drugs|fix|food|medicine|pills|meth|heroin|eat|sleep ~2 unless|until|if|when|because",
        f"{_ABOVE} ~2 !touches|touched|gropes|groped|fondles|grabs ~1 me|us|my_body|my_private|my_breasts ^base|up",
    ],
    ("wanting out", _THREAT): [
        "!way|road out ~1 for_me|of_this|of_here|of_the_life|,|$ ^of_town|of_the_meeting|of_the_lease|of_the_contract|of_the_building",
        "i|we ~1 !want|need my|our life|freedom|body|baby|child|kids|passport|papers|money back ^up|from_hr|to",
        "!come|please|someone|pick|can ~2 get|pick|take ~1 me|us ~1 up? ~3 he|she|they|before|now|asleep|gone|away|here ^coffee|to_the_meeting|lunch",
        "is|are|where there|can|do ~2 !somewhere|anywhere|place|shelter|safe ~3 i|me|we|for_me|for_us ~2 can|go|stay|hide|sleep|,|left|my|from ~2 ^send|refer|post|find_the|hang|park",
        "i|we ~2 !left|leaving|escaped|ran ~1 him|her|them|my_pimp|my_trafficker|my_man|the_farm|the_house|the_boat|the_spa|the_family ~6 no|nowhere|clothes|money|help|scared|shelter|need|night|days|hours|yesterday|today",
        "i|we ~1 !slipped|snuck|climbed|ran|got|walked|crawled out|away|off ~3 while|when|before|and|through|at_night ~2 they|he|she|asleep|sleeping|hide|hid|no|my ",
        "how do|can|did ~1 people|girls|women|others|workers ~2 !leave|get|escape|quit|run ~2 pimp|me|their_pimp|like_me|out|traffickers|boss",
        "girls|people|women|workers|someone|those !like me|us ~2 ^to_help",
        "help|helping|can_you|someone|somebody|how_do|how_can|how_to|want|need|trying|tried|please ~3 me|i|us|we|to|get "
        "~1 !leave|escape|run|get ~1 from? him|her|them|my_pimp|my_trafficker|my_boss|this_life|this_situation|this_house|away_from_him|away_from_them|out_of_here|out_of_this "
        "^jury|the_committee|the_meeting|the_channel|early|of_a|of_the_meeting|of_the_loop|of_town|of_jury|started|feedback",
        "!help|need_help|needs_help ~1 leaving|escaping|getting_out|getting_away|running_away|to_leave|to_escape "
        "$|from_him|from_them|from_her|from_my|him|them|my_pimp|my_trafficker|my_boss|my_situation|this_life|this_house|this_man|the_life|this_job ^meeting|committee",
        "can|could|will|would you|someone|anybody|anyone|somebody|u ~1 !help|get me|us ~2 leave|escape|out|away|run|hide "
        "^the_committee|the_channel|the_group|the_meeting|the_list|of_the",
        "i|we !want|wanted|need|tried|try|trying|wanna to ~1 leave|quit|stop|escape|run|go_home|get_out|get_away ~1 but ~3 "
        "he|she|they|scared|afraid|can|not|owe|no|the_boss|my",
        "i|we ~2 !ran|run|escaped|fled|escape|got|slipped|snuck|broke away|out|from|free|his|her *6 "
        "him|her|them|selling|sold|working|worked|work|boss|house|place|trafficker|pimp|hotel|motel|farm|man|men|family|employer|kept|held|brothel|spa "
        "^car|jury|key",
        "i|we ~2 !escaped|fled|ran_away ~5 not|nowhere|need|help|scared|looking|and|yesterday|today|last_night|this_morning|now|hide|hiding",
        "i|we was|were !trafficked|sold|forced|exploited|held|kept|abused *8 ,? *2 "
        "help_me|need_help|not_know_where|nowhere|what_do_i|where_do_i|who_do_i|who_can_i|where_can_i|can_someone|can_you|scared|not_know_what",
        "!nowhere ~1 to go|hide|sleep ~4 he|they|escaped|ran|left|him|them|boss|pimp",
        "i|we am|are ~1 !scared|afraid|terrified to|of ~2 leave|quit|run|escape|go_back|tell|talk|what_he|what_they|him|them|my_boss|my_pimp|say_no "
        "^know|the_meeting|speak_up",
    ],
    ("asking about oneself", _THREAT): [
        "!happening|happens|happened|going_on|done|doing|did ~1 to|with me|us ^at_the_meeting|at_work_today|in_the_system|account|laptop",
        "!poster|sign|card|flyer|number|video ~6 like|about|is|describes|sounds ~1 me|my_job|my_life|my_boss|what_happens|my_situation",
        "will|do|would|does|could you|they|someone|anybody ~1 !tell|call|inform|contact ~1 my ~1 boss|pimp|husband|employer|trafficker|boyfriend|family|uncle|owner ^client|back",
        "i|we|me never|not ~1 !chose|choose|asked|agreed|wanted|consented|signed_up ~1 this|for|to|any|it ^newsletter|list|training|the_emails",
        "no|not|do_not_want|without ~2 !police ~4 want|need|just|only ~2 my|to|passport|papers|home|out",
        "!asking for|about myself|me|ourselves",
        "!it|this is|s about|actually_about me|us $|, ~3",
        "i|we am|are not ~1 !staff|worker|advocate|employee ~3 i|we|help|they|he|need",
        "what|this|is_it|that ~2 !happening|happened|happens|doing|did|does|done|do ~1 to me|us ~6 "
        "trafficking|slavery|illegal|crime|abuse|exploitation|legal|normal|right|count",
        "!trafficking ~5 me|my_situation|my_case|my_boss|happening_to_me|am_i ^a|send|about|the|know|email|explain|understand|out|to|how|if|with",
        "!trafficked|exploited|enslaved|trafficking ~2 ,? it_is|its|it_s|i_mean|i_am me|about_me|the_one|that_person",
        "!talk|tell|speak|report|complain ~2 someone|somebody|anyone|you|police|about|to ~3 "
        "what ~2 he|she|they|boss|happened|done|did|been|happens ~2 to me|us",
        "what ~1 he|she|they|my_boss|my_pimp|people ~2 !made|make|makes|did|do|does|doing ~2 me|us ~2 do|$",
        "am|are i|we ~1 being? ~1 a|the? ~1 !victim|trafficked|exploited|used|abused|enslaved|slave|sold ^person|services",
        "i|we|me am|is|are|might|may|could|was ~2 !victim|survivor of ~2 trafficking|slavery|exploitation|abuse|forced ^services|advocate|years",
        "will|can|could|would|do i|we|they|me ~2 !jail|arrested|deported|arrest|deport|prison|trouble ~4 "
        "for|if|because ~3 what|i|he|they|tell|talk|report|made|leave|him|my",
        "!because of him|her|them $",
        "!things i|we do|did ~1 not want|like ~2 to|for|because|he|they|do",
        "not ~1 !want|agree|consent|choose to ~1 do|this|it|work|sell|be|any ~4 but ~2 he|she|they|make|makes|force|have|$",
        "i|we not !agree|consent|choose|ask to|for this|it|any_of|do $",
    ],
}
