"""Signs that mean little alone and much together, and how many of them make a card.

Each is a group of rows (see engine.py); a group counts once a sentence, however often it is found.
"""

from bot.answers.safety.engine import CardName, Tense

_NOW, _FRESH, _THREAT = Tense.NOW, Tense.FRESH, Tense.THREAT

# enough with one of the telling signs among them, and enough without
NEEDED: dict[CardName, tuple[int, int]] = {"danger": (5, 6), "self-harm": (3, 4), "survivor": (3, 5)}
TELLING: dict[CardName, frozenset[str]] = {
    "danger": frozenset({"near and now", "fear", "a wound", "a weapon near", "fire or gas"}),
    "self-harm": frozenset({"means", "no way on"}),
    "survivor": frozenset({"sold", "kept", "threatened", "tricked", "what is taken", "money and debt"}),
}

WEIGHTS: dict[str, int] = {
    "a blow": 2, "a wound": 2, "a weapon near": 2, "held fast": 2, "fire or gas": 2, "fear": 2, "near and now": 1,
    "one who harms": 1, "one who is harmed": 1,
    "death": 2, "wanting": 1, "means": 2, "no way on": 2, "one's own": 1,
    "someone above": 1, "made to": 2, "what is taken": 1, "cannot leave": 2, "unpaid": 2, "money and debt": 1, "sold": 2, "kept": 2,
    "threatened": 2, "tricked": 2, "long work": 1, "wants out": 1, "office": -2, "someone else's story": -3,
}  # fmt: skip

