"""A wish to die, and a person speaking of their own exploitation, in Spanish. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _THREAT = Tense.NOW, Tense.THREAT

SELF_HARM: dict[tuple[str, Tense], list[str]] = {
    ("despair", _NOW): ["para que ~1 !seguir|vivir|vivo|existir ~1 viviendo|vivo|asi|$"],
    ("wish to die", _NOW): [
        "!pensamientos|ideas|deseos de muerte|morir|suicidio|muerte_constantes",
        "pensando|pienso|piensa|penso|planeo en|como? !matarme|matarse|morirme|morir|ahorcarme|ahorcarse|aventarme",
        (
            "se|me ~1 quiere|quiero|va|voy|quiso|intenta|intento ~1 a? !aventar|tirar|lanzar|colgar|"
            "ahorcar del|de|al|con|$ ^la_junta"
        ),
        "se|me va|quiere|voy|quiero a? !colgar|ahorcar",
        "no ~1 quiere|quiero ~1 !estar en_este_mundo|viva|vivo|aqui_ya|aqui_mas",
        "me|se !corto|corta|corte|corto ~2 brazos|venas|munecas|piernas|piel",
        "no|sin|ni !seguir viviendo|vivo",
        "mejor ~1 se|me !mata|mato|muere|muero|moria",
        (
            "!quiere|quiero|queria|prefiere|prefiero|desea|deseo|quisiera|quisiero|gustaria|ganas|quieren|"
            "planea|piensa|pienso|voy|va|intenta|deseos|mejor ~2 de|a|en? morir|morirse|morirme|matarse|"
            "estar_muerta|estar_muerto|dejar_de_vivir|no_despertar|no_existir|dejar_de_existir|suicidarse|"
            "suicidarme|quitarse_la_vida|quitarme_la_vida|ahorcarse|ahorcarme|hacerse_dano|hacerme_dano|"
            "lastimarse|lastimarme|cortarse|cortarme|desaparecer_para|tirarse_de|tirarme_de|acabar_con_su|"
            "acabar_con_mi|acabar_con_todo|dormir_y_no|morirnos ^de_la_risa|de_risa|de_verguenza|"
            "de_la_verguenza|de_hambre|de_pena|de_sueno|de_aburrimiento"
        ),
        "quiero|voy|pienso|ganas ~1 a|de|en? !matarme",
        (
            "se ~1 quiere|va|piensa|queria|quieren|intenta ~1 a? !matar|suicidar|morir|ahorcar|cortar|"
            "quitar_la_vida|hacer_dano|lastimar|tirar|colgar|envenenar ^de_la_risa|de_risa|de_verguenza|"
            "de_la_verguenza|de_hambre|el_pelo|el_cabello|de_la_junta|la_toalla|de_sueno"
        ),
        (
            "me ~1 quiero|voy|pienso|queria|quisiera ~1 a? !matar|suicidar|morir|ahorcar|cortar|"
            "quitar_la_vida|hacer_dano|lastimar|tirar|colgar|envenenar ^de_la_risa|de_risa|de_verguenza|"
            "de_la_verguenza|de_hambre|el_pelo|el_cabello|de_la_junta|la_toalla|de_sueno"
        ),
        "!suicidarse|suicidarme",
        (
            "no ~2 !quiere|quiero|queria ~1 vivir|seguir|estar_viva|estar_vivo|estar_aqui|despertar|existir|"
            "seguir_viviendo ^en_el|en_la|con_el_tramite|en_este|con_la_reunion|con_el|en_esa|con_su"
        ),
        (
            "no|sin|perdio|perdi|ni|ninguna ~4 !ganas|razon|razones|sentido|motivo|motivos|caso de|para|a|en|"
            "por|que? ~1 vivir|la_vida|seguir_viviendo|viva|seguir|estar_viva"
        ),
        "no vale la pena !vivir|la_vida|seguir",
        "!quitarse|quitarme|quitar la_vida",
        "!acabar|terminar con su|mi|la|todo vida|$|propia|esto_ya",
        "mejor|preferiria|preferiria_estar|ojala ~2 !muerta|muerto|morirme|morir|muriera|no_haber_nacido",
        (
            "piensa|pensando|piensan|pienso|habla|hablando|amenaza|amenazo|amenazando|intento|intentando|"
            "pensamientos|ideas|planea|planeando|tendencias|tiene|quiere|intentar ~3 !suicidio|suicidarse|"
            "suicidarme|suicidas|suicida|matarse|quitarse_la_vida|la_muerte ^capacitacion"
        ),
        "esta|es|estoy|muy|paciente|clienta|cliente|persona ~2 !suicida",
        (
            "se|me ~1 esta|estoy|anda|sigue|estaba ~1 !cortando|lastimando|haciendo_dano|autolesionando|"
            "rasgunando ^el_pelo|el_cabello"
        ),
        "se !corta|lastima|corto ~2 brazos|venas|munecas|piernas|la_piel",
        "!hacerse|hacerme|haciendose|haciendome dano",
        "!autolesiona|autolesionarse|autolesionandose|autolesionarme",
        "carta|nota|mensaje de !despedida|suicidio",
        "se ~1 !despidio de ~1 todos|sus_hijos|mi|nosotros|su_familia",
        "!tirarse|aventarse|lanzarse|tirarme|aventarme|saltar|brincar ~2 puente|edificio|techo|azotea|tren|ventana|metro",
        "ya no !aguanto|puedo|soporto ~2 vivir|la_vida|esta_vida|quiero_morir|mas_quiero|seguir_viviendo",
        "nadie ~2 !extranaria|extranara me? ",
        "!suicida|suicidio $",
    ],
}

SURVIVOR: dict[tuple[str, Tense], list[str]] = {
    ("forced", _NOW): [
        "trabajo|trabajando|trabajamos|trabajar|estoy|aqui ~2 a la !fuerza",
        "no puedo|podemos !dejar este|el|mi|la|ese trabajo|casa|lugar porque|si|por",
        "!trabajo|trabajamos ~3 horas ~4 no|sin|nada",
        "cai|estoy|vivo|trabajo|vivimos con|para un|una !tratante|padrote|proxeneta|explotador",
        "me|nos !pagan|paga nada|casi_nada|una_miseria",
        (
            "me|nos ~1 !obliga|obligan|fuerza|fuerzan|forzan|obligaron|obligo|obligando ^al_curso|a_tomar_el|"
            "a_tomar_la|a_llenar|a_usar|a_asistir|a_actualizar|a_reiniciar"
        ),
        (
            "me|nos ~1 !hace|hacen|pone|ponen|manda|mandan|exige|exigen|presiona|presionan|"
            "forza ~1 a? trabajar|acostarme|acostarnos|prostituirme|prostituirnos|vender|bailar|"
            "tener_relaciones|tener_sexo|robar|pedir|estar_con|dormir_con|atender_hombres|hacer_cosas|"
            "limpiar|entregar|acostar|pedir_limosna|cargar|fichar|salir_con_hombres ^el_sabado|desde_casa|"
            "el_domingo|hasta_tarde|el_fin_de"
        ),
        (
            "me|nos ~1 !vende|venden|prostituye|prostituyen|explota|explotan|renta|rentan|alquila|anuncia|"
            "anuncian|controla|controlan|explotando|vendiendo|vendio|vendieron ^la_idea|el_telefono|boletos|"
            "un|una"
        ),
        (
            "no me|nos !deja|dejan|permite|permiten|dejaban ~2 salir|ir|irme|irnos|hablar|usar|llamar|ver|"
            "descansar|comer|tener|escapar|estudiar|salirme|renunciar|dormir ^al_sistema|el_sistema|entrar|"
            "al_portal|la_impresora|el_archivo|editar|temprano|el_viernes|el_lunes|antes|mas_temprano|a_almorzar|a_comer|de_vacaciones"
        ),
        (
            "no ~1 puedo|podemos ~1 !irme|escapar|irnos|escaparme|renunciar|salirme|salir ^de_la_junta|"
            "de_la_reunion|al_almuerzo|temprano|hoy|antes|del_sistema|a_la_reunion|de_vacaciones|del_correo|"
            "de_la_llamada|a_comer"
        ),
        (
            "me|nos !tienen|tiene ~2 trabajando|amenazada|amenazado|controlada|controlado|vigilada|vigilado|"
            "aqui_sin|de_esclava|de_esclavo|como_esclava|como_esclavo|a_la_fuerza|sin_paga|sin_papeles|"
            "prostituyendo"
        ),
        "soy|somos|fui_y_sigo|creo_que_soy ~2 !victima|victimas|esclava|esclavo ^y_defensora|hace",
        (
            "estoy|estamos|estan|soy|siendo ~1 siendo? ~1 !explotada|explotado|explotados|obligada|obligado|"
            "forzada|traficada|vendida|esclavizada|prostituida"
        ),
        "!trabajo|trabajamos|trabajando ~4 sin paga|sueldo|pago|descanso|salir|que_me_paguen|cobrar|dia_libre|descansar",
        "le|les !debo|debemos ~2 dinero|mucho|plata|lana|viaje|miles|deuda|pasaje|coyote",
        "!pagar|pago|pague|termine|pagando ~2 la|mi|deuda|esa ~1 deuda ^publica|de_la_ciudad",
        (
            "quiero|necesito|ayuda|ayudenme|como|queremos|puedo|puedes|podrian ~4 !escapar|salir_de_aqui|"
            "salir_de_esto|huir|escaparme|irme_de_aqui|salirme_de|irme_de|salir_de_ahi|dejarlo ^de_la_junta|"
            "del_sistema|de_la_reunion"
        ),
        "!mi padrote|tratante|proxeneta",
        "me|nos ~1 !enganaron|engano|trajeron|trajo ~3 trabajo|a_trabajar|aqui|para|con_la|y ^a_la_reunion|cafe",
        "se !queda|quedan con ~2 dinero|todo_lo|mi|lo_que_gano|mi_sueldo|lo_que|el_pago",
        "me|nos ~1 !quita|quitan|quito ~2 dinero|lo_que_gano|lo_que|sueldo|todo",
    ],
    ("papers kept", _NOW): [
        (
            "me|nos ~1 !quito|quitaron|quita|quitan|retiene|retienen|escondio|escondieron|robo|robaron|"
            "confisco|agarro|agarraron|guardan|guardo|retuvo|retuvieron|esconden ~3 <papeles>|telefono|"
            "celular"
        ),
        (
            "!tiene|tienen|guarda|guardan|retiene|retienen|se_quedo_con|se_quedaron_con|agarro ~1 mi|mis|"
            "nuestros|nuestro ~1 <papeles> ^para_la_credencial|recursos"
        ),
        "no me|nos ~1 !devuelve|devuelven|regresa|regresan|da|dan|quiere_dar|quieren_dar|entrega|entregan ~3 <papeles>",
    ],
    ("threatened to stay", _THREAT): [
        (
            "me|nos ~1 !amenaza|amenazan|amenazo|amenazaron|amenazando ~2 con la? migra|migracion|"
            "inmigracion|deportar|deportarme|deportarnos|reportar|policia|entregar|quitarme|hacerle|"
            "mi_familia|matar"
        ),
        (
            "!llaman|llamar|llama|llamaran|hablan|hablar|reportar|entregar|denunciar ~2 a|con la? migra|"
            "migracion|inmigracion|ice|la_migra"
        ),
        "me|nos ~1 van|va a !deportar|denunciar|entregar",
    ],
}
