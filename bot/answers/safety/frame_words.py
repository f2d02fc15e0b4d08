"""The words of the frames (see frames.py), English and Spanish. Patterns only; every one reads a padded sentence."""

import re


def _any(phrases: str, tail: str = " ") -> re.Pattern[str]:
    """Any of the phrases, one a line or separated by " / ", with a space on both sides; an indented line goes on."""
    whole = re.sub(r"\n[ ]{1,8}", "", phrases.strip())
    parts = [part.strip() for line in whole.splitlines() for part in line.split(" / ")]
    return re.compile(f"(?<= )(?:{'|'.join(part for part in parts if part)}){tail}")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match nearest to the end."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007
        pass
    return found


_W = r"[a-z0-9']+"

REAL = _any(r"""
not (?:a|an) (?:drill|exercise|test|joke|training|scenario|simulation) / this is real / for real / not joking / not kidding
no es (?:un )?(?:simulacro|broma|juego|ejercicio) / es en serio / de verdad esta pasando
""")

INVENTED = _any(rf"""
(?:example|examples|ejemplo|draft|draft text|draft post|post|sample|statement|prompt|headline|vignette|case example|case) , / draft (?:text|post|message|caption|copy|slide) / (?:in|during) (?:her|his|their|a|the|our) (?:speech|talk|testimony|story|memoir|interview|panel|keynote) / (?:speaker|presenter|panelist|author|keynote|witness|documentary|survivor leader) (?:described|describes|said|told|shared|talked|testified|wrote|explained|spoke)
(?:indictment|affidavit|court (?:records|documents|filing)|complaint|lawsuit|testimony|transcript|press release|prosecutors|newspaper|historian) (?:says?|said|states?|alleges?|describes?|reads?)
scenario|scenarios|roleplay|role play|role playing|tabletop|table top|hypothetical|hypothetically|imagine|imagining|vignette|vignettes
in (?:class|our class|the course|training) we / case stud(?:y|ies) / mock {_W} / practice (?:case|question|scenario|call|exercise) / quiz|quizzes / for practice / myth|myths|true or false|fact or fiction / (?:our|the|a|this|next|fire|shooter|safety|today s) drill / drill (?:is|at|on|starts|tomorrow|today|scenario|next) / inject \d+ / exercise inject / (?:the|a|school|our) play (?:is|about|where) / (?:quote|caption|headline|tagline|slogan|title|subject line) (?:for|, |idea|ideas|of) / caption|tagline|slogan
sample (?:case|question|message|text|answer|script) / example (?:case|sentence|message|text|post|question) / simulation / fictional / made up
(?:in|from|of|about|watched|watch|watching|saw|seen|read|reading|see) (?:the|a|that|this|my|our|an|last night s|his|her)? ?(?:{_W} )?(?:{_W} )?(?:movie|film|novel|book|tv show|show|series|episode|podcast|documentary|video game|game|song|lyrics|play|drama|telenovela|comic|article|news|news story|headline|newspaper|netflix|webinar|training video)
(?:the|this|that|a|an) (?:movie|film|novel|book|show|article|news|news story|headline|documentary|podcast|episode|song|lyrics)
(?:movie|film|book|novel) where / for (?:the|our|next week s|tomorrow s|a|thursday s|my) (?:training|drill|exercise|workshop|class|presentation|slides?)
(?:translate|translation|translated|interpret) (?:of|for|this|the|into|to|:|,|\") / how (?:do|would|can|should|to) (?:i|you|we|one)? ?(?:say|spell|translate|pronounce|write|word|phrase|sign)
what is the (?:word|spanish|sign|translation) for / what does (?:it mean when|\")
caso de (?:ejemplo|practica|estudio) / ejemplo de (?:caso|mensaje|frase) / simulacro|simulacion / imagina|imaginemos|imaginese|imaginate / hipotetic(?:o|a|amente) / en la (?:pelicula|novela|serie) / la pelicula / telenovela
juego de roles / como se (?:dice|traduce|escribe|deletrea|pronuncia) / traduc(?:e|ir|cion|eme|elo) / (?:el|en el|un|este) (?:libro|articulo|noticiero|documental|video|podcast) / la noticia / las noticias / en un (?:video|libro|articulo)
""")

