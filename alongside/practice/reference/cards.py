"""The cards and topics we suggest, put in place once. An agency's own wording is never touched."""

from alongside.practice.choices import CardKind
from alongside.practice.models import Card, CardWording, TrainingTopic
from alongside.practice.topics import ON_PROFILE, REFRESH_MONTHS, TOPIC_NAMES

CARDS: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        "activated",
        {
            "en": (
                "Someone is activated",
                """First, you: both feet on the floor, one slow breath, a lower voice.
Put it down: the form and the phone can wait.
Make room: sit lower. Stay near, and leave the way to the door free.
Say: “Nothing has to be decided now.” “We can stop, step outside, get water, or just sit.” “You are at ___. It is \
___. The door is there.”
Offer: one choice at a time. Then wait.
Leave out: touching without asking, asking what happened, explaining rules, calling in more people unless there is \
danger.
If somebody may be hurt now: say what you will do before you do it.
After: ask what would help next, and whether to meet again today, another day, or not yet. Write down only what \
helps next time. Then take two minutes for yourself.""",
            ),
            "es": (
                "Alguien está en alerta",
                """Primero, usted: los pies en el suelo, una respiración lenta, la voz más baja.
Suelte lo que tiene: el formulario y el teléfono pueden esperar.
Haga espacio: siéntese más abajo. Quédese cerca y deje libre el camino a la puerta.
Diga: “Ahora no hay que decidir nada”. “Podemos parar, salir, tomar agua o solo estar aquí”. “Está en ___. Son las \
___. La puerta está ahí”.
Ofrezca: una opción a la vez. Luego espere.
Deje fuera: tocar sin preguntar, preguntar qué pasó, explicar reglas, llamar a más personas si no hay peligro.
Si alguien puede salir lastimado ahora: diga lo que va a hacer antes de hacerlo.
Después: pregunte qué ayudaría y si quiere verse hoy, otro día o todavía no. Escriba solo lo que servirá la próxima \
vez. Luego tome dos minutos para usted.""",
            ),
        },
    ),
    (
        "fragile",
        {
            "en": (
                "Connection feels fragile",
                """Notice: what am I afraid will happen? Whose urgency is this?
Smaller is safer: one short hello, in the words they agreed to, that asks for nothing.
Say: “No need to answer. I am still here on ___.”
If I had a part in it: “I think I ___. I am sorry. I would like to do it differently.”
Hold both: keep the boundary, and keep the door open.
Leave out: asking why they are quiet, mentioning closing, sending other people.
Look again: on a day you choose. If you carry this alone, tell your supervisor.""",
            ),
            "es": (
                "La conexión se siente frágil",
                """Observe: ¿qué temo que pase? ¿De quién es esta urgencia?
Más pequeño es más seguro: un saludo corto, con las palabras acordadas, que no pida nada.
Diga: “No hace falta responder. Aquí sigo el ___”.
Si tuve parte en esto: “Creo que yo ___. Lo siento. Me gustaría hacerlo de otra manera”.
Sostenga las dos cosas: el límite se mantiene y la puerta sigue abierta.
Deje fuera: preguntar por el silencio, hablar de cerrar, mandar a otras personas.
Vuelva a mirar: el día que usted elija. Si carga con esto a solas, hable con su supervisión.""",
            ),
        },
    ),
    (
        "plan",
        {
            "en": (
                "The plan did not hold",
                """It is information: nobody did it wrong.
Ask: “What did the plan not fit around?”
Choose together: make it smaller, swap it, set it aside, or pause everything.
Share the weight: move one step to “together”. Keep what worked.
Name it: if a rule, an office or a waiting list stood in the way, write that down as what it is.
Tell others: partners hear only what they need, and only with permission.""",
            ),
            "es": (
                "El plan no se sostuvo",
                """Es información: nadie hizo nada mal.
Pregunte: “¿Con qué no encajó el plan?”
Elijan en conjunto: hacerlo más pequeño, cambiarlo, dejarlo a un lado o pausar todo.
Comparta el peso: pase un paso a “en conjunto”. Conserve lo que sirvió.
Póngale nombre: si una regla, una oficina o una lista de espera estorbó, escríbalo tal como es.
A otras personas: las organizaciones aliadas saben solo lo necesario, y solo con permiso.""",
            ),
        },
    ),
    (
        "no-next-step",
        {
            "en": (
                "There is no clear next step",
                """This is allowed: set it to Holding.
Ask yourself: is anyone unsafe tonight? Did we promise something? Is anyone waiting for a word from us?
If yes: do that one thing.
If no: let it rest, and choose a day to look again.
Not alone: ask a colleague how they would hold it.
Staying is work: log it.""",
            ),
            "es": (
                "No hay un siguiente paso claro",
                """Está permitido: póngalo en espera.
Pregúntese: ¿hay alguien en peligro esta noche? ¿Prometimos algo? ¿Alguien espera una palabra nuestra?
Si la respuesta es sí: haga esa única cosa.
Si es no: deje descansar el asunto y elija un día para volver a mirar.
Sin soledad: pregunte a colegas cómo lo sostendrían.
Quedarse es trabajo: anótelo.""",
            ),
        },
    ),
    (
        "after-court",
        {
            "en": (
                "After court or a deposition",
                """Right after: something to eat, a ride, quiet.
Say: “You do not have to tell me about it.”
Leave out: going through the testimony, guessing how it will end.
Before you part: ask how tonight looks, and whom they would like near.
Tonight: those on call know what they need for the night, with permission.
Tomorrow and on day three: a short check-in, in the words they agreed to.
You: this lands on you too. Take a pause before the next thing.""",
            ),
            "es": (
                "Después del tribunal o de una declaración",
                """Al salir: algo de comer, transporte, calma.
Diga: “No tiene que contarme nada de esto”.
Deje fuera: repasar lo que se declaró, adivinar cómo terminará.
Antes de despedirse: pregunte cómo será esta noche y a quién quiere cerca.
Esta noche: quien está de guardia sabe lo que necesita para la noche, con permiso.
Mañana y al tercer día: un saludo corto, con las palabras acordadas.
Usted: esto también le llega. Haga una pausa antes de lo que sigue.""",
            ),
        },
    ),
    (
        "partner",
        {
            "en": (
                "Something feels off with a partner",
                """Put it apart: what I saw. The story I tell myself about it. What it did to the person or the \
work. What I would ask.
Wait a night: unless somebody is unsafe.
Speak first, write after: a call before an email.
Say: “I noticed ___. I may be reading it wrong. How did it look from your side?”
Leave out: copying in a crowd, telling others first, making the participant the messenger.
After: write down what you agreed, and when you will look at it together again.""",
            ),
            "es": (
                "Algo no encaja con una organización aliada",
                """Sepárelo: lo que vi. La historia que me cuento. Lo que le hizo a la persona o al trabajo. Lo que \
preguntaría.
Espere una noche: salvo que alguien esté en peligro.
Primero hable, después escriba: una llamada antes que un correo.
Diga: “Noté que ___. Quizá lo leo mal. ¿Cómo se vio desde su lado?”
Deje fuera: copiar a mucha gente, contarlo antes a otras personas, usar a la persona participante de mensajera.
Después: escriba lo que acordaron y cuándo volverán a mirarlo juntos.""",
            ),
        },
    ),
]


