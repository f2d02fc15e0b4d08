"""Given names beyond the everyday list: the commoner ones of the 1990 census and of many other languages. Data only.

They count only where the sentence itself is about somebody in care (case_talk.py). Accents are folded away.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MORE_GIVEN_NAMES = _words("""
    aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalee aalim aamil aamir aamirah aanuoluwapo aaqil
    aarav aarif aarini aariz aarna aarnav aarush aaryan aashi aashif aashir aasif aasim aatif aatiq aaus aayan aayush aazim
    abaan abayomi abbie abby abdalla abdi abdiaziz abdihakim abdikadir abdinasir abdirahman abdullahi abebe abebi abeer abel
    abelardo abena abeni abha abhimanyu abhiram abilio abiodun abiona abosede abraham abril abubakar adaeze adalberto adan
    addie adebiyi adebowale adebukola adedayo adedeji adekitan adekola adekunle adelaide adelardo adele adeleke adeline aden
    adenike adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke adetoun adeyi adiela
    adigun adil aditya adolfo adrianne adrien adrienne adunni advaith advay advik advika adweta adwoa adya afolarin afua
    agapito agastya agatha agathe agnes agostina agustin agustina ahmad ahmed aida aiden aileen aime aimee aishani aitor
    ajala ajani ajoke akanmu akinkunmi akinlabi akinwale akosua akshay alade alain alamu alana alba albano alberta albino
    alcides alcira aldo aldonza ale alec aleida alejo alexandre alexandria alexandrie alexei alexia alfonsina alfonso alfred
    alfreda aline alisa alison alissa alix aliyah aliyu alka allan allana allene allie allyson almaz alonso alonzo alphonce
    alphonse althea alton alvaro alvin alyce alyson amado amador amaira amalia amancio amando amarachi amaro ambrose
    ambrosio amelie amie amilcar aminatu amiyah ammar amoke amol amope amos amrita amruta anabel anacleto anais analyn
    anamika anas anastasie anastasio anay anderson andree anel angelia angeline angelino angelique angelita angie anika
    anirudh anjali anjana anjolaoluwa anmol annabelle annette annmarie anouk anselmo ansh antionette antoine antoinette
    anton antonella antony anusha anvi anya anyi anzhela apolinar aradhana arcelia archie arham ariadna arike arin arinola
    aristides arjun arleen arlene arline arnaude arnel arnold arsenio artemio arthur arunima arya aryan asafe asake asdrubal
    asha ashlee ashleigh astrid atfat atharv atheel ati atilio atinuke attaf aubree aubrey audra audrey augusta auguste
    augustin augustine augusto aung auraq aurelia aureliano aurelie aurelio aurore austine avi avis avni awadil awamil
    awamiri awan awani awero awj awlya awmar awrad ayaan ayamin ayinde ayinke ayla aylla ayman ayodeji ayodele ayoka aysar
    ayub ayush ayushman ayyubi azaan azad azban azeeb baahir baaizeed baaqee baaqir baaree baashir baasim baasit babar
    babasola babatunji babawale baber bachittar badawi badr baghyawati baha bahaa bahadurjit bahiy bairbel bakari bakhshi
    baldomero balduino baleegh balendra balhaar baljiwan baltasar balvan balveer bambad banjeet baqar baqir baraka barasa
    barbra barkha barraq bartolome basaam baseer basel basem bashaar bashaarat bashar basharat basheer basheerah basil
    basilio basim basir bassam bastian batal batool baudelio bautista bazam beatrice bekele belinda bello benard benedict
    benicio benigno benita benito benjamim bennie benny benson bento berezat bernabe bernadette bernadine bernard bernardino
    bernardo berta bertha bertie berto bertrand beryl bessie betsy bette bettie bettye beulah beverley bhanumati bhavani
    bhavika bhavini bhavna bhavya bhim bibiana bilaal bilal bilkisu billie billy bimala bina birdie birousk bishakha bishnu
    bizhan blaine blake blanche boaz bobbi bobbie bogdan bolatito boluwatife bonface bonifacio bonnie bopha borja boyd
    bradford bradley brady brandie brayan brayden breno brent bret brett bridget bridgett bridgette brigitte brijesh brinda
    britney brittney bruna bryant bryce brynlee bunmi buraid burton byron caio caleb calebe calisto calixto callie calvin
    cameron camilla camilo candelaria candelario candice candido capucine cara carey cari carissa carlene carlito carlota
    carlton carly carmela carmella carmelo carmenza carole carolyn carrie carroll cary caryn casandra casemiro casey cassie
    catarina cathleen cathryn cathy catrina caua caue cayetano cebrian cecelia cecil cecile cecilio cedric ceferino
    celestino celina celine celso chaaya chad chaitaly chaitanya chakradev chakradhar chakrika chamali chaman chameli
    champak chanakya chanchal chandani chandra chandran chandresh changaz chantal chanthy charan charita charlesh charlie
    charlotte charmaine charo charvi chashida chasmum chatresh chatura chau chavvi chawish chege chelsey chema cheragh cheri
    cherie cherrylyn cheruiyot cheryl chester chiamaka chibuzo chidimma chigozie chijioke chinedu chinelo chinyere chizoba
    chong christa christelle christi christiane christie christophe christy chrystal chucho chuck chukwudi chukwuemeka chus
    chuy cipriano ciriaco cirino ciro citlali clare clarence clarice clarissa claudette claudine clayton clemencia clement
    cleto clifford clifton climaco clint clyde cody coleen colette colleen collins colton concetta conchita connie connor
    conrad conrado constance constantino constanza cora corey corine corinne cornelia cornelio cornelius corrine cortney
    cory cosmas cosme cristal cristian cristobal curt curtis custodio daamin daanish daanyaal daawood dabbah dabir daghfal
    dahiana daiyaan dakhil dakota daksh daksha dakshesh dalaja dalbir dalia dalton damaris dameer damian damien damife
    damini damurah damyanti dana dancan dani danilo danish danjuma danna danson dante darain darcy darika darin darius darla
    darpan darrel darrell darren darrin darryl darsh dary daryl dashawn dastageer daud davi davon dawit dawud dayamai dayana
    dayita dayna dayyaan deana deann deanna deanne debbie debby debora dee deena deicy deidra deidre deirdre deisy delbert
    delfina delia delilah delma delores deloris demarcus demetria demetrio demetrius demilade dena denice derek derick derly
    derrick desiderio desiree desmond dessie devansh devika devin dewayne dewey dexter deyanira dhriti dhruv diann dianna
    dianne dickson dieula dillon dimas dinesh diogo dionisio dionne dipta divya diya dmitry dollie dolly dominick dona
    donato donnie doreen doretha dorothea dorothee dorothy dorthy dottie doug douglas doyinsola doyle duane duc duilio
    dulcemaria duong durab durodola dustin duyen dwayne dwight dylan earlene earline earnestine ebuka edelmiro edgardo
    edhitha edilma edith edmond edmund edmundo edna edouard eduarda edwina edythe eesaa eesha effie efrain efua ehan ehsaas
    ehsan eijaz eiravati ejaz ejlaal ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekavir ekbal ekene ekiya ekta
    ekundayo eladio elaf elaine elba elbert elcy elda eldon eleanore eleonore eleuterio elia eliana elida eligio elinor
    elisabeth elise eliseo elisha eliud eliza elliot elliott ellis elma elmer elnora eloa eloah elodie eloisa eloise elpidio
    elsie elsy elton elva elvia elvin elvis ema emanuel emanuella emanuelly emeka emersyn emigdio emil emilce emile emilia
    emiliano emilie emilio emilly emilse emmanuelle emmett emran enid eniola enith enock enrico enzo epifanio erasmo erick
    ericka erik erma erna ernest ernestina ernestine ernie ervin erwin esfandyar eshan eshana esparta espartaco espiridion
    essie estefania estella estelle ester esupofo ethel etienne etizaaz etta eugene eugenio eugine eula eulalia eun eunice
    eusebio eustaquio eutimio eutropio evan evance evangelina evangeline evaristo evelio everett ewatomi eyerusalem ezequiel
    ezra fabio fabricio facundo fadekemi faderera fadi fadumo fahmi faizan falak falan falguni fannie fanny faqid faraj
    faras farhan farhiya fariq faris fartun faustino fausto fazli federico fehintola feisal felecia feliciano felicitas
    felix fermin festus fibikemi fidelis fidvi fikayomi finn fitan fito fiyaz flavio florencia florentino florine flossie
    floyd folashade folu fortunato frado fran frances francesca francesco francia francine francis franck francois francoise
    francy franklin frankline freda freddie freddy frederic frederick frederique fredrick freida frida frieda fulgencio
    gabino gabrielle gabrielly gael gagan gail galo gambo ganesh ganga garima garland garrett garry gaspar gaston gaurang
    gaurangi gaurav gauri gaurika gautam gautami gavin gayathri gayla gayle gbadebo gbolahan gbowoade geetika gena genaro
    genevieve geoffrey geofrey georges georgette gerald geraldine geraldo gerard geri germaine geronimo gertrude gervasio
    ghaalib ghaazi ghaffaar ghafoor ghaith ghalib ghanee ghanem ghannam ghasaan ghassan ghauth ghawth ghayoor ghazalan
    ghazanfar ghazanfer ghazawan ghazi ghazzal ghiyaath ghiyath ghufran ghulaam ghulam ghunayn ghusharib ghusun ghutayf
    gideon gilbert gilberto gilda gilles gilma gino giovanna giovanni girik girindra girish gisela gita gitau gitonga
    giuliana gladis glauco glenda glenn glenna godfrey godofredo gohar goldie gopal gordon goyo graciano gracie grady gregg
    gregoire gregorio greta gretchen griselda grover guerda guilherme guillaume guillermina guiomar gulab gulfaam gulfam
    gulshan gulzar gunbir guneet guney gurpreet gussie gwendolyn habiba habibu hadassa hadiza hafsat haile haitham haley
    halima hallie hamisi hamsini hamza hanan hardik harinakshi harini harish harita harlan harley harnail haroldo haron
    harpreet harriet harriett harrison harry harshil harun haruna hattie hauwa hayden hazeem heidy heitor helena helene
    helga heliodoro hellena heloisa hemang henri henrietta henriette henrique heraclio herbert herberto heriberto herman
    hermelinda hermenegildo herminia herminio hernan hernando hester hieu hilario hilary hillary hipolito hisham hitesh
    hiwot hoang hodan hollie homero honore horace horacio hortencia hortense hosea howard hredhaan hritik htet hubert hugh
    hugues hui humberto humphrey huy huzaifa hyun ian ibaad iban ibeth ibidapo ibironke ibn ibraaheem ibraheem ida idil
    idrees idris iesa ifeanyi ifechukwu ifrah iftikhaar iftikhar ifunanya ige ihab ihsaan ihsan ihtesham ihtiram ihtishaam
    ihtsham ijli ikbal ikenna ikeoluwa iker ikhlaas ikraam ikramah ikrimah ila ilan ildefonso ilene ilse iman imaran imelda
    imogene ina indira indrajit inez inioluwa iola iretioluwa irina irungu irvin irving iryna isabela isabelle isabelly
    isadora isaias isaque iseoluwa ishaan ishola ishwar isidoro isidro isis ismail issa issack itzel ixchel iyabode iyadunni
    izaaz jaabir jaafar jaan jabbaar jabir jabr jacinto jackeline jackie jacklyn jaclyn jacobo jacquelyn jacques jacquline
    jad jafar jafet jaffer jagat jagdish jahangir jahanzeb jahdami jahdari jahiz jahm jai jairaj jairo jalaal jalal jalees
    jalil jaliyah jamaal jamarcus jameel jami jamila jana janell janelle janeth janette janie janine janis janna janneth
    jannie japhet japheth jaqueline jared jarrod jaspreet jatin javi jaycee jayden jaylen jayne jeanbaptiste jeanette jeanie
    jeanine jeanna jeanne jeannette jeannie jeannine jeanty jeet jeffery jena jenaro jenifer jennie jerald jeremias jeri
    jermaine jeronimo jerri jerry jess jessie jhoana jhon jia jie jihad jiho jill jillian jimmie jiwon joann joanne joao
    joaquim joaquina jodi jodie jody johana johnathan johnnie jolene jomar jonatan jonathon joni jos josefa josep josephat
    josette josie josphat jovelyn juanito judi jules julianne juliet julieth juliette julius juma justina justine juwon
    kaamil kaashif kaazim kabeer kabir kabiru kachela kafeel kaique kaitlin kajji kalbi kaleem kaleema kalpit kamal kamau
    kamil kamilly kamiyah kamran kara karaamat karam karan karanja kareem kari karim karin kariuki karol karyn kasam kasey
    kashan kashif kasim katelyn katerine katharine katherin katheryn kathi kathie kathrine katina katy kauthar kawkab
    kawthar kayden kaye kaylee kayleigh kaysan kazi kazim keira keji kelechi kelley kelli kellie kelvin kendall kennedy
    kenny kent keri kermit kerri kerry ketsia keyaan keyshawn khaalid khaan khadra khaled khanh khin khoa kiaan kibet kidane
    kiera kike kikelomo kilonzo kimani kimathi kimberlee kimberley kimutai kinyanjui kinyua kioko kipchirchir kipchumba
    kipkemoi kipkoech kipkorir kiplagat kiplangat kipngetich kiprono kiprop kiprotich kipruto kiptoo kirk kirsten koech kojo
    kolawole korede kosisochukwu krish krishna krista kristi kristie kristine kristopher kristy krystal krystle kuldeep
    kumari kuria kwabena kwaku kwasi kyalo kyaw kyla kylie laban labeeb labib ladarius ladonna laeeq laetitia lahiah laiq
    lais laith lajlaj lakeisha lakesha laksh lakshit lalo lamar lana laqeet laquisha lara lashonda latanya lateef latif
    latisha latonya latrell latrice laure laurence laurent lauri laurie lautaro laverne lavinia lavonne lawanda lawrence
    laxmi layla layth lea leandro leann leanna leanne leeann lei leidy leigh leila leke lela leland lelia lenora lenore
    leocadio leola leona leonard leoncio leonel leopoldo lere leroy lesa lesley lessie lester leta letha letitia levi lewis
    lexi leydi liam liban libby libia liceth lida lidia liezel ligia lilia lilian lillie lilly limazah lina lindsey lino
    lionel lisandro lisbeth liseth livia liyaaqat liyaqat liz liza lizeth lizzie lloyd logan lohit lois lola lolita lonnie
    lope lora loraine loren lorena lorene lorenzo loretta lori lorie lorna lorraine lorrie lottie lou louella louie louis
    louisa louise lowell luan luana luann luara luay luc luca lucas lucca luce lucho luciano lucie lucila lucile lucille
    lucinda lucio ludmila luella luigi luisana luisina luiz luiza lula lunna luqmaan luther lyle lynda lynette lynne
    lynnette lyudmila maanas maanav mabel mable macario macharia madeleine madelyn madge madhav magaly magda magdalena
    maggie maha mahesh mahmoud mahmud maia maina maira maite majed makau makayla malcolm malee malena malinda mallory mamie
    manan manbir mandy manise manju manolo manon manpreet manthan manu manuela manuella mara marcelino marcella marcelle
    marcelo marci marcial marciano marcie marcio marckenson marcy margaud margaux margery margie margo margot margoth
    margret marguerite marian mariane marianne mariano maribeth maricel maricela marietta marino marion marisela marites
    maritza marivic marjorie marla marlen marlene marleny marlon marly marquis marquita marsha marthe martine marty marva
    marvin marwan maryann maryanne marybeth maryellen marylou maryse mateus matheus mathew mathias mathilde matias matilda
    matilde matteo matthieu mattie maude maudie maura maureen maurine mauro mavis maxi maximiano maximiliano maximino maximo
    maxine maxwel maxwell mayerly maynor maysa mayte mbugua mburu mckenna meagan meghan melba melchor melina melinda melisa
    mellisa melva melvin mery meshack micaela michaela micheal michel michell mickey mikayla mikhail mildred milena
    millicent millie milton mindy minji minjun minnie mirella mireya mirian mirlande miryam mitchell mitesh mitzi mitzy
    mizhir modupe mofifoluwa mohamud mojisola mojisoluwa mollie monika monte moradeke morayo morena morenike morolake morris
    moses mosinmileoluwa mosunmola motunrayo mourib moyosore muchiri muema mueni mugo muhallil muhazzim mukesh muli mulugeta
    mulwa mumo munene mungai munyao muriel muriithi murilo murithi muriuki murray musa musembi mustafa musyoka musyoki
    muthoni mutinda mutisya mutua mutuku mutunga muzdahir muzhir mwangi mwaniki mwanzia mwaura mwende mwendwa mwikali myriam
    myrna myron myrtle nabil nachiket nacio nadege nader nahiara nahuel nakia naksh nakul nando nanette nannie narciso
    nasiru nasra natalio nataliya nataly natalya natanael nath nathalia nathalie nathaniel navdeep naveen nawal nayeli
    nayely nayibe nazaret nazario ndungu neal neel nehemias neil nelcy nelda nell nellie nelsy nenita nestor nettie neva
    newton nga ngan ngugi nhien nhung nicanor nichole nicholus nickson nicodemo nihal nikki nikolai nilo ninioluwa nita
    nitesh niyilolawa njenga njeri njeru njoki njoroge njuguna nkiruka nnamdi nneka noelia noelle nohora nola nolan nona
    nong nonso norbert norberto noreen norman noura nury nyaga nyambura nyongesa oanh obanijesu obianuju obinna oceane
    ochieng octavia odette odhiambo oduor ofelia ogechi ogooluwa ojas okechukwu okoth oksana oladare oladimeji olajumoke
    olakunle olanrewaju olansile olasunmbo oleg olena oliver olivie olivier ollie ololade oluchi olufunke olufunmilayo
    olumorotimi oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwole omaira omkaar
    omobobola omobolanle omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi onesmus onkar
    onveer onyango onyinye ophelia oreofe oriana orinder orville osama osiel osman osunleke oswaldo otieno otis ouma owen
    owino oyenike oyindasola ozioma paisley pamala pansy parminder parth pascual patrica patrice patricio patti paulette
    paulina pauline paulo pavel peace pearlie percy perry pete peterson peyton philemon philippe philippine phillip phoebe
    phuc phyllis phyo pierre pietra pietro pius ploy polly pooja porfirio pranav praneel pranit pratyush prem priscila puja
    qabil qadim qarin qasim qiang quang quentin quincy quinton qusai rabi rachael rachelle rachit radeke raed rael rafaela
    raghav rajesh rakesh ralph ramesh rami ranbir randal randall randi randolph rania ranjit ranveer rasha rashad ravi ravy
    rayaan reagan reba rebekah reem reginald rehaan reina rekha remy rena renae renan renata renato renee renzo retha reuben
    reva reyansh reynaldo reynalyn rhavi rhea rhoda rhonda rickey ricky riley rishi rithy rizalyn riziki robbie robinson
    robyn rochelle rodel roderick rodger rodgers rodney rohaan rohan rolande rommel ronda ronith ronke ronnie rosalee
    rosalie rosalind rosalinda rosalyn rosanna rosanne roscoe roseann roselaure rosella rosemarie rosemene rosetta roslyn
    rotich rowel rowena roxanne roxie roy royce rubiela rudolph rudra rudy rufino rufus rui rupa ruqayya rushil russel
    russell rusul ruthie ruwaihim sabine safiya sahra saidi saksham salim sallie salvatore salwa samaksh samama samar
    samarth samesh sami samira sammy samson samwel sangita sani santino santosh sarita sarthak sasha sathvik saundra scotty
    sebastien segilola selam selina selma senait seojun serafin sergei sergey sessa seye shadrack shaima shamsuddeen shan
    shana shane shanelle shaniqua shanna shanti shaquille shari sharlene sharron shaun shaurya shawn shawna sheena shehu
    shekoni sheldon shelia shelley shelly shem sheree sheri sherman sherri sherrie sheryl shivansh shonda siddharth sijuade
    silas silvano similoluwa simion simisola simiyu sindy siriporn sirirat sita skylar sokha solomon somadina somchai
    somtochukwu sondra sonja sonya sophea sora souma sowande srey stacey staci stacie stanley stefanie stella stephan
    stephane stephany stewart stuart suad subomi sukhdeep suleiman sumayya sunil suresh susanna susanne sushila susie
    suzanne suzette svitlana sybil sydney sylvester sylvie tabatha tabitha tade tadeen tafazal tahmaseb tahoor taial taisir
    tameka tamera tami tammi tammie tamra tanay tanimu tanish tanner tanveer tao tara tarak tarek tarfaan taryn tavon
    tawkeel ted teddy teerth tejas temidayo teodoro terence teresita teri terrance terrell terri terrie terry tesfaye tessa
    tetiana thales thelma theo theodora theodore theodoro theophile therese thi thiago thibault thibaut thida thuan thuong
    tien tigist tika tillie timmy timoteo timothee tirdad tisha tishk titilayo titus tiziana tiziano toby toki tokunbo
    tolulope toluwanimi tomasa tommie tommy tomori tonia tonny tonya tori tracey traci tracie trang trent treva tricia trina
    tristan trong truc trudy trung tulia tung tuyet twila tyreek tyrese tyson ubah uche uchenna udant udarsh udeen ujunwa
    uma umang umar upkaar uriel urrab ursula usman utkarsh uyen vahar valarie valentim valentin valentino valentyna vance
    vanesa vedant veer velma verna vernon veronique vicki vickie victor vihaan viktor vilma vinh vinicius viraj virgie
    virgil virgina virginia vitaly vitor vitoria vivaan volodymyr vonda vy wachira wael wafa wafula wahab wainaina wairimu
    walid wallace wamalwa wambua wambui wangari wangui wanida wanjala wanjiku wanjiru wanyonyi warinder warjas warren warsan
    waweru wayne wazir wekesa wen wendell wendi wendolin wesley whitney wideline widlin wilbert wilbur wilda wilfred
    wilfrido wilhelmina willa willard williams willie willis willy wilma wilmer wilner wilson winifred winnie winston
    woodrow wriddhish wridesh wuraola wyatt wycliffe xavier xia xin xitlali xiu xobeen xuan yadid yafir yagnesh yago yahya
    yamar yamile yamileth yaneth yaretzi yaroslav yash yashem yasmeen yasser yatan yatin yazan yazeed yazmin yeimy yejide
    yelena yeni yenifer yenny yeny yeraz yergha yesica yesoob yessica yetunde yevgeny yewande yina yineth yohana yohannes
    yolette yolima yong yoni yudy yue yug yuli yuliana yulieth yuly yun yuna yurani yurany yureed yuridia yury yusra yussuf
    yuvraj yves zabir zacarias zacharie zachary zahaar zahri zahrun zahur zaid zakaria zarar zaria zariah zashil zauqi zaw
    zaweel zayan zayyan zayyir zeferino zehaan zeinab zelda zelma zerdad zewad zewdu zhen zhi ziad zimran zoraida zulma
    zuwayhir
