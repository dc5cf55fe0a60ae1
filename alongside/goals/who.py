"""Who does a step, as staff read it: the "me" of the sheet is the participant, and what they sign says it so."""

from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.goals.choices import Who
from alongside.participants.queries import Participant


def said_to_staff(actor: Actor, person: Participant) -> dict[str, str]:
    """Each who that is another word for staff than for the participant."""
    leads = person.case_manager
    if leads is not None and leads.pk == actor.id:
        name = _("Case manager (you)")
    else:
        name = str(leads.name) if leads is not None else _("Case manager")
    return {Who.ME.value: str(person.alias), Who.CASE_MANAGER.value: name}
