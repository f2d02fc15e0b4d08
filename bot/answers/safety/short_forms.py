"""How people shorten words in texts, English and Spanish, and what they mean. Data only."""

_LINES = """
someones: someone is
somebodys: somebody is
im: i am
ive: i have
hes: he is
shes: she is
he's: he is
she's: she is
it's: it is
thats: that is
that's: that is
theres: there is
there's: there is
whos: who is
who's: who is
whats: what is
what's: what is
wheres: where is
theyre: they are
theyve: they have
theyll: they will
youre: you are
weve: we have
hed: he would
she'd: she would
he'd: he would
itll: it will
he'll: he will
she'll: she will
cant: can not
cannot: can not
wont: will not
dont: do not
doesnt: does not
didnt: did not
isnt: is not
arent: are not
aint: is not
wasnt: was not
werent: were not
hasnt: has not
havent: have not
hadnt: had not
couldnt: could not
wouldnt: would not
shouldnt: should not
neednt: need not
gonna: going to
gona: going to
gunna: going to
goin: going
finna: going to
boutta: about to
bouta: about to
bout: about
wanna: want to
wana: want to
tryna: trying to
tryin: trying
gotta: have to
lemme: let me
gimme: give me
outta: out of
u: you
ur: your
r: are
em: them
w: with
wit: with
wth: with
b4: before
2nite: tonight
2night: tonight
tonite: tonight
tn: tonight
2day: today
2morrow: tomorrow
tmrw: tomorrow
tmr: tomorrow
tomorow: tomorrow
rn: right now
rite: right
plz: please
pls: please
pleas: please
bc: because
cuz: because
cause: because
bf: boyfriend
gf: girlfriend
hubby: husband
thx: thanks
ppl: people
sb: somebody
smn: someone
sum1: someone
any1: anyone
pt: patient
pts: patients
clt: client
unresp: unresponsive
od: overdosed
oded: overdosed
oding: overdosing
kms: kill myself
unalive: kill
unaliving: killing
gsw: gunshot wound
pd: police
cops: police
cop: police
popo: police
ems: ambulance
emt: ambulance
emts: ambulance
paramedics: ambulance
medics: ambulance
medic: ambulance
yr: year
yrs: years
mins: minutes
min: minutes
hrs: hours
secs: seconds
hospitalised: hospitalized
bk: back
wknd: weekend
msg: message
hlp: help
halp: help
txt: text
txted: texted
txting: texting
cuchilo: cuchillo
q: que
k: que
ke: que
xq: porque
pq: porque
xfa: por favor
xfavor: por favor
porfa: por favor
porfavor: por favor
x: por
aki: aqui
aca: aqui
tngo: tengo
toy: estoy
ta: esta
pa: para
pal: para el
kiero: quiero
kiere: quiere
kieren: quieren
keria: queria
kiera: quiera
tmb: tambien
dnd: donde
ayudeme: ayudenme
ayudame: ayudenme
ayudanos: ayudenme
ayudennos: ayudenme
"""

LONG_FORMS: dict[str, str] = {
    short.strip(): long.strip() for short, _, long in (line.partition(":") for line in _LINES.strip().splitlines())
}
