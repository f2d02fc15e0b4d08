"""Spanish lexicons, without accents as the plain text is. Several countries' words side by side. Data only."""

_PERSON = """
hombre hombres mujer mujeres muchacha muchacho muchachas muchachos chica chico chicas chicos nina nino ninas ninos menor menores
bebe joven jovenes senora senor senorita tipo tipos sujeto sujetos man vato bato wey guey chavo chava chamo chama gurisa pibe piba
morra morro patojo patoja cipote cipota guagua wawa persona personas gente cliente clienta clientes paciente pacientes residente
trabajador trabajadora trabajadores trabajadoras empleado empleada companero companera compañero hermano hermana hijo hija hijos
hijas esposo esposa marido novio novia pareja ex tio tia papa mama padre madre padrastro primo prima patron patrona patrones jefe
jefa dueno duena encargado capataz mayordomo contratista supervisor vecino vecina estudiante alumna alumno tratante tratantes
padrote padrotes proxeneta proxenetas traficante explotador agresor abusador coyote pollero acosador chulo victima victimas
sobreviviente familia guardia conductor chofer desconocido desconocidos viejo vieja amiga amigo doña don pelao pelada sicario
"""
PEOPLE = frozenset(_PERSON.split())
_DETERMINERS = (
    "el la los las un una unos unas mi mis su sus nuestra nuestro este esta ese esa dos tres cuatro otro "
    "otra varios varias al del"
)
_GERUNDS = (
    "golpeando pegando ahorcando estrangulando apunalando atacando agrediendo violando maltratando pateando lastimando "
    "amenazando siguiendo persiguiendo arrastrando jalando jaloneando matando quemando cacheteando madreando puteando "
    "asfixiando torturando vergueando acuchillando balaceando disparando acosando empujando cachimbeando fajando "
    "secuestrando correteando agarrando tironeando cogiendo golpiando machucando chingando"
)
_INFINITIVES = (
    "matar golpear quemar lastimar apunalar violar pegar balear desaparecer secuestrar quebrar picar rajar ahorcar "
    "degollar acuchillar ajusticiar hacer_dano hacerle_dano hacerme_dano dar_un_tiro pegar_un_tiro "
    "disparar cortar agarrar torturar"
)
_CLITICS = "la lo le las los les me nos te"


def _with_clitics(verbs: str) -> str:
    simple = [verb for verb in verbs.split() if "_" not in verb]
    return " ".join([*verbs.split(), *(f"{verb}{clitic}" for verb in simple for clitic in _CLITICS.split())])


WORDS: dict[str, str] = {
    "arma": "cuchillo cuchillos navaja navajas pistola pistolas arma armas machete rifle escopeta revolver "
    "fierro cuete filero fusca "
    "punta faca punal bate martillo hacha bomba tijeras botella_rota cutter tubo metralleta tolete corvo "
    "charrasca trabuco matraca "
    "picahielo gasolina desarmador",
    "tiene_arma": "tiene tienen trae traen trai carga cargan lleva llevan saco sacaron con porta portan anda_con "
    "andan_con apuntando_con "
    "apunta_con agarro agarra apunto_con amenaza_con amenazando_con",
    "gerundio": _with_clitics(_GERUNDS),
    "a_quien": "la lo le les los las me nos se se_la",
    "esta": "esta estan anda andan sigue siguen viene vienen va van ta tan vino",
    "dano": _with_clitics(_INFINITIVES),
    "danos": " ".join(f"{verb}{clitic}" for verb in _INFINITIVES.split() if "_" not in verb for clitic in _CLITICS.split()),
    "lastima": (
        "pega pegan golpea golpean maltrata maltratan viola violan lastima ahorca patea quema tortura azota cachetea madrea"
    ),
    "encerrada": "encerrada encerrado encerrados encerradas amarrada amarrado amarrados amarradas atada atado atados "
    "secuestrada secuestrado "
    "secuestrados retenida retenido retenidos cautiva cautivo atrapada atrapado atrapados bajo_llave contra_su_voluntad "
    "contra_mi_voluntad esposada encadenada encadenado amordazada rehen de_rehen privada_de_su_libertad presa_en",
    "perpetrador": "tratante padrote proxeneta traficante explotador agresor abusador coyote pollero acosador chulo ex "
    "expareja exnovio "
    "exmarido exesposo tratantes padrotes traficantes agresores abusivo sicario sicarios",
    "aqui": "aqui afuera en_la_puerta en_camino en_la_entrada en_la_sala para_aca pa_aca por_ella por_el por_mi "
    "por_nosotras por_ellas "
    "buscandola buscandolo buscandome buscandonos en_el_estacionamiento en_el_lobby abajo esperandola "
    "cerca en_la_clinica en_el_albergue "
    "en_el_refugio en_la_recepcion en_la_casa adentro en_la_calle en_la_oficina en_el_pasillo hacia_aca "
    "hacia_aqui de_camino llegando "
    "en_la_esquina en_el_parqueo parqueado estacionado esperando rondando dentro en_la_cochera en_el_cuarto",
    "pronto": "esta_noche ahora ahorita manana hoy madrugada otro_estado otra_ciudad frontera una_hora a_mexico ya "
    "fuera_del_pais "
    "aeropuerto camioneta al_norte otro_pais de_aqui lejos lugar_nuevo otro_lado esta_tarde pronto en_la_manana esta_semana",
    "mover": "mover llevar mandar vender trasladar sacar llevando moviendo vendiendo subiendo cruzar pasar "
    "entregar llevarse sacando cambiar "
    "mandando llevarsela llevarselo llevarlos llevarlas llevarla moverla moverlas moverlos venderla sacarla mandarla casar",
    "menor": "nina nino ninas ninos hija hijo bebe menor muchacha muchacho adolescente joven hermana hermano "
    "sobrina sobrino estudiante alumna "
    "alumno chica chico residente chamaca chamaco nieta nieto hijos hijas chiquilla morra patoja cipota chama guagua",
    "papeles": (
        "pasaporte pasaportes papeles documentos identificacion visa cedula dni credencial acta ine documento green_card licencia"
    ),
    "patron": "patron patrona jefe jefa dueno duena senora senor esposo marido novio pareja encargado contratista "
    "tio tia ellos el_tipo "
    "patrones jefes empleador capataz mayordomo familia agencia coyote padrote hombre gente",
}


def _noun_phrase(nouns: str) -> str:
    return rf"(?:(?:{'|'.join(_DETERMINERS.split())}) )?(?:{'|'.join(nouns.split())}) "


MACROS: dict[str, str] = {
    "quien": rf"(?:(?:el|ella|ellos|ellas|yo|nosotros|alguien|uno) |{_noun_phrase(_PERSON)})",
    "agresor": (
        rf"(?:{_noun_phrase(WORDS['perpetrador'])}|(?:el|la|un) (?:hombre|tipo|man|senor|sujeto|"
        rf"vato) que (?:la|lo|me|nos|las|los) [a-z]+ )"
    ),
    "el_menor": rf"(?:(?:{'|'.join(_DETERMINERS.split())}) (?:[a-z]+ )?(?:{'|'.join(WORDS['menor'].split())}) )",
}
