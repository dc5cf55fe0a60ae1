# ruff: noqa: E501 - a sentence stays on one line, so that whoever edits or translates it finds it whole
"""The questions we suggest, in English and Spanish. All are open blanks; none asks what happened to anybody.

An agency may reword, reorder or hide each one, and add its own. Each wording is (question, hint, how to ask).
"""

from typing import NamedTuple

Wording = tuple[str, str, str]


class Suggested(NamedTuple):
    """One question we suggest."""

    section: str
    key: str
    en: Wording
    es: Wording
    topic: str = ""
    feeds: str = ""


QUESTIONS: list[Suggested] = [
    Suggested(
        "reaching-me",
        "call-me",
        (
            "What would you like us to call you?",
            "Any name. It does not have to be the one on a paper.",
            "Say your own name first. Do not ask whether it is the legal name; no one needs that here.",
        ),
        (
            "¿Cómo quiere que le llamemos?",
            "Cualquier nombre. No tiene que ser el de un documento.",
            "Diga primero su propio nombre. No pregunte si es el nombre legal; aquí no hace falta.",
        ),
        feeds="name",
    ),
    Suggested(
        "reaching-me",
        "languages",
        (
            "Which languages do you like to speak, read or write?",
            "",
            "People may speak one language and read another, or none. Offer to read everything aloud.",
        ),
        (
            "¿En qué idiomas le gusta hablar, leer o escribir?",
            "",
            "Alguien puede hablar un idioma y leer otro, o ninguno. Ofrezca leer todo en voz alta.",
        ),
        feeds="languages",
    ),
    Suggested(
        "reaching-me",
        "interpreter",
        (
            "If we work with an interpreter, what would feel right?",
            "By phone or in the room, a woman or a man, from here or from far away.",
            "In a small community an interpreter may know their family. Offer one by phone from another place.",
        ),
        (
            "Si trabajamos con intérprete, ¿qué le haría sentir bien?",
            "Por teléfono o en persona, mujer u hombre, de aquí o de lejos.",
            "En una comunidad pequeña el intérprete puede conocer a la familia. Ofrezca uno por teléfono de otro lugar.",
        ),
        feeds="interpreter",
    ),
    Suggested(
        "reaching-me",
        "safe-ways",
        (
            "What is a safe way to reach you, and what should we not do?",
            "Times, places, words to use, people who may see your phone.",
            "Ask who else sees the phone. Ask what we say if somebody else picks up. Then keep it as a rule of contact.",
        ),
        (
            "¿Cuál es una forma segura de comunicarnos con usted y qué no debemos hacer?",
            "Horas, lugares, palabras que usar, personas que pueden ver su teléfono.",
            "Pregunte quién más ve el teléfono y qué decir si contesta otra persona. Después, guárdelo como regla de contacto.",
        ),
    ),
    Suggested(
        "reaching-me",
        "if-quiet",
        (
            "If you go quiet for a while, what would you like us to do?",
            "For example: one text, then wait two weeks.",
            "Say that going quiet is fine and that the door stays open. Write the words they use.",
        ),
        (
            "Si deja de comunicarse por un tiempo, ¿qué quiere que hagamos?",
            "Por ejemplo: un mensaje y después esperar dos semanas.",
            "Diga que está bien no comunicarse y que la puerta sigue abierta. Escriba las palabras que use.",
        ),
        feeds="if_quiet",
    ),
    Suggested(
        "how-i-am",
        "pronouns",
        (
            "Which words should we use when we speak about you: she, he, they, or others?",
            "",
            "Say your own first, if you like. In some languages this is not a question at all: leave it.",
        ),
        (
            "¿Qué palabras usamos al hablar de usted: ella, él, elle u otras?",
            "",
            "Si quiere, diga primero las suyas. En algunos idiomas no es una pregunta: déjela.",
        ),
        feeds="pronouns",
    ),
    Suggested(
        "how-i-am",
        "describe",
        (
            "How do you describe yourself?",
            "In your own words, or not at all.",
            "This can be about gender or about anything else. Do not offer a list. Write what they say.",
        ),
        (
            "¿Cómo se describe usted?",
            "Con sus propias palabras, o de ninguna manera.",
            "Puede ser sobre el género o sobre otra cosa. No ofrezca una lista. Escriba lo que diga.",
        ),
        feeds="gender",
    ),
    Suggested(
        "how-i-am",
        "good-at",
        (
            "What are you good at? What do you like doing?",
            "",
            "Ask this early and slowly. Nobody here rates what a person can do; they tell us.",
        ),
        (
            "¿Qué se le da bien? ¿Qué le gusta hacer?",
            "",
            "Pregúntelo pronto y con calma. Aquí nadie califica lo que alguien puede hacer; lo dice la persona.",
        ),
    ),
    Suggested(
        "how-i-am",
        "health",
        (
            "Is there anything about your health that we should know to be useful?",
            "Body or mind, medicine, food, sleep. Only what you want us to know.",
            "Say why you ask: to plan rides, food, rest, a doctor. Do not ask where it comes from.",
        ),
        (
            "¿Hay algo sobre su salud que debamos saber para ser útiles?",
            "Cuerpo o mente, medicinas, comida, sueño. Solo lo que quiera que sepamos.",
            "Diga para qué pregunta: planear transporte, comida, descanso, un médico. No pregunte de dónde viene.",
        ),
        topic="health",
    ),
    Suggested(
        "how-i-am",
        "faith",
        (
            "Are there days, foods, prayers or customs that we should plan around?",
            "",
            "This is so that our plans fit them. It opens no door and closes none.",
        ),
        (
            "¿Hay días, comidas, oraciones o costumbres que debamos tener en cuenta?",
            "",
            "Sirve para que nuestros planes se ajusten. No abre ni cierra ninguna puerta.",
        ),
        topic="faith",
    ),
    Suggested(
        "what-matters",
        "begin",
        (
            "Where would you like to begin?",
            "One thing is enough.",
            "Wait. A small thing is a good beginning. What they name first comes first on the goal sheet.",
        ),
        (
            "¿Por dónde le gustaría empezar?",
            "Con una cosa basta.",
            "Espere. Una cosa pequeña es un buen comienzo. Lo que nombre primero va primero en la hoja de metas.",
        ),
    ),
    Suggested(
        "what-matters",
        "people",
        (
            "Who are the people you care about?",
            "Here or far away. You do not have to say where they are.",
            "Family may be in danger because of them, or be part of the danger. Do not ask for names.",
        ),
        (
            "¿Quiénes son las personas que le importan?",
            "Aquí o lejos. No tiene que decir dónde están.",
            "La familia puede estar en peligro, o ser parte del peligro. No pida nombres.",
        ),
        topic="family",
    ),
    Suggested(
        "what-matters",
        "home",
        (
            "How is it where you sleep now? What would you like to be different?",
            "",
            "They may still be living with somebody who harms them. All help is the same if they stay.",
        ),
        (
            "¿Cómo es el lugar donde duerme ahora? ¿Qué quisiera que fuera distinto?",
            "",
            "Puede que aún viva con alguien que le hace daño. La ayuda es la misma si se queda.",
        ),
        topic="home",
    ),
    Suggested(
        "what-matters",
        "money",
        (
            "How is it with money just now? Is there anybody you need to send some to?",
            "",
            "Debts and money sent home can weigh more than rent. Do not ask for amounts.",
        ),
        (
            "¿Cómo va con el dinero ahora? ¿Hay alguien a quien necesite enviarle?",
            "",
            "Las deudas y el dinero que se envía pueden pesar más que la renta. No pregunte cantidades.",
        ),
        topic="money",
    ),
    Suggested(
        "what-matters",
        "work-and-learning",
        (
            "Is there work you do, or would like to do, or something you want to learn?",
            "",
            "Ask about what they would like next. Leave past work alone unless they bring it up.",
        ),
        (
            "¿Hay un trabajo que hace o le gustaría hacer, o algo que quiera aprender?",
            "",
            "Pregunte por lo que quisiera ahora. No toque el trabajo de antes si la persona no lo menciona.",
        ),
        topic="work",
    ),
    Suggested(
        "paperwork",
        "papers",
        (
            "Are there papers you would like help to get, or to get back?",
            "For example an ID card, a birth certificate, a school paper.",
            "Somebody may be holding their papers. Ask nothing about how; ask what would help.",
        ),
        (
            "¿Hay documentos que quiera conseguir o recuperar con nuestra ayuda?",
            "Por ejemplo, una identificación, un acta de nacimiento, un papel de la escuela.",
            "Puede que alguien tenga sus documentos. No pregunte cómo; pregunte qué ayudaría.",
        ),
    ),
    Suggested(
        "paperwork",
        "immigration",
        (
            "Would you like help with immigration papers?",
            "You never have to tell us your status. You get the same help either way.",
            "Do not ask for the status, and write it only if they ask you to. A lawyer can ask; we need not.",
        ),
        (
            "¿Quiere ayuda con papeles de inmigración?",
            "Nunca tiene que decirnos su situación. Recibe la misma ayuda de todos modos.",
            "No pregunte la situación y escríbala solo si se lo piden. Puede preguntarla un abogado; aquí no hace falta.",
        ),
        topic="immigration",
    ),
    Suggested(
        "paperwork",
        "courts",
        (
            "Is there a court day, a letter or an office that is on your mind?",
            "",
            "Ask for the date and what they fear about it. Leave what it is about to them and a lawyer.",
        ),
        (
            "¿Hay una audiencia, una carta o una oficina que le preocupe?",
            "",
            "Pregunte la fecha y qué le preocupa. Deje el asunto mismo para la persona y un abogado.",
        ),
        topic="police",
    ),
    Suggested(
        "paperwork",
        "kind",
        (
            "Is there a word you would use for what you are in, or were in?",
            "Some people say work, some say sex, some say both. Many say nothing. No details are needed.",
            "Ask only if a word helps them, such as for a form they want. All help is the same with any word or none.",
        ),
        (
            "¿Hay una palabra que usaría para la situación en la que está o estuvo?",
            "Hay quien dice trabajo, quien dice sexo, quien dice ambos. Muchas personas no dicen nada. No hacen falta detalles.",
            "Pregunte solo si una palabra le sirve, por ejemplo para un trámite. La ayuda es la misma con cualquier palabra o con ninguna.",
        ),
        topic="past",
    ),
    Suggested(
        "what-helps",
        "helps",
        (
            "What helps when things are too much?",
            "",
            "Ask on a calm day. Small things count: tea, air, a seat near the door, a person to call.",
        ),
        (
            "¿Qué le ayuda cuando todo es demasiado?",
            "",
            "Pregunte en un día tranquilo. Cuentan las cosas pequeñas: té, aire, un asiento cerca de la puerta, alguien a quien llamar.",
        ),
        feeds="helps",
    ),
    Suggested(
        "what-helps",
        "does-not-help",
        (
            "What does not help, even if people mean well?",
            "",
            "Things such as touch, questions, closed doors, certain words or smells. Thank them for telling you.",
        ),
        (
            "¿Qué no le ayuda, aunque sea con buena intención?",
            "",
            "Cosas como el contacto físico, las preguntas, las puertas cerradas, ciertas palabras u olores. Agradezca que lo diga.",
        ),
        feeds="does_not_help",
    ),
    Suggested(
        "what-helps",
        "good-day",
        (
            "What does a good day look like for you?",
            "",
            "Let the answer be small. It says more about a plan than a long list of needs.",
        ),
        (
            "¿Cómo es un buen día para usted?",
            "",
            "La respuesta puede ser pequeña. Dice más sobre un plan que una larga lista de necesidades.",
        ),
    ),
    Suggested(
        "what-helps",
        "anything-else",
        (
            "Is there anything you want to ask us, or want us to know?",
            "",
            "Leave time for this one. If you do not know the answer, say so and say when you will tell them.",
        ),
        (
            "¿Hay algo que quiera preguntarnos o que quiera que sepamos?",
            "",
            "Deje tiempo para esta. Si no sabe la respuesta, dígalo y diga cuándo le contará.",
        ),
    ),
]
