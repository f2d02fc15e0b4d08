"""What says when something happens, or that it is over, or invented, English and Spanish. Patterns only; each reads a padded sentence."""

import re

from bot.answers.safety.phrases import WORD, any_of

_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
REAL = any_of(r"""
not (?:a|an) (?:drill|exercise|test|joke|training|scenario|simulation) / this is real / for real / not joking / not kidding
no es (?:un )?(?:simulacro|broma|juego|ejercicio) / es en serio / de verdad esta pasando
""")
INVENTED = any_of(rf"""
(?:example|examples|ejemplo|draft|draft text|draft post|post|sample|statement|prompt|headline|vignette|
    case example|case) ,
draft (?:text|post|message|caption|copy|slide)
(?:in|during) (?:her|his|their|a|the|our) (?:speech|talk|testimony|story|memoir|interview|panel|keynote)
(?:speaker|presenter|panelist|author|keynote|witness|documentary|survivor leader) (?:described|describes|
    said|told|shared|talked|testified|wrote|explained|spoke)
(?:indictment|affidavit|court (?:records|documents|filing)|complaint|lawsuit|testimony|transcript|
    press release|prosecutors|newspaper|historian) (?:says?|said|states?|alleges?|describes?|reads?)
scenario|scenarios|roleplay|role play|role playing|tabletop|table top|hypothetical|hypothetically|imagine|
    imagining|vignette|vignettes
in (?:class|our class|the course|training) we / (?:in|from) the (?:training )?video / is what the
case stud(?:y|ies) / mock {WORD} / practice (?:case|question|scenario|call|exercise) / quiz|quizzes / for practice
myth|myths|true or false|fact or fiction / (?:our|the|a|this|next|fire|shooter|safety|today s) drill
drill (?:is|at|on|starts|tomorrow|today|scenario|next) / inject \d+ / exercise inject
(?:the|a|school|our) play (?:is|about|where)
(?:quote|caption|headline|tagline|slogan|title|subject line) (?:for|, |idea|ideas|of) / caption|tagline|slogan
sample (?:case|question|message|text|answer|script) / example (?:case|sentence|message|text|post|question)
simulation / fictional / made up
(?:in|from|of|about|watched|watch|watching|saw|seen|read|reading|see) (?:the|a|that|this|my|our|an|
    last night s|his|her)? ?(?:{WORD} )?(?:{WORD} )?(?:movie|film|novel|book|tv show|show|series|episode|podcast|
    documentary|video game|game|song|lyrics|play|drama|telenovela|comic|article|news|news story|headline|
    newspaper|netflix|webinar|training video)
(?:the|this|that|a|an) (?:movie|film|novel|book|show|article|news|news story|headline|documentary|podcast|
    episode|song|lyrics)
(?:movie|film|book|novel) where
for (?:the|our|next week s|tomorrow s|a|thursday s|my) (?:training|drill|exercise|workshop|class|
    presentation|slides?) ,
(?:translate|translation|translated|interpret) (?:of|for|this|the|into|to|:|,|\")
how (?:do|would|can|should|to) (?:i|you|we|one)? ?(?:say|spell|translate|pronounce|write|word|phrase|sign)
what is the (?:word|spanish|sign|translation) for / what does (?:it mean when|\")
caso de (?:ejemplo|practica|estudio) / ejemplo de (?:caso|mensaje|frase) / simulacro|simulacion
imagina|imaginemos|imaginese|imaginate / hipotetic(?:o|a|amente) / en la (?:pelicula|novela|serie) / la pelicula
telenovela
(?:indicators?|red flags?|signs?|senal|senales|survey question|quiz question|question \d+|slide \d+|pregunta|bandera roja) , / juego de roles / ejercicio (?:de|,|del) / ejercicios de / (?:practice|training|tabletop|today s|next) exercise|exercise , / como se (?:dice|traduce|escribe|deletrea|pronuncia) / traduc(?:e|ir|cion|eme|elo)
(?:el|en el|un|este) (?:libro|articulo|noticiero|documental|video|podcast) / la noticia / las noticias
en un (?:video|libro|articulo)
""")
OVER = any_of(rf"""
fireworks|backfired / (?:all|everything) (?:is )?(?:fine|good|ok|okay|clear)
it was (?:just |only )?(?:a drill|a test|nothing|a mistake|a prank|a joke|the tv|a misunderstanding)
just a drill / (?:he|she|they|everyone) (?:apologized|calmed down|left quietly|left peacefully|went home)
todo (?:esta )?(?:tranquilo|bien|en orden) / cohetes|cuetes de fiesta / at 1[0-9] , now
(?:is|are|am|they|all|everyone|she|he|now|got|both|kids|client|we|home|being|stay|ok and|fine and|arrived|
    made it) (?:{WORD} )?safe (?:now|and|at|with|in|inside|again|here|home|,|$)
(?:is|are) (?:{WORD} )?(?:safe|fine|ok|okay|stable|recovering|recovered|unharmed|alright|doing well|
    doing better|doing fine|doing great|better now|home now|resolved)
false alarm / all clear / everyone is (?:safe|fine|ok|okay) / was resolved / is resolved / resolved now
has been resolved / situation is over / it is over / is over now / crisis is over / no longer
already (?:over|handled|resolved|at the hospital|in the hospital|in custody|arrested|taken care)
(?:in|into) (?:police )?custody / was arrested|were arrested|got arrested|has been arrested|been arrested
(?:is|are|was|were|went) (?:in|to) (?:prison|jail) / case (?:is )?closed
police (?:took|arrested|have) (?:him|them) / he was convicted|he is convicted|was sentenced|was convicted
was found (?:safe|unharmed|alive|ok) / were found safe / (?:found|located) safe / back home (?:safe|now)
survived / passed away / (?:he|she|they) recovered / healed / doing (?:well|better|great|fine) (?:now|today)
(?:ya|esta|estan|todos) (?:{WORD} )?a salvo / falsa alarma / ya paso / ya esta bien|ya estan bien|ya esta mejor
fue detenido|fue arrestado|lo detuvieron|lo arrestaron|esta preso|esta detenido / en prision|en la carcel
esta estable / aparecio bien|ya aparecio / todo esta bien
""")
STILL_GOING = any_of(
    r"""
not (?:\w+ )?safe / never safe / but he|but she|but they|but now|but the / again now
came back|is back|are back / escaped / got out|got away from
still (?:here|outside|bleeding|has|inside|in danger|missing|following|out there) / not (?:ok|okay|fine)
pero / no esta a salvo|no estoy a salvo|no esta bien / todavia|aun
""",
    "(?: |$)",
)
LONG_AGO = any_of(rf"""
after (?:a|an|the|her|his|their) (?:overdose|assault|attack|shooting|stabbing|suicide|rape|kidnapping|fire|incident)
(?:got|serving|served|doing|gets) (?:{WORD} ){{1,3}}(?:years|months|life)
sentenced|convicted|indicted|pleaded|pled / for (?:months|years) (?:in|at|by|before|until)
last (?:year|month|week|spring|summer|fall|autumn|winter|semester|quarter|decade|night|january|february|
    march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|
    friday|saturday|sunday|weekend|time|fiscal year|grant|job|shelter|placement|employer|relationship)
(?:{WORD} )?(?:{WORD} )?(?:year|month|week|decade|day)s? (?:ago|back|earlier|later|before)
(?:a|two|three|four|five|six|seven|eight|nine|ten|twenty|many|few|some|several|\d+) (?:years|months|weeks|
    decades|days) ago
(?:long|long time|while|years|ages|months|weeks|days) ago
(?:in|since|from|of|back in|during|around|until) (?:the )?(?:early |late |mid )?(?:19|20)\d\ds?
in the (?:past|80s|90s|2000s|war)
in (?:january|february|march|april|june|july|august|september|october|november|december) / yesterday / used to
previously / formerly / historically / once upon
back (?:then|in|when|home in) / at the time / at that time
as (?:a|an) (?:child|teen|teenager|kid|minor|youth|girl|boy|adolescent|young)
(?:his|her|their|my|our|early) childhood / childhood / growing up
when (?:she|he|i|they|we) (?:was|were) (?:a|an|in|\d+|young|little|younger|living|working|still|about|only|just)
(?:at|by) age \d+ / prior (?:to|history|overdose|suicide)
past (?:history|overdose|suicide|attempt|trauma|abuse|year) / history of|hx of|histories of
(?:before|after) (?:she|he|they) (?:came|arrived|moved|left|got|escaped|entered) / former / ex client / old case
late (?:mother|father|brother|sister|husband|wife|friend|son|daughter)
first (?:marriage|husband|job|trafficker) / years later / over the years / had been / anniversary
(?:one|two|three) (?:months|years) (?:later|since) / from (?:years|a case)
hace (?:anos|meses|semanas|mucho|tiempo|dias|un ano|dos anos|tres anos|\w+ anos|\w+ meses|\w+ semanas|
    \w+ dias|un mes|una semana|rato que)
(?:el|la) (?:ano|mes|semana|verano) pasad[oa] / ayer|anteayer|antier / en (?:el )?(?:19|20)\d\d
(?:de|cuando era|cuando yo era|desde) (?:nina|nino|chica|chico|joven|pequena|pequeno|adolescente|menor|
    chiquita|chiquito)
antes / solia|solian / en el pasado / historial de|antecedentes de / en ese entonces / en aquel entonces
anos atras|anos despues / cuando (?:tenia|vivia|trabajaba|estaba|era)
""")
THESE_DAYS = any_of(rf"""
last night|yesterday|this week|last week|this weekend|over the weekend|the other (?:night|day)|the last few (?:days|nights)
(?:a|an|two|three|four|five|six|few|couple of|\d) (?:days|nights|hours) ago / since (?:last night|yesterday|{_WEEKDAYS})
(?:on |last |this )(?:{_WEEKDAYS}) / anoche|ayer|anteayer|antier / esta semana|la semana pasada|el fin de semana / hace (?:\w+ )?(?:dias|horas)
""")
FRESH = any_of(
    r"""
just / now / right now / tonight / today / moments?
(?:\d+|a|few|five|ten|two|couple|an|one|half an|half|several|twenty|thirty|some|couple of) (?:minutes|
    minute|hours|hour|seconds) (?:ago|back)
(?:minutes|seconds|moments) ago / (?:since|for) (?:this|an hour|hours|two hours|last hour)
this (?:morning|evening|afternoon|minute|second|instant) / currently / still / again / as we speak / hurry
right outside / outside
in the (?:lobby|bathroom|restroom|parking lot|waiting room|hallway|office|building|back room|street|alley|
    stairwell|shelter)
on the floor / help / here / (?:is|are) (?:bleeding|hurt|unconscious|screaming|hiding|terrified) / happening
in progress / downstairs / upstairs / at the (?:door|front desk) / in my office / won not
ahora|ahorita|orita / ahora mismo|en este momento|en este instante / acaba de|acaban de|acabo de / hoy
esta (?:noche|manana|tarde|madrugada)
hace (?:\w+ )?(?:minutos|minuto|rato|ratito|poquito|poco|una hora|dos horas|un momento|momentos) / ya / todavia
afuera / aqui / ayudenme|auxilio|ayuda / apenas / recien / otra vez / de nuevo
en la (?:puerta|calle|entrada|recepcion|sala|esquina) / en el (?:estacionamiento|bano|pasillo|parqueo|lobby)
desde (?:hace|esta|las|ayer)
""",
    "(?: |$)",
)
URGENT = any_of(
    r"""
right now / now / here / outside / at the door / help / hurry / just|already started / is coming / happening
(?:in|at) (?:the|our|my) (?:lobby|office|bathroom|restroom|door|desk|parking lot|waiting room|building|
    clinic|car|house|hallway)
minutes ago / on the floor / as we speak / in front of me / with me / next to me / tonight / downstairs
ahora|ahorita|ahora mismo|aqui|afuera|ya viene|en este momento|en la puerta|ayuda|auxilio|esta noche
""",
    "(?: |$)",
)
USED_TO = re.compile(
    r" (?:used to|had been|history of|hx of|previously|formerly|past|prior|former|once was|solia|solian|"
    r"historial de|antecedentes de) (?:[a-z]+ ){0,4}"
)
WAS_BEFORE = re.compile(
    r"(?<! has)(?<! have)(?<! is)(?<! s) (?:was|were|been|fue|fueron|estuvo|estuvieron|estaba|"
    r"estaban) (?:[a-z]+ )?$"
)
MAY_BEFORE = re.compile(r" (?:can|could|may|might|would|to|did|does) $")
PRESENT_VERB = re.compile(
    r"(?<= )(?:is|are|am|s|has|have|keeps|will|going|wants|want|threatens|says|can|not|hits|beats|still|being|coming|"
    r"[a-z]+ing|esta|estan|estoy|tiene|tienen|tengo|va|van|voy|quiere|quieren|quiero|no|hay|viene|vienen|"
    r"me|se|soy|nos) |^(?:is|are|am|s|has|have|he|she|they|i|not|no|can|will) "
)
PRESENT_BE = re.compile(
    r"(?:^| )(?:is|are|am|s|has|have|keeps|will|can|esta|estan|estoy|tiene|tienen|va|van|quiere|quiero|viene|"
    r"vienen|hay|soy|want|wants) "
)
