"""What the room begins with. Loading it again adds what is new and changes nothing.

Sources: 34 USC 12291(b)(2) (informed, written, reasonably time-limited; minors; never a condition of help);
RCW 70.123.076 (Washington: a release without a date ends 90 days after signing), by way of WSCADV's model form;
NNEDV, Technology Safety (one form for each recipient; a withdrawal may be spoken and counts at once). No federal
number of days exists; ours is a suggestion an agency changes. All wording is our own.
"""

from datetime import date

from alongside.consent import outing
from alongside.consent.choices import INFORMATION
from alongside.consent.models import InformationKind, OutingWords, ReleaseWording, SharingRule

FROM = date(2026, 1, 1)
RULES = (
    {
        "jurisdiction": "",
        "usual_days": 30,
        "most_days": 90,
        "source": "Our suggestion. No federal number; the law says “reasonably time-limited” (34 USC"
        " 12291(b)(2)(B)).",
    },
    {
        "jurisdiction": "US-WA",
        "usual_days": 90,
        "most_days": None,
        "source": "RCW 70.123.076: a release without a date ends 90 days after it is signed.",
    },
)
PAPER = {
    "en": (
        "Release of information",
        "This paper says what we may share about you, with whom, what for, and until when.\n"
        "You choose. You can say no. Our help does not depend on it, and it stays the same.\n"
        "We share only what stands here, only with the one named here.\n"
        "Once we have told somebody, they may tell others. We cannot take words back. Some places have to keep"
        " or report what they hear.\n"
        "A court may ask whoever knows something. Sharing with others can make it harder to keep it private.\n"
        "You can take this back at any time. A spoken word is enough. We stop at once and ask the other side"
        " to stop using what they have.\n"
        "It ends by itself on the day written here.\n"
        "You can have a copy. Think first whether it is safe to keep one.",
    ),
    "es": (
        "Autorización para compartir información",
        "Esta hoja dice qué podemos compartir sobre usted, con quién, para qué y hasta cuándo.\n"
        "Usted elige. Puede decir que no. Nuestra ayuda no depende de esto y sigue siendo la misma.\n"
        "Compartimos solo lo que está escrito aquí, y solo con quien está escrito aquí.\n"
        "Cuando le decimos algo a alguien, esa persona puede contarlo a otras. No podemos recoger las palabras."
        " Algunos lugares tienen que guardar o informar lo que oyen.\n"
        "Un juez puede preguntar a quien sabe algo. Si otras personas lo saben, puede ser más difícil que quede"
        " en privado.\n"
        "Puede quitar este permiso en cualquier momento. Basta con decirlo. Paramos enseguida y pedimos a la"
        " otra parte que deje de usar lo que tiene.\n"
        "Termina solo el día que está escrito aquí.\n"
        "Puede tener una copia. Piense primero si es seguro guardarla.",
    ),
}


def load() -> None:
    """Put what is not there yet in place."""
    known = set(InformationKind.objects.values_list("key", flat=True))
    InformationKind.objects.bulk_create(
        InformationKind(key=key, place=place * 10)
        for place, key in enumerate(INFORMATION, start=1)
        if key not in known
    )
    for rule in RULES:
        if not SharingRule.objects.filter(jurisdiction=rule["jurisdiction"]).exists():
            SharingRule.objects.create(from_on=FROM, **rule)
    for language, (title, text) in PAPER.items():
        if not ReleaseWording.objects.filter(language=language).exists():
            ReleaseWording.objects.create(language=language, version=1, title=title, text=text)
    OutingWords.objects.bulk_create(
        [
            OutingWords(language=language, words="\n".join(phrases))
            for language, phrases in outing.OURS.items()
        ],
        ignore_conflicts=True,
    )
