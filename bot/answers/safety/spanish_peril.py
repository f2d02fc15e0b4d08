"""More of what present danger sounds like in Spanish: taken, thrown, shut in, near. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _THREAT = Tense.NOW, Tense.EVENT, Tense.THREAT

PERIL: dict[tuple[str, Tense], list[str]] = {
    ("forced along", _EVENT): [
        "la|lo|las|los|me|nos ~1 !metio|metieron|subio|subieron|jalo|jalaron|arrastro|arrastraron|aventaron|avento|empujo|forzo|cargo|cargaron ~4 "
        "carro|camioneta|cuarto|casa|van|troca|auto|coche|taxi|motel|hotel|fuerza|cajuela|bano|adentro|afuera",
        "la|lo|las|los|me|nos ~1 !agarro|agarraron|jalo|jalaron|tomo|tiene|tienen ~2 pelo|cabello|cuello|brazo|greñas|grenas|fuerza",
    ],
    ("near and coming", _NOW): [
        "!rehen|rehenes ",
        "!hombre|tipo|hombres|sujeto|alguien|ex|marido|tratante|padrote se ~1 metio|metieron|esta_metiendo|brinco|salto|colo ~1 a|al|en|la|el ~1 refugio|casa|albergue|edificio|cuarto|barda|clinica|oficina|reja|cerca",
        "!estoy|estamos|esta|me_escondi ~1 debajo|atras|detras|abajo|dentro ~1 de ~1 la|el|un|una? ~1 cama|closet|ropero|mesa|carro|cajuela|puerta|bano",
        "!subiendo|sube|suben|bajando|entrando|rompiendo|tocando|golpeando ~1 por|a|en? ~1 las|la|los|mi ~1 escaleras|puerta|ventana|cuarto|reja ^al_escenario",
        "!llego|llegaron|vino|vinieron|entraron|anda|andan ~2 hombre|hombres|tipos|tipo|unos|otros ~2 por|buscando|con|armados|afuera ~1 ella|ellas|mi|pistola|armas|machete|la",
        "me|la|lo|nos ~1 !busca|buscan|buscando|quiere|quieren ~1 para matarme|matarla|matarlo|matarnos|golpearla|golpearme|llevarme|llevarsela",
        "se !oye|oyen|escucha|escuchan ~1 que ~1 la|lo|le|los|las golpean|golpea|pegan|matan|violan|pega",
        "a punto de !llevarse|llevarla|llevarsela|llevarlas|llevarselas|llevarselo|moverla|moverlas|venderla|matarla|matarlo|golpearla|entrar|pegarle|sacarla|violarla",
        "el|ya|ellos|esta|estan|el_tipo|tratante|padrote ~2 !afuera|adentro|entro|entrando|subiendo|llegando|llego ~3 "
        "buscandola|buscandolo|por_ella|por_el|por_mi|gritando|con_pistola|con_cuchillo|con_un_arma|armado|a_llevarsela|buscando ^la_reunion|trabajar|el_curso",
        "!viene|vienen|vino|vinieron ~1 por ~1 mi|ella|ellas|nosotros|nosotras|el|la_nina|la_muchacha",
        "!hombre|tipo|senor|chavo|sujeto|padrote|tratante|coyote que ~1 la|lo|las|me|nos ~1 "
        "vende|vendia|explota|controla|golpea|pega|trae|prostituye|amenaza|tenia|maltrata ~3 "
        "llego|llegar|viene|esta|aqui|afuera|entro|acaba|anda|regreso|encontro",
        "me|nos|la|lo ~1 !sigue|siguen|siguiendo|persigue|persiguen|persiguiendo|venia_siguiendo ^en_instagram|en_facebook|pareciendo|gustando|faltando|dando",
        "ya ~1 me|nos|la|lo !encontro|encontraron|hallo|hallaron|ubico|localizo ^trabajo|un_lugar|vivienda",
        "!gritando|grita|gritan|llorando|llora|pide|piden|gritos ~4 no abre|abren|auxilio|ayuda|adentro|contesta ^en_la_reunion",
        "!oigo|oimos|escucho|escuchamos|oye|oyen ~4 llorar|gritar|golpes|gritos|llora|grita|pidiendo",
    ],
    ("shut in", _NOW): [
        "me|nos|la|lo|los|las ~1 !tiene|tienen|tenian|metieron|dejaron ~1 en ~1 un|una|el|la ~1 sotano|bodega|cuarto|cajon|contenedor|trailer|hoyo|cajuela|galera|cueva|garage|closet ^fila|lista|reunion|espera",
        "la|lo|las|los|me|nos|le ~1 !encerro|encerraron|encierra|encierran|dejaron_encerrada|dejo_encerrado|dejo_encerrada|tiene_encerrada ~3",
        "!cerraron|cerro|pusieron|puso|echaron|echo|trabaron ~2 puerta|puertas|candado|llave|salida ~5 no|adentro|gente|podemos|pueden|humo|trabajadores ^la_oficina|al_salir",
        "sin !agua|comida|aire|comer|tomar_agua ~3 desde|hace|dias|encerrados|y|ni",
        "!hay ~1 una|un|gente|ninas|personas|trabajadores|muchachas|nina|mujer|mujeres ~2 encerrada|encerrado|encerradas|encerrados|atrapados|atrapada|amarrada ~2",
        "!quedo|quedaron|esta|estan|sigue ~1 atrapado|atrapada|atrapados|aplastado|enterrado|enterrados|prensado|prensada ^en_el_trafico|en_juntas",
        "!guardias|hombres|capataces|vigilantes ~2 armas|armados|pistolas|rifles|perros ~4 no|afuera|cuidan|vigilan|puerta",
    ],
    ("run down or thrown at", _EVENT): [
        "le|les|la|lo ~1 !rompio|rompieron|quebro|quebraron|fracturo|partio|corto|cortaron|quemo|quemaron|reventaron ~1 la|el|los|las|una|un ~1 cara|brazo|brazos|costilla|costillas|nariz|pierna|mano|boca|cabeza|dedos|dedo|quijada|diente|dientes|espalda ^el_pelo|el_cabello|el_sueldo",
        "le !prendio|prendieron|prende|prenden fuego ~3",
        "me|la|lo|nos|los|las !aventaron|avento|tiraron|tiro|bajaron|empujaron del|de|por|desde ~1 carro|camioneta|ventana|techo|escaleras|tren|coche|troca|puente",
        "la|lo|me|los|nos ~1 !atropello|atropellaron ~1 ",
        "le|les|me|la|lo|nos ~1 !echo|echaron|avento|aventaron|tiro|tiraron|arrojo|arrojaron|rocio|vacio ~2 "
        "aceite|agua_hirviendo|acido|gasolina|alcohol|cloro|hirviendo|piedras|agua_caliente|alcohol",
        "le|les|me|la|lo|nos ~1 !echo|echaron|solto|solto_los|soltaron ~1 el|los|sus perro|perros",
        "le|me|nos|la|lo ~1 !dio|dieron|pego|pegaron|golpeo|golpearon ~1 con ~2 tubo|palo|pala|martillo|bate|machete|cinturon|piedra|cable|fierro|botella|varilla",
        "le|me ~1 !puso|pusieron|pone|apunto|apuntaron ~2 pistola|cuchillo|arma|navaja|machete|rifle",
        "!cayo|caido|aplasto|aplastada|corto|quemo|mocho ~3 mano|brazo|dedos|dedo|pierna|maquina|andamio|techo|encima ~2 "
        "^la_red|el_sistema|la_llamada",
    ],
    ("failing body", _NOW): [
        "!labios|cara|manos|unas|bebe|nino|nina|esta|piel ~2 morados|morado|morada|azules|azul ^la_carpeta|el_boton",
        "!dio|dando a luz ~5 sangra|sangre|bano|motel|calle|sola|no",
        "no !contesta|responde|reacciona|despierta ~3 tanque|pozo|cuarto|golpe|gritos|sangre|piso|cayo ^correos|el_correo",
        "no !puede|deja|dejan|quiere|quieren ~1 que? ~2 ir|llevar|llevarla|llevarlo|vaya|llamar|respirar|llamen ~3 "
        "hospital|doctor|medico|ambulancia|clinica|911|emergencias|$",
        "!esta|estan|anda|quedo ~1 drogada|drogado|inconsciente|desmayada|desmayado|grave|moribundo|desangrandose|convulsionando|ahogandose|intoxicada|tirado|tirada",
        "!apenas ~1 respira|respirando|despierta|responde|se_mueve",
        "!tomo|trago|bebio|inyecto|fumo ~1 algo|mucho|demasiado|una_sobredosis ~2 y|esta|no",
    ],
    ("announced", _THREAT): [
        "!amenaza|amenazo|amenazan|amenazaron|amenazando ~2 con|de ~2 "
        "dispararles|dispararle|dispararnos|matarlos|matarla|matarlo|quemarlos|quemar|golpearlos|disparar|matarnos|quemarnos|balacearlos|matar",
        "la|lo|los|las|me|nos ~1 van|va|quiere|quieren a? ~1 !matar|quemar|golpear|disparar|violar|pegar|desaparecer ~3",
        "!miedo|temo|teme|tememos ~2 de|a|que? ~2 que? ~2 la|lo|me|nos|los|las ~1 mate|maten|mata|golpee|golpeen|viole|desaparezca|haga|hagan",
        "hoy|esta_noche|ahorita ~2 la|lo|me|los|las ~1 !mata|matan|golpea|desaparece|entierran ^mi_jefe|mi_jefa|mi_mama|mi_esposa|la_jefa|el_jefe|de|el_calor|el_trafico",
    ],
    ("sold now", _NOW): [
        "!menor|nina|muchacha|adolescente|jovencita|nino|chica|muchachita ~3 ahorita|ahora|hoy|esta|encerrada ~3 "
        "con|en ~2 hombre|motel|hotel|cuarto|viejo|senor|tipo|clientes",
        "!estan|esta|van_a|va_a ~1 vendiendo|vender|subastando|subastar|rentando|ofreciendo ~3 "
        "nina|ninas|muchacha|muchachas|menor|menores|mujer|mujeres|chica|chicas|la|las|hija",
    ],
}
