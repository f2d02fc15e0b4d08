"""Everyday phrases that borrow the words of harm. Each is taken out of a sentence before it can raise a card.

An idiom must never hide a real danger: what follows or precedes it is spelled out wherever the bare words could be meant.
"""

import re

_THINGS = (
    "meetings?|agendas?|traffic|schedules?|commutes?|heat|parking|hill|workout|forms?|paperwork|inbox|"
    "queue|weather|reports?|spreadsheets?|"
    "deadlines?|emails?|heels|shoes|allergies|cramps|suspense|pollen|printers?|grants?|budgets?|"
    "trainings?|software|audits?|websites?|portals?|"
    "system|apps?|slack|threads?|webinars?|mondays?|zooms?|zoom calls?|calls|stairs|sinus(?:es)?|back|"
    "feet|knees?|humidity|cold|mosquitoes|"
    "fees|prices|rent prices|minutes|notes|slides|updates?|passwords?|logins?|copier|wifi|coffee|jokes?|"
    "memes?|invoices?|timesheets?|quarter|week|day|"
    "application|applications|music|construction noise|noise|alarm clock|project|process|data entry|"
    "survey|surveys|waiting|politics|news cycle|line"
)
_MACHINES = (
    "battery|phone|laptop|computer|mic|microphone|projector|printer|server|wifi|internet|zoom|tablet|"
    "link|screen|plants?|ac|router|keyboard|"
    "radio|app|site|website|page|camera|fridge|chat|thread|conversation|motion|bill|idea|proposal|"
    "project|deal|copier|heater|car battery"
)
_PILES = (
    "paperwork|emails?|mail|work|meetings?|forms|spreadsheets?|referrals|notes|data|reports?|debt|tasks|"
    "documents|deadlines|red tape|voicemails?|"
    "intakes?|snow|traffic|zooms?|calls|messages|invoices|receipts|charting|laundry|tickets|"
    "notifications|admin|bureaucracy|budget|calendar|"
    "webinars?|slides?|acronyms|homework|applications"
)
_LAUGH = "lol|haha|hahaha|lmao|jaja|jajaja|omg"
_LINES = rf"""
(?:shoot|shot|shooting|shoots) (?:me|us|him|her|them|you|over|off|someone|anyone|staff|everyone|it|
    the [a-z]+|an|a) ?(?:a quick|an|a|another|some|over|back|the|one|your)? ?(?:quick )?(?:email|e mail|mail|
    text|message|note|msg|dm|line|invite|draft|reply|calendar invite|slack|over|back)
shoot for (?:the|a|next|monday|friday|\d+) / shoot (?:the breeze|hoops|photos|the video) / photo shoots?
video shoot / film shoot / shooting (?:star|range|for (?:a|the|next|monday|friday|\d+))
(?:someone |just |please |somebody ){{1,3}}(?:shoot|kill) me(?= (?:now|already|{_LAUGH}|,|third|another|if|
    too many) | $)
kill(?:ed|ing|s)? (?:it|two birds|time|the time|some time|the lights|the process|the mood|the vibe|the buzz|
    my vibe|the power|the switch|the old|the form|the link|the job|the server|the task|an hour|the budget|
    the bill|the deal|my back|my feet|my eyes|my knees|your feet|my battery|the battery|the app|the idea|
    the project|the meeting|the agenda|the motion|the thread)
(?:the|this|that|these|those|my|our|all|your|his|her)? ?(?:[a-z]+ ){{0,2}}(?:{_THINGS}) (?:is|are|was|
    were) (?:\w+ )?killing (?:me|us|my [a-z]+|everyone)
(?:it is|it s|that is|this is|that s) killing (?:me|us)(?= (?:today|with|already|lately|,|{_LAUGH}) | $)
to kill for / dressed to kill / would (?:literally )?kill for / could kill for / kill for a
could (?:just )?kill (?:him|her|them|you) for
killer (?:deal|app|idea|presentation|outfit|whale|bees?|schedule|instinct|feature|workout|line|heels|recipe)
is a killer / kill switch / buzz ?kill / over ?kill / if looks could kill / curiosity killed / kill ?joy
kill (?:him|her|them) with kindness
(?:dying|die|dies|died) (?:to|for|of|from) (?:see|know|hear|try|meet|read|go to|learn|find out|ask|show|
    tell|eat|watch|visit|laughter|laughing|boredom|embarrassment|curiosity|cringe|shame|a coffee|coffee|
    some coffee|secondhand|second hand|this meeting|this cold|suspense|jealousy|anticipation|the weekend|spring|
    friday|lunch|a nap|chocolate|tacos|pizza|the new)
i am dying (?:over here|here with|inside|laughing|here)(?= (?:with|{_LAUGH}|,|from|because) | $)
i am dying(?= (?:{_LAUGH}) | $) / die ?hard / to die for
(?:dying|dead|died) (?:{_LAUGH}|laughing|at that|at this meme)
to die(?= (?:of|from) (?:embarrassment|laughter|shame|boredom|cringe|secondhand) ) ?(?:of|from) [a-z]+
(?:want|wanted|wants) to die (?:{_LAUGH}) / dying here with this
(?:this|that|the|these|another|your|his|her|our|my|every)? ?(?:[a-z]+ ){{0,2}}(?:{_THINGS}) (?:makes?|made|
    making|is making|are making|is gonna make|has) me (?:want to|wanna|feel like|wanting to) (?:die|scream|cry|
    jump out (?:of )?(?:the|a) window|shoot myself|kill myself|poke my eyes out|quit|throw up|{_LAUGH}|
    [a-z]+) ?(?:{_LAUGH})?
(?:{_MACHINES}) (?:(?:just|is|has|have|keeps|finally|has been|was|suddenly|almost|about|to) ){{0,3}}(?:died|
    dead|dying|die|dies|crashed|collapsed)
i am dead(?= (?:that|{_LAUGH}|,|after|tired|asleep|at|from|on my feet|serious|by friday|inside) | $) / so dead
we are dead(?= (?:{_LAUGH}|tired|if the (?:mayor|grant|report|auditor)) | $)
dead ?(?:lines?|ends?|links?|battery|air|weight|zone|lock|wrong|right|serious|tired|last|on|heat|set|beat|
    horse|language|trees?|plant|spot|letter|center|phone|mic|laptop)
over my dead body / drop dead gorgeous / knock (?:em|them) dead / beat(?:ing)? a dead horse / dead in the water
beat (?:the|a|my|our|your|their|his) (?:deadline|clock|traffic|heat|rush|system|odds|record|crowd|budget|
    goal|target|drum|line|last|price|game|team|competition|score)
beat (?:me|you|us|him|her|them) (?:to it|to the punch|there|by a|in the race|in chess) / (?<![a-z] )beats me
(?:it|that|this) beats me / beat around the bush
beat(?:ing)? (?:myself|yourself|himself|herself|ourselves|themselves) up / off the beaten path / can not beat
hard to beat / to the beat / heart(?:s)? (?:is |are )?(?:beating|bleeds?|is bleeding|breaks?)
hit (?:me|us|him|her|them|you) up
hit (?:me|us|you) (?:back (?:on|with|when)|with your (?:questions|best)|with the (?:link|details|info)|
    with a (?:question|text|link))
hit (?:send|reply|save|the (?:target|ground|nail|books|road|gym|button|link|sack|deadline|goal|brakes|
    jackpot|mark|spot|switch|lights|shops|limit|cap)|a (?:snag|nerve|milestone|bump|roadblock|limit|home run|
    dead)|our (?:goal|target|numbers|limit)|submit|enter|play|record|refresh|pause|mute|snooze|it off|publish|
    post|unmute|our stride|delete)
hits? (?:close to home|different|home for|the nail|the spot|me that) / smash hit / big hit / huge hit
greatest hits / was a hit / is a hit / hard(?:est)? hit
hitting (?:the (?:gym|books|road|target|goal|limit)|our|my (?:goal|limit|target)|send|a wall|reply|goals|
    targets)
hit (?:by|with) (?:a |the |big |more )?(?:budget|cuts|price|fees|inflation|wave of|flu|virus|layoffs|
    questions|paperwork|calls)
punch (?:list|line|card|bowl|above) / punch (?:in|out)(?= (?:at|by|late|early|today|for|on) ) / packs? a punch
to the punch / slap (?:together|a label|dash) / kick(?:s|ed|ing)? (?:off|back|the can|around|butt)
kick ?(?:off|start) / get a kick out of / alive and kicking
(?:coffee|meds|caffeine|policy|rule|benefits|medicine) (?:has |have )?(?:kick|kicks|kicked) in
bomb(?:ed|s|ing)? (?:the|my|that|this|an|his|her|their) (?:interview|presentation|test|exam|quiz|talk|
    speech|audition|pitch|meeting|call|demo)
photo ?bomb(?:ed|ing)? / bath bombs? / (?:ticking )?time bomb / bomb ?shell
(?:the|da|a) bomb (?:recipe|dot com|cake|dinner|lunch|salsa|party) / f bombs?
drop(?:ped)? a bomb(?= on (?:us|the (?:meeting|group|call))) / zoom ?bomb(?:ed|ing)? / bomb cyclone
(?:cherry|jager) bombs? / love ?bomb(?:ed|ing)? / bombarded
(?:{_THINGS}) (?:is|was|are|were) (?:pure |absolute |just |literally |a )?(?:murder|hell|torture|brutal|
    killer|suicide|deadly|insane|dead)
murder (?:mystery|mysteries|board|hornets?) / bloody mary / get(?:ting)? away with murder
scream(?:ed)? bloody murder
(?:take|taking|took|takes|have|had) (?:a |another |your best |my best )?(?:stab|shot|crack|swing|punt) at
(?:give|gave|giving) (?:it|this|that) (?:a|your best|my best|another) (?:shot|stab|whirl|go)
(?:flu|booster|allergy|covid|tetanus|vaccine|b12|rabies|head|screen|snap|mug|long|cheap|moon|jump|slap|
    espresso|ear|vitamin|cortisone|insulin|depo|hep|great|good|nice|best|tequila) ?shots?
shots? in the (?:dark|arm) / shots? (?:records?|clinics?|of (?:espresso|tequila|whiskey)) / straight shooter
call(?:s|ing)? the shots / trouble ?shoot(?:ing|er|s)?
shot (?:down )?(?:the|my|our|his|her|their) (?:idea|proposal|motion|request|budget|plan|draft|amendment)
shot down
shooting (?:a|the|our|some|short) (?:psa|video|photos?|film|short|promo|scene|segment|footage|interview|
    spot|b roll|commercial)(?: [a-z]+)?
shoot(?:ing)? (?:the )?(?:psa|video|b roll) / shot (?:list|the (?:psa|video|film))
shoot(?:ing)? down the (?:idea|proposal|motion) / shot list / shot glass
stab in the (?:back|dark) / back ?stab(?:bed|bing|ber)?
stabbed (?:me|us|him|her|them) in the back(?= (?:on|over|about|with that|at) )
stabbed in the back by (?:the|my) (?:vendor|board|committee)
hiding from (?:my|the|this|all) (?:inbox|emails?|phone|calendar|work|meetings?|calls|paperwork|boss lol)
kidnapped by (?:my|the) (?:toddler|cat|dog|kids?|baby|couch|meeting|schedule)
(?:i am|we are) (?:trapped|stuck) in (?:a|an|this|another) (?:webinar|meeting|zoom|call|training|
    elevator lol|conference)
(?:el |la |me )?(?:dolor|duele|cabeza|espalda|muela|gripe|alergia)(?: [a-z]+){{0,3}}(?: ,)? me esta matando
(?:proyecto|programa|presupuesto|planta|celular|evento|negocio|internet) se esta muriendo
jump(?:ing|ed|s)? (?:on|off|in|into|to|onto|back on|back in|over to|ahead to) (?:a |the |this |that |my |
    another |our |your )?(?:quick |next |other )?(?:call|zoom|meeting|bandwagon|page|line|thread|slide|chat|
    teams|topic|board|conference call|intake call|conclusions|huddle) ?(?:call)?
jump(?:ing|ed)? (?:the gun|ship|through hoops|to conclusions|rope|start|at the chance|for joy|right in|
    in if|in with (?:questions|comments))
hang(?:ing|s)? (?:up )?(?:the|a|our|these|those|some|new|two|more|your|required) (?:[a-z]+ ){0, 3}(?:posters?|notices?|
    signs?|flyers?|banners?|pictures?|cards?|jackets?|coats?|curtains?|lights|copies|stickers?|maps?|calendars?)
bleeding ink / (?:silent|panic|fire|duress) (?:alarms?|buttons?) (?:tests?|testing|batteries|battery|policy|installation|training|upgrade|inspection)
(?:her|his|their|the kids?) (?:mom|mother|grandma|grandmother|foster mom|caseworker|advocate|sister|lawyer) (?:is |s )?(?:on (?:her|his)
    way|coming) to (?:get|pick up|pick|take|see|meet) (?:her|him|them)(?: up)?
(?:van|bus|truck|shuttle|ride|car) (?:is |s )?(?:leaving|leaves) (?:in [a-z0-9]+ minutes |at [a-z0-9]+ )?(?:for|to) (?:the |a )?(?:training|
    conference|meeting|event|fair|walk|court|clinic|airport|museum|zoo|hearing|retreat)
(?:facilities|roofers?|contractors?|plumbers?|inspectors?|maintenance|painters?) (?:[a-z]+ ){{0,3}}(?:roof|ledge|bridge|ladder)
atrapad[oa]s? (?:con|en|por) (?:este |esta |el |la |los |las |un |una )?(?:formularios?|sistema|reunion|junta|juntas|llamada|trafico|papeleo|tramite)
hang on (?:a|one|for a|just|please|while|let|sec|second) / burn(?:ed|t|ing)? out / burn ?out
(?:get|getting|got|gets) out of (?:jury duty|the meeting|this meeting|class|my lease|bed|town|the office|the rain|hand)
armed with (?:[a-z]+ )?(?:data|facts|information|knowledge|numbers|evidence|questions|coffee|research|statistics|answers|a plan)
bungee jump / long jump / jumping jacks / jump drive / jump drives
under the gun / smoking gun / son of a gun / top gun
(?:glue|nail|staple|heat|radar|water|squirt|nerf|spray|massage|tagging|caulk|price|tattoo|scanner|spud|
    t shirt|temperature|thermal|toy) guns?
(?:stick|sticking|stuck) to (?:your|our|my|their|his|her) guns / big guns / gun ?ning for / gun shy
finger guns? / hired guns?
bullet (?:points?|lists?|journals?|items?|trains?) / bite the bullet / dodged? (?:a|that|the) bullet
silver bullet / magic bullet / sweat(?:ing)? bullets / trigger (?:warnings?|words?)
bleeding (?:edge|hearts?|money|cash|budget|funds|members|staff|volunteers|red ink) / bled (?:money|dry)
(?:ink|colors?|font|marker) (?:is |are )?bleed(?:s|ing)? / bleed (?:into the|over into|margin|area|line)
blood (?:drives?|pressure|bank|tests?|work|type|sugar|donations?|donors?|oranges?|moon|sweat|relatives?|
    vessels?|draws?)
bad blood / new blood / fresh blood / out for blood / blood (?:is )?boil(?:s|ing)?
(?:drowning|buried|suffocating|swamped|trapped|sinking|choking|dying|stuck|lost|swimming|crushed) (?:in|
    under|by|with|on) (?:all |all this |all the |a |the |my |this |these |back to back |endless |so many |
    so much |too many |\d+ )?(?:[a-z]+ )?(?:{_PILES})
(?:held|hold|holding|being held|are held|is held|was held|hostage) (?:[a-z]+ )?(?:hostage )?(?:by|to|over|
    for) (?:the |a |this |that |our |my )?(?:[a-z]+ )?(?:vendor|contract|budget|software|committee|printer|
    council|weather|schedule|internet|union|bureaucracy|airline|updates?|mayor|calendar|delays?) ?(?:contract)?
held to (?:a|the|high|higher|that|this|its)
tied up (?:until|in|with|at work|on a call|this|today|all|tomorrow|right now with)
held (?:accountable|responsible|liable|harmless|in the (?:library|conference|community|auditorium|council|
    main|annex|gym|church)|monthly|weekly|virtually|online|via|quarterly|annually)
(?:training|meeting|event|webinar|workshop|hearing|class|session|vigil|fair|conference|summit|election|
    interviews?|party|retreat|clinic|gala|ceremony|forum|town hall|orientation|briefing|drill|lunch|fundraiser|
    seats?|spot|room|slots?|beds?) (?:(?:is|are|was|were|will be|to be|s|,) )+(?:being )?(?:held|kept|moved|
    taken|sold|shot|followed)
(?:career|political|commercial|social|professional|budget|financial|economic|corporate) suicide / suicide squad
suicide sprints?
lock(?:ed|ing)? (?:in|down|up) (?:the|our|that|those|your|this) (?:[a-z]+ )?(?:dates?|time|venue|price|rate|
    agenda|speakers?|contract|plan|funding|schedule|numbers|deal|slot|calendar|details|grant|budget|votes?|
    support|commitment|quote|booking|reservation|menu)
locked out of (?:my|the|our|his|her|their|it)? ?(?:account|laptop|computer|office|car|email|system|portal|
    slack|phone|building|folder|file|drive|database|room|desk|spreadsheet)
lock ?down (?:drill|browser) / locked and loaded
(?:cells?|file|folder|document|spreadsheet|cabinet|drawer|thread|channel|pdf) (?:is|are) locked
locked (?:cells?|file|folder|cabinet|drawer|spreadsheet|document|channel|thread|pdf|box)
fire (?:drills?|alarm tests?|chief|marshal|inspectors?|inspections?|safety|codes?|exits?|department|dept|
    stations?|fighters?|trucks?|extinguishers?|sale|hydrants?|crews?|escape|season|captain|prevention|doors?|
    place|pit|permits?|academy|district|services?)
(?:we|team|you|committee|our group) (?:is|are) on fire
(?:he|she|they|you|we|presenter|speaker) (?:is|was|were|are) on fire (?:during|on stage|in the (?:meeting|
    training|debate)|with|today|tonight)
on fire (?:this (?:week|quarter|month|year|season)|lately)
you are fired / (?:got|was|be|being|getting|were|gets) fired(?! (?:at|upon|on)) / fire away
(?:playing with|fighting|putting out|put out) fires? / under fire (?:from|for|over) / cease ?fire
dumpster fire / like a house on fire
(?:nearly|almost|about) (?:had|having|gave me|died of) (?:a )?(?:heart attack|stroke|aneurysm|seizure)
(?:gave|give|gives|giving) me a heart attack / i had a heart attack when / heart attack on a plate
(?:choked|choking|choke|chokes) (?:up|on (?:the|my|his|her) (?:presentation|speech|interview|lines|question|
    words|final)|under pressure|back tears|at the (?:interview|podium|mic)|during (?:the|my) (?:presentation|
    interview))
choke ?points? / choking (?:the|our|off) (?:budget|process|pipeline|project|funding|supply|growth|garden|drain)
(?:strangle|murder|kill|stab|shoot|punch|throw) (?:this|the|that|my|these) (?:printer|copier|computer|
    laptop|vendor|software|system|app|phone|scanner|form|spreadsheet|alarm clock|website|zoom|portal|wifi)
(?:will|be|would be) the death of me
death by (?:powerpoint|meetings?|paperwork|committee|chocolate|email|zoom|slides)
scared to death of (?:public|the new|heights) / (?:bored|sick|tickled|talked|worried) to death
death (?:certificates?|penalty|valley|star|march of|benefits?|records?|notice|tax|rates?|data|toll)
starving(?= (?:,|{_LAUGH}|lunch|for lunch|who|anyone|let us|let s|is there (?:food|lunch)) | $)
(?:had|have|having|was|what|such|we had) a (?:total |real )?blast / (?:full|email|text) blast
blast (?:radius|from the past|email|out the)
blow(?:ing)? up my (?:phone|inbox|email|pager|slack) / blow(?:s|n|ing)? my mind / blow(?:ing)? off steam
blow up (?:balloons?|the balloons?|mattress|the photo|the image|the map|the poster)
(?:phone|inbox|slack|email|twitter|thread|chat|mentions|hotline|page) (?:is|has been|was|are|
    keeps) (?:absolutely )?blowing up
blew (?:my mind|us away|me away|off steam) / mind ?(?:blowing|blown)
explod(?:e|ed|ing|es) (?:in popularity|on social|on tiktok) / explosive (?:growth|report|news|story)
(?:attack|attacking|attacked|tackle|tackling|assault on) (?:the|this|that|our|my|
    these) (?:[a-z]+ )?(?:problem|backlog|project|list|agenda|issue|pile|inbox|budget|grant|tasks?|question|
    report|spreadsheet|senses|dishes|closet|topic|buffet|paperwork)
panic attacks? / plan of attack / snack attack / cyber ?attack
cut(?:ting|s)? (?:(?:the|a|her|his|my|our|their|your|its|some|back|down|it|into|and|more|
    staff) ){{0,3}}(?:hours|budget|ribbon|cake|hair|checks?|costs|staff|line|paste|the chase|spending|corners|
    slack|funding|short|text|video|pizza|pie|grass|losses|ties|programs?|services?|meeting|list|red tape|
    caffeine|sugar|carbs|agenda)
cut(?:ting)? (?:and paste|back on|down on|off date|off point|corners|both ways) / paper cuts? / clear cut
short ?cuts? / hair ?cut / cutting (?:edge|board) / cut him some slack
knife (?:skills|block|drawer|sharpening|sharpener|and fork) / (?:butter|plastic|cake|bread) kni(?:fe|ves)
under the knife / weapons? of (?:choice|mass) / secret weapons?
(?:sledge ?)?hammer(?:ed|ing)? (?:out|home|this out) / (?:hot ?)?pipe ?line
axed? the (?:budget|program|project|idea) / battle axe? / acid (?:reflux|test|rain|wash)
(?:you|u) (?:are )?(?:killing|slaying|crushing|slayed) (?:it|this|me {_LAUGH})
crush(?:ed|ing|es)? (?:it|this|that|the (?:presentation|interview|goal|numbers|competition|test|panel|pitch))
(?:thing|meeting|review|audit|hearing|game) (?:[a-z]+ )?(?:, )?(?:and )?we got crushed / crush on
crushed (?:ice|garlic|by the news|his|her|their)(?= [a-z]) / nail(?:ed|ing)? it / slay(?:ed|ing)? queen
follow(?:ing|s|ed)? (?:me|us|him|her|them|you|the [a-z]+|our page|our [a-z]+) on (?:instagram|facebook|
    twitter|tiktok|social media|social|linkedin|youtube|insta|ig|snap|threads|bluesky)
follow(?:ing|s|ed|ers)? (?:up|along|suit|through|protocol|procedure|policy|guidance|directions|instructions|
    the (?:steps|rules|policy|instructions|checklist|protocol|guidance|link|prompts|story|news|account|page|
    channel|thread|money|law|hashtag|directions|plan|process|script))
(?:are|is) (?:you|everyone|anyone|everybody|we all) (?:still |all )?following (?:me|us|along|this|
    the thread)(?= (?:so far|on this|or|,) | $)
not following (?:you|this|the logic)
(?:scared|scares|terrified|afraid) (?:of|me|us) ?(?:of )?(?:public speaking|heights|spiders|flying|
    the printer|needles|the dentist|math|excel|clowns|snakes|mice|dogs|elevators|the budget|the audit|that form|
    that spreadsheet|speaking)
hang (?:in there|tight|of it|loose|ten|posters?|flyers?|signs?|your|the posters?)
hang(?:ing|s)? out(?= (?:with|at|in|after|,|and) | $) / hanging (?:in there|by a thread|the posters)
hung (?:up on|jury|over|the posters?) / hang ?outs? / hang up / hang ups? / hang gliding / get the hang
(?:screaming|crying|yelling|screams?|squealing) (?:with|from) (?:joy|laughter|excitement|delight) / ice cream
screaming deal
hurting for (?:volunteers|money|funding|staff|beds|space|members|donations|help|ideas|snacks)
(?:will|would|does|did|can|could|might|it) not hurt to
hurts? (?:my|his|her|their|our|your|anyone s|some|any|the) (?:feelings?|chances?|credit|score|pride|
    eligibility|case|application|budget|numbers)
(?:my|our) (?:brain|head|eyes|back|feet|knee|knees|wrist|neck|shoulder|ears|heart|tooth|stomach|soul|
    feelings|legs) (?:is |are )?(?:hurts?|hurting|killing me)
pain in the (?:neck|butt|ass|rear)
(?:held|holding|holds|hold) (?:me |us |him |her |things |everyone )?up (?:in|at|by) (?:the |a )?(?:traffic|meeting|work|customs|court|airport|call)
poison (?:ivy|oak|pill|sumac)
rescue (?:dogs?|cats?|pets?|remedy|plan|act|me from this (?:meeting|spreadsheet|zoom|inbox|form))
save (?:me|us) (?:a|some|the|one|time|money|seats?)(?= [a-z])
save the (?:date|file|draft|form|link|doc|document|day|page|list)
help (?:him|her|them|me|us|my [a-z]+) (?:find|fill|understand|apply|with|log|read|write|print|set up|pick|
    plan|choose|schedule|navigate|learn|study|figure|decide|prepare|complete|register|access|locate|export|
    update|edit|draft|design|move the|make the)
(?:i am|we are|im) drowning(?= (?:,|here|at work|this week|in|lol) | $)
stop(?:ping)? the bleeding (?:on|of|in) (?:staff|our|the budget|turnover|funds|the program)
explosion (?:of|in) (?:interest|calls|demand|referrals|applications|growth|emails|questions|cases)
(?:system|app|apps|site|website|it|slack|form|forms|portal|channel|printer|computer|software|page|bot|
    password|laptop|zoom|browser|teams|tool|spreadsheet|file|database|vpn|door badge|sistema|pagina|
    portal) (?:will|does|do|would|is|did|keeps|can) ?not (?:let|letting|allow) (?:me|us)
no me deja (?:entrar|guardar|abrir|subir|editar|imprimir|ver el|iniciar|acceder|descargar)
(?:heat|power|wifi) (?:is )?(?:out|down|dead)
sick (?:of|beat|deal|idea|slides|presentation)(?= (?:this|these|the|it|emails|meetings|zoom|,) )
deadly (?:dull|boring|serious|slow) / life ?(?:line|saver|savers)
end (?:the|this|our) (?:meeting|call|contract|lease|subscription|zoom|session)
end (?:his|her|their|my|our) (?:lease|shift|contract|membership|internship|subscription|term|day|week|
    speech|call|visit|relationship|employment|tenancy|probation|participation)
live (?:stream|streaming|chat|webinar|training|demo|video|music|captioning|event|broadcast|session|captions)
go(?:es|ing)? live
can not live without (?:my |the |this )?(?:coffee|calendar|spreadsheet|phone|slack|planner|snacks|tea|
    template|directory|bot|list|printer)
(?:can not|do not want to|not want to|not) (?:take|do|handle|bear|stand) (?:another|one more|any more|this|
    these|the) (?:[a-z]+ )?(?:{_THINGS}|conference call|reorg) ?(?:anymore)?
(?:done|tired|over|sick) (?:with|of) (?:this|these|the|all) (?:[a-z]+ )?(?:{_THINGS}|winter|snow) ?(?:anymore)?
me (?:muero|mata|matas|esta matando|estoy muriendo|mori|mato|mataste) (?:de|por|del) (?:la |el |un |unos |
    una )?(?:risa|hambre|sueno|ganas|ver|calor|frio|verguenza|aburrimiento|curiosidad|sed|cansancio|amor|pena|
    emocion|estres|ir|saber|conocer|probar|cafe|taco|tacos|comer|dormir|nervios|envidia|susto|trafico)
(?:muerto|muerta|muertos|muertas|muriendo|muere|mueren|morir|morirme|morirse|matar|muero) (?:de|del) (?:la |
    un )?(?:risa|hambre|sueno|cansancio|calor|frio|sed|ganas|verguenza|aburrimiento|curiosidad|envidia|pena|
    pena ajena|susto|nervios|antojo)
bateria muerta
se (?:me )?murio (?:la|el|mi) (?:bateria|celular|telefono|computadora|compu|laptop|impresora|internet|carro|
    wifi|planta)
(?:punto|tiempo) muerto / horas? muertas? / (?:dia de|altar de|pan de) (?:los )?muertos? / temporada muerta
lengua muerta
me (?:esta|estan) matando (?:los|las|el|la|este|esta|mis|mi) (?:zapatos|tacones|pies|espalda|cabeza|calor|
    trafico|rodillas?|alergia|juntas|trabajo|gripe|frio|muela|estomago)
payroll (?:error|issue|mistake|glitch|problem|took)(?: (?:took|lost|ate|messed up) my (?:pay|check|paycheck))?
mat(?:ar|ando|amos|e) (?:el|dos|un) (?:tiempo|pajaros|rato|antojo)
(?:este|ese|el|la|esta|tanto|tanta|los|las|esos|estas|tantas|tantos) (?:informes?|reportes?|trafico|juntas?|
    reunion|reuniones|calor|papeleo|correos?|espalda|cabeza|tacones|zapatos|impresora|trabajo|formularios?|
    horario|frio|sistema|plataforma|computadora|curso|tarea|plazos?|fechas?|entrega)(?: [a-z]+)? (?:me|nos) (?:esta|estan|va|van|tiene|
    tienen|trae|traen) (?:matando|a matar|ahogando|muertos?|muertas?)
(?:estoy|estamos|ando|me estoy|nos estamos) ahog(?:ada|ado|ados|ando|andome) (?:en|con|de) (?:el |la |
    tanto |tantos |tanta |puro |tantas )?(?:trabajo|papeleo|correos?|tareas|informes|deudas|reportes|pendientes|
    juntas)
echar(?:le)? (?:ganas|fuego|lena) / quemar (?:calorias|grasa|incienso|un cd|el disco)
se (?:me )?quemo (?:el|la|los) (?:arroz|comida|pan|foco|frijoles|pastel|cafe|carne|tortillas|sopa|cena|
    pollo|fusible)
pistola de (?:silicon|silicona|agua|pegamento|juguete|clavos|calor) / tiro (?:libre|al blanco)
bomba de (?:agua|gasolina|chocolate|aire|insulina|crema) / (?:pasarla|pasamos|pasaron|lo pasamos) bomba
cuchillo (?:para el pastel|para cortar el pastel|cebollero) / golpe de (?:suerte|estado)
ayuda(?:me|nos|r|rme|rnos|rle|rles|rla|rlo)? (?:con (?:el|la|los|las|mi) (?:informe|formulario|formularios|
    forma|reporte|agenda|acta|minuta|directorio|impresora|presentacion|lista|sistema|traduccion|tramite|cartel|
    folleto|tarea|proyecto|acceso|contrasena|enlace|documento|cita)|a (?:llenar|encontrar|entender|buscar|
    imprimir|traducir|revisar|preparar|organizar)|para (?:el informe|llenar))
"""