""")

# everyday words, months, cities: a name only with a capital letter
GIVEN_WITH_A_CAPITAL = _words("""
    ada allen ambar americo amor amparo andy angel angelo apollo april art asia asuncion august aura austin autumn azucena
    bailey bambi barbie barr barry bart belen bella belle bert bill blas blessing bob boniface brad brendan brooke brooklyn
    bruno buenaventura candela candy caridad carolina chance charity chase chasity cherry christian cielo cinnamon clark
    claude clay clemence clemente cleo cleveland clinton coco cole colin collin comfort concepcion cookie cruz curro cyrus
    dale dallas damon dan dario dave davis dawn dean denis destiny diamond dixie domingo drew dulce duncan earl earnest
    ebony essence evans eve fabian faith fay faye fern fidel flora florence florencio forrest franco frankie fred gale gene
    geneva georgia gil ginger glen grace gracia grant hans harley harmony harsh harvey hazel heath heaven holly homer honey
    hope hunter igor india inocencio ira israel ivy jack jackson jakub jamil jamila jasper jay jewel jewell jim joey johnson
    jon jonas jordan josh joy june junior justice justus kai kaiser karl kay ken kenya kitty kurt lacey lacy lamont lance
    larry laurel lee leo lily lincoln london loot loreto lucero lucky luke luna mack madison mae magnolia marc marcel mari
    marine mark marshall mason matt maurice max may melody mercy merle micah miles milo mina minerva modesto mona monty mora
    moreno nacho nam natividad nick nico noe noel noor nubia oba odessa oke ola olive opal orlando otto pam paris parker pat
    patience patsy paz peaches pearl penny perla piedad piotr preston prince princess queen rae ramadhan raphael raven ray
    rayan rex rick rob rocky rod roland ron roosevelt rose rosie ross ruby rusty sadie sai sam sandy santos savannah
    sebastian serenity seth sherry sidney sierra simon skye socorro sol soledad spencer stan star sterling summer sunny
    terra thierry tia tobias tom trevor trinidad trinity troy valencia valentine victoire viola violet virginia wade ward
    will winter yen
""")
