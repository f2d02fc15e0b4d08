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
        " ~1 my|our phone|phones|messages|texts|calls|location|emails|email|mail|social|accounts|bank|every_move",
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
        "i|we ~1 !owe ~1 him|her|them|boss|pimp|agency|recruiter|smuggler|coyote|snakehead|trafficker|man|the_people|thousands|too_much "
        "^an|a_report|a_call|an_email|lunch|coffee|an_answer|feedback|a_reply",
        "!debt ~4 grows|growing|bigger|never|goes_up|gets|higher|more|increasing|not ^service|limit",
        "!never|can_not|not ~1 pay|paid|finish|done|able_to ~2 it|off|back|debt|paying ^the_invoice",
        "!pay|paying|work|working|worked ~1 off|back ~2 my|our|the|a ~1 debt|trip|travel|smuggler|what|fee|fees|loan|ticket|ride",
        "!pay|owe|repay|give ~4 before|or_else|until|or ~2 i|we|they|he|she ~2 can|let|leave|go|free|lets|kill|hurt",
        "if i|we !quit|leave|stop|go|run|refuse ~4 pay|owe|sue|sued|fine|jail|deport|deported|police|immigration|ice|hurt|kill|find|arrested|report "
        "^the_committee|the_meeting|early",
        "!charge|charges|charging|deduct|deducts ~1 me|us ~2 for ~2 rent|food|tools|everything|bed|water|uniform|transport|ride|housing",
    ],
    ("lured", _THREAT): [
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
