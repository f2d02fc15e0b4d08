"""Given names heard often in American cities, from many languages, and words that stand where a name would. Data only.

Names that are also everyday words, months or places (May, Will, Grace, Hope, Austin) are left out: they count only where
the sentence itself says that a name follows.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FIRST_NAMES = _words("""
    aaliyah aaron abdul abdullah abigail adam adela adriana adrian aisha alan albert alberto alejandra alejandro alex
    alexa alexander alexandra alexis alfredo ali alice alicia alina alisha allison alma alondra alyssa amanda amara
    amber amelia amina amir amy ana anastasia andre andrea andres andrew angela angelica angelina anh anita ann anna
    anne annie anthony antonia antonio araceli ariana ariel armando arturo ashley aurora ava ayesha aylin bao barbara
    beatriz becky ben benjamin bernice beth bethany beto betty beverly bianca bich binh blanca bobby bonita brandi
    brandon brandy breanna brenda brian briana brianna brittany bruce bryan caitlin camila camille candace carl carla
    carlos carmen carol carolina caroline cassandra catalina catherine cecilia celeste celia cesar chantel charles
    charlene chelsea cheng chi chiara chloe chris christina christine christopher cindy claire clara claudia consuelo
    corina courtney craig cristina crystal cynthia daisy daniel daniela danielle danny daphne darlene darnell david
    deborah debra deepa denise dennis deshawn destiny devon diana diane diego dina dmitri dolores dominic dominique
    donald donna dora doris dung eddie edgar eduardo edward edwin eileen elena eleanor eli elias elijah elisa elizabeth
    ella ellen elsa elvira emily emma emmanuel enrique eric erica erika erin ernesto esmeralda esperanza esteban estela
    esther ethan eugenia eva evelyn ezekiel fabiola farah fatima felicia felipe fernanda fernando flor francisca
    francisco frank gabriel gabriela gabriella gary genesis george georgina gerardo gina giselle gladys gloria gonzalo
    graciela greg gregory guadalupe guillermo gustavo gwen hailey hana hanh hannah harold hassan hector heather hector
    heidi helen henry herlinda hilda hoa hong huong hugo hung hussein ibrahim ifeoma ignacio ileana imani ines ingrid
    irene iris irma isaac isabel isabella isaiah ismael ivan ivette ivonne jacob jacqueline jada jade jaime jake jamal
    james jamie jan jane janet janice jasmin jasmine jason javier jazmin jean jeff jeffrey jenna jennifer jenny jeremiah
    jeremy jerome jesse jessica jesus jimena jimmy jin jing joan joana joanna joaquin jocelyn joe joel johanna john
    johnny jonathan jorge jose josefina joseph josephine joshua josue joyce juan juana juanita judith judy julia julian
    juliana julie julieta julio justin kaitlyn karen karina karla kate katherine kathleen kathryn kathy katia katie
    katrina kavita kayla keisha keith kelly kelsey kendra kenneth kenya kevin khadija kiara kim kimberly kofi kristen
    kristin kristina kwame kyle lakisha lan larissa lakshmi latasha latoya laura lauren lazaro leah lena leon leonardo
    leonor leslie leticia lien lila lillian linda lindsay ling linh lisa liliana lourdes luis luisa lupe lupita luz
    lucia luciana lucy lydia lynn madeline mai malik manuel marcela marcia marco marcos marcus margaret margarita maria
    mariah mariam mariana maribel marie mariela marilyn marina mario marisa marisol marissa marta martha martin martina
    mary maryam mateo matthew mauricio maya mayra megan mei melanie melissa mercedes meredith mia michael michele
    michelle miguel mike mila milagros min minh miranda miriam misty mohamed mohammad mohammed moises molly monica
    monique morgan muhammad myra nadia nadine nancy naomi natalia natalie natasha nathan nelly nelson ngoc ngozi nguyen
    nhi nicholas nicolas nicole nidia nikita nina noah noemi nora norma nour nuria octavio odalys olga olivia omar oscar
    pablo paige paloma pamela paola patricia patrick patty paul paula pedro peggy penelope peter petra phil philip
    phuong pilar priscilla priya quan quynh rachel rafael ramiro ramon ramona randy raquel rashid raul raymond rebeca
    rebecca regina rene reyna ricardo richard rigoberto rita robert roberta roberto robin rocio rodolfo rodrigo rogelio
    roger roman rolando ronald rosa rosalba rosalia rosario rosemary roxana ruben ruth ryan sabrina sadia sally salma
    salvador samantha samir samuel sandra santiago sara sarah saul scott sean selena serena sergio shanice shannon
    sharon shauna sheila shelby shirley silvia simone sofia sonia sophia sophie stacy stefan stephanie stephen steve
    steven sue sunita susan susana svetlana sylvia tamara tamika tammy tania tanisha tanya tasha tatiana taylor teresa
    terrence thanh thao theresa thomas thu thuy tiffany tim timothy tina todd tomas toni tony tracy travis trinh trisha
    tuan tyler tyrone valentina valeria valerie vanessa vera veronica vicente vicky victoria vicky vincent violeta
    virginie vivian viviana vladimir walter wanda wei wendy wilfredo william xiao ximena xiomara xochitl yadira yahir
    yan yanet yasmin yesenia ying yolanda yoselin yuki yulia yuri yusuf yvette yvonne zainab zhang zoe zoila zuleyka