_PARTS = [
    part.strip(" ")
    for line in re.sub(r"\n[ ]{1,8}", "", _LINES.strip()).splitlines()
    for part in line.split(" / ")
    if part.strip()
]
_IDIOMS = [re.compile(f"(?<= )(?:{part})(?= )") for part in _PARTS]
_KEY_LETTERS = 3
_ALTERNATIVES = re.compile(r"\(\?:([^()]*)\)(?!\?)")
_LETTERS = re.compile(r"[a-z0-9]+(?![?*{])")


def _keys(part: str) -> set[str]:
    """How the first word of an idiom can begin; empty where that cannot be told, so that it is always tried."""
    group = _ALTERNATIVES.match(part)
    keys = set()
    for beginning in group[1].split("|") if group else [part]:
        letters = _LETTERS.match(beginning)
        # an alternative of a top-level "a|b" would be lost behind the first one
        if letters is None or (not group and "|" in re.sub(r"\(.*\)", "", part)):
            return set()
        keys.add(letters[0][:_KEY_LETTERS])
    return keys


def _by_key() -> tuple[dict[str, list[int]], list[int]]:
    by_key: dict[str, list[int]] = {}
    always = []
    for place, part in enumerate(_PARTS):
        keys = _keys(part)
        if not keys:
            always.append(place)
        for key in keys:
            by_key.setdefault(key, []).append(place)
    return by_key, always


_BY_KEY, _ALWAYS = _by_key()


def without_idioms(padded: str) -> str:
    """The sentence with each idiom replaced by one harmless word."""
    places = set(_ALWAYS)
    for word in set(padded.split()):
        for letters in range(1, _KEY_LETTERS + 1):
            places.update(_BY_KEY.get(word[:letters], ()))
    for place in sorted(places):
        padded = _IDIOMS[place].sub("thing", padded)
    return padded