OVER = _any(rf"""
(?:is|are|am|they|all|everyone|she|he|now|got|both|kids|client|we|home|being|stay|ok and|fine and|arrived|made it) (?:{_W} )?safe (?:now|and|at|with|in|inside|again|here|home|,|$)
(?:is|are) (?:{_W} )?(?:safe|fine|ok|okay|stable|recovering|recovered|unharmed|alright|doing well|doing better|doing fine|doing great|better now|home now|resolved)
false alarm / all clear / everyone is (?:safe|fine|ok|okay) / was resolved / is resolved / resolved now / has been resolved / situation is over / it is over / is over now / crisis is over / no longer / already (?:over|handled|resolved|at the hospital|in the hospital|in custody|arrested|taken care)
(?:in|into) (?:police )?custody / was arrested|were arrested|got arrested|has been arrested|been arrested / (?:is|are|was|were|went) (?:in|to) (?:prison|jail) / case (?:is )?closed / police (?:took|arrested|have) (?:him|them) / he was convicted|he is convicted|was sentenced|was convicted
was found (?:safe|unharmed|alive|ok) / were found safe / (?:found|located) safe / back home (?:safe|now) / survived / passed away / (?:he|she|they) recovered / healed / doing (?:well|better|great|fine) (?:now|today)
(?:ya|esta|estan|todos) (?:{_W} )?a salvo / falsa alarma / ya paso / ya esta bien|ya estan bien|ya esta mejor / fue detenido|fue arrestado|lo detuvieron|lo arrestaron|esta preso|esta detenido / en prision|en la carcel / esta estable / aparecio bien|ya aparecio / todo esta bien
""")

STILL_GOING = _any(r"""
not (?:\w+ )?safe / never safe / but he|but she|but they|but now|but the / again now / came back|is back|are back / escaped / got out|got away from / still (?:here|outside|bleeding|has|inside|in danger|missing|following|out there) / not (?:ok|okay|fine)
pero / no esta a salvo|no estoy a salvo|no esta bien / todavia|aun
""", "(?: |$)")

LONG_AGO = _any(rf"""
(?:got|serving|served|doing|gets) (?:{_W} ){{1,3}}(?:years|months|life) / sentenced|convicted|indicted|pleaded|pled / for (?:months|years) (?:in|at|by|before|until)
last (?:year|month|week|spring|summer|fall|autumn|winter|semester|quarter|decade|night|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|time|fiscal year|grant|job|shelter|placement|employer|relationship)
(?:{_W} )?(?:{_W} )?(?:year|month|week|decade|day)s? (?:ago|back|earlier|later|before) / (?:a|two|three|four|five|six|seven|eight|nine|ten|twenty|many|few|some|several|\d+) (?:years|months|weeks|decades|days) ago
(?:long|long time|while|years|ages|months|weeks|days) ago / (?:in|since|from|of|back in|during|around|until) (?:the )?(?:early |late |mid )?(?:19|20)\d\ds? / in the (?:past|80s|90s|2000s|war)
in (?:january|february|march|april|june|july|august|september|october|november|december) / yesterday / used to / previously / formerly / historically / once upon
back (?:then|in|when|home in) / at the time / at that time / as (?:a|an) (?:child|teen|teenager|kid|minor|youth|girl|boy|adolescent|young) / (?:his|her|their|my|our|early) childhood / childhood / growing up / when (?:she|he|i|they|we) (?:was|were) (?:a|an|in|\d+|young|little|younger|living|working|still|about|only|just)
(?:at|by) age \d+ / prior (?:to|history|overdose|suicide) / past (?:history|overdose|suicide|attempt|trauma|abuse|year) / history of|hx of|histories of / (?:before|after) (?:she|he|they) (?:came|arrived|moved|left|got|escaped|entered) / former / ex client / old case / late (?:mother|father|brother|sister|husband|wife|friend|son|daughter)
first (?:marriage|husband|job|trafficker) / years later / over the years / had been / anniversary / (?:one|two|three) (?:months|years) (?:later|since) / from (?:years|a case)
hace (?:anos|meses|semanas|mucho|tiempo|dias|un ano|dos anos|tres anos|\w+ anos|\w+ meses|\w+ semanas|\w+ dias|un mes|una semana|rato que) / (?:el|la) (?:ano|mes|semana|verano) pasad[oa] / ayer|anteayer|antier / en (?:el )?(?:19|20)\d\d / (?:de|cuando era|cuando yo era|desde) (?:nina|nino|chica|chico|joven|pequena|pequeno|adolescente|menor|chiquita|chiquito) / antes / solia|solian / en el pasado / historial de|antecedentes de / en ese entonces / en aquel entonces / anos atras|anos despues / cuando (?:tenia|vivia|trabajaba|estaba|era)
""")