DANGER: dict[tuple[str, Tense], list[str]] = {
    ("a blow", _NOW): [
        "!beat|beats|beating|hit|hits|hitting|punch|punched|punching|punches|kick|kicked|kicking|kicks|"
        "choke|choked|choking|chokes|slap|slapped|"
        "slapping|stab|stabbed|stabbing|shoot|shot|shooting|strangled|strangling|raped|raping|rape|"
        "attacked|attacking|dragged|dragging|grabbed|"
        "grabbing|grabs|burned|burning|chasing|chased|kill|killed|killing|hurt|hurting|hurts|threw|"
        "throwing|shoved|shoving|smashing|smashed|"
        "tortured|whipped|crushed|tackled|jumped|assaulted|assaulting|threatening|threatened|threatens|fighting|swinging",
        "!golpea|golpean|golpeo|golpeando|pega|pegan|pego|pegando|mata|matan|matar|matarla|ahorca|"
        "ahorcando|viola|violando|violaron|apunalo|"
        "dispara|disparo|dispararon|ataca|ataco|patea|pateando|jalando|arrastrando|amenaza|amenazo|"
        "amenazando|madreando|quema|quemando|lastima|aventó|avento",
        "!broke|broken|breaking|twisted|snapped her|his|my|their|the arm|leg|nose|jaw|wrist|ribs|fingers|phone|finger",
    ],
    ("a wound", _NOW): [
        "!blood|bleeding|bleed|bleeds|injured|wound|wounds|unconscious|breathing|breathe|pulse|overdose|"
        "overdosed|fainted|seizure|electrocuted|"
        "swollen|vomiting|concussion|limp|convulsing|bruises_everywhere|passed|collapsed|ambulance|cpr|"
        "narcan|miscarrying|contractions",
        (
            "!sangre|sangrando|herida|herido|inconsciente|desmayo|desmayada|convulsion|sobredosis|morada|"
            "ahoga|lastimada|muriendo|quebrado"
        ),
        "!nodding|nodded out|off",
        "dead !body",
        "!is|he_is|she_is not ~1 alive|moving|awake|responsive",
    ],
    ("a weapon near", _NOW): [
        "!<weapon>",
        ("!cuchillo|pistola|navaja|machete|armado|armados|fierro|cuete|filero|armas|balazos|disparos|rifle|bate"),
    ],
    ("held fast", _NOW): [
        "!locked|lock|locks|tied|chained|trapped|captive|hostage|kidnapped|hiding|hide|cornered|"
        "handcuffed|imprisoned|confined|trunk|basement|"
        "barricaded|snatched|abducted|gagged|stuck",
        (
            "!encerrada|encerrado|encerrados|amarrada|secuestrada|secuestraron|llevaron|llevan|llevar|"
            "llevarse|atrapada|escondida|escondidos|agarrada|cajuela"
        ),
        "not|no|never !let|letting|allow|leave|escape|go ^their_job|her_job|his_job|the_job|work|my_job|a_job",
        (
            "has|have|got|took|take|takes|taking|taken|grabbed|keeping|kept ~1 !her|me|us|him|the_kids|"
            "the_girl|the_girls|my_kids|my_daughter|the_baby|my_son ^to_court|to_the_clinic"
        ),
    ],
    ("fire or gas", _NOW): [
        (
            "!fire|fires ^them|him|her|me|us|workers|staff|anyone|someone|people|drill|department|inspector|"
            "alarm|safety|station|chief"
        ),
        "!smoke|flames|gas|chemical|chemicals|explosion|toxic|fumes|arson|gasoline|carbon",
    ],
    ("fear", _NOW): [
        "!scared|terrified|crying|screaming|screams|scream|whispering|whispered|begging|afraid|hide|"
        "panicking|hysterical|barefoot|911|police|sos|"
        "hurry|shaking|mouthed|fear|fears|danger|yelling|shouting|rescue|pleading",
        "!miedo|gritando|gritos|grita|llorando|ayuda|auxilio|policia|escondida|corriendo|asustada|huyo|escapo|urgente",
        "!help|save|protect me|her|us|him|them ^with|find|fill|understand",
        "not|stopped|quit|no !answering|answer|answers|responding|picking ^emails|my_email|the_phones",
        "!ran|running|run|runs|fled|escaped in|into|out|away|from|barefoot",
    ],
    ("near and now", _NOW): [
        (
            "!here|outside|now|tonight|just|upstairs|downstairs|right_now|coming|behind|currently|stairs|"
            "still|parked|hallway|lobby|ago|seconds|immediately"
        ),
        (
            "!in|at my|our|the|her|his house|car|truck|lobby|door|bathroom|room|office|shelter|clinic|"
            "hallway|parking|building|street|alley|motel|hotel|kitchen"
        ),
        "next !room|door",
        "!looking|searching|waiting|asking for her|him|them|me|us|my",
        (
            "!afuera|aqui|ahora|ahorita|viene|vienen|puerta|entrada|noche|llego|cerca|adentro|calle|"
            "estacionamiento|casa|buscando|buscandola|esperando"
        ),
        "!back|found now|again|her|us|me|them|him|the",
    ],
    ("one who harms", _NOW): [
        "!trafficker|traffickers|pimp|boyfriend|husband|ex|abuser|buyer|buyers|foreman|boss|man|men|guy|"
        "guys|male|he|they|stalker|dad|father|uncle|padrote|tratante|marido|esposo|novio|patron|tipo|"
        "hombre|hombres|agresor|coyote|el|ellos|"
        "gang|intruder|stranger|suspect|someone|somebody|attacker|controller|employer",
    ],
    ("one who is harmed", _NOW): [
        "!her|him|them|me|us|she|girl|girls|boy|child|kid|kids|baby|client|patient|resident|worker|"
        "workers|woman|women|teen|minor|guest|mother|mom|"
        "daughter|son|staff|ella|nina|nino|mujer|muchacha|muchachas|clienta|hija|hijo|hermana|hermano|"
        "senora|la|lo|me|nos|trabajador|trabajadores|victim|survivor|coworker|lady|brother|sister|friend|"
        "neighbor|student",
    ],
}

