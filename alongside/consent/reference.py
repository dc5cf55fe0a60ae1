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
        "This paper says what we share about you, with whom, why, and until when. “We” means the name at the top.\n"
        "You choose. You can say no, and you get the same help.\n"
        "You see or hear what we share before we share it. You can change it.\n"
        "We share only what is written here, and only with the one named here.\n"
        "Why it can help: ____. What could go wrong: ____.\n"
        "They may keep it, report it, or tell others. We cannot take it back.\n"
        "If a lawyer or a court asks, sharing can make it harder to keep this private. You can ask a lawyer first.\n"
        "You can stop this at any time. Say so, and that is enough. We stop at once. If it is safe, we ask them to"
        " stop using it.\n"
        "It ends on the day written here, even if you do nothing.\n"
        "You can have a copy. You can also ask us to keep it for you.",
    ),
    "es": (
        "Autorización para compartir información (Release of Information)",
        "Esta hoja dice qué compartimos sobre usted, con quién, para qué y hasta cuándo. “Nosotros” es el nombre de"
        " arriba.\n"
        "Usted elige. Puede decir que no y recibe la misma ayuda.\n"
        "Usted lo ve o lo oye antes de que lo compartamos. Puede cambiarlo.\n"
        "Compartimos solo lo que está escrito aquí, y solo con quien está escrito aquí.\n"
        "Para qué puede servir: ____. Qué podría salir mal: ____.\n"
        "Pueden guardarlo, reportarlo o contarlo a otras personas. Lo que ya se dijo no se puede borrar.\n"
        "Si lo pide alguien de leyes o una corte, compartir puede hacer más difícil que esto quede en privado. Puede"
        " preguntar antes a alguien de leyes.\n"
        "Puede parar esto en cualquier momento. Basta con decirlo. Paramos enseguida. Si es seguro, pedimos a la otra"
        " oficina o persona que deje de usarlo.\n"
        "Termina el día que está escrito aquí, aunque usted no haga nada.\n"
        "Puede tener una copia. También puede pedirnos que se la guardemos.",
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
        _paper(language, title, text)
    for language, phrases in outing.OURS.items():
        ours = "\n".join(phrases)
        OutingWords.objects.get_or_create(language=language, defaults={"words": ours})
        # A list that an agency has never touched follows ours.
        OutingWords.objects.filter(language=language, changed_at=None).exclude(words=ours).update(words=ours)


def _paper(language: str, title: str, text: str) -> None:
    """Our draft of the paper as its newest version, while an agency has not written its own. What was signed stays."""
    stands = ReleaseWording.objects.filter(language=language).order_by("-version").first()
    if stands is None or (stands.by_id is None and (stands.title, stands.text) != (title, text)):
        version = stands.version + 1 if stands else 1
        ReleaseWording.objects.create(language=language, version=version, title=title, text=text)