FRESH = _any(r"""
just / now / right now / tonight / today / moments? / (?:\d+|a|few|five|ten|two|couple|an|one|half an|half|several|twenty|thirty|some|couple of) (?:minutes|minute|hours|hour|seconds) (?:ago|back) / (?:minutes|seconds|moments) ago / (?:since|for) (?:this|an hour|hours|two hours|last hour)
this (?:morning|evening|afternoon|minute|second|instant) / currently / still / again / as we speak / hurry / right outside / outside / in the (?:lobby|bathroom|restroom|parking lot|waiting room|hallway|office|building|back room|street|alley|stairwell|shelter) / on the floor / help / here / (?:is|are) (?:bleeding|hurt|unconscious|screaming|hiding|terrified) / happening / in progress / downstairs / upstairs / at the (?:door|front desk) / in my office / won not
ahora|ahorita|orita / ahora mismo|en este momento|en este instante / acaba de|acaban de|acabo de / hoy / esta (?:noche|manana|tarde|madrugada) / hace (?:\w+ )?(?:minutos|minuto|rato|ratito|poquito|poco|una hora|dos horas|un momento|momentos) / ya / todavia / afuera / aqui / ayudenme|auxilio|ayuda / apenas / recien / otra vez / de nuevo / en la (?:puerta|calle|entrada|recepcion|sala|esquina) / en el (?:estacionamiento|bano|pasillo|parqueo|lobby) / desde (?:hace|esta|las|ayer)
""", "(?: |$)")

URGENT = _any(r"""
right now / now / here / outside / at the door / help / hurry / just|already started / is coming / happening / (?:in|at) (?:the|our|my) (?:lobby|office|bathroom|restroom|door|desk|parking lot|waiting room|building|clinic|car|house|hallway) / minutes ago / on the floor / as we speak / in front of me / with me / next to me / tonight / downstairs
ahora|ahorita|ahora mismo|aqui|afuera|ya viene|en este momento|en la puerta|ayuda|auxilio|esta noche
""", "(?: |$)")

SOMEBODY_ELSE = _any(r"""
he|she|they|him|her|them|his|their|my [a-z]+|our [a-z]+|me|us / the (?:man|woman|girl|boy|child|kid|client|patient|worker|trafficker|guy|lady|baby|resident|driver|boss)
(?:la|lo|le) (?:esta|estan|va|van|tiene|tienen|quiere|quieren|golpe\w+|mat\w+|peg\w+)|ella|ellos|mi [a-z]+|me|nos
""")
DEFINITE = _any(r"""
he|she|they|him|her|them|his|their|i|me|my|we|us|our / this|that|these|the / my|our
el|ella|ellos|lo|la|le|los|las|mi|mis|nos|me|su|este|esta|estoy
""")

