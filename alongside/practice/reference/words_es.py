"""The words the guard points at in Spanish. Our own choice in the same spirit; an agency rewords it in the browser.

Phrases are written in the guard's notation (docs/GUARD.md). Accents may be missing in what is typed.
"""

from alongside.practice.rules import Guarded as Words

SER = "(es/fue/era/está/estaba/estuvo/son/se muestra/se mostró/muy)"

SPANISH: dict[str, Words] = {
    "obediencia": Words(
        "incumplió, incumple, incumplieron, incumpliendo, incumplimiento/incumplimientos, incumplidor/incumplidora,"
        " no cumple/cumplió/cumplía (con), no coopera/cooperó/cooperaba/colabora/colaboró, no (es/fue/era)"
        " cooperativo/cooperativa, poco cooperativo/cooperativa/colaborador/colaboradora",
        "Mide a la persona por su obediencia y oculta lo que lo impedía.",
        "no ___\nprefirió no ___\nno pudo ___ porque ___",
        "incumplimiento de contrato/pago, el patrón/casero/dueño incumplió, no cumple años, no cumple todavía",
    ),
    "se-nego": Words(
        "se negó/niega/negaba/negaron/niegan (a), se ha negado (a), negándose (a), negarse (a), se"
        " rehúsa/rehusó/rehusaba (a), rehúsa, rehusó, rechaza, rechazó, rechazaba, rechazaron, rechazando,"
        " ha rechazado",
        "La decisión es suya, y un no es una respuesta.",
        "dijo que no a\nprefirió no\ndecidió no",
        "rechazó la/su solicitud/petición/demanda, derecho a negarse, puede negarse",
    ),
    "resistente": Words(
        f"{SER} resistente/resistentes, se resiste/resistía/resistió/resisten, en negación,"
        " muestra/mostró/opone/opuso resistencia",
        "Convierte en defecto lo que es protegerse.",
        "todavía no se siente lista la persona para ___\ntiene dudas sobre ___\nse protege de ___",
        "resistente al agua/calor/fuego, resistente a los antibióticos/la insulina, resistente a antibióticos",
    ),
    "desmotivada": Words(
        f"{SER} desmotivado/desmotivada/desmotivados/desmotivadas, falta de motivación/interés/voluntad, sin"
        " motivación, no tiene ganas, le falta voluntad/motivación, no pone de su parte,"
        f" {SER} flojo/floja/perezoso/perezosa/vago/vaga/haragán/haragana",
        "Oculta lo que está en el camino.",
        "qué lo hace difícil: ___\nqué le importa ahora: ___",
        "ropa floja, cuerda floja, idea vaga, respuesta vaga",
    ),
    "no-se-presento": Words(
        "no se presentó/presenta/presentaron, inasistencia/inasistencias, faltó/falta/faltaba/faltaron (a) (la/su/una)"
        " cita/citas/reunión, faltó otra vez, faltó de nuevo, no asistió/asiste,"
        " ausentismo",
        "Cuenta en contra de la persona, y muchas veces no sabemos por qué.",
        "no nos vimos\nno pudo venir",
    ),
    "desvinculada": Words(
        f"{SER} desvinculado/desvinculada, se desvinculó, abandonó/abandona/abandonaron (el)"
        " programa/proceso/tratamiento/servicio, abandonó los servicios, abandono del programa/tratamiento/proceso,"
        " desertó, deserción, se perdió el contacto, perdido/perdida de vista, se desconectó del programa,"
        " desaparecida/desaparecido del programa",
        "La puerta sigue abierta, y el silencio no es un final.",
        "está en silencio desde ___\nno hemos tenido contacto desde ___",
        "deserción escolar",
    ),
    "dificil-de-alcanzar": Words(
        f"{SER} difícil/difíciles de alcanzar/contactar/ubicar/atender/localizar",
        "Encontrar la manera es tarea nuestra.",
        "todavía no encontramos una manera que funcione para ___",
    ),
    "manipuladora": Words(
        f"{SER} manipulador/manipuladora/manipuladores/manipuladoras, nos manipula/manipuló, manipula/manipuló al"
        " personal/equipo, se aprovecha del sistema/programa, abusa del sistema",
        "Pedir de varias maneras es una forma de sobrevivir.",
        "pidió ___ a varias personas\nbusca que se atienda una necesidad: ___",
        "pareja manipuladora, novio/esposo/jefe/patrón/tratante manipulador",
    ),
    "llamar-la-atencion": Words(
        "(busca/buscaba/quiere/quería/para) llamar la atención, llama/llamaba la atención, busca/buscaba/buscando"
        " atención, por atención",
        "Detrás hay una necesidad de conexión o de ayuda.",
        "busca conexión\npidió ayuda con ___",
        "busca/buscaba/buscando atención médica/dental/psicológica/legal, me/nos llamó/llama la atención que",
    ),
    "agresiva": Words(
        f"{SER} agresivo/agresiva/agresivos/agresivas/hostil/hostiles/violento/violenta/combativo/combativa/desafiante,"
        " se puso/portó agresivo/agresiva/violento/violenta, agresivamente, con agresividad, agresividad",
        "Diga lo que se vio y se oyó.",
        "alzó la voz\nse levantó y ___\nsalió del cuarto",
        "perro/perra agresivo/agresiva, cáncer agresivo, novio/esposo/pareja/patrón/tratante violento/agresivo/violenta"
        "/agresiva, relación violenta, ambiente hostil",
    ),
    "conflictiva": Words(
        f"{SER} conflictivo/conflictiva/conflictivos/conflictivas/problemático/problemática/problemáticos/"
        "problemáticas, cliente/clienta/participante/persona difícil, caso difícil, ella/él es/era/fue difícil,"
        " cliente/clienta/participante problema",
        "Pone una etiqueta; describa la situación.",
        "lo que pasó: ___\nlo que nos costó: ___",
        "zona/relación conflictiva",
    ),
    "exigente": Words(
        f"{SER} exigente/exigentes/demandante/demandantes, necesitado/necesitada/necesitados/necesitadas de atención,"
        f" {SER} caprichoso/caprichosa/berrinchudo/berrinchuda",
        "Hay una necesidad detrás; dígala.",
        "pidió ___\nllamó ___ veces por ___\nnecesita ___",
        "trabajo/horario/patrón/parte exigente/demandante",
    ),
    "dependiente": Words(
        f"{SER} (muy/demasiado) dependiente (de nosotros/nosotras/del programa), codependiente, codependencia,"
        " demasiado apegado/apegada",
        "Apoyarse en alguien es como empiezan muchos planes.",
        "por ahora cuenta con nuestra ayuda para ___\ncompartimos el próximo paso: ___",
        "hijo/hija/menor/familiar dependiente, es dependiente de mostrador/tienda/insulina, dependiente de una tienda",
    ),
    "alega": Words(
        "alega, alegó, alegaba, alegan, alegando, alega que, supuestamente, supuesto/supuesta abuso/maltrato/violación,"
        " presuntamente, dizque, según ella/él, pretende que, su cuento, puro cuento",
        "Pone en duda su palabra.",
        "dice\nnos contó\ndescribe",
        "presuntamente responsable",
    ),
    "admite": Words(
        "admite, admitió, admitía, admitieron, admitiendo, confiesa, confesó, confesaba, confesión, reconoció su culpa",
        "Suena a culpa.",
        "dice\ndijo\ncontó",
        "fue/es/será admitido/admitida, admitió en el hospital, la/lo admitió el hospital, no admite efectivo/mascotas/"
        "niños, se confesó, confesión de fe",
    ),
    "mentirosa": Words(
        f"{SER} (un/una) mentiroso/mentirosa/mentirosos/mentirosas, mintió, miente, mentía, mintiendo, nos mintió,"
        f" poco confiable/fiable, {SER} incoherente/inconsistente/contradictorio/contradictoria, se contradice,"
        " se contradijo, no es confiable",
        "El trauma y el miedo cambian lo que se recuerda y se dice.",
        "nos contó cosas distintas el ___\nlo que pasó: ___",
        "le/les mintió (el) (patrón/tratante/reclutador), transporte/autobús/carro poco confiable,"
        " carro/teléfono no es confiable",
    ),
    "mala-historiadora": Words(
        "mal/mala historiador/historiadora/informante",
        "Culpa a la memoria de lo que hace la tensión.",
        "algunas fechas no están claras\nrecuerda bien ___; ___ no está claro",
    ),
    "no-se-va": Words(
        "se niega/negó/rehúsa/rehusó a irse/dejarlo/dejarla/salir/separarse, no quiere/quiso/quería dejarlo/dejarla/"
        "irse/separarse, no lo/la deja, siempre vuelve/regresa con él/ella, vuelve y vuelve con él, sigue volviendo"
        " (con él), eligió/decidió/prefirió volver/regresar/quedarse con él/ella, por qué no lo/la deja, por qué no se"
        " va/fue, por qué sigue ahí/allí",
        "“Solo irse” puede no ser posible ni seguro: amenazas, deudas, hijos, papeles.",
        "sigue ahí\nvolvió el ___\ndice qué hace inseguro irse: ___",
        "no la deja salir/trabajar/hablar/ir/usar/ver, no lo deja salir/trabajar/hablar/ir/ver/dormir,"
        " no la deja dormir/comer, no lo deja comer, no lo deja en paz, no la deja en paz",
    ),
    "rescatada": Words(
        "(fue/fueron) rescatado/rescatada/rescatados/rescatadas, rescate, rescates, rescató, rescataron, rescatar,"
        " la/lo/las/los salvó, la/lo/las/los salvamos, fue salvada/salvado",
        "Salió; quizá ayudamos.",
        "salió\nlogró salir\nrecibió ayuda para salir",
        "inhalador de rescate, perro/perra/gato rescatado/rescatada, perro de rescate, equipo de rescate,"
        " rescate de animales",
    ),
    "victima": Words(
        "víctima, víctimas, víctima/víctimas de trata, victimizada/victimizado",
        "Cada persona dice quién es. La palabra está bien como término legal.",
        "participante\npersona\n___ (su palabra)",
        "víctima/víctimas de delito/delitos/crimen/crímenes, derechos de las víctimas, atención a víctimas,"
        " compensación a/para víctimas, servicios a/para víctimas, defensa/defensora/defensor de víctimas,"
        " defensa de los derechos de las víctimas, ley de protección a víctimas, oficina de víctimas, víctima de una"
        " forma grave",
    ),
    "prostituta": Words(
        "prostituta, prostitutas, prostituto, prostitución, se prostituye/prostituía/prostituyó, prostituida,"
        " prostituido, ramera, puta, esclava/esclavas/esclavo sexual/sexuales, mujer de la vida",
        "Avergüenza, y no es su nombre.",
        "persona que vivió ___\npersona que fue explotada\n___ (sus palabras)",
        "cargo/cargos/arresto/acusación de/por prostitución, acusada/acusado/condenada/condenado/detenida/detenido"
        " por/de prostitución",
    ),
    "prostitucion-infantil": Words(
        "niña/niño/menor/menores/adolescente prostituta/prostituida/prostituido, prostitución infantil/juvenil/de"
        " menores, prostituta menor/infantil",
        "Una niña o un niño no puede consentir.",
        "niña que fue explotada\nniño que fue explotado\nadolescente en explotación",
    ),
    "proxeneta": Words(
        "(su/el/un) proxeneta/padrote/chulo/padrotes/proxenetas, supuesto/dizque novio",
        "Quién es para la persona lo dice ella.",
        "la persona a quien llama “___”\nquien la explotó",
    ),
    "ilegal": Words(
        f"(inmigrante/inmigrantes/extranjero/extranjera/{SER[1:-1]}) ilegal/ilegales, los ilegales,"
        " indocumentado/indocumentada/indocumentados/indocumentadas, sin papeles, mojado, mojada",
        "El estatus nunca es una condición, y escribirlo puede dañar.",
        "no se preguntó por el estatus migratorio\n___ (como lo dice)",
        "es/fue/era ilegal despedir/desalojar/cobrar/retener/pagar, desalojo/despido/cobro/renta ilegal,"
        " desalojo fue/es ilegal, piso/suelo/ropa mojado/mojada, toalla mojada, pelo/cabello mojado",
    ),
    "adicta": Words(
        f"{SER} (un/una) adicto/adicta/adictos/adictas, drogadicto/drogadicta/drogadictos/drogadictas, drogado/drogada,"
        " borracho/borracha/borrachos/borrachas, alcohólico/alcohólica, vicioso/viciosa, marihuano/marihuana adicto,"
        " ex-adicto/ex-adicta, prueba/orina sucia/limpia, salió sucio/sucia/limpio/limpia,"
        f" se mantiene/mantuvo limpio/limpia",
        "Primero la persona; el uso y la necesidad se pueden nombrar.",
        "usa ___\nestá en recuperación (su palabra)\nresultado de la prueba: ___",
        "alcohólicos anónimos, bebida/bebidas alcohólica/alcohólicas",
    ),
    "loca": Words(
        f"{SER} (como) loco/loca/locos/locas/histérico/histérica/histéricos/histéricas/desquiciado/desquiciada,"
        " se puso loco/loca/histérico/histérica, se hace el/la loco/loca, está/estaba mal de la cabeza, psicópata,"
        f" {SER} bipolar",
        "No nos toca diagnosticar.",
        "estaba en angustia y ___\nno daba más por ___\ndijo “___”",
        "trastorno bipolar",
    ),
    "sufre": Words(
        "sufre/sufrió/sufría/sufren/sufriendo (de), padece/padecía/padeció/padecen (de)",
        "Pide lástima; la condición se puede nombrar sin más.",
        "tiene\nvive con\ntuvo",
        "sufrió un accidente/daño/golpe/fractura",
    ),
    "danada": Words(
        "ella/él está/estaba/quedó dañado/dañada/roto/rota, persona/mujer/niña dañada/rota, alma rota,"
        f" emocionalmente dañado/dañada, traumado/traumada, {SER} traumado/traumada",
        "Una persona no está rota.",
        "ha vivido ___\nahora le cuesta ___",
    ),
    "detonante": Words(
        "detonante/detonantes, se detonó, detonado/detonada, se activó (mucho), le dio un ataque, hizo un berrinche,"
        " hace berrinches, berrinche",
        "Describa qué pasó y qué hubo antes.",
        "se angustió cuando ___\nsalió del cuarto cuando ___",
        "se activó la alarma/cuenta/tarjeta, le dio un ataque de asma/epilepsia/cardíaco",
    ),
    "suicidio": Words(
        "gesto/gestos suicida/suicidas, amago de suicidio, suicidio fallido/frustrado/consumado/exitoso, intento"
        " fallido/frustrado de suicidio, se suicidó, cometió suicidio, cometer suicidio",
        "Quita peso al peligro o suena a delito.",
        "intento de suicidio\nmurió por suicidio\nintentó terminar con su vida",
    ),
    "sin-techo": Words(
        "indigente/indigentes, vagabundo/vagabunda/vagabundos/vagabundas, los/las sin techo, pordiosero/pordiosera",
        "Primero la persona; lo que hace falta es vivienda.",
        "persona sin vivienda\npersonas sin vivienda",
    ),
    "funcionamiento": Words(
        "(de) bajo/alto funcionamiento, poco funcional, disfuncional",
        "Demasiado vago para ayudar.",
        "necesita ayuda con ___\nhace ___ por su cuenta",
        "uterino disfuncional, sangrado disfuncional",
    ),
    "malagradecida": Words(
        f"{SER} (un/una) malagradecido/malagradecida/desagradecido/desagradecida/malcriado/malcriada/"
        "consentido/consentida/prepotente/altanero/altanera, se cree con derecho, cree merecer/merecerlo todo",
        "Juzga un deseo; nómbrelo.",
        "pidió ___\nle decepcionó que ___",
    ),
    "inapropiada": Words(
        f"{SER} inapropiado/inapropiada/inapropiados/inapropiadas, inapropiadamente, de forma/manera inapropiada,"
        " inadecuado/inadecuada, conducta/comportamiento inapropiada/inapropiado/inadecuada/inadecuado",
        "Demasiado vago: diga qué se dijo o se hizo.",
        "dijo “___”\nhizo ___; puse el límite",
        "vivienda/ropa/calefacción inadecuada, sueldo/espacio inadecuado",
    ),
    "nombre-real": Words(
        "(su) verdadero nombre, (su) nombre real/verdadero",
        "El nombre que usa es real.",
        "nombre legal\nel nombre en sus papeles",
    ),
    "sexo": Words(
        "sexo biológico, pronombre/pronombres preferido/preferidos, biológicamente hombre/mujer,"
        " transexual/transexuales, cambio de sexo, travesti/travestis",
        "Quién es lo dice la persona, con sus palabras.",
        "género, en sus palabras\npronombres\npersona trans",
    ),
    "hijo-ilegitimo": Words(
        "hijo/hija/hijos ilegítimo/ilegítima/ilegítimos, bastardo/bastarda, madre soltera fracasada",
        "Una hija es una hija; un hijo, un hijo.",
        "hijo\nhija",
    ),
    "hogar-roto": Words(
        "hogar/hogares/familia roto/rota/rotos/desintegrada/desestructurada/disfuncional, malas decisiones/elecciones,"
        " mala decisión, se lo buscó, ella/él se lo buscó",
        "Culpa; diga qué opciones había.",
        "lo que pasó: ___\nlas opciones que había: ___",
    ),
    "colocacion": Words(
        "fracasó/fracasa/falló (la/su) colocación/acogida, (la/su) colocación fracasó/falló, fracaso de la"
        " colocación/acogida, colocación fallida",
        "El hogar no pudo con la necesidad; no falló la niña ni el niño.",
        "la colocación terminó\nel hogar no pudo cubrir su necesidad de ___",
    ),
    "dada-de-baja": Words(
        "(fue/fueron/la/lo/se) dado/dada/dados/dadas/dieron/dimos/dio de baja, expulsado/expulsada/expulsados/"
        "expulsadas del programa/albergue, fracasó, fracasa, fracaso, fracasada, fracasado, sin éxito, cierre"
        " exitoso/fallido, caso cerrado por incumplimiento",
        "Un final no es una falla, y la puerta sigue abierta.",
        "terminó porque ___\nestá en pausa\ndecidió dejarlo",
        "baja médica, de baja por enfermedad/maternidad, presión baja",
    ),
    "clienta-frecuente": Words(
        "cliente/clienta frecuente, usuario/usuaria frecuente, ya lo/la conocemos de sobra",
        "Volver muestra una necesidad.",
        "ha venido ___ veces por ___",
    ),
    "mis-clientes": Words(
        "mi/mis cliente/clienta/clientes/clientas, mis casos, carga de casos, mis muchachas, mis niñas, mis chicas",
        "Nadie nos pertenece, y nadie es una carga.",
        "la persona a quien acompaño\npersonas con quienes trabajo",
        "llama a mis niñas",
    ),
    "guerra": Words(
        "en las trincheras, en primera línea, población objetivo/meta/diana, grupo objetivo/meta, combatir la trata",
        "Suena a guerra.",
        "en la comunidad\npersonas a quienes servimos",
    ),
    "debe": Words(
        "debe, deben, debería, deberían, tiene que, tienen que, tendría que, hay que, debe de",
        "Un plan dice lo que eligió.",
        "quiere\neligió",
        plans=True,
    ),
    "se-le-permite": Words(
        "se le permite/permitió/permitía/permitirá, le permitimos, le dejamos, la dejamos, lo dejamos,"
        " le dimos permiso, le autorizamos, se le autorizó",
        "Nos pone por encima.",
        "acordamos que ___\nle ofrecimos ___",
        "no se le permite/permitía/permitió, nunca se le permitió, la dejamos en, lo dejamos en, le dejamos un/una"
        " mensaje/nota/recado, la/lo dejamos para",
    ),
    "se-rindio": Words(
        "se rindió, se rinde, se dio por vencido/vencida, se da por vencido/vencida, tiró la toalla",
        "Dejar algo a un lado no es una falla.",
        "lo dejó\nlo puso a un lado",
        "no se rindió/rinde, nunca se rindió/rinde, no se da/dio por vencida/vencido, nunca se dio por vencida/vencido",
    ),
    "obviamente": Words(
        "obviamente, evidentemente, por supuesto, simplemente, claro que, desde luego, lógicamente",
        "Lo que desde fuera parece claro puede no serlo.",
        "-\nme pareció que",
    ),
    "siempre": Words(
        "siempre, nunca, jamás",
        "Deja fuera las veces en que fue distinto.",
        "muchas veces\nhasta ahora\nel ___",
        "casi siempre, para siempre, como siempre, siempre que, nunca más, "
        "nunca la/lo/le dejó/dejaron/permitió/permitieron, nunca se le permitió",
    ),
}
