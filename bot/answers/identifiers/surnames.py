"""Surnames common in American cities, from the 1990 census and many other languages. Data only; accents are folded away."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SURNAMES = _words("""
    aaaqil aadam aadil aamir aarif aasif aatiq abad abascal abbott abdalla abdi abdirahman abdullahi abella abellan abiola
    abrego abreu abril abubakar acedo acero acevedo acharya achieng acosta acuna adadia adame adams adan adebisi adegbite
    adegoke adekunle adelakun adeleke adelusi ademiluyi aden aderibigbe aderogba adesiyan adetokunbo adeyemi adeyemo
    adhiambo adisa adkins afolabi afolayan afonja agarwal agate aggarwal agrawal aguado aguayo agudelo agudo aguero aguilar
    aguilera aguilo aguirre agullo agusti agustin ahluwalia ahmed ahuja ajao ajayi ajewole akers akinrinola akinwale akinyi
    akoth alabi alarcon alba alberdi albero alberola albert alberto albuquerque alcala alcalde alcantar alcantara alcaraz
    alcazar alcolea alegre alegria alejandro aleman alemany alfaro alfonso alford ali aliaga allen aller allison almagro
    almansa almanza almaraz almazan almeida almonte aloba alonso alonzo alsina alston altamirano alva alvarado alvarez alves
    alzate amador amat amaya amble amigo amo amor amores amoros anand anaya andersen anderson andra andrade andre andres
    andreu andrews angarita anglada anguiano anguita angulo anne anthony anton antunez anyango anyanwu aparecida aparicio
    apodaca aponte apte aragao aragon aragones aramburu arana aranda arango araujo arboleda arce archer archuleta arco arcos
    ardila arellano arenas arevalo arguello arias arino ariza arjona armas armendariz armengol armenta armstrong arnaiz
    arnal arnau arnaud arnold aroca arora arranz arredondo arregui arreola arriaga arribas arrieta arroyo arteaga artigas
    arya asenjo asensio ashley atieno atienza atkins atkinson atwal aubert auma aurora austin avalos avery avila aviles
    awino awmar awodiran awolowo awuor ayaan ayala ayandokun ayers ayoola ayyubi azevedo baaqir baaree babtunde babu baca
    badal badami badillo baez baeza bahena bahl bahri bains baird bajaj bajwa bakare bakari baker bakshi bala balakrishnan
    balan balay balderas baldwin baleegh bali ballard ballesteros balogun bambad bamidele bamiloye bandi banerjee banik
    banks bansal banuelos bappa barad barajas baral barasa barber barbier barbosa barela baria barker barlow barman barnes
    barnett barr barragan barraza barrera barreto barrett barrientos barrios barron barros bartlett barton basak bashaar
    bass bassi basu bates bath batista batra batta battle bauer bautista bava bawa baxter beach bean beard beasley becerra
    beck becker bedi bedoya behl belcher beltran benavides benavidez bender benitez benjamin bennett benson bentley benton
    bera berg berger bermudez bernal bernard berrios berry bertrand betancourt betancur bett bhagat bhakta bhalla bhandari
    bhardwaj bhargava bhasin bhat bhatia bhatnagar bhatt bhattacharyya bhatti bhavsar bilaal bir bird bishop biswas
    blackburn blackwell blair blake blanc blanchard blanco bland blankenship blanton blevins boase bobal boggs bohorquez
    bolton bond bonilla bonner bonnet booker boone booth bora borah borde borges borra borrego bose botello boucher bowen
    bowers bowman boyce boyd boyer boyle bradford bradley bradshaw brady brahmbhatt brandt brar bravo bray brennan brewer
    bridges briggs briones briseno brito britt brock brooks browning brun brunet bryant buch buchanan buck buckley buckner
    bueno buhari bui buitrago bullock bumb burbano burch burgess burgos burke burks burnett burris burt burton bush
    bustamante bustos butala butler byers byrd caballero caban cabrera caceres cadena caicedo cain caldeira caldera calderon
    caldwell calhoun callahan calvillo camacho camara camargo camarillo cameron campbell campo campos canales candelaria
    cannon cano cantillo cantrell cantu caraballo carbajal cardenas cardona cardoso cardozo carey carlson carmona carney
    caro caron carpenter carr carranza carrasco carreon carrera carrero carrillo carrion carrizo carroll carson carter
    carvajal carvalho carver casanova casares casarez casey casillas cassiano castaneda castano castellanos castillo castro
    cavalcante cavalcanti cavazos cazares ceballos cedillo ceja centeno cepeda cervantes cervantez chacko chacon chad chada
    chadha chahal chakrabarti chakraborty chamberlain chambers chana chand chanda chander chandler chandra chandran chaney
    chang chapa chaparro chapman charles charo chase chatterjee chaudhari chaudhary chaudhry chaudhuri chaudry chauhan
    chavarria chavez chawla chebet cheema chege chelangat chemutai chepkemoi chepkirui chepkoech chepkorir chepkwony
    chepngeno chepngetich cheptoo cherian cherono cherop cherotich cheruiyot chevalier chhabra childers childress childs
    chirchir chokshi chopra choudhary choudhry choudhury chowdhury christensen chukwu cifuentes cintron cirino cisneros
    clark clarke clay clayton clement clements clemons cleveland cobb cochran coffey cohen cole coleman collado collazo
    collier collins colunga comar combs compton conceicao concepcion conley conner connor conrad contreras conway cooke
    cooley cooper copeland cordero cordoba cordova cornejo corona coronado coronel corral corrales correa correia cortes
    cortez costa costela cote cotto cotton covarrubias covington cowan cox craig crane crawford crespo crosby crowe crowley
    cruz cuellar cummings cunha cunningham curiel curry curtis daamin dabir dada dailey dalal dale dalton dang dani daniels
    danjuma dara dasgupta dass datta daugherty davenport davidson davies davila dawson dayal daza dean decker dejesus
    delacruz delaney deleon delgadillo delgado denis dennis deo deol desai deshmukh deshpande devan dewan dey dhaliwal dhar
    dhawan dhillon dhingra dias diaz dickerson dickson dillard dillon din divan dixit dixon dodd dodson dominguez donaldson
    donovan dora dorsey doshi dotson dougherty douglas downs doyle drake dua duarte dube dubey dubois dudley duenas duffy
    dufour dugal dugar duke dumont duncan dunlap dunn duong dupont duque duran durand durham dutt dutta duval dyal dye dyer
    eaton echeverria edun edwards edwin ekwueme elizondo elliott ellis ellison emerson england enriquez erazo erickson
    escalante escamilla escobar escobedo eshan esparza espinal espino espinosa espinoza espitia esquibel esquivel estes
    estevez estrada everett ewing eze ezeugo fadipe fagunwa fajardo fajimi falabi faleti faloye farah farias farley farmer
    farrell fasasi faulkner faure feliciano felix ferguson fernandes fernandez ferreira ferrell ferrer ferreyra fidvi fierro
    figueroa finch finley fischer fisher fitzgerald fitzpatrick fleming fletcher flores florez flowers floyd flynn fogaca
    foley fonseca fontaine forbes forero fournier fowler francis franco francois frank franklin franks frazier frederick
    freeman freitas frias friedman frost fry frye fuente fuentes fuller fulton gaba gade gaillard gaines gaitan gakii
    galarza galeano galindo gallagher gallardo gallego gallegos galloway galvan galvez galvis gamble gamboa gamez gandhi
    ganesan ganesh ganguly gaona gara garay garba garces garcia garde gardner garg garibay garica garner garnier garrett
    garrido garrison garza garzon gastelum gathoni gatwiri gauthier gautier gaviria gaytan gentry gera gerard ghafoor ghauth
    ghazzal ghose ghosh gibbs gibson gilbert giles gill gillespie gilliam gilmore gimenez giraldo girard giraud giron gitau
    githinji gitonga glass glenn glover goda godinez godoy goel goff gokhale gola golden gole golla gollum gomes gomez
    goncalves gonzales gonzalez goodman goodwin gopal gordon goss goswami gould gour goyal gracia graham granado granados
    grande graves greene greer gregg gregory grewal griego griffin griffith griggs grijalva grimes gross grover guajardo
    guardado guerin guerra guerrero guevara guha guillen gulati gupta gurule guthrie gutierrez guyo guzman haas hahn halder
    hale haley hamilton hammond hampton hancock handa haney hanna hansen hanson hardin harding hardy hari harmon haro harper
    harrell harrington harris harrison hart hartley hartman hassan hatcher hatfield hawkins hayden hayer hayes haynes hayre
    hays heath hebert hegde helms henao henderson hendricks hendrix henriquez henry hensley henson heredia herman hernadez
    hernandes hernandez herring hess hester hewitt hickman hicks higgins hill hines hinton hoang hobbs hodge hodges hoffman
    hogan holcomb holden holland holley holloway holman holmes holt hooper hoover hopkins hopper horn horne horton howard
    howe howell hoyos hubbard huber hudson huff huffman hughes hull humphrey hunt hunter hurley hurst hurtado hussein
    hutchins hutchinson hyde ibarra ibikunle ibrahim idris iftikhaar ihejirika ihsaan ijli ilan ilori ilupeju ingram iroha
    irungu irwin isah issac issack iwu iyanda iyengar iyer jackson jacobs jacobson jaggi jahdari jaimes jain jaiyeola jalil
    jamison jaramillo jarvis jayaraman jefferson jennings jensen jesus jha jhaveri jibril jimenez johal johns johnston joly
    jones jordan joseph joshi joyce joyner juarez juma kaamil kabir kadakia kade kahindi kakar kala kale kalita kalla kamau
    kamdar kanda kannan kant kapadia kapoor kapur kar kara karaamat karam karan karani karanja kari karimi karisa kariuki
    karnik karpe kashif kashyap kata katana kaufman kaul kaur kawira kazungu keer keith keller kelley kelly kemboi kemp
    kendall kendi kendrick kennedy kent kerr kerubo khalsa khanna khare khatri khosla khurana kiarie kibe kibet kidd kilonzo
    kim kimani kimathi kimutai king kinney kinuthia kinya kinyanjui kinyua kioko kipchirchir kipchumba kipkemoi kipkirui
    kipkoech kipkorir kiplagat kiplangat kipngetich kiprono kiprop kiprotich kipruto kipsang kiptoo kirby kirimi kirk
    kirkland kirui klein kline knapp knight knowles knox koch koech kohli kolade konda korir korpal kosgei koshy kosoko kota
    kothari koya kramer krish krishna krishnamurthy krishnan kulkarni kuria kwamboka kyalo labeeb lagat lajlaj lake lamb
    lambert lancaster landry langat langley lara larsen larson laurent lawal lawrence lawson layth leach leal leao leblanc
    leclercq ledesma lefebvre lefevre legrand leiva lemaire lemoine leonard leroux leroy lester levine levy lewis lima
    lindsay lindsey livingston lloyd loaiza lockhart logan londono lopes lopez lott lowe lowery lozano lucas lucero lugo
    luna luqmaan luqman lutf lutz luz lynch lynn lyons maalim maawiya macdonald macedo machado macharia macias mack mackey
    madden maddox madison madu magee mahbeer mahfuj mahfuz mahmoud mahoney maidana maina maingi majd makau makena makinde
    makinwa makokha makori maldonado malone mann manning mansilla marchand marie marin marques marquez marsh marshall
    martinez martins masinde mason massey masson mata mathews mathis matthews maxwell mayer mayfield maynard mayo mays
    mbithi mboya mbugua mburu mcallister mcbride mccall mccann mccarthy mccarty mcclain mcclure mcconnell mccormick mccoy
    mccray mccullough mcdaniel mcdonald mcdowell mcfadden mcfarland mcgee mcgowan mcguire mcintosh mcintyre mckay mckee
    mckenzie mcknight mclaughlin mclean mcleod mcmahon mcmillan mcneil mcpherson meadows meeks mejia melendez melo melton
    mena mendes mendez mendonca mendoza meneses mercado mercer mercier merrill merritt meunier meyer meyers meza michel
    middleton miller mills miranda mitchell mohamed mohammed mohamud molina momanyi monroe monroy monsalve monteiro
    montenegro montes montgomery montoya moody mooney moore mora moraa moraes morales moran morawo moreau moreira morel
    moreno morin morris morrison morrow morse morton moser moses mosley mosquera moss mota moura moyano muchiri mueller
    muema mueni mugambi mugo muhumed muia muiruri mukami muli mullen muller mullins mulwa mumbi mumo munene mungai munoz
    munyao murcia muriithi murillo murimi murithi muriuki murphy murray musa musau musembi mustapha musyoka musyoki mutai
    mutheu muthoni mutinda mutiso mutisya mutua mutuku mutuma mutunga muturi mutwiri mwangangi mwangi mwaniki mwanzia mwaura
    mwenda mwende mwendwa mwikali mwita mwiti myers naail naeem nanjala naranjo narvaez nascimento nash nasimiyu navarro
    ndegwa ndirangu nduku ndungu nduta neal nekesa nelson neves newell newman newsome newton nganga ngeno ngetich ngugi
    nguyen nichols nicholson nielsen nieto nieves ninalowo nixon njagi njenga njeri njeru njiru njogu njoki njoku njoroge
    njuguna nnamani noble nogueira nolan noor norman norris norton novaes novais nunes nunez nwachukwu nwosu nyabuto nyaga
    nyakundi nyambura nyongesa obasanjo obi obrien ocampo ochieng ochoa oconnell oconnor odell odero odetola odhiambo odom
    odongo odonnell odunsi oduor ogbuehi ogindan oginni ogulana ogunbamigbe ogunbiyi ogunbo ogunde ogunleye ogunwobi
    ogunyeye ogutu ojeda ojo ojua ojukwu okafor okeke okello okonkwo okoro okoth okumu olabode oladipupo olaiya olasupo
    olawale oliveira oliver olivera olivier oloo olowokeere oloyede olsen olson olubode olugbayila olujimi olukotun olukunga
    oluoch olusanya oluwagbemi omair omar omeir omidina omojola omollo omondi omotoso ondieki oneal oneil oneill onoh onwuka
    onyango oparinde opiyo ordonez orozco ortega ortiz osborn osborne oshin oshodi osman osorio ospina osuntokun otieno ouma
    oviedo owen owens owino owokoniran owolabi owoyemi owuor oyadiran oyaifo oyekan oyeniyi oyetoro oyeyemi oyinlola pabon
    pace pacheco padilla paez paimo palacio palacios palmer pardo parker parra parrish parsons pastor pate patel patino
    patrick patterson patton payet payne paz pearce pearson peck pedraza peixoto pennington peralta perdomo perea pereira
    pereyra perez perkins perrin perry peters petersen peterson petit petty pham phelps phillips picard pickett pierce
    pimenta pineda pinto pinzon pires pittman pitts polk pollard polo ponce poole pope porter porto posada potter potts
    powell prada pratt preston prieto prince proctor pruitt pryor puckett pugh pulido qaasim qabeel qadeer qasif quinn
    quintero quiroga raaghib rabb rabbani rabiah radi rafeek rafi ramirez ramos ramsey randall randolph rangel rankin
    rasmussen ratliff ray reed reese reeves reid reilly renard renteria restrepo reyes reyna reynolds rezende rhodes ribeiro
    richards richardson richmond rico riddle riggs riley rincon rio rios rivas rivera rivero rivers riviere roa roach
    robbins roberson roberts robertson robinson robles rocha roche rodgers rodrigues rodriguez rodriquez roger rogers rojas
    roldan rollins romero rono rosa rosado rosales rosario rose rosero roth rotich rouse rousseau roussel roux rowe rowland
    roy rubio rueda ruiz rush russell russo rutherford rutledge ruto rutto saafir saajid saalim saavedra sabir sadan salako
    salami salas salazar salcedo salgado salim salinas sampaio sampson sanabria sanchez sanders sandoval sanford sang
    santana santos sargent sarmiento saunders savage sawyer schaefer schmidt schmitt schneider schroeder schultz schwartz
    sears sellers sepulveda serna serrano sexton shaffer shannon sharp sharpe shaw shea shehu sheikh shekoni shelton shepard
    sheppard sherman shirley shoemaker sierra silva silveira simiyu simmons simms simpson sims siqueira skinner slater
    slaughter sloan smith snider snow snyder sobowale solano solis solomon soria sosa soto souma sousa souza soyinka sparks
    spears spence springer stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stinson
    stokes stone stout strickland stuart suarez suleiman sullivan summers sutton swain swanson sweeney sweet sykes taanish
    tabassum tadeen taimur talhah talib talley tanner tanui tate tatum taylor teixeira terrell terry thompson thornton
    tillman todd toledo toro torre torres townsend tracy tran trevino triana trujillo tucker tukur turner tyler tyson
    ubaadah ubadah ubaid ubaidah ubay ubayd ubaydullah uche udeh umaarah underwood uribe urrab valderrama valdez valentine
    valenzuela valle vallejo vance vanegas vang vargas vasconcelos vasquez vaughan vaughn vazquez vega velandia velasco
    velasquez velazquez velez vergara vidal villa villalba villamizar villanueva villarreal villegas vincent vinson waahid
    wachira wade wafula wagner wainaina wairimu waithera waithira walden wallace waller walls walsh walton wamalwa wambua
    wambugu wambui wang wangari wangui wanja wanjala wanjiku wanjiru wanjohi wanyama wanyonyi ware warner warren waters
    watkins watts waweru weaver webb weber webster weiss wekesa welch wells wesonga wheeler whitaker whitehead whitfield
    whitley whitney wiggins wilcox wilder wiley wilkerson wilkins wilkinson williams williamson willis wilson winters witt
    wolf wolfe womack wong wood woodard woods woodward wooten workman wright wyatt wynn yafir yaghnam yahaya yaman yang
    yarbrough yasir yates yawer yegon yussuf yusuf zackariya zafar zahrun zambrano zamora zapata zarar zayyir zimmerman
    zubairu zuluaga
""")

# everyday words: a surname only with a capital letter
SURNAMES_WITH_A_CAPITAL = _words("""
    alexander bacon bailey ball barry bell ben black branch bright brown bruce bryan burns chacha chan chen cherry christian
    cline colin colon cook cross daniel dave david davis devi doctor evans fields ford foster fox gates gay george gil gray
    green guy hans harvey herrera hood houston james jenkins john johnson kane key lane lang lee leon little long love mai
    martin mathieu mckinney medina mesa michael miles morgan nicolas nino noel orr parks paul pena peter powers price
    raymond rice rich richard robert robin roman ross ryan santiago scott shepherd shields simon singleton spencer strong
    thomas tovar travis valencia vera walker walter walters ward washington watson weeks werner white william wise
""")