INDEFINITE = _any(r"""
(?:some|any|every)(?:one|body) ^?(?:who|that|is|s|says|has|tells|might|may|being|says|with|looks|seems|disclose|discloses|wants|shows|threatens|comes|in|calls|feels|gets|overdoses|needs|about|whose|may|should|was|were|to)
anyone|anybody
(?:a|an|another|any|every|each) (?:\w+ ){0,2}(?:client|person|patient|student|child|kid|minor|youth|teen|survivor|victim|worker|employee|caller|guest|resident|woman|man|girl|boy|individual|parent|staff member|member|trafficker|colleague|coworker|employer|boss|pimp|buyer|visitor|family|participant|young person|volunteer|tenant|user|abuser)
(?:clients|people|persons|patients|students|children|kids|minors|youths|teens|survivors|victims|workers|callers|guests|residents|women|men|girls|boys|individuals|parents|traffickers|employers|pimps|buyers|abusers|families|participants|those|others|staff|officers|police|guards|they all)
alguien|alguna persona|una persona|un nino|una nina|un menor|un cliente|una clienta|un trabajador|una trabajadora|una victima|un paciente|una paciente|un estudiante|una sobreviviente|un joven|una joven|las victimas|los trabajadores|las personas|la gente|los tratantes|una mujer|un hombre|personas|victimas|trabajadores|los ninos|clientes
""".replace("^?", ""))

GENERIC_PEOPLE = _any(r"""
(?:those|people|persons|individuals|clients|survivors|victims|workers|youth|kids|children|minors|teens|patients|students|women|men|anyone|anybody|someone|somebody|person|callers|residents|employees|families|traffickers|employers|everyone) (?:who|that|whose|with|experiencing|having|facing|at risk)
(?<![a-z0-9'] )(?:can|could|do|does|did|are|is|should|would|may|might|will|why do|how do|how does|when do|how many|how often|often do) (?:\w+ )?(?:traffickers|victims|survivors|clients|people|workers|pimps|employers|officers|police|guards|kids|children|youth|abusers|buyers|minors|patients|staff|volunteers|the officers|the guards|the police|students|teens)
(?:victims|survivors|clients|workers|people|kids|youth|women|men|children|patients) (?:often|sometimes|usually|may|might|commonly|typically|frequently|rarely)
(?:traffickers|pimps|employers|abusers|exploiters|recruiters|buyers|smugglers|many|most|some|officers) (?:often|sometimes|usually|may|might|can|commonly|typically|frequently|always|in some|of|use|threaten|beat|lock|hold|keep|control|force|carry|hit|kill|hurt|take|have|harm)
(?:security guards?|guards?|officers?|police|deputies|deputy|marshals|security|detectives?) (?:who|\w+ )?
los (?:tratantes|traficantes|explotadores|patrones|padrotes) / las (?:victimas|sobrevivientes) / (?:muchos|muchas|algunos|algunas|varios) \w+ / personas (?:que|con) / quienes / gente que / alguien (?:que|con) / los que / las que / victimas que
""".replace("(?:who|\\w+ )?\n", "(?:carry|have|has|with|carrying)\n"))

# somebody is there, even if nobody knows who: "there is a man", "I have a client who", "someone with a knife downstairs"
EXISTS = _any(r"""
there is|there are|there s / (?:i|we) (?:have|got|am with|are with|see|saw|found|met|just met|have got) (?:a|an|two|three|some|another|one|\d+) / (?:i|we) (?:can )?(?:hear|heard|see) / with me / hay (?:un|una|alguien|gente|personas|unos|unas|dos|tres) / (?:tengo|tenemos) (?:a )?(?:un|una) / (?:in|at|outside|downstairs|upstairs) (?:the|our|my) (?:lobby|office|door|waiting room|parking lot|building|bathroom|restroom|clinic|shelter|front desk|hallway|library|desk)
right now|downstairs|outside|right here|over here
""", "(?: |$)")

