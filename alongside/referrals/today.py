"""What this room brings to Today: what others answered to a referral, and whom to ask again about now."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.referrals import queries
from alongside.ui.cards import Card, Place, Reason, Row, Verb


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Each with what can be done next."""
    if actor.may(Can.OPEN_RECORD) and (found := queries.today(actor)):
        title = _("On their way to others")
        yield Card("ways-title", Place.ANSWERS, title, partial(list, map(_way, found)))


def _way(each: queries.ForToday) -> Row:
    row = each.referral
    told, about = {"who": row.to}, [row.participant_id, row.pk]
    verbs: tuple[Verb, ...] = ()
    label = pgettext("how things stand", "We asked")
    spoken = _("We asked, for %(who)s") % {"who": row.participant.alias}
    if each.answer:
        chip = _("an answer")
        why = f"{row.to}: {each.answer.get_answer_display()}"
    elif each.place:
        chip, why = _("waiting list"), _("A good day to ask how the list stands: %(who)s") % told
        if each.place.interim:
            why = ". ".join((why, " ".join((_("Meanwhile:"), each.place.interim))))
        verbs = (Verb(label, reverse("referrals:waiting", args=about), spoken=spoken),)
    else:
        chip, why = _("time to check in"), _("You chose about today to ask again: %(who)s") % told
        verbs = (Verb(label, reverse("referrals:warm", args=about), spoken=spoken),)
    return Row(
        row.participant.alias,
        reverse("referrals:referral", args=about),
        why=why,
        chip=chip,
        calm=True,
        verbs=verbs,
    )
