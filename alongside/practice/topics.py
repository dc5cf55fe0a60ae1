"""The topics of training an installation begins with: their names in today's language, and when each is good
to refresh. An agency words, adds and hides topics itself; a number of months is ours to suggest, no law's."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TOPIC_NAMES: dict[str, str | Promise] = {
    "trafficking": _("Human trafficking: what it is, and how to notice it"),
    "trauma": _("Trauma, the body, and what helps"),
    "systems": _("Systems: courts, benefits, immigration, child welfare"),
    "safety": _("Safety, risk, and safe contact"),
    "sharing": _("Privacy, and permission to share"),
    "interpreters": _("Working with interpreters, and across cultures"),
    "young": _("People under 18"),
    "care": _("What the work does to us, and how we look after each other"),
    "day_to_day": _("Day-to-day practice: real situations, thought through together"),
}
REFRESH_MONTHS = {"trafficking": 24, "safety": 12, "sharing": 12}
ON_PROFILE = "trafficking"


def topic_name(key: str, name: str) -> str:
    """What a topic is called: the agency's own name, else ours in today's language."""
    return name or str(TOPIC_NAMES.get(key, key))