POLITE = re.compile(r" (?:can|could|would|will|who can|who could|might|may|to|puede|pueden|puedes|podria|podrian) (?:you |u |someone |anyone |somebody |anybody |y all |please |kindly |a coordinator |they )*$")
GRUMBLER = _any(r"""
(?:my |the |our |her |his )?(?:boss|director|supervisor|manager|mayor|chief|mom|mother|wife|husband|teacher|professor|coordinator|finance|hr|auditor|team|coworkers|landlord|chair|commissioner|accountant|it|they|she|he) (?:is |are )?(?:will|going to|gon|would|s going to|is gonna|ll) (?:\w+ )?(?:kill|murder|strangle|shoot) (?:me|us)
i (?:am |m )?(?:going to|will|could|might|gonna|want to|would|can) (?:\w+ )?(?:kill|murder|strangle|shoot|stab|punch|slap)
(?:mi |el |la |nuestra |nuestro )?(?:jefe|jefa|directora|director|supervisora|supervisor|mama|esposa|esposo|coordinadora|coordinador|profesora|profesor|alcalde|alcaldesa) (?:me|nos) (?:va a|van a) (?:matar|ahorcar)
""")
OFFICE = _any(r"""
late|report|deadline|forget|forgot|forgotten|miss|missed|agenda|slides|meeting|email|leak|leaks|leaked|dinner|breakfast|birthday|anniversary|chores|budget|sign in|minutes|invoice|spreadsheet|form|draft|presentation|grant|typo|printer|schedule|password|coffee|lunch|calendar|newsletter|survey|timesheet|badge|laptop|toner|thing|donuts|wifi|copier|link|webinar|zoom|audit|icebreakers|file|reply|rsvp|training|flyer|dishes|overtime|lanyard|deck|memo|logo
contrasena|tarde|informe|junta|reunion|reporte|correo|agenda|formulario|olvid\w+|presupuesto|acta|minuta|entrega|entrego|lista|capacitacion|impresora|presentacion|llaves|tarea|curso
""")
DARKER = _any(r"""
leave|run|escape|tell|talk|police|gun|knife|hit|hits|beat|beats|passport|papers|hurt|scared|afraid|terrified|tonight he|pay|money|dinero|irme|escapo|policia|miedo|pistola|cuchillo|golpea|pega|help|ayuda|client|clients|customers|trafficker|pimp
""")

DEFINITE_SUBJECT = re.compile(
    r" (?:he|she|they|(?:my|the|this|that|her|his|our) [a-z]+|mi [a-z]+|el|ella)(?: (?:is|are|has|s|can|keeps|just|now|esta|tiene|se)){0,2} $"
)

WAS_BEFORE = re.compile(r"(?<! has)(?<! have)(?<! is)(?<! s) (?:was|were|been|fue|fueron|estuvo|estuvieron|estaba|estaban) (?:[a-z]+ )?$")
VIOLENT = _any("gun|knife|hit|hits|hitting|beat|beating|hurt|hurting|police|scared|afraid|pistola|cuchillo|golpea|pega|blood|armed|fire|door|locked")
RELAYED = re.compile(r" (?:caller|client|patient|student|worker|woman|man|girl|boy|resident|guest|survivor|teen|youth|kid|clienta|paciente|trabajadora?) (?:just )?(?:said|says|told (?:me|us|staff)|wrote|texted|tells (?:me|us)|dijo|dice|me dijo)(?: that)? (?:\" )?(?:[a-z0-9']+ ){0,12}$")
LAUGHTER = _any("lol|haha|hahaha|lmao|rofl|jaja|jajaja|jeje|omg|lolol|hehe")
SOMEBODY = _any(r"""
he|she|her|him|his|client|man|woman|girl|boy|child|kid|baby|guy|patient|resident|worker|victim|trafficker|boyfriend|husband
el|ella|ellos|hombre|mujer|nina|nino|cliente|clienta
""")
OWN_STORY = re.compile(r" (?:i|me|my|we|us|mi|mis|nos|estoy|estamos|trabajo|soy|tengo) ")
FIRST_PERSON = re.compile(r"(?:^| )(?:i|me|my|we|us|our|mi|mis|nos|estoy|soy) ")

