"""The words of questions, suppositions, denials and lessons, English and Spanish. Patterns only; each reads a padded sentence."""

import re

from bot.answers.safety.phrases import WORD, any_of, words_of

SOMEBODY_ELSE = any_of(r"""
he|she|they|him|her|them|his|their|my [a-z]+|our [a-z]+|me|us
the (?:man|woman|girl|boy|child|kid|client|patient|worker|trafficker|guy|lady|baby|resident|driver|boss)
(?:la|lo|le) (?:esta|estan|va|van|tiene|tienen|quiere|quieren|golpe\w+|mat\w+|peg\w+)|ella|ellos|mi [a-z]+|me|nos
""")
DEFINITE = any_of(r"""
he|she|they|him|her|them|his|their|i|me|my|we|us|our / this|that|these|the / my|our
el|ella|ellos|lo|la|le|los|las|mi|mis|nos|me|su|este|esta|estoy
""")
INDEFINITE = any_of(
    r"""
(?:some|any|every)(?:one|body) ^?(?:who|that|is|s|says|has|tells|might|may|being|says|with|looks|seems|
    disclose|discloses|wants|shows|threatens|comes|in|calls|feels|gets|overdoses|needs|about|whose|may|should|
    was|were|to)
anyone|anybody
(?:a|an|another|any|every|each) (?:\w+ ){0,2}(?:client|person|patient|student|child|kid|minor|youth|teen|
    survivor|victim|worker|employee|caller|guest|resident|woman|man|girl|boy|individual|parent|staff member|
    member|trafficker|colleague|coworker|employer|boss|pimp|buyer|visitor|family|participant|young person|
    volunteer|tenant|user|abuser)
(?:clients|people|persons|patients|students|children|kids|minors|youths|teens|survivors|victims|workers|
    callers|guests|residents|women|men|girls|boys|individuals|parents|traffickers|employers|pimps|buyers|
    abusers|families|participants|those|others|staff|officers|police|guards|they all)
alguien|alguna persona|una persona|un nino|una nina|un menor|un cliente|una clienta|un trabajador|
    una trabajadora|una victima|un paciente|una paciente|un estudiante|una sobreviviente|un joven|una joven|
    las victimas|los trabajadores|las personas|la gente|los tratantes|una mujer|un hombre|personas|victimas|
    trabajadores|los ninos|clientes
""".replace("^?", "")
)
GENERIC_PEOPLE = any_of(
    r"""
(?:those|people|persons|individuals|clients|survivors|victims|workers|youth|kids|children|minors|teens|
    patients|students|women|men|anyone|anybody|someone|somebody|person|callers|residents|employees|families|
    traffickers|employers|everyone) (?:who|that|whose|with|experiencing|having|facing|at risk)
(?<![a-z0-9'] )(?:can|could|do|does|did|are|is|should|would|may|might|will|why do|how do|how does|when do|
    how many|how often|often do) (?:\w+ )?(?:traffickers|victims|survivors|clients|people|workers|pimps|
    employers|officers|police|guards|kids|children|youth|abusers|buyers|minors|patients|staff|volunteers|
    the officers|the guards|the police|students|teens)
(?:victims|survivors|clients|workers|people|kids|youth|women|men|children|patients) (?:often|sometimes|
    usually|may|might|commonly|typically|frequently|rarely)
(?:traffickers|pimps|employers|abusers|exploiters|recruiters|buyers|smugglers|many|most|some|
    officers) (?:often|sometimes|usually|may|might|can|commonly|typically|frequently|always|in some|of|use|
    threaten|beat|lock|hold|keep|control|force|carry|hit|kill|hurt|take|have|harm)
(?:security guards?|guards?|officers?|police|deputies|deputy|marshals|security|detectives?) (?:who|\w+ )?
los (?:tratantes|traficantes|explotadores|patrones|padrotes) / las (?:victimas|sobrevivientes)
(?:muchos|muchas|algunos|algunas|varios) (?!pastillas|pildoras|medicinas|horas|veces|cosas|dias|anos)\w+ / personas (?:que|con) / quienes / gente que / alguien (?:que|con)
los que / las que / victimas que
""".replace("(?:who|\\w+ )?\n", "(?:carry|have|has|carrying)\n")
)
# somebody is there, even if nobody knows who: "there is a man", "I have a client who", "someone with a knife downstairs"
_THERE_IS = r"""
there is|there are|there s
(?:i|we) (?:have|got|am with|are with|see|saw|found|met|just met|have got) (?:a|an|two|three|some|another|one|\d+)
(?:i|we) (?:can )?(?:hear|heard|see) / with me / hay (?:un|una|alguien|gente|personas|unos|unas|dos|tres)
(?:tengo|tenemos) (?:a )?(?:un|una)
"""
THERE_IS = any_of(_THERE_IS, "(?: |$)")
EXISTS = any_of(
    _THERE_IS
    + r"""
(?:in|at|outside|downstairs|upstairs) (?:the|our|my) (?:lobby|office|door|waiting room|parking lot|building|
    bathroom|restroom|clinic|shelter|front desk|hallway|library|desk)
right now|downstairs|outside|right here|over here
""",
    "(?: |$)",
)
DEFINITE_SUBJECT = re.compile(
    r" (?:he|she|they|(?:my|the|this|that|her|his|our) [a-z]+|mi [a-z]+|el|ella)(?: (?:is|are|has|s|can|"
    r"keeps|just|now|esta|tiene|se)){0,2} $"
)
SUPPOSE = any_of(r"""
if|in case|what if|suppose|supposing|imagine|whenever|unless|assuming|let s say|lets say|even if|
    in the event|whether|should (?:someone|a|anyone|an|the|she|he|they)|when|once|while|until|say (?:someone|
    a client|a person|a worker)|before
si|cuando|en caso de|por si|suponiendo|digamos que|cada vez que|siempre que
""")
WHEN_WORDS = {"when", "once", "while", "until", "cuando", "before"}
WHAT_IF = re.compile(r" (?:what if|y si|que pasa si|que tal si|what about if|que pasaria si) [^,]*$")
UNSURE = re.compile(
    r" (?:not know|not sure|idk|dunno|unsure|not tell|no se|see|check|not clear|unclear|wonder|find out|"
    r"no sabemos|ask|asking) (?:if|whether|si) $"
)
ASKS_WHAT_TO_DO = any_of(
    rf"""
(?:what|how|who|which|where|when|whom) (?:{WORD} ){{0,2}}(?:do|does|should|can|would|could|must|to|is|are|
    happens|will|did|shall|may) (?:{WORD} ){{0,9}}
what happens / what then / what if
(?:should|can|do|could|must|may|would|will) (?:i|we|you|staff|someone|they) (?:{WORD} ){{0,9}}
is (?:it|there) (?:{WORD} ){{0,9}} / are (?:we|there) (?:{WORD} ){{0,9}}
(?:steps|protocol|policy|procedure|guidance|training|card|page|entry|rule|advice|plan|process|options|
    script|best practice|tips|checklist|info|information|number|numbers|hotline|form|help) (?:{WORD} ){{0,4}}
(?:que|como|quien|a quien) (?:hago|hacer|hacemos|hace|debo|debemos|deberia|deberiamos|puedo|podemos|pasa|
    se hace|debe|deben|sucede|haria|haremos|llamo|llamamos|ayudo|respondo|responder) (?:{WORD} ){{0,8}}
(?:puedo|debo|debemos|podemos) (?:{WORD} ){{0,8}}
(?:staff|we|you|i|employees|members|workers|volunteers|always|please|only|must|never) (?:{WORD} )?(?:should|
    must|can|need to|have to|may|are to|will) (?:{WORD} ){{0,6}}
(?:call|use|text|dial|llame|llamar|show|press) (?:{WORD} ){{0,4}}
""",
    "",
)
_OPENERS = (
    r"(?:^ |(?<= )(?:,|\"|so|if|and|but|also|hi|hey|ok|okay|hello|question|please|know|wondering|me|team|"
    r"all|sure|asking|y|pero|hola|"
    r"oye|saber|quick|thanks|need|about|morning|sorry|everyone|folks|see|where|for|then) )"
)
_INVERTED = (
    r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|am) (?=(?:i|we|you|he|she|"
    r"they|it|the|a|an|any|anyone|someone|there|"
    r"this|that|these|my|our|her|his|their|people|staff|police|officers|victims|survivors|clients|"
    r"workers|traffickers|employers|kids|children|"
    r"minors|youth|patients|guards|pimps|security|volunteers|students|everyone|anybody|somebody|men|"
    r"women|calling|giving|being|some|most|all|"
    r"trafficking|overdose|suicide|shelters?|hospitals?|schools?|programs?|services) )"
)
QUESTION = re.compile(
    _OPENERS
    + (
        r"(?P<asked>(?:what|how|who|which|where|why|whom|when|whose|que|como|quien|cual|cuales|donde|cuando|"
        r"cuantos|cuantas|por que|para que) |"
    )
    + _INVERTED
    + r"|(?:puedo|puede|podemos|debo|debemos|existe) |"
    r"(?:any|anyone|looking for|searching for|question about|questions about|need (?:the|some|info|information|to know|guidance|"
    r"advice|resources|more|training|something)|want to know|curious about|tell me about|info on|information on|"
    r"explain|describe|define|difference between|list of|show me|find|busco|necesito (?:informacion|saber)|"
    r"informacion sobre|quiero saber|what s|where s|how s) )"
)
OPENING_QUESTION = re.compile(r"^ (?P<asked>(?:does|did|should|would) )(?!(?:not|you|someone|somebody|anyone|u|anybody|y) )")
POLAR = re.compile(
    r"(?:any|anyone|is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|am|hay|puedo|puede|"
    r"debo|existe|tenemos|tienen) $"
)
YES_NO = re.compile(r"(?:do|does|did|can|could|should|would|may|hay|puedo|debo|existe) $")
# a new sentence in all but punctuation: a pause or a conjunction and then a subject of its own
MAIN_CLAUSE = re.compile(
    r"(?:(?<= )(?:, (?:(?:and|but|because|so|my|the|now|there|please|help|he|she|they|his|her|it|someone|"
    r"we|i|this|our|el|la|lo|los|me|nos|mi|un|una|hay|esta|se|pero|y|ya|le) )?)"
    r"|(?<= )(?:but|because|pero|porque|and (?:he|she|they|now|the|her|his|there|someone|i|we)) )|\" |"
    r"(?<= )(?:i|we|to|u) do (?:now )?(?=(?:he|she|they|my|the|there|her|his|our|this|someone|a|i|we) )|"
    r"(?<= )(?:do|do now|to do|help|hago|hacemos|hacer) $"
)
BREAK = re.compile(r'(?<= )(?:,|"|but|and|because|so|pero|y|porque|then|luego|entonces) ')
NOBODY = re.compile(r" (?:no one|nobody|none of|neither|no|nadie|ningun|ninguna|never|without|not that) $")
DISBELIEF = re.compile(
    r" (?:(?:do|does|did|is|was|am|are) not (?:think|believe|see|suspect|say|said|saying|mean|report|"
    r"true|appear|seem|feel like|look like|feel|disclose|express|sure|clear)|no (?:evidence|sign|signs|"
    r"indication|reason to (?:think|believe)|report|reports|proof)|"
    r"denies|denied|denying|deny|ruled out|never (?:said|thought|mentioned|reported|felt)|not because|"
    r"it is not like|no creo|no creemos|no parece|no dice|no dijo|niega|nego|sin) (?:[a-z]+ ){0,4}$"
)
NEGATED = re.compile(
    r" (?:no|not|never|nobody|none|nor|neither|without|no one|denies|denied|denying|nt|isnt|stopped|"
    r"nothing|nunca|ningun|ninguna|nadie|sin|niega|tampoco|jamas|zero|free of|instead of) (?:(?!and |"
    r"but |, )[a-z]+ ){0,3}$"
)
NOT_A_NEGATION = re.compile(
    r" (?:not (?:only|just|sure|joking|kidding|know|talk|stop|leave|answering|a drill|long|wait|go|come|"
    r"picking|let|have|a|safe|believe)|no (?:joke|idea|puede|contesta|deja|kidding|doubt|se|para|sabe|"
    r"answer|tiempo|one knows|one (?:is )?(?:coming|here))|nobody (?:is )?(?:coming|here|answers|knows)|"
    r"nobody knows|no one knows) (?:[a-z]+ ){0,3}$"
)
SUBJECT_STARTS = words_of("""
    he she they we i you it someone somebody everyone everybody my the this that a an her his their our one some there
    these those two three el la los las mi un una mis esa ese este esta lo le nos me se le les te
""")
_HEADS = (
    "training|trainings|drill|drills|policy|policies|protocol|protocols|data|prevention|screening|"
    "screenings|rate|rates|statistics|stats|card|cards|poster|"
    "posters|risk assessment|assessment|assessments|checklist|kit|kits|charge|charges|record|conviction|"
    "convictions|license|permit|hotline|hotlines|awareness|"
    "month|statute|statutes|law|laws|definition|survey|form|forms|section|slide|slides|plan template|resource|resources|"
    "services|workshop|webinar|module|curriculum|course|toolkit|numbers|figures|deaths|unit|task force|team|committee|fund|"
    "funds|compensation|squad|review|fatality|case law|cases|survivors|survivor|victims|support group|groups|reversal|response|"
    "exam|exams|examination|kits|indicators|study|report|reports|grant|liaison|lifeline|line|entry|page|"
    "topic|research|crisis line|education|"
    "allegation|allegations|lawsuit|investigation|investigations|trial|hearing|charges|bias|question|"
    "questions|procedure|procedures|guidance|guidelines|memorial|vigil|law enforcement|interdiction|"
    "trends|dispatch|dispatcher|dispatchers|role"
)
HEAD_NOUN = re.compile(
    (
        rf"(?:(?:or|and|of|in|risk|victim|crime|related|control|safety|awareness|prevention|"
        rf"attempt) )?(?:[a-z]+ )?(?:{_HEADS}) "
    ).replace("(?:[a-z]+ )?", "")
)
HEAD_NOUN_SOON = re.compile(
    rf" (?:overdose|suicide|suicidal|weapon|weapons|gun|knife|emergency|kidnapping|shooter|shooting|911|"
    rf"police|fire|assault|rape) (?:{_HEADS}) "
)
TAUGHT = any_of(
    rf"""
(?:training|trainings|trained|train|trains|webinar|module|modules|slides?|policy|policies|protocols?|
    procedures?|guidelines?|guidance|checklist|curriculum|course|courses|class|classes|lesson|workshop|
    workshops|presentation|handouts?|brochures?|posters?|flyers?|toolkits?|statistics|stats|study|studies|
    research|article|articles|survey|template|templates|entry|card|page|definition|meaning|examples?|signs?|
    indicators?|flags?|factors?|symptoms|screening|assessment|prevention|awareness|quiz|exercise|questions?|
    wording|chapter|section|unit|topic|faq|script|panel|learn|learning|teach|teaching|teaches|educate|laws?|
    statute|bill|ordinance|charged|convicted|accused|arrested|sentenced|jailed|imprisoned|compensation|penalty|
    penalties|punishment|percent|percentage|rates?|numbers?|cases|incidents|counts?|data|(?<!at )risk|risks|histories|
    history|trauma|effects|impact|aftermath|kinds|types|forms|causes|reasons|language|information|info|tips|
    advice|resources|services|programs|support groups?|counseling|benefits|rights|discussion|agenda item|idea|
    concept|stories|victims|survivors|services) (?:{WORD} )?(?:on|about|for|of|regarding|concerning|covering|
    around|related to|after|following|that say|that says|how to|how|when|de|sobre|para|acerca de|contra|from|
    against|with|versus|vs|where) (?:{WORD} ){{0,4}}
(?:recognize|recognizing|identify|identifying|spot|spotting|detect|detecting|assess|assessing|screen|
    screening|respond|responding|prevent|preventing|prosecute|prosecuting|de escalate|
    deescalate) (?:{WORD} ){{0,3}}(?:when|if|that|someone|a|an|to|with|about|cases|signs|how|for|of)? ?
(?:what does|what counts|what is considered|what is|definition|define|que significa|que es|
    difference between|means|is called|are called|count as|counts as|qualify as|qualifies as|considered|
    considered as|mean by|same as|stand for) (?:{WORD} ){{0,3}}
(?:capacitacion|taller|curso|senales|senal|protocolo|protocolos|poliza|polizas|plan|planes|procedimiento|politicas|politica|prevencion|cartel|folleto|formulario|
    estadisticas|datos|riesgo|riesgos|servicios|recursos|apoyo|definicion|ejemplo|ejemplos|simulacro|numero|
    informacion|guia|pagina|tarjeta|delito|sobrevivientes|grupo|historial|casos|ley|pregunta|preguntas|charla|
    entrenamiento|indicadores|linea) (?:{WORD} )?(?:de|del|sobre|para|contra|por|en|con|acerca) (?:{WORD} ){{0,3}}
""",
    "$",
)
WORDING = re.compile(
    r" (?:phq|phq \d|assessment|intake|poster|posters|flyer|sign|slide|slides|slide \d+|form|card|"
    r"brochure|script|quiz|video|handout|survey|screen|tool|question|questionnaire|toolkit|website|page|"
    r"cartel|folleto|formulario|afiche|diapositiva|pregunta|training|module|banner|sticker|ad|tarjeta|"
    r"psa|lesson|entry|template|policy|headline|title|subject line) "
    r"(?:\d+ )?(?:(?:that|which|it|que|with|is|titled|called|now|still|should|will|"
    r"to) )?(?:[a-z]+ )?(?:says?|said|saying|reads?|asks?(?: about)?|asking|quotes?|quoting|shows?|"
    r"states?|dice|pregunta|lee|titled|called|ask if|wording|with the words|named|quoted|includes?|"
    r"has the line)"
    r"(?: [a-z0-9\",']+)*? $"
    r"| (?:poster|flyer|sign|slide|caption|headline|title|banner|quiz|cartel|folleto) (?:\d+ )?,(?: [a-z0-9\",']+)*? $"
)