SELF_HARM: dict[tuple[str, Tense], list[str]] = {
    ("death", _NOW): [
        "!die|dying|dead|death|suicide|suicidal|disappear|vanish|unalive",
        "!kill|hang|drown|shoot|cut|cutting|hurt|hurting|burn|burned|harm|poison|starve <self>",
        "!end|ending|finish|ended it|everything|things|all|my|her|his|their",
        "never|not !wake|waking|exist|alive|living|be_here|be_around",
        "!hang|drown|hanging|jumping|overdosing",
    ],
    ("wanting", _NOW): [
        "!want|wants|wanted|wish|wishes|thinking|thinks|thought|thoughts|feel|feels|feeling|plan|plans|"
        "planning|planned|ready|tired|hope|hopes|"
        "considering|talks|talking|talked|says|said|texted|wrote|posted|rather|better|going|threatens|"
        "threatening|googled|searched|asked|keeps",
    ],
    ("means", _NOW): [
        "!do it again",
        (
            "!pills|rope|noose|razor|blade|bridge|ledge|roof|wrists|overdose|jumping|jump|jumped|hang|"
            "hanging|tracks|belt ^on_a_call|off_a_call|on_the_call|training"
        ),
    ],
    ("no way on", _NOW): [
        "!goodbye|hopeless|worthless|burden|pointless|meaningless|numb",
        "no|nothing|not ~3 !point|reason|future|hope|left|matters|matter|care|cares ^room|parking|time|in_meeting",
        "can|could not !go|take|do|live|cope|handle|keep ~2 on|it|this|anymore|longer|living",
        "!give|giving|gave up|away ~2 life|everything|living|on",
        "without !me|her|him",
        "not ~1 !worth|deserve|want|wants ~2 living|live|life|anything",
    ],
    ("one's own", _NOW): [
        "!myself|herself|himself|themselves|my|her|his|life|living|alive|anymore|pain",
    ],
}