PAUSES: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        "whose-urgency",
        {
            "en": (
                "Whose urgency is this?",
                """What happens if we wait until tomorrow?
What did they say they want when this happens?
Who else should know first?""",
            ),
            "es": (
                "¿De quién es esta urgencia?",
                """¿Qué pasa si esperamos hasta mañana?
¿Qué dijo esta persona que quiere cuando pasa esto?
¿Quién más debería saberlo antes?""",
            ),
        },
    ),
    (
        "two-minutes",
        {
            "en": (
                "Two minutes for you",
                """Both feet on the floor. Feel where the chair holds you.
Breathe out first, slowly. Then let the air come by itself. Five times.
Look around: five things you see, three you hear, one you can touch.
Shoulders down. Jaw loose. A sip of water.
Say to yourself: “It is over for now. I did what could be done tonight.”""",
            ),
            "es": (
                "Dos minutos para usted",
                """Los dos pies en el suelo. Sienta cómo la silla le sostiene.
Primero suelte el aire, despacio. Luego deje que entre solo. Cinco veces.
Mire alrededor: cinco cosas que ve, tres que oye, una que puede tocar.
Hombros abajo. Mandíbula suelta. Un sorbo de agua.
Dígase: “Por ahora ya pasó. Hice lo que se podía hacer esta noche”.""",
            ),
        },
    ),
]


def load_cards() -> None:
    """Add what is not there yet."""
    _load_topics()
    every = [(CardKind.MOMENT, each) for each in CARDS] + [(CardKind.PAUSE, each) for each in PAUSES]
    Card.objects.bulk_create(
        [
            Card(key=key, place=10 * place, kind=kind)
            for place, (kind, (key, _wordings)) in enumerate(every, 1)
        ],
        ignore_conflicts=True,
    )
    cards = {row.key: row for row in Card.objects.all()}
    CardWording.objects.bulk_create(
        [
            CardWording(card=cards[key], language=language, title=title, words=words)
            for _kind, (key, wordings) in every
            for language, (title, words) in wordings.items()
        ],
        ignore_conflicts=True,
    )


def _load_topics() -> None:
    known = set(TrainingTopic.objects.exclude(key="").values_list("key", flat=True))
    TrainingTopic.objects.bulk_create(
        TrainingTopic(
            key=key, place=10 * place, refresh_months=REFRESH_MONTHS.get(key), on_profile=key == ON_PROFILE
        )
        for place, key in enumerate(TOPIC_NAMES, start=1)
        if key not in known
    )
