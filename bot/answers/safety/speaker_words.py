"""What says who speaks, and in what mood: of themselves, politely, grumbling, joking, telling on. Patterns only."""

import re

from bot.answers.safety.phrases import any_of

POLITE = re.compile(
    r" (?:can|could|would|will|who can|who could|might|may|to|puede|pueden|puedes|podria|podrian) (?:you |u |"
    r"someone |anyone |somebody |anybody |y all |please |kindly |a coordinator |they )*$"
)
GRUMBLER = any_of(r"""
(?:my |the |our |her |his )?(?:boss|director|supervisor|manager|mayor|chief|mom|mother|wife|husband|teacher|
    professor|coordinator|finance|hr|auditor|team|coworkers|landlord|chair|commissioner|accountant|it|they|she|
    he) (?:is |are |s )?(?:will|going to|gon|would|s going to|is gonna|ll) (?:\w+ )?(?:kill|murder|strangle|
    shoot) (?:me|us)
i (?:am |m )?(?:going to|will|could|might|gonna|want to|would|can) (?:\w+ )?(?:kill|murder|strangle|shoot|
    stab|punch|slap)
me (?:va a matar|mata|matan|matara) (?:mi|la|el) (?:jef[ae]|supervisor|supervisora|mama|papa|directora|
    director|coordinadora)
(?:mi |el |la |nuestra |nuestro )?(?:jefe|jefa|directora|director|supervisora|supervisor|mama|esposa|esposo|
    coordinadora|coordinador|profesora|profesor|papa|hermana|alcalde|alcaldesa) (?:me|nos) (?:va a matar|
    va a ahorcar|van a matar|mata|matan|matara)
""")
OFFICE = any_of(r"""
late|report|deadline|forget|forgot|forgotten|miss|missed|missing|agenda|slides|meeting|email|leak|leaks|
    leaked|dinner|breakfast|birthday|anniversary|chores|budget|sign in|minutes|invoice|spreadsheet|form|draft|
    presentation|grant|typo|printer|schedule|password|coffee|lunch|calendar|newsletter|survey|timesheet|badge|
    laptop|toner|thing|donuts|wifi|copier|link|webinar|zoom|audit|icebreakers|file|reply|rsvp|training|flyer|
    dishes|overtime|lanyard|deck|memo|logo
contrasena|tarde|informe|junta|reunion|reporte|correo|agenda|formulario|olvid\w+|presupuesto|acta|minuta|
    entrega|entrego|lista|capacitacion|impresora|presentacion|llaves|tarea|curso
""")
DARKER = any_of(r"""
leave|run|escape|tell|talk|police|gun|knife|hit|hits|beat|beats|passport|papers|hurt|scared|afraid|
    terrified|tonight he|pay|money|dinero|irme|escapo|policia|miedo|pistola|cuchillo|golpea|pega|help|ayuda|
    client|clients|customers|trafficker|pimp
""")
VIOLENT = any_of(
    "gun|knife|hit|hits|hitting|beat|beating|hurt|hurting|police|scared|afraid|pistola|cuchillo|golpea|pega|"
    "blood|armed|fire|door|locked"
)
RELAYED = re.compile(
    r" (?:caller|client|patient|student|worker|woman|man|girl|boy|resident|guest|survivor|teen|youth|kid|"
    r"clienta|paciente|trabajadora?) (?:just )?(?:said|says|told (?:me|us|staff)|wrote|texted|tells (?:me|"
    r"us)|dijo|dice|me dijo)(?: that)? (?:\" )?(?:[a-z0-9']+ ){0,12}$"
)
ASKS_NEXT = re.compile(r"(?<= )(?:what|who|how|where|which|que|a quien) ")
LAUGHTER = any_of("lol|haha|hahaha|lmao|rofl|lolol|hehe")
SERIOUS = any_of(
    "person|people|[a-z]+ s|guest|officer|pt|female|male|someone|somebody|staff|victims?|shooter|emergency|"
    "ambulance|911|gas|smoke|trunk|motel|baby|kill|die|dead|shots?|gunshots?|weapon|machete|bomb|threat|"
    "following|overdosed|unconscious|unresponsive|hostage|kidnapped|house|danger|scene"
)
SOMEBODY = any_of(r"""
he|she|her|him|his|client|man|woman|girl|boy|child|kid|baby|guy|patient|resident|worker|victim|trafficker|boyfriend|husband
el|ella|ellos|hombre|mujer|nina|nino|cliente|clienta
""")
# what staff say of themselves while telling of somebody else
ABOUT_TO_ASK = re.compile(
    r"(?<= )(?:(?:do|should|can|could|may|would|did|must|what|how|who|if) (?:i|we) [a-z]+|(?:i|"
    r"we) (?:think|believe|know|heard|saw|met|have a|wonder|am a|am an|"
    r"need to know|want to know|just got|got a|work with|am not sure|do not know|refer|call|do|ask|"
    r"report|see|read)|(?:am|are|was) (?:i|we) [a-z]+|"
    r"my (?:caseload|clients?|patients?|unit|team|shift|program|agency|office|desk|station|school|students?|site|route|district)|"
    r"(?:told|tell|tells|asked|texted|called|showed) (?:me|us)) "
)
OWN_STORY = re.compile(r" (?:i|me|my|we|us|mi|mis|nos|estoy|estamos|trabajo|soy|tengo) ")
FIRST_PERSON = re.compile(r"(?:^| )(?:i|me|my|we|us|our|mi|mis|nos|estoy|soy) ")
