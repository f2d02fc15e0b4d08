"""More of what a wish to die sounds like in Spanish. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _THREAT = Tense.NOW, Tense.EVENT, Tense.THREAT

DESPAIR: dict[tuple[str, Tense], list[str]] = {
    ("wish to die", _NOW): [
        "!ojala|quisiera|deseo|desearia ~1 que? ~1 no|me|ya_no ~1 haber_nacido|hubiera_nacido|despertara|despertar|muriera|muera|despierte|existiera|morir",
        "!hoy|manana|esta_noche es ~1 mi ultimo|ultima dia|noche",
        "!cortadas|cortes|cortaduras|cicatrices|tajos ~2 en ~1 los|las|sus|mis ~1 brazos|munecas|piernas|brazo|muslos",
        "!quema|corta|golpea|lastima|rasguna|pega|hiere ~3 a_proposito|hasta_sangrar|sola|solo|con_cigarros|con_una_navaja|en_la_cabeza_y ^el_pelo",
        "!tengo|tiene|agarro|compre|compro|consegui|trae|escondio|guarda ~2 cuerda|soga|pastillas|veneno|navaja|raticida ~2 lista|mano|para|tomarmelo|tomarselo|junto|y|$ ^la_presion|mi_mama",
        "para que !sigo|vivo|seguir|sirvo|vivir ~1 viva|vivo|aqui|viviendo|$|asi",
        "la !vida ya|no|me|le ~2 vale|pesa|importa|duele|cansa|tiene|acabo ^publica",
        "mi|su !vida ~1 se_acabo|no_vale|ya_no|no_tiene|es_un_infierno",
        "!como|manera|forma|formas ~2 morir|morirme|morirse|matarme|matarse ~2 sin|rapido|dolor ",
        "!puente|azotea|vias|techo|rio|barranco ~4 saltar|brincar|aventarme|aventarse|tirarme|tirarse|lanzarme|lanzarse",
        "!irme|irse|ir|reunirme|estar ~1 con ~1 mi|su|mis ~3 murio|muerta|muerto|dios|cielo|difunta|difunto",
        "!adios|perdonenme|perdonen|despedirme ~2 a_todos|todos|ya_no|para_siempre|mundo|no_puedo|por_todo",
        "!nadie ~1 me|la|lo quiere ~2 no|quiero|y|morir",
        "no ~1 !quiero|quiere ~1 seguir|estar|vivir|existir ~1 aqui|en_este_mundo|viva|vivo|mas|asi|$ ^trabajando",
        "!quiero|quiere|quisiera|queria|ojala|deseo que ~1 todo|esto|esta_vida|mi_vida|el_dolor ~2 ~1 termine|acabe|pare|se_acabe|terminara|acabara|se_termine "
        "^la_reunion|la_junta|pronto_el",
        "!prefiere|prefiero|preferia|preferiria|prefieren ~1 morir|morirse|morirme|estar_muerta|estar_muerto|la_muerte|matarse|matarme|no_vivir|no_existir",
        "!morir|morirse|morirme|muerta|muerto antes que|de_volver|de_regresar",
        "nadie|no|quien ~3 !extranar|extrane|extranara|extranaria|extranan|importa|importaria|importara|llorar|lloraria|notaria ~4 "
        "si|cuando|este|no_este|muero|muera|falte|me_muero|desaparezco|me_voy|muerto|muerta|vivo|viva|nada|$ ^el_formulario|la_reunion",
        "mejor|estarian|estaria|estarian_mejor ~2 !sin mi|ella|el ^cafe|la_tabla",
        "!soy|es|seria|ser ~1 una|un ~1 carga|estorbo|problema ~2 para|de ~2 todos|mi|su|nadie|familia|ellos",
        "no|ya_no|nada ~2 !encuentro|encuentra|veo|ve|tengo|tiene|tiene_ya|queda|vale|importa ~2 "
        "sentido|razon|razones|motivo|caso|esperanza|futuro|nada|para|la_pena|ganas ~3 vivir|vida|seguir|vivo|existir|mi_vida|adelante|$ "
        "^en_la_agenda|estacionamiento|presupuesto|de_emergencia|el_formulario",
        "la|mi|su|esta ~1 !vida no|ya|es|perdio ~2 vale|sentido|tiene|nada|mierda|un_infierno|insoportable",
        "ya|no ~2 !aguanto|aguanta|soporto|soporta|puedo|puede ~1 mas|vivir|seguir|la_vida|esta_vida|asi|con_esto ~2 "
        "quiero|quiere|vivir|vida|morir|seguir|me_quiero|mejor|prefiero|terminar|que_todo ^el_calor|el_trafico|la_reunion|jefe",
        "!quiero|quiere|quisiera|queria|deseo|desea|ganas ~2 desaparecer|dormirme|dormirse|dormir|no_despertar|no_existir|dejar_de_vivir|irme_de_este_mundo|irme_con_dios ~3 "
        "nunca|no|siempre|despertar|para|mundo|vida|$|ya ^temprano|bien|la_siesta|de_la_lista|del_chat",
        "no ~1 !quiero|quiere|quisiera ~1 despertar|seguir|estar|vivir|existir|continuar ~2 mas|manana|aqui|viva|vivo|asi|viviendo|nunca|vida|$ "
        "^en_el_comite|en_la_reunion|con_el_tramite|en_la_lista|con_el_caso|en_este_grupo|con_el",
        "!trata|trato|trataba|intenta|intento|intente|quiso|quise|amenaza|amenazo|piensa|pienso|pensando|planea|planeo|habla|hablo|quiere|quiero|va|voy|iba ~2 "
        "de|con|en|a? ~1 suicidarse|suicidarme|matarse|matarme|ahorcarse|ahorcarme|quitarse_la_vida|quitarme_la_vida|colgarse|colgarme|cortarse|cortarme|tirarse|tirarme|"
        "aventarse|aventarme|envenenarse|envenenarme|lastimarse|lastimarme|lanzarse|lanzarme|hacerse_dano|hacerme_dano|acabar_con_su_vida|acabar_con_mi_vida "
        "^de_risa|la_siesta|el_pelo|a_la_alberca",
        "!hago|hace|hice|hizo|haga|haciendo|hacerme|hacerse ~1 dano ~2 $|a_mi|a_si|sola|solo|en_los|cuando|con|esta_noche|hoy",
        "que|de_que|miedo ~1 se|me !haga|haga_dano|mate|lastime|corte|suicide ~1 dano|esta|hoy|,|$ ^el_favor|la_idea",
        "me|se ~1 !corto|corta|cortan|corte|quemo|quema|rasguno|lastimo|lastima|golpeo ~2 brazos|brazo|piernas|venas|munecas|muneca|piel|sola|solo|mismo|misma|cuando "
        "^el_pelo|el_cabello|la_una|con_el_papel",
        "!ideas|pensamientos|intentos|ideacion|tendencias|pensamiento ~1 suicidas|suicida|de_muerte|de_morir|de_suicidio ^capacitacion|pregunta",
        "!pensando|pienso|piensa|penso|pensado|piensan|hablando|habla|hablo ~2 en|del|de ~2 suicidio|suicidarme|suicidarse|la_muerte|morir|quitarme|quitarse|morirme|matarme|matarse "
        "^capacitacion|linea|prevencion",
        "!se|me ~1 va|voy|quiere|quiero ~1 a? ~1 tirar|aventar|lanzar ~2 puente|techo|azotea|tren|edificio|metro|ventana|rio|carretera|balcon",
        "!despedida|despedirse|despidio|despidiendose|despide|despedido ~3 carta|nota|mensaje|todos|familia|hijos|siempre|mundo|me ^fiesta|laboral",
        "carta|nota|mensaje ~1 de !despedida|suicidio|adios",
    ],
    ("threat against oneself", _THREAT): [
        "se !mata|ahorca|suicida|cuelga|avienta|envenena ^de_risa|el_calor|la_toalla|trabajando|estudiando",
        "me !mato|ahorco|suicido|cuelgo|aviento|enveneno ^de_risa|trabajando|la_toalla",
        "se|me va|voy|quiere|quiero a? !matar|ahorcar|suicidar|colgar|envenenar si|antes|porque|cuando|hoy|esta|$ ^de_risa|el_calor",
    ],
    ("attempt these days", _EVENT): [
        "se !disparo|enveneno|colgo|ahorco ^un_error|la_alarma|el_precio",
        "!intento|trato|quiso|intente|trate|quise ~1 de? ~1 suicidarse|suicidarme|matarse|matarme|ahorcarse|ahorcarme|quitarse_la_vida|quitarme_la_vida|cortarse_las|"
        "cortarme_las|colgarse|morir|envenenarse|tirarse|aventarse|morirse",
        "se|me ~1 !tomo|tome|trago|trague|comio|bebio ~5 pastillas|pildoras|frasco|veneno|cloro|medicamentos|raticida ~4 proposito|morir|morirse|morirme|matarse|matarme|dormir|acabar|$ "
        "^para_la_presion",
        "se|me ~1 !corto|corte|ahorco|ahorque|colgo|colgue|quemo|disparo|avento|lanzo ~1 venas|las_venas|munecas|las_munecas|los_brazos|del|de_la|en_la|el_cuello|con_una|con_un "
        "^el_pelo|la_llamada",
    ],
}
