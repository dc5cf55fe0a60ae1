"""What this room brings to Today: debriefs, times for oneself, and days chosen to look again."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off, where
from alongside.practice import queries
from alongside.practice.topics import topic_name
from alongside.ui.cards import Card, Empty, Place, Reason, Row, Verb
from alongside.ui.dates import put, when

if TYPE_CHECKING:
    from alongside.practice.models import Debrief, TrainingSession

SHOWN = 5


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """The day I chose to look again, and what a colleague asks about somebody."""
    return queries.look_beside(me) | queries.asked_beside(me)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Days I chose to look again, what a colleague asks about somebody, and trainings ahead."""
    yield from (_look_again(person) for person in people if queries.is_about_now(person))
    yield from (_asked(person) for person in people if queries.asks_me(person))
    if Role.PRACTICE_LEAD in actor.roles and not is_off("practice:training"):
        new = Verb(_("Plan a training"), reverse("practice:plan_training"))
        soon = lambda: [_session(each.session) for each in queries.sessions(actor)[:SHOWN]]  # noqa: E731
        none = Empty(_("No training is planned."))
        yield Card("training", Place.HOUSE, _("Training ahead"), soon, end=(new,), empty=none)


def waits(actor: Actor) -> Iterator[Waits]:
    """What colleagues ask of each other, and what is for oneself."""
    if actor.may(Can.CONSULT):
        yield Waits(partial(_debriefs, actor), queries.debriefs(actor))
    if actor.may(Can.REFLECT):
        yield Waits(_times, queries.for_me(actor))


def _debriefs(actor: Actor, _people: Sequence[Any], asked: "list[Debrief]") -> Iterator[Card]:
    if asked:
        rows = lambda: [_debrief(actor, each) for each in asked]  # noqa: E731
        yield Card("debriefs", Place.COLLEAGUES, _("Debrief"), rows)


def _times(_people: Sequence[Any], times: list[queries.ForMe]) -> Iterator[Card]:
    free = Verb(_("Keep time free"), reverse("meetings:kept_times"), soft=False)
    support = Verb(_("Support"), where("care:care"), soft=False)
    end = (free, support) if support.address else (free,)
    yield Card("for-me", Place.ME, rows=lambda: [_time(each) for each in times], end=end)


def _session(row: "TrainingSession") -> Row:
    """A training that is coming."""
    address = reverse("practice:session", args=[row.pk])
    title = row.title or topic_name(row.topic.key, row.topic.name)
    return Row(title, address, on=row.at, verbs=(Verb(_("Open"), address, about=title),))


def _debrief(actor: Actor, asked: "Debrief") -> Row:
    if asked.by_id != actor.id:
        seen = Verb(_("I have seen it"), reverse("practice:debrief_seen", args=[asked.pk]), posts=True)
        thing = _("%(name)s asks for a debrief") % {"name": asked.by.name}
        return Row(thing, why=when(asked.at), hue="", mark=asked.by.name, verbs=(seen,))
    why = _("not seen yet")
    if asked.seen_at and asked.seen_by:
        why = put(_("seen by %(name)s, %(when)s"), name=asked.seen_by.name, when=when(asked.seen_at))
    back = Verb(
        _("Take it back"), reverse("practice:take_debrief_back", args=[asked.pk]), posts=True, soft=False
    )
    return Row(
        _("You asked for a debrief"),
        why=f"{when(asked.at)} · {why}",
        hue="",
        mark=asked.by.name,
        verbs=() if asked.seen_at else (back,),
    )


def _time(each: queries.ForMe) -> Row:
    """A time of the next two weeks that is for oneself."""
    if each.kind == "supervision":
        name = "practice:supervision" if each.is_mine else "practice:supervision_of"
        address = reverse(name, args=[] if each.is_mine else [each.ref])
        return Row(_("supervision with %(name)s") % {"name": each.called}, address, on=each.at)
    if each.kind == "training":
        return Row(each.called, reverse("practice:session", args=[each.ref]), on=each.at)
    return Row(_("time I keep free"), reverse("meetings:kept_times"), on=each.at)


def _look_again(person: Any) -> Reason:
    verb = Verb(_("Revisit"), f"{reverse('practice:what_next')}?with={person.pk}")
    return Reason(person.pk, 55, _("look again"), verb, _("What comes next"), on=vars(person)["look_on"])


def _asked(person: Any) -> Reason:
    """A colleague asks about somebody by name; until I answered, or it is closed or old."""
    told = vars(person)
    verb = Verb(_("Answer"), reverse("practice:team_question", args=[person.pk, told["asked_of_team"]]))
    thing = _("%(name)s asks you about them") % {"name": told["asked_by"]}
    return Reason(person.pk, 45, _("a question"), verb, thing, on=told["asked_at"])