SUPPOSE = _any(r"""
if|in case|what if|suppose|supposing|imagine|whenever|unless|assuming|let s say|lets say|even if|in the event|whether|should (?:someone|a|anyone|an|the|she|he|they)|when|once|while|until|say (?:someone|a client|a person|a worker)|before
si|cuando|en caso de|por si|suponiendo|digamos que|cada vez que|siempre que
""")
WHEN_WORDS = {"when", "once", "while", "until", "cuando", "before"}
WHAT_IF = re.compile(r" (?:what if|y si|que pasa si|que tal si|what about if|que pasaria si) [^,]*$")
UNSURE = re.compile(r" (?:not know|not sure|idk|dunno|unsure|not tell|no se|see|check|not clear|unclear|wonder|find out|no sabemos|ask|asking) (?:if|whether|si) $")
ASKS_WHAT_TO_DO = _any(rf"""
(?:what|how|who|which|where|when|whom) (?:{_W} ){{0,2}}(?:do|does|should|can|would|could|must|to|is|are|happens|will|did|shall|may) (?:{_W} ){{0,9}}
what happens / what then / what if / (?:should|can|do|could|must|may|would|will) (?:i|we|you|staff|someone|they) (?:{_W} ){{0,9}}
is (?:it|there) (?:{_W} ){{0,9}} / are (?:we|there) (?:{_W} ){{0,9}} / (?:steps|protocol|policy|procedure|guidance|training|card|page|entry|rule|advice|plan|process|options|script|best practice|tips|checklist|info|information|number|numbers|hotline|form|help) (?:{_W} ){{0,4}}
(?:que|como|quien|a quien) (?:hago|hacer|hacemos|hace|debo|debemos|deberia|deberiamos|puedo|podemos|pasa|se hace|debe|deben|sucede|haria|haremos|llamo|llamamos|ayudo|respondo|responder) (?:{_W} ){{0,8}} / (?:puedo|debo|debemos|podemos) (?:{_W} ){{0,8}}
(?:staff|we|you|i|employees|members|workers|volunteers|always|please|only|must|never) (?:{_W} )?(?:should|must|can|need to|have to|may|are to|will) (?:{_W} ){{0,6}} / (?:call|use|text|dial|llame|llamar|show|press) (?:{_W} ){{0,4}}
""", "")

