"""A person telling of their own exploitation, in Spanish, by what is done to them. Data only."""

from bot.answers.safety.engine import Tense

_NOW, _EVENT, _THREAT = Tense.NOW, Tense.EVENT, Tense.THREAT

OWN_STORY: dict[tuple[str, Tense], list[str]] = {
    ("held", _THREAT): [
        "no !se|sabemos ~1 donde|en_que|que|cual ~1 estoy|estamos|ciudad|lugar|direccion ^el|la|esta|ponga",
        "me|nos ~1 !taparon|tapan|cierran|cerraron|encierran|ponen_candado ~3 ventanas|ventana|puerta|porton|noche",
        "!cierran|cierra|echan|ponen|pone ~2 candado|llave|porton|puerta ~4 no|noche|salimos|salir|podemos|nos",
        "!duermo|dormimos|duermen|vivo|vivimos|dormir ~1 en ~2 piso|cocina|bodega|taller|restaurante|cochera|suelo|donde_trabajo|fabrica|carro|lavanderia",
        "!solo ~1 salgo|salimos|hablo|puedo|me_dejan ~2 con|si|para|cuando ~1 ella|el|ellos|trabajar|me|nos|permiso",
        "nos|me !traen|mueven|llevan|cambian|pasan ~1 de ~2 en|a ~1 rancho|motel|casa|ciudad|hotel|lugar|estado",
        "me|nos !puso|pusieron|pone ~1 un|el ~1 rastreador|gps|localizador",
        "!dice|dicen que ~1 nadie|la_policia|me|no ~3 creer|cree|arrestar|deportan|va|voy|puedo|meten|llevan ~2",
        "no ~1 me|nos !dan|da de comer|comida|agua|descanso|permiso|mi ~1 ^cena|el_archivo",
        "no !soy|somos|estoy|estamos ~1 libre|libres ^el|la|manana|hoy|de_compromisos|a_las|para|en_la",
        "no ~1 !tengo|tenemos|dan|da ~1 libertad|salida|opcion|eleccion|escapatoria|otra_opcion",
        "me|nos ~1 !tratan|trata|trataban|usan|usa ~1 como|de ~1 un|una? esclava|esclavo|esclavos|esclavas|animal|animales|prisionera|preso|perro|objeto|basura",
        "me|nos !siento|sentimos|siente ~1 atrapada|atrapado|atrapados|presa|preso|prisionera|prisionero|esclava|esclavo|encerrada ^en_el_trafico|en_juntas",
        "no me|nos !deja|dejan|dejo|dejaron|permite|permiten ~2 salir|ir|irme|irnos|hablar|llamar|ver|descansar|comer|dormir|escapar|renunciar|tener|usar|"
        "salirme|estudiar|respirar|sola|solo|en_paz ^temprano|el_viernes|antes|al_sistema|el_sistema|el_archivo|a_la_junta|a_almorzar|la_pagina|el_lunes|de_vacaciones",
        "no ~1 !puedo|podemos|pude|pudimos ~1 irme|irnos|escapar|escaparme|renunciar|salirme|salir|dejarlo|dejar|huir|parar ~3 "
        "porque|si|hasta|sin|o|de|este|el|la|mi|$ ^de_la_junta|de_la_reunion|temprano|al_almuerzo|de_la_llamada|a_comer|hoy|de_vacaciones|el_comite|la_reunion",
        "me|nos ~1 !vigila|vigilan|vigilando|espian|controla|controlan|encierra|encierran|persigue|persiguen|celan",
        "me|nos ~1 !revisa|revisan|quita|quitan|quito|quitaron|esconde|escondio|rompio|controla|lee|leen ~2 "
        "telefono|celular|mensajes|cel|llamadas|dinero|documentos|papeles|id|pasaporte|phone|cuenta",
        "!lee|leen|revisa|revisan mis mensajes|llamadas|cosas|chats",
        "en !contra de mi|nuestra voluntad",
        "no me|nos !atrevo|animo|dejo a irme|escapar|denunciar|hablar|salir|decir",
    ],
    ("sold or shared", _THREAT): [
        "me|nos ~1 !pone|ponen|puso|sube|suben|subio|anuncia|publico|publican|mete|manda|mandan|mando|saca|sacan ~1 en|a ~1 una|la|el|un? pagina|internet|calle|esquina|web|linea|bar|cantina|club|hombres|con_hombres|con_senores ^correos|agenda|lista|junta",
        "me|nos !cambio|cambiaron|entrego|regalo|apostaron|empeno por|a ~2 droga|drogas|dinero|deuda|un_hombre|un_senor|el",
        "me ~1 !hace|hacen|obliga|pide|piden|exige ~1 a? ~1 grabar|posar|desnudarme|fotos|videos|sexo|acostarme|acueste|acostar|relaciones|robar|pedir|bailar|traer|llevar_droga ^del_evento|para_el_boletin",
        "!pide|piden|exige|quiere ~1 sexo|relaciones|que_me_acueste|favores_sexuales ~2 por|a_cambio|para|si|la|mi",
        "me|nos ~1 !vendieron|vendio|vende|venden|compro|compraron|rento|rentaron|prostituyo|prostituyeron|explotan|explota|trafico|traficaron|trafican|"
        "secuestraron_y|ofrece|ofrecen|alquila|alquilan ^el|un_boleto|boletos|un_carro|la_idea|la_casa|ayuda|cafe|trabajo|comida|un_refresco|su_apoyo",
        "me|nos !lleva|llevan|llevaba|manda|mandan|presta|prestan|entrega|entregan|comparte ~2 con|a ~2 hombres|clientes|senores|sus_amigos|tipos|otros|viejos",
        "!deja|dejan|trae|traen|permite que? ~2 hombres|amigos|clientes|senores ~3 me|conmigo|mi_cuarto|nos",
        "!tengo|tenemos|debo que? ~2 acostarme|atender|estar|dormir|juntar|hacer|entregar|ganar|sacar ~3 "
        "hombres|clientes|dinero|cuota|noche|dolares|pesos|senores|el",
        "!soy|fui|somos|fuimos|creo_que_soy ~2 victima|victimas|sobreviviente|vendida|vendido|traficada|traficado|explotada|esclava|victim|trafficked ~1 "
        "de|of|por|y|,|$ ^de_fraude|de_un_choque|y_lider|y_defensora",
        "!dice|dicen que ~1 soy|somos suya|suyo|de_el|su_propiedad|suyos|suyas",
        "me !marco|marcaron|tatuo|tatuaron",
        "me|nos !graba|grabo|grabaron|filmo|filmaron|tomo ~1 fotos|videos|desnuda|desnudo|teniendo|con",
        "!tiene|tienen ~1 fotos|videos|video|imagenes|grabaciones ~1 mias|mios|de_mi|nuestras|mia|mio|conmigo",
        "!publicar|publica|subir|mandar|ensenar|mostrar|compartir|difundir ~3 fotos|videos|todo|familia|las|los ~4 si ~1 no|me|dejo|hablo",
        "me|nos !da|dan|mete|meten|inyecta|inyectan|obliga_a_tomar ~1 droga|drogas|pastillas|algo|alcohol ~2 para|y|cuando|si",
    ],
    ("worked without pay", _THREAT): [
        "!trabajo|trabajamos|trabajando|trabaje|limpio|limpiando|cuido|cocino ~8 no|sin|ni|nada|nunca|casi ~2 "
        "me|nos|paga|pagan|pago|sueldo|descanso|salir|dejan|deja|pagado|cobrar|descansar",
        "!llevo|llevamos|tengo|tenemos ~3 meses|semanas|anos|dias ~2 sin que? ~1 me|nos|pago|cobrar|sueldo|salir|paga|descanso|recibir",
        "no me|nos ~1 !han|ha|quieren|quiere|pagan|paga|pagaron nada|desde|lo_que|mi_sueldo|ni|un_peso|un_centavo|and|pagado_nada|pagado_desde|pagado_en|pagado_mi|pagado_lo|pagado_y|pagado_hace|pagar_lo|pagar_nada|por_meses "
        "^las_horas_extra|el_mileage|el_viaje|el_curso|el_kilometraje",
        "me|nos ~1 !descuenta|descuentan|cobra|cobran|quita|quitan ~2 "
        "todo|renta|comida|sueldo|cheque|casa|transporte|herramientas|lo_que|pago|dinero|cama",
        "se ~1 !queda|quedan|quedo|quedaron|agarra|agarran|roba|roban ~1 con? ~1 "
        "mi|mis|nuestro|nuestros|todo|lo|el|la ~1 dinero|pago|sueldo|que|cheque|papeles|pasaporte|pasaportes|documentos|identificacion",
        "me|nos ~1 !pone|ponen|hace|hacen|hacian|hacia|mandan|manda ~1 a? ~1 trabajar|limpiar|cocinar|pedir|robar|vender|cargar|dormir|bailar|coser ~5 "
        "sin|horas|noche|dia|no|y|enferma|enfermo|enfermos|hasta|dinero|calle|gratis|diez|piso ^horas_extra|el_informe|la_junta",
        "me|nos !obligan|obliga|obligaban|obligo|forzan|fuerzan|obliguen ~3 work|to_work|trabajar|sexo|to|hacer|estar|pedir|vender|robar|dormir|casar|tomar ^usar_el|un_curso",
        "no ~1 me|nos !queda|alcanza ~1 nada|ni ~2",
    ],
    ("in debt", _THREAT): [
        "la !deuda ~1 nunca|no|crece|sube|aumenta ^publica",
        "!llevo|llevamos ~2 pagando|trabajando ~5 debo|debemos|igual|lo_mismo|todavia|aun|nada|sin|gratis",
        "me|nos ~1 !multan|descuentan|cobran|cobra|multa|rebajan ~1 por|todo|la|el|de|cada ~2 ^impuestos",
        "!vine|vinimos|llegue ~1 con|a|de|para ~3 visa|trabajar|limpiar|contratista|estudiar|cuidar|coyote ~3 y ~2 patron|me|no|nos|la|tiene|quito|era|ellos|jefe",
        "!trabaje|trabajo|trabajamos|trabaja ~3 gratis|sin_paga|por_nada|por_comida ",
        "!debo|debemos|deuda|pagar|pago|pagando ~5 nunca|no ~2 acaba|termina|termino|baja|alcanza|se_acaba|terminamos|acabo",
        "!nunca|jamas|no ~1 termino|acabo|terminamos|termina|puedo|acabamos ~1 de? ~1 pagar|pagando|pagarles|pagarle ~3 deuda|debo|que|dicen|viaje|coyote|$ ^la_factura",
        "me|nos !hacen|hace|obligan|tienen ~1 a? ~1 trabajar|trabajando|trabajo ~3 pagar|deuda|coyote|viaje|debo|pasaje",
        "!debo|debemos|debiendo ~3 coyote|patron|jefe|senora|pollero|contratista|agencia|padrote ^informe|un_correo|una_llamada|una_respuesta",
        "!firme|firmamos|hicieron_firmar|firmar ~2 contrato|papel|papeles|pagare ~4 no|me|deuda|irme|salir|anos|dicen",
        "si me|nos !voy|vamos|salgo|escapo|quejo|niego ~3 "
        "llama|llaman|deporta|deportan|mata|matan|pega|cobra|cobran|demanda|denuncia|migra|policia|hacen|hace|va|van|quitan ^temprano|antes",
        "!llama|llamar|llaman|llamara|hablarle|echa|echar|echan|reportar|entregar|amenaza|amenazan ~3 migra|migracion|inmigracion|ice|deportacion",
    ],
    ("lured", _THREAT): [
        "me|nos ~1 !prometieron|prometio|ofrecieron|ofrecio|dijeron|dijo ~3 trabajo|empleo|escuela|papeles|casarse|vida|estudiar|restaurante|era ~6 "
        "y|pero|era|resulto|no|otra_cosa",
        "me|nos ~1 !enganaron|engano|mintieron|mintio|trajeron|trajo|embaucaron ~2 con|del|para|a|desde|enganos|de_mi "
        "^cafe|comida|a_la_reunion|a_la_junta|los_papeles_firmados|el_informe",
        "!era|fue|resulto ~1 mentira|otra_cosa|engano|falso|una_trampa ~2 trabajo|empleo|$",
    ],
    ("hurt", _EVENT): [
        "me|nos ~1 !pega|pegan|pegaba|golpea|golpean|golpeaba|viola|violan|violo|violaron|maltrata|maltratan|lastima|quema|insulta_y|humilla|cachetea|patea|"
        "encierra|amarra|drogan|droga ^risa|de_risa|el_sol|un_susto|con_el",
        "!abusa|abusan|abuso|abusaron ~1 de ~1 mi|nosotras|nosotros ^confianza",
        "me|nos !toca|tocan|manosea|manosean|toco ^presentar|hacer|el|la|ir|trabajar|esperar|a_mi",
        "me|nos ~1 !amenaza|amenazan|amenazo|amenazaron|amenazando ~2 con|si|de|a|que ^cerrar|cancelar|quitar_el_fondo",
        "!hacerle|hacer|matar|lastimar|buscar ~1 dano|algo|a ~2 mi|mis|nuestra familia|hijos|mama|padres|hija|hijo|hermana ~4 si|cuando|$",
        "!tengo|tenemos ~1 miedo ~2 de|que|a|por|y|pero ~3 "
        "irme|salir|escapar|denunciar|el|ellos|mi_patron|mi_jefe|patron|me_mate|me_haga|encuentre|pegue|deporten|decir|ella ^presentar|preguntar_en|hablar_en",
    ],
    ("wanting out", _THREAT): [
        "!acabo|acabamos|logre|pude|ya de? ~1 escapar|escaparme|huir|salirme|salir ~3 ",
        "me|nos ~1 !sali|salimos|fui|escape|hui ~3 mientras|cuando|sin_que|de_noche|a_escondidas ~2",
        "como ~1 le? ~1 !hago|hacemos|puedo para|a? ~1 salirme|salir_de|escapar|irme|huir|dejarlo|que_me_regresen|recuperar_mi|que_me_devuelvan ^el_chat|la_reunion|el_deposito",
        "no quiero !policia|denunciar ~1 ,? solo|pero|quiero ~3 mi|irme|regresar|pasaporte|salir|casa|papeles",
        "si !llamo|hablo|denuncio|digo ~4 policia|migra|deportan|arrestan|arrestar|saben|enteran|matan|pasa ^al_proveedor",
        "!quiero|necesito|queremos ~1 volver|regresar|irme|regresarme ~2 mi|a ~1 pais|casa|familia|tierra ~3 no|pero|y|$",
        "creo que|es|eso|esto ~3 !pasa|pasando|paso ~1 a mi|nosotros",
        "!mi|mis hermana|hermano|amiga|prima|amigas ~1 sigue|siguen|esta|estan ~1 con ~1 ellos|el|ella|la_senora",
        "!quiero|quisiera|necesito|ayudenme|ayuda|ayuden|como|queremos|puedo|pueden|puede|podria|trato|trate ~4 "
        "escapar|escaparme|huir|salirme|salir_de_aqui|salir_de_esto|salir_de_esta|salir_de_ahi|dejarlo|irme_de_aqui|irme_de_esta|irme_de_su|alejarme|liberarme|"
        "escaparnos|salirnos|irnos_de_aqui ^del_comite|de_la_junta|de_la_reunion|del_grupo|del_chat|del_sistema|de_la_lista",
        "me|nos !escape|escapamos|fugue|fugamos|hui|sali|salimos|logre_escapar ~5 casa|rancho|lugar|trabajo|el|ellos|patron|ahi|donde|hotel|hombre|senor|club|bar|fabrica|taller "
        "^temprano|comprar",
        "me|nos|hui ~1 !escape|escapamos|hui|fugue|fugamos ~4 no|y|tengo|ayuda|miedo|donde|ayer|hoy|anoche",
        "no !tengo|tenemos|se a? ~1 donde|adonde ~1 ir|quedarme|dormir|vivir|esconderme",
        "!es|sera|esto_es|eso_es ~1 trata ~1 lo ~1 que me|nos",
        "!es|sera ~1 trata|esclavitud|explotacion|abuso|legal|un_delito ~1 lo_que|que ~2 me|nos",
        "lo que me|nos ~1 !hacen|hace|hicieron|hizo|pasa|paso|obligan|obligaron|estan_haciendo",
        "me|nos ~1 !pueden|puede|van|va ~1 a? ~1 deportar|arrestar|detener|meter ~2 si|por|a|presa|preso ~3 "
        "denuncio|hablo|digo|cuento|escapo|lo_que|reporto|jefe|patron|me_obligaron|voy",
        "!alguien|quien|podria|pueden|puede ~2 me ~1 ayuda|ayudar|ayude|ayudarme ~2 a ~1 salir|escapar|irme|huir|dejar",
    ],
}
