"""The questions an organisation review begins with, in today's language. An agency words, adds and hides its own."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, str | Promise] = {
    "meets": _("Does our way of working meet trafficked people as they are?"),
    "access": _("Can people reach us: our hours, the way here, the phone, what it costs them?"),
    "language": _("Can people speak with us in their own language, with an interpreter they choose?"),
    "decide": _("Do people decide what we do with them, and how fast?"),
    "privacy": _("Do we share only what people agreed to, and can they see what we hold?"),
    "answerable": _("Do survivors have a say in how we work, and do we tell them what came of it?"),
    "staff_care": _("Do we look after staff: debriefs, time off, and a load one can carry?"),
    "policies": _("Do our policies and habits lighten what this work does to staff (secondary trauma)?"),
    "training": _("Do staff learn what this work asks of them, from the first week on?"),
    "partners": _("Do our partners meet people as we promised they would?"),
}


def question_words(key: str, name: str) -> str:
    """A question in the agency's own words, else in ours."""
    return name or str(QUESTIONS.get(key, key))
