"""What present danger sounds like in Spanish: rows of slots (see engine.py). Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _FRESH, _THREAT = Tense.NOW, Tense.EVENT, Tense.FRESH, Tense.THREAT
_NO_AMENAZA_LABORAL = (
    "^con_matarse|con_suicidarse|con_quitarse|con_la_migra|con_migracion|con_deportar|con_deportarla|"
    "con_despedir|con_despedirla|con_llamar|con_denunciar|con_reportar|con_correr"
)
_HARM = (
    "matar|golpear|quemar|lastimar|apunalar|violar|pegar|balear|desaparecer|secuestrar|quebrar|picar|rajar|"
    "ahorcar|degollar|hacer_dano|disparar|dar_un_tiro|pegar_un_tiro|chingar|madrear|cortar|reventar"
)

DANGER: dict[tuple[str, Tense], list[str]] = {
    ("weapon", _NOW): [
        "<tiene_arma> ~3 !<arma> ^de_juguete|en_su_historial|de_los_hechos",
        "esta|estan|viene|vienen|hombre|hombres|tipo|tipos|sujeto|anda|andan|llego|llegaron|muy|va ~2 !armado|armados|armada",
        "a punta de !pistola|cuchillo|navaja",
        "!balazos|disparos|tiroteo|balacera|tiros|plomazos ^capacitacion|de_ayer",
        "esta|estan|anda|andan !disparando|balaceando|tirando|tiroteando ^la_basura|la_toalla",
        "!pistola|cuchillo|navaja|arma|machete en|a la|el|su|mi cabeza|cuello|mano|garganta|cara",
    ],
    ("violence now", _NOW): [
        "la|lo|me|los|las tiene|tienen !agarrada|agarrado|sometida|sometido|sujetada|del",
        "no la|lo|me|nos|las !suelta|sueltan|sueltes",
        "escuchamos|oimos|escucho|oigo|escuche|oi|hay ~2 !gritos|golpes|balazos|disparos|tiros",
        (
            f"<a_quien>? ~1 <esta> ~2 !<gerundio> {_NO_AMENAZA_LABORAL}|de_risa|de_hambre|el_tiempo|"
            f"este_informe|el_protocolo|los_pasos|la_lista|la_ruta|la_guia|la_agenda|con_el_caso|"
            f"instrucciones|la_pelicula"
        ),
        (
            "<quien> !golpeando|pegando|pegandole|pegandoles|golpeandola|golpeandolo|ahorcando|ahorcandola|"
            "arrastrando|arrastrandola|atacando|apunalando|amenazandola|amenazandonos|amenazandome|jalandola|"
            "pateando|pateandola"
        ),
        f"la|lo|le|les|los|las|me|nos ~1 !<lastima> {_NO_AMENAZA_LABORAL}|pensar|ver|mucho_ver|que",
        "se|los|las esta|estan ~1 !golpeando|peleando|matando|madreando|acuchillando",
        "se oyen|escuchan|oyen|escucho|oigo|escuchamos|oimos ~2 !gritos|golpes|balazos|disparos",
        "esta|estan ~1 !gritando ~4 ayuda|auxilio|dolor|adentro|que_la",
        "!pelea|rina con ~2 <arma>",
    ],
    ("violence just now", _EVENT): [
        "la|lo|me|los|las|le !atropello|atropellaron|arrollaron|balacearon|vendieron|electrocuto|aventaron|mordio ^a_un|a_una|a_otro",
        "se !cayo del|de_la|de_un ~1 andamio|techo|escalera|balcon|ventana",
        "la|lo|me|le !tiro|avento|empujo|aventaron|empujaron|tiraron por|de|desde ~1 escaleras|ventana|carro|techo|balcon",
        "del !cuello|pelo|cabello|brazo|brazos y|a|hasta|hacia|no|ya|$|adentro",
        "la|lo|me|las|los ~1 !agarro|tiene|jala|agarra|jalo|trae ~2 cuello|pelo|cabello",
        (
            "le|les|lo|la|me|nos|los|las ~1 !apunalo|apunalaron|disparo|dispararon|balearon|baleo|acuchillo|"
            "acuchillaron|ahorco|estrangulo|secuestro|secuestraron|rajaron|picaron|macheteo|"
            "machetearon ^a_ver"
        ),
        (
            "fue|fueron|esta|resulto|ha_sido|quedo ~1 !apunalada|apunalado|baleado|baleada|secuestrada|"
            "secuestrado|acuchillada|acuchillado"
        ),
        (
            "acaba|acaban|acabo de !violar|golpear|atacar|apunalar|agredir|secuestrar|asaltar|violarla|"
            "golpearla|golpearlo|atacarla|pegarle|matar|dispararle|llevarse|llevarsela"
        ),
    ],
    ("violence just now", _FRESH): [
        (
            "le|les|lo|la|me|nos|los|las ~1 !golpeo|golpearon|pego|pegaron|violo|violaron|ataco|atacaron|"
            "agredio|agredieron|amenazo|amenazaron|asaltaron|pateo|patearon|aventaron|aventó|agarro|"
            "agarraron|quemo|quemaron|corto|cortaron|madreo|madrearon|jalo|jalaron|siguio|siguieron"
        ),
        "fue|fueron ~1 !golpeada|golpeado|violada|violado|atacada|atacado|agredida|agredido|herida|herido",
    ],
    ("threat to life", _THREAT): [
        (
            f"me|la|lo|nos|te|le|les|los|las ~1 va|van|quiere|quieren|viene|vienen|voy|vamos|iba|piensa|"
            f"piensan ~1 a? !{_HARM} ^de_risa|de_hambre|de_un_susto|con_tanto|el_tiempo|de_aburrimiento"
        ),
        (
            "va|van|quiere|quieren|viene|vienen|voy|dice|dicen|dijo|amenaza|amenazo|amenazan|amenazaron|"
            "amenazando|jura|juro|trata|tratando|intenta|intentando|vino ~3 a|con|de? !<danos>"
        ),
        (
            "va|van|quiere|quieren|viene|vienen a !matar|golpear|quemar|lastimar|apunalar|violar|secuestrar|"
            "disparar|balear a? <quien>"
        ),
        (
            "!amenaza|amenazo|amenazan|amenazaron|amenazas|amenazando|amenazada|amenazado ~2 de|con muerte|"
            "matar|matarla|matarlo|matarme|matarnos|un_cuchillo|una_pistola|una_navaja|arma|hacerle_dano|"
            "hacerme_dano|machete"
        ),
        "me|la|lo|nos ~1 !mata|matan|matara|mataran si|cuando|por_hablar",
        "si ~3 me|la|lo|nos ~1 !mata|matan",
        "o me|la|lo|nos !mata|matan|va|van",
        "va|van|quiere|quieren a? !quemar|quemarla|incendiar|volar la|el|todo|casa|albergue|edificio|refugio",
        "que la|lo|me|nos ~1 !maten|mate|golpeen|encuentren|encuentre",
    ],
    ("fear for life", _NOW): [
        (
            "esta|estan|estoy|estamos|corre|corren|corro|corremos|sigue|siguen|en|"
            "mucho ~2 !peligro ^de_perder|inmediato_que|inminente_significa|de_extincion"
        ),
        "!temo|teme|temen|miedo por mi|su|nuestra vida|vidas",
        (
            "no ~1 esta|estoy|estan|estamos ~1 !segura|seguro|seguros|segura_aqui|a_salvo ^de_como|si|"
            "del_todo|que|de_cual|cual|sobre"
        ),
    ],
    ("exploiter here", _NOW): [
        "y|que|ya|el la|lo|me !busca|buscan $",
        "acaba|acaban de !llegar el|la|los ~1 que|hombre|tipo|tratante|padrote",
        "es|son el|la|los !padrote|tratante|agresor|proxeneta|ex|coyote|traficantes",
        "pasan|pasa|vienen|viene|llegan|vendran por !ella|ellas|mi|nosotras|nosotros|la|las ^la_tarde|la_manana",
        (
            "viene|vienen|vino|vinieron|van|va a !llevarse|llevarla|llevarlas|llevarme|recogerlas|buscarlas|"
            "sacarla|llevarselas|llevarsela ~1 ^a_la_clinica|al_doctor|al_albergue"
        ),
        "<agresor> ~2 esta|viene|llego|anda|ya|acaba|vino|llega|se ~3 !<aqui>",
        "<agresor> ~1 !<aqui>",
        (
            "viene|vienen|vino|vinieron|va|van|llego|llegaron ~3 por|a_buscar|a_llevarse|a_llevar|buscando|"
            "para_llevarse|a_recoger !ella|mi|nosotras|la|ellas|nosotros|buscarla|llevarsela|llevarla|me|"
            "muchacha|nina|nena"
        ),
        "la|me|nos|lo ~1 !encontro|encontraron|hallo|hallaron $",
        "la|me|nos|lo ~1 !encontro|encontraron|hallo|hallaron y|aqui|en_el|ya|afuera|otra_vez ^trabajo|un_lugar",
        (
            "esta|estan|quiere|quieren|trata|tratando|intenta|intentando ~2 !entrar|meterse a|por|al|"
            "a_la_fuerza|ala|en|y|con|$ ^a_la_reunion|al_programa|a_la_plataforma|al_sistema|al_curso|"
            "a_la_junta|al_portal"
        ),
        "!tumbando|tumbo|rompio|rompiendo|golpeando|pateando|pateo|tocando|forzando|derribando ~2 puerta|ventana|porton",
        "sabe|saben|averiguo|descubrio|ya_sabe ~1 !donde esta|estoy|estamos|vive|vivo|se_esconde|duerme",
        "esta|estan|anda|andan ~1 !buscandola|buscandolo|buscandome|buscandonos|esperandola|vigilandola|rondando|acechando",
        (
            "anda|andan|esta|estan|puerta ~2 !buscando a ~1 la|su|mi|las chama|muchacha|mujer|nina|esposa|"
            "novia|chava|vieja|morra|chica|jeva|hija|ex"
        ),
        "!escondida|escondidas|escondido|escondidos|escondiendome|escondiendose ~1 en|de|debajo|porque|y|aqui|adentro|$",
    ],
    ("confined", _NOW): [
        "quieren|quiere|llevar|llevaron|llevan|tienen|tiene|meter|metieron|sacar|sacaron|subieron|van ~2 a la !fuerza",
        (
            "la|lo|me|nos|las|los|le|les|se ~2 tiene|tienen|mantienen|mantiene|dejaron|dejo|encerro|"
            "encerraron|tenian ~2 !<encerrada>|encerrada|encerrado ^en_la_junta"
        ),
        (
            "esta|estan|estoy|estamos|hay|sigue|siguen|tienen|tiene ~4 !<encerrada>|atrapadas ^en_juntas|"
            "en_reuniones|en_el_trafico|en_juntas|en_una_reunion|en_la_reunion"
        ),
        (
            "!encerrada|encerrado|encerrados|encerradas|atrapados|amarrada|amarrados ^en_juntas|en_una_junta|"
            "en_reuniones|en_la_oficina en|con|sin|y|dentro"
        ),
        "no la|lo|los|las|le|les !deja|dejan|permite|permiten|dejaba ~2 salir|irse|ir|escapar|salirse|que_salga",
        "me|la|lo|nos|las|los !encierra|encierran|amarra|amarran|encadena ^en_el_debate",
        "!contra su voluntad",
    ],
    ("confined", _EVENT): [
        "me|la|lo|nos|las|los ~1 !encerro|encerraron|amarro|amarraron|secuestro|secuestraron|rapto|raptaron|levantaron",
        "!secuestraron|secuestro|raptaron|rapto|plagiaron|levantaron|robaron|robo a ~1 una|un|mi|la|el|su|dos|mis|nuestra",
        "!secuestraron|raptaron|levantaron mi|una|la|dos",
        (
            "se ~1 la|lo|los|las? ~2 !llevaron|llevo|llevan|llevando|jalaron ^al_hospital|a_la_clinica|"
            "a_la_escuela|al_doctor|al_albergue|a_un_albergue|bien|una_sorpresa|el_premio|mucho|el_merito|"
            "mejor|la_sorpresa"
        ),
        (
            "!subieron|subio|metieron|metio|subiendo|metiendo|aventaron|echaron ~6 camioneta|carro|van|troca|"
            "camion|cajuela|auto|taxi|combi"
        ),
        "se ~1 !fugo|escapo con|anoche|hoy|del_albergue",
    ],
    ("being moved", _THREAT): [
        "<el_menor> ~1 esta ~6 !motel|hotel",
        "se|nos|me|la|lo|los|las ~2 quieren|van|va|quiere|piensan|planean|estan|esta|pretenden|piensa ~2 !<mover> *5 <pronto>",
        "se la|lo|los|las|me|nos quieren|van|va|quiere|estan|esta ~2 !llevar|llevando",
        (
            "quieren|van|va|quiere|piensan|estan ~2 !llevarsela|llevarselo|llevarselas|llevarselos|llevarse|"
            "venderla|venderlas|vendiendola|vender a? ~1"
        ),
        "quieren|van|va|quiere|planean|piensan|estan|esta ~2 !<mover> a? <quien> *5 <pronto>",
        "la|las|me van a !vender|subastar|casar|entregar",
    ],
    ("taken or missing", _EVENT): [
        "<el_menor> ~3 !desaparecio|desaparecida|desaparecido|perdida|perdido ^protocolo",
        (
            "<el_menor> ~2 no ~1 !aparece|regresa|regreso|llego|volvio|contesta|ha_llegado|ha_regresado|"
            "ha_vuelto|ha_aparecido|esta ^a_la_cita|de_acuerdo"
        ),
        "!desaparecio ~1 mi|la|una|un|el|nuestra ~2 <menor>",
        "no !encuentro|encontramos|aparece|encuentran|hallo a? ~1 <el_menor>",
        "<el_menor> se ~1 !fue|escapo|fugo|salio con|esta|hoy|hace|del",
    ],
    ("medical emergency", _NOW): [
        "esta ~1 !tirada|tirado|inmovil en|y|sin",
        (
            "no ~1 !respira|respiran|reacciona|despierta|responde|respirando|se_mueve|puede_respirar|"
            "puedo_respirar|vuelve_en_si ^mis|el_correo|los_correos|al_correo|a_mis|el_telefono|a_los|"
            "la_encuesta"
        ),
        "!inconsciente|inconciente|desmayada|desmayado|desvanecida|noqueado",
        "esta|estan|anda|viene|sigue|ta|siento ~2 !sangrando|convulsionando|vomitando_sangre|agonizando|hemorragia|desangrandose",
        "!sangrando mucho|bastante|de|por|y|$",
        "!sangra|sangre mucho|mucha|por_todos|por_todas",
        "mucha|perdiendo|perdio|llena_de|lleno_de ~1 !sangre",
        (
            "se esta|estan ~1 !muriendo|ahogando|desangrando|quemando|asfixiando|convulsionando|incendiando|"
            "ahorcando ^de_risa|de_hambre|de_sueno|de_ganas|de_calor|de_frio_jaja"
        ),
        "se esta poniendo !azul|morado|morada|palida",
        (
            "!gravemente|muy|esta|estan|hay ~2 herida|herido|heridos|lastimada|lastimado|malherida|malherido|"
            "grave|golpeada|golpeado|quemada|quemado"
        ),
        "!sobredosis $",
        "tuvo|tiene|sufrio|fue|es|esta|creo|una ~3 !sobredosis",
        "esta|estan|le|acaba|teniendo ~3 !infarto|derrame|convulsion|convulsiones|ataque_al_corazon|ataque_epileptico|paro",
        "esta|en|de ~2 !parto|labor_de_parto ^capacitacion|clinica",
        "esta|va ~1 ~1 !dando a_luz",
        "se le rompio la !fuente",
        "hay ~3 !incendio|fuego|humo|fuga_de_gas|explosion ^capacitacion|artificial|artificiales",
        "!incendio en|y|adentro|hay ^simulacro",
        "!huele a gas|humo|quemado",
    ],
    ("medical emergency", _EVENT): [
        (
            "se ~1 !desmayo|desplomo|desvanecio|cayo_del|cayo_de|electrocuto|quemo|ahogo|corto_las ^la_mesa|"
            "el_plan|el_sistema|la_red|la_pagina"
        ),
        "se tomo|trago|tomaron|bebio ~2 !cloro|veneno|raticida|insecticida|pesticida|acido|gasolina",
        "tomo|trago|bebio|ingirio ~2 !cloro|veneno|raticida|insecticida|pesticida",
    ],
    ("took something", _EVENT): [
        (
            "se|me ~1 tomo|trago|tome|trague|tomaron|ha_tomado|tomado ~1 muchas|un|una|todas|unas|todo|"
            "demasiadas|como|bastantes|mas|varias ~3 !pastillas|pildoras|medicinas|frasco|bote|sobredosis|"
            "tabletas|medicamentos"
        ),
        (
            "tomo|trago|tome|ingirio ~1 muchas|un_frasco|todas|un_monton|un_bote|demasiadas ~3 !pastillas|"
            "pildoras|medicinas|tabletas|frasco"
        ),
        "se ~1 !corto las|la venas|muneca|munecas",
    ],
    ("call for help", _NOW): [
        "!auxilio|socorro",
        (
            "!llamen|llama|llame|llamenle|llamale|marquen|marca|marquenle|hablen|hablenle|llamo|llamamos al|"
            "a|la 911|la_policia|una_ambulancia|emergencias|policia|ambulancia|polecia|los_bomberos|"
            "bomberos ^cuando|si|para_preguntar|solo"
        ),
        (
            "!necesito|necesitamos|manden|mande|envien|traigan|urge|ocupamos|mandenme|manda|pidan|necesita|"
            "ocupo ~2 ambulancia|una_ambulancia|policia|una_patrulla|la_policia|patrulla|ayuda_ya|"
            "ayuda_ahora|ayuda_urgente|paramedicos|a_la_policia|bomberos ^contacto"
        ),
        (
            "!ayudenme por_favor|ya|me|nos|esta|estan|viene|hay|ahora|urgente|aqui|porfis|se|$ ^con|a_llenar|"
            "a_encontrar|a_entender|a_buscar"
        ),
        "!ayuda por_favor|ya|urgente|me_van|esta|nos|viene|vienen|tiene|hay|aqui|me_quiere|me_esta|se_la|rapido|ahora ^con",
        "es|tenemos|hay|esto_es|tengo una? !emergencia ^medica_en_la_capacitacion|de_fondos",
        "no es un? !simulacro|broma|juego",
        "!saquenme|sacame|saquenla|saquenos|rescatenme de|ya|por_favor|$",
    ],
}
