"""Real words, English and Spanish, that lie within a letter or two of a key word and must not be "mended". Data only."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


REAL_WORDS = _words("""
abarcando abdicated abductees abordando acercando acordando acortando acuda aguda ahmed ahorcado ahorcados ahorrando
aimed amado ambulances ambulancias ambulante ambulantes amenazaba amenazada amenazado amenazador amenazados
amenazante amenazar amenazas aportando apunala apunalado arado armada armador armados armando armen armes arsed
assaults attached attaching attacker attackers attaining attracted attracting auxilios ayudan ayudar ayudas ayude
ayudo baten beading beaming bearing beate beater beatings beaton belting berating besting betting bleaching bleating
bleeping blending boating boyfriends braking breaching breading breath breathed breather breathes breaths breathy
breeding breitling captiva captives chocked choke choker chokes chowing coked coking collapse collapses cooked
cooking cuchilla cuchillas cuchillos dagger dancer dander dangers danner desaparece desaparecen desaparecer
desapareces desaparecia desaparecian desaparecida desaparecido desaparezco desaparicion desierta desiertas desmaya
desmayos despertar despiertan despiertas despierte despierten despiertes despierto despiertos dinger disowning
disparaban disparada disparado disparador disparados disparara dispararle dispararse disparatado dispersaron
disputando disputaron djing dming doing downing droning drownings drugged drugging drying dyeing emergence
emergencias emergencies emergente encargada encargado encargados encarnada encarnado encerradas encerraron enfermado
enterados enterrada enterradas enterrado enterrados enterrando escalar escapa escapan escapara escaped escapee
escapen escapes escapo escupe fainter follower followers followings force forces forged forging forked forking
formed forming goleo golpe golpea golpeaban golpeado golpeador golpeados golpearlo golpearme golpee golpes grabber
handcuffs hereda heredo heridas heridos hermida hervida hervido hiking hinting hiring hisself hostages hunting
hurling hurtling husbands inconciente inconscientes injure injures insured inured kidnapper kidnappers kidnappings
kidnaps killen killer killings kipling knifed knifes lacked lacking licked licking locke locker locket looked
looking lucked machetes machote massing matara matare mataria matarlas matarle matarlos mataro matarte meself
messing misting misusing morder mudder mulder murders navajas navajo obligar obligas oblige obligo overcoming
overdoing overdone overdoses overjoyed pacers pagers pampers paper papery pasaportes passports paupers pavers payers
peligra peligros picaporte pinching pipers pisto pistolas pistols piston policed polices policial policias policy
polite prostituirse prostituta prostitutas prostituted prostitutes punchline punishing quieran quiere quieres raced
raged raked ramped raper rapes rapey rapid rapped rated raved rayed razed reaped respiran respirar respiras respire
respiro roped sanger sangra sangrado sangrante scalloped schooling scooting screening secuestradas secuestrado
secuestrador secuestrados secuestran secuestrando secuestrar seizures shallower shootings shorting shouting
siguiente sintiendo sirviendo smoothing spreading stabbings stabling straddled straddling stranding strange
strangely strangler strangles streaking streaming stringing struggled struggling stubbed suffocation suicida
suicidado suicidan suicidar suicidaron suicidas suicides suicido swabbed tapped traffickers trapper tratarte
trataste tripped victima victims vigilando violacion violado violation volando volaron waists weapons wrist writs
""")
