"""What was done or looked at, and why somebody could, in words anybody understands. The trail holds verbs alone.

An act says its own words (`@act(..., said=...)`); what is looked at in a room, its `looks.py`.
"""

from collections.abc import Collection
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.acts import REGISTRY
from alongside.access.roles import Role
from alongside.access.room import rooms
from alongside.participants.choices import Part


@cache
def _looks() -> dict[str, Promise]:
    return {verb: said for room in rooms() for verb, said in (room.looks or {}).items()}


def in_plain_words(act: str, outcome: str) -> str:
    """What happened, in words: those of the act, or of the room whose page was looked at."""
    said = REGISTRY[act].said if act in REGISTRY else _looks().get(act)
    words = str(said or (_("looked at something") if outcome == "looked" else ""))
    words = words or _("did something that has no words here yet")
    if outcome == "turned_away":
        return _("tried, and it did not open: %(what)s") % {"what": words}
    if outcome == "failed":
        return _("tried, and nothing was kept: %(what)s") % {"what": words}
    return words


AS_PART = {
    Part.CASE_MANAGER: gettext_lazy("as their case manager"),
    Part.BACKUP: gettext_lazy("as their backup"),
    Part.HANDOVER: gettext_lazy("while they were handed over"),
    Part.COVER: gettext_lazy("while they covered for a colleague"),
    Part.BREAK_GLASS: gettext_lazy("on call, for a stated reason"),
}
# Where somebody had no part of their own, the role by which a person comes within reach.
BY_ROLE = {
    Role.SUPERVISOR: gettext_lazy("as a supervisor"),
    Role.ON_CALL: gettext_lazy("on call"),
    Role.DROP_IN: gettext_lazy("at the place they come to"),
    Role.CUSTODIAN: gettext_lazy("when records were brought over"),
}


def why_they_could(part: str | None, roles: Collection[str], outcome: str) -> str:
    """Why the record was open to somebody: their part at that time, else the role they have; nothing to whom it
    did not open."""
    if outcome == "turned_away":
        return ""
    if part:
        return str(AS_PART[Part(part)])
    return next((str(why) for role, why in BY_ROLE.items() if role in roles), "")