_OPENERS = (
    r"(?:^ |(?<= )(?:,|\"|so|if|and|but|also|hi|hey|ok|okay|hello|question|please|know|wondering|me|team|all|sure|asking|y|pero|hola|"
    r"oye|saber|quick|thanks|need|about|morning|sorry|everyone|folks|see|where|for|then) )"
)
_INVERTED = (
    r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|am) (?=(?:i|we|you|he|she|they|it|the|a|an|any|anyone|someone|there|"
    r"this|that|these|my|our|her|his|their|people|staff|police|officers|victims|survivors|clients|workers|traffickers|employers|kids|children|"
    r"minors|youth|patients|guards|pimps|security|volunteers|students|everyone|anybody|somebody|men|women|calling|giving|being|some|most|all|"
    r"trafficking|overdose|suicide|shelters?|hospitals?|schools?|programs?|services) )"
)
QUESTION = re.compile(
    _OPENERS + r"(?P<asked>(?:what|how|who|which|where|why|whom|when|whose|que|como|quien|cual|cuales|donde|cuando|cuantos|cuantas|por que|para que) |"
    + _INVERTED + r"|(?:puedo|puede|podemos|debo|debemos|existe) |"
    r"(?:any|anyone|looking for|searching for|question about|questions about|need (?:the|some|info|information|to know|guidance|"
    r"advice|resources|more|training|something)|want to know|curious about|tell me about|info on|information on|"
    r"explain|describe|define|difference between|list of|show me|find|busco|necesito (?:informacion|saber)|"
    r"informacion sobre|quiero saber|what s|where s|how s) )"
)
OPENING_QUESTION = re.compile(
    r"^ (?P<asked>(?:does|did|should|can|could|would|will) )(?!(?:not|you|someone|somebody|anyone|u|anybody|y) )"
)
POLAR = re.compile(r"(?:any|anyone|is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|am|hay|puedo|puede|debo|existe|tenemos|tienen) $")
YES_NO = re.compile(r"(?:do|does|did|can|could|should|would|may|hay|puedo|debo|existe) $")

# a new sentence in all but punctuation: a pause or a conjunction and then a subject of its own
MAIN_CLAUSE = re.compile(
    r"(?:(?<= )(?:, (?:(?:and|but|because|so|my|the|now|there|please|help|he|she|they|his|her|it|someone|we|i|this|our|el|la|lo|los|me|nos|mi|un|una|hay|esta|se|pero|y|ya|le) )?)"
    r"|(?<= )(?:but|because|pero|porque|and (?:he|she|they|now|the|her|his|there|someone|i|we)) )|\" |(?<= )(?:i|we|to|u) do (?:now )?(?=(?:he|she|they|my|the|there|her|his|our|this|someone|a|i|we) )|(?<= )(?:do|do now|to do|help|hago|hacemos|hacer) $"
)

BREAK = re.compile(r'(?<= )(?:,|"|but|and|because|so|pero|y|porque|then|luego|entonces) ')

NOBODY = re.compile(r" (?:no one|nobody|none of|neither|no|nadie|ningun|ninguna|never|without|not that) $")
DISBELIEF = re.compile(
    r" (?:(?:do|does|did|is|was|am|are) not (?:think|believe|see|suspect|say|said|saying|mean|report|true|appear|seem|feel like|look like|feel|disclose|express|sure|clear)|no (?:evidence|sign|signs|indication|reason to (?:think|believe)|report|reports|proof)|"
    r"denies|denied|denying|deny|ruled out|never (?:said|thought|mentioned|reported|felt)|not because|it is not like|no creo|no creemos|no parece|no dice|no dijo|niega|nego|sin) (?:[a-z]+ ){0,4}$"
)
NEGATED = re.compile(
    r" (?:no|not|never|nobody|none|nor|neither|without|no one|denies|denied|denying|nt|isnt|stopped|nothing|nunca|ningun|ninguna|nadie|sin|niega|tampoco|jamas|zero|free of|instead of) (?:(?!and |but |, )[a-z]+ ){0,3}$"
)
NOT_A_NEGATION = re.compile(
    r" (?:not (?:only|just|sure|joking|kidding|know|talk|stop|leave|answering|a drill|long|wait|go|come|picking|let|have|a|safe|believe)|no (?:joke|idea|puede|contesta|deja|kidding|doubt|se|para|sabe|answer|tiempo|one knows|one (?:is )?(?:coming|here))|nobody (?:is )?(?:coming|here|answers|knows)|nobody knows|no one knows) (?:[a-z]+ ){0,3}$"
)
SUBJECT_STARTS = _words("""
    he she they we i you it someone somebody everyone everybody my the this that a an her his their our one some there
    these those two three el la los las mi un una mis esa ese este esta lo le nos me se le les te
""")

_HEADS = (
    "training|trainings|drill|drills|policy|policies|protocol|protocols|data|prevention|screening|screenings|rate|rates|statistics|stats|card|cards|poster|"
    "posters|risk assessment|assessment|assessments|checklist|kit|kits|charge|charges|record|conviction|convictions|license|permit|hotline|hotlines|awareness|"
    "month|statute|statutes|law|laws|definition|survey|form|forms|section|slide|slides|plan template|resource|resources|"
    "services|workshop|webinar|module|curriculum|course|toolkit|numbers|figures|deaths|unit|task force|team|committee|fund|"
    "funds|compensation|squad|review|fatality|case law|cases|survivors|survivor|victims|support group|groups|reversal|response|"
    "exam|exams|examination|kits|indicators|study|report|reports|grant|liaison|lifeline|line|entry|page|topic|research|crisis line|education|"
    "allegation|allegations|lawsuit|investigation|investigations|trial|hearing|charges|bias|question|questions|procedure|procedures|guidance|guidelines|memorial|vigil|law enforcement|interdiction|trends|dispatch|dispatcher|dispatchers|role"
)
HEAD_NOUN = re.compile(rf"(?:(?:or|and|of|in|risk|victim|crime|related|control|safety|awareness|prevention|attempt) )?(?:[a-z]+ )?(?:{_HEADS}) ".replace("(?:[a-z]+ )?", ""))
HEAD_NOUN_SOON = re.compile(rf" (?:overdose|suicide|suicidal|weapon|weapons|gun|knife|emergency|kidnapping|shooter|shooting|911|police|fire|assault|rape) (?:{_HEADS}) ")

TAUGHT = _any(rf"""
(?:training|trainings|trained|train|trains|webinar|module|modules|slides?|policy|policies|protocols?|procedures?|guidelines?|guidance|checklist|curriculum|course|courses|class|classes|lesson|workshop|workshops|presentation|handouts?|brochures?|posters?|flyers?|toolkits?|statistics|stats|study|studies|research|article|articles|survey|template|templates|entry|card|page|definition|meaning|examples?|signs?|indicators?|flags?|factors?|symptoms|screening|assessment|prevention|awareness|quiz|exercise|questions?|wording|chapter|section|unit|topic|faq|script|panel|learn|learning|teach|teaching|teaches|educate|laws?|statute|bill|ordinance|charged|convicted|accused|arrested|sentenced|jailed|imprisoned|compensation|penalty|penalties|punishment|percent|percentage|rates?|numbers?|cases|incidents|counts?|data|risk|risks|histories|history|trauma|effects|impact|aftermath|kinds|types|forms|causes|reasons|language|information|info|tips|advice|resources|services|programs|support groups?|counseling|benefits|rights|discussion|agenda item|idea|concept|stories|victims|survivors|services) (?:{_W} )?(?:on|about|for|of|regarding|concerning|covering|around|related to|after|following|that say|that says|how to|how|when|de|sobre|para|acerca de|contra|from|against|with|versus|vs|where) (?:{_W} ){{0,4}}
(?:recognize|recognizing|identify|identifying|spot|spotting|detect|detecting|assess|assessing|screen|screening|respond|responding|prevent|preventing|prosecute|prosecuting|de escalate|deescalate) (?:{_W} ){{0,3}}(?:when|if|that|someone|a|an|to|with|about|cases|signs|how|for|of)? ?
(?:what does|what counts|what is considered|what is|definition|define|que significa|que es|difference between|means|is called|are called|count as|counts as|qualify as|qualifies as|considered|considered as|mean by|same as|stand for) (?:{_W} ){{0,3}}
(?:capacitacion|taller|curso|senales|senal|protocolo|politica|prevencion|cartel|folleto|formulario|estadisticas|datos|riesgo|riesgos|servicios|recursos|apoyo|definicion|ejemplo|ejemplos|simulacro|numero|informacion|guia|pagina|tarjeta|delito|sobrevivientes|grupo|historial|casos|ley|pregunta|preguntas|charla|entrenamiento|indicadores|linea) (?:{_W} )?(?:de|del|sobre|para|contra|por|en|con|acerca) (?:{_W} ){{0,3}}
""", "$")

WORDING = re.compile(
    r" (?:phq|phq \d|assessment|intake|poster|posters|flyer|sign|slide|slides|slide \d+|form|card|brochure|script|quiz|video|handout|survey|screen|tool|question|questionnaire|toolkit|website|page|cartel|folleto|formulario|afiche|diapositiva|pregunta|training|module|banner|sticker|ad|tarjeta|psa|lesson|entry|template|policy|headline|title|subject line) "
    r"(?:\d+ )?(?:(?:that|which|it|que|with|is|titled|called|now|still|should|will|to) )?(?:[a-z]+ )?(?:says?|said|saying|reads?|asks?(?: about)?|asking|quotes?|quoting|shows?|states?|dice|pregunta|lee|titled|called|ask if|wording|with the words|named|quoted|includes?|has the line|,)"
    r"(?: [a-z0-9\",']+)*? $"
)

USED_TO = re.compile(r" (?:used to|had been|history of|hx of|previously|formerly|past|prior|former|once was|solia|solian|historial de|antecedentes de) (?:[a-z]+ ){0,4}")
PRESENT_VERB = re.compile(
    r"(?<= )(?:is|are|am|s|has|have|keeps|will|going|wants|want|threatens|says|can|not|hits|beats|still|being|coming|"
    r"[a-z]+ing|esta|estan|estoy|tiene|tienen|tengo|va|van|voy|quiere|quieren|quiero|no|hay|viene|vienen|me|se|soy|nos) |^(?:is|are|am|s|has|have|he|she|they|i|not|no|can|will) "
)
PRESENT_BE = re.compile(r"(?:^| )(?:is|are|am|s|has|have|keeps|will|can|esta|estan|estoy|tiene|tienen|va|van|quiere|quiero|viene|vienen|hay|soy|want|wants) ")