SURVIVOR: dict[tuple[str, Tense], list[str]] = {
    ("someone above", _THREAT): [
        "!boss|employer|pimp|boyfriend|husband|recruiter|agency|trafficker|sponsor|madam|foreman|"
        "contractor|landlord|smuggler|coyote|daddy|uncle|aunt|"
        "family|manager|owner|supervisor|handler|stepdad|stepfather|cousin|lady|man|he|they|she|patron|"
        "jefe|padrote|ellos|patrona|senora|esposo|novio|pareja",
    ],
    ("made to", _THREAT): [
        "!make|makes|made|making|force|forces|forced|forcing|pressure|pressures|order|orders|control|"
        "controls|own|owns|obliga|obligan|obligo|forzo|forzaron|"
        "fuerzan|fuerza|obligaron ^sense|me_laugh|me_happy|me_a|me_feel|us_feel",
        "what|everything|whatever !he|she|they says|say|tells|tell|wants|want",
        "!have|must|supposed to? ~1 work|sleep|do|give|pay|serve|obey|please|see_men|make_money",
        "!gives|give|giving me|us drugs|pills|something",
        "me|nos !hacen|hace|ponen|tienen|tiene trabajar|trabajando|acostar|hacer",
    ],
    ("what is taken", _THREAT): [
        "my|our|mi|mis|nuestros|el|los ~1 !<papers>|phone|pasaporte|papeles|documentos|celular|telefono|visa|id ^photo|photocopy",
        "!passport|passports|papers|visa|pasaporte|papeles|documentos ^photo|photos|office|agency|fees",
    ],
    ("cannot leave", _THREAT): [
        "can|could not ~1 !leave|quit|escape|go|get|stop|refuse|run|call|talk|say",
        "no way|where|nowhere|no_place !to|out ~1 leave|go|turn",
        "not|never !allowed|free|let|lets|letting",
        "no me|nos|puedo|podemos !deja|dejan|ir|irme|salir|escapar|irnos",
        "no !can|let leave|go|me",
        "!trapped|stuck|prisoner|captive|atrapada|encerrada",
        "!locks|lock|locked|locking the|us|me|door|in|doors",
        "watched|watching|cameras|follows !me|us|everywhere|all",
    ],
    ("unpaid", _THREAT): [
        "!not|never|without|no ~2 paid|pay|money|wages|salary|paying",
        "!work|worked|working|works for nothing|free|almost_nothing|food|a_place",
        "!sin paga|sueldo|pago|cobrar",
        "no me|nos !paga|pagan|pagaron",
        "!takes|take|took|keeps|keep|kept all_my|my|most_of|all_the|our ~1 money|pay|tips|wages|check|earnings|paycheck",
    ],
    ("money and debt", _THREAT): [
        "make|earn|bring ~4 a|every|each|per !night",
        "!owe|debt|deuda|debo|loan|earn|quota|fee|fees|dinero|money|pay|tips",
    ],
    ("sold", _THREAT): [
        "!belong to him|her|them",
        "!rent|rents|renting|using|use me|us",
        "!sell|sells|selling|sold|pimp|pimps|pimping|prostitute|prostitution|sex|customers|clients_for|"
        "tricks|escort|dates|men|strangers|johns|massage|strip|"
        "dance|ads|pictures|nudes|hombres|prostituirme|vende|venden|sexo|relaciones|clientes|fichar|"
        "acostarme ^trafficking|ed|workers|worker|education|offender",
    ],
    ("kept", _THREAT): [
        "!give|gives|giving|gave me|us drugs|pills|meth|heroin|something",
        "!watch|watches|watching|watched me|us ^the_video|present|train",
        "i|we !sleep|live|eat ~2 where|there|factory|shop|work|restaurant|same|floor|farm|warehouse|with",
        "!keeps|keep|kept|holds|hold|has|have me|us|my ^busy|posted|updated|informed|company|back|on_track|going|laughing|passport_copy|passport_number",
        "!lock|locks|locked the|us|me|door",
        "!have|let|allowed no|to? ~1 phone|friends|day_off|days_off|school",
    ],
    ("threatened", _THREAT): [
        "!tell|tells|show|send my family|parents|mom|church|kids|everyone ~2 what|if|that|pictures|photos|i",
        "!beaten|threaten|threatens|threatened|threatening|deport|deported|hurt|hurts|kill|beat|beats|"
        "hit|hits|punish|punishes|police|immigration|ice|cancel|"
        "amenaza|amenazan|migra|deportar|golpea|pega|mata",
        "!scared|afraid|terrified|miedo",
    ],
    ("tricked", _THREAT): [
        "told|said me|us i|we !could|would|can ~8 but",
        "i|we was|were|got !tricked|promised|lured|smuggled|recruited|bought|sold|lied",
        "!brought|promised|tricked|lied|lured|smuggled|recruited|bought me|us|here|to ^the|a|an|some|coffee|lunch|up|on|donuts|my",
        "me|nos !trajeron|trajo|prometieron|prometio|enganaron|engano ^los|las|el|un|unos|cafe",
        "con !enganos",
    ],
    ("long work", _THREAT): [
        "!work|working|worked|job|trabajo|trabajar|trabajando|clean|cook|cleaning|maid|nanny|fields|farm|factory",
        "!hours|horas|days a|al|every",
    ],
    ("wants out", _THREAT): [
        "!help|need|ayuda|ayudenme|escape|escaped|get_out|get_away|leave_him|safe|run|salir|huir|irme|back|please",
    ],
    ("office", _THREAT): [
        "!meeting|report|training|form|shift|payroll|hr|agenda|stipend|email|slack|directory|deadline|"
        "intake|spreadsheet|grant|zoom|badge|laptop|calendar|"
        "minutes|webinar|lanyard|parking|vacation|junta|informe|formulario|reunion|curso|audit|"
        "overtime_form|mileage|pto|timesheet|lol|office",
    ],
    ("someone else's story", _THREAT): [
        "!my|our|a|the ~2 client|patient|clients|patients|student|resident|caller|worker|clienta|paciente|survivor ^of",
        "!client|patient|worker|she|clienta says|said|told|tells|reports|dice|dijo",
    ],
}


def add_up(card: CardName, rules: set[str]) -> bool:
    """True when the signs found make the card."""
    with_telling, without = NEEDED[card]
    weight = sum(WEIGHTS[rule] for rule in rules)
    return weight >= (with_telling if rules & TELLING[card] else without)