""")

# small letters make these ordinary words of English or Spanish
ONLY_WITH_A_CAPITAL = _words("""
    alma an art aurora celeste clara consuelo daisy dawn dolores don drew dung ella elsa esperanza flor jade jean lan
    ling linda long lourdes luz mai mercedes milagros min paloma pat pilar rob robin rosa rosario ruth sonia sue tony
    vera victoria misty amber amparo socorro ali ben jin hung hong hoa eva ana mia jan ray an tim gene
""") - _words("rosa ana ruth tony ben eva mia tim victoria")

NOT_NAMES = _words("""
    a about abuse access act action address adult advisory advocacy advocate advocates after afternoon scouts scout age
    agency agenda aid all alliance american an and annual any appointment appointments april arabic are army art as
    assistance association at august awareness band bank bed beds before benefits best bill board books bot box boy boys
    bureau but by call campaign cantonese capacity card care case center central centers chair channel charities charity
    chief child children chinese choice church city civil clinic club coalition code college committee community
    compensation congress connection connections consent consulate contact contacts coordinator council counsel
    counselor county court courts creole crime crisis daily data day days december deaf department desk development
    director directory disability district division dr driver education emergency employment english enforcement entry
    european event evening executive expert experts families family farm farsi february federal fellowship festival fire
    first flow for form forms forum foundation french friday from fund girl girls global good grant group groups guide
    haitian hall handbook harbor has have he health help here hispanic holiday home homes hospital hotline house houses
    housing how human i id if immigration impact in inc initiative institute intake international interpreter is it
    items january job jobs judge july june justice kids korean labor latin law lawyer lead leader leaders league
    learning legal liaison liberation library life line list llc local lower mandarin manual march market mass may mayor
    me medicaid medical medicare meeting men mental mentor minister ministry mission mobile monday month morning mother
    mothers motel museum music my names national native navigator network new next night nights no north not november
    now number nurse october of off office officer officers older on one online open or order org organization our
    outreach panel parents park parole partner partners patient peer people person phone place plan plaza please police
    policy portal portuguese pride prison privacy program programs project projects protection protective protocol
    psychology public punjabi q quality question questions quick recovery red referral registry relief report resource
    resources response rights river road room russian safe safeline safety salvation landing line lines drop drop-in
    saturday school schools section security senior september service services shared she shelter sheriff since sister
    so social society somali south spanish special specialist spring st staff standards state states step street student
    students summer sunday supervisor support supports survey survivor survivors system tagalog task team teen that the
    their them there these they this three thursday tier title to today together tomorrow tonight topic tower training
    tribal trust tuesday two under union unit united university up urdu us veterans victim victims video vietnamese
    village visa visit voice wage we wednesday week welfare west what when where which who why will winter with witness
    woman women work worker workers workforce working works workshop year yes yesterday you young your youth zone
    albergue alguien apoyo asistencia casa centro ciudad clinica comite consulado cuando de del el ella en es esta
    familia formulario fue grupo la las linea los mi no oficina para pero persona por programa proyecto que quien
    refugio servicios si su tiene trata una un y adecuada available unsafe unknown confidential mine same new redacted
    withheld private classified needed required
""")
