"""What this room brings to Today: to tell somebody that their record was opened on call, and to a supervisor what a
night left to look at."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Role
from alongside.agency.closed import next_working_day
from alongside.break_glass import queries
from alongside.break_glass.models import CodeTry, Opening
from alongside.participants.choices import Part
from alongside.ui import dates
from alongside.ui.cards import Card, Place, Reason, Row, Verb
from alongside.ui.dates import put

if TYPE_CHECKING:
    from alongside.break_glass.queries import SaysKnown

TOLD, CAME = 12, 13


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """What somebody was not told yet, and that they called and were known."""
    openings = Opening.objects.filter(participant=OuterRef("pk"), told_at=None).order_by("at", "id")
    calls = CodeTry.objects.filter(participant=OuterRef("pk"), looked_at=None).order_by("at", "id")
    by = JSONObject(at="at", by="by__name")
    return {
        "opened_at_night": Subquery(openings.values(json=by)[:1]),
        "called_at_night": Subquery(calls.values(json=by)[:1]),
    }


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To whoever walks with somebody."""
    for person in people:
        if person.my_part and person.my_part != Part.BACKUP:
            yield from _of_theirs(person, vars(person))


def waits(actor: Actor) -> Iterator[Waits]:
    """To a supervisor."""
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_night, queries.to_review(actor), queries.tries_for_me(), queries.say_known())


def _night(
    _people: Sequence[Any], openings: list[Opening], tries: list[CodeTry], known: "list[SaysKnown]"
) -> Iterator[Card]:
    """Records to review, whose names are opened later, and what names nobody."""
    others = [*_tries(tries), *map(_said, known)]
    if openings or others:
        rows = lambda: [_opened(each) for each in openings] + others  # noqa: E731
        yield Card("night", Place.NOBODY_WALKS, _("From the night"), rows)


def _of_theirs(person: Any, beside: Mapping[str, Any]) -> Iterator[Reason]:
    address = reverse("break_glass:at_night", args=[person.pk])
    if found := beside["opened_at_night"]:
        thing = _("%(name)s opened the record on call. Tell them, in the way they said is safe.")
        verb = Verb(_("What to say"), address)
        at = datetime.fromisoformat(found["at"])
        yield Reason(person.pk, TOLD, _("opened on call"), verb, thing % {"name": found["by"]}, on=at)
    if found := beside["called_at_night"]:
        thing = _("They called and gave their code word. %(name)s took the call.")
        at = datetime.fromisoformat(found["at"])
        yield Reason(
            person.pk,
            CAME,
            _("called on call"),
            Verb(_("Open"), address),
            thing % {"name": found["by"]},
            on=at,
        )


def _opened(row: Opening) -> Row:
    """A record that was opened on call, until a supervisor said what they found."""
    person = row.participant
    verb = Verb(_("Review"), reverse("break_glass:review", args=[person.pk, row.pk]), about=person.alias)
    said = put(_("%(name)s opened the record, %(when)s. Review it by %(day)s."), name=row.by.name,
               when=_when(row.at), day=dates.day(next_working_day(timezone.localtime(row.at).date())))  # fmt: skip
    return Row(person.alias, reverse("desk:participant", args=[person.pk]), why=said, hue="", verbs=(verb,))


def _tries(tries: list[CodeTry]) -> Iterator[Row]:
    """What a worker tried in a night, one row for what opened nothing and one for a closed record."""
    seen = set[tuple[UUID, bool, date]]()
    for each in tries:
        closed = each.participant_id is not None
        night = (each.by_id, closed, timezone.localtime(each.at - timedelta(hours=12)).date())
        if night in seen:
            continue
        seen.add(night)
        said = (
            _("Somebody with a closed record called: %(when)s.")
            if closed
            else _("A code word opened nothing: %(when)s.")
        )
        verb = Verb(_("Look at it"), reverse("break_glass:tries", args=[each.pk]), about=each.by.name)
        yield Row(each.by.name, why=put(said, when=_when(each.at)), verbs=(verb,))


def _said(row: "SaysKnown") -> Row:
    """A call in which somebody said that they were with us."""
    settles = Verb(
        _("Settled"), reverse("break_glass:settle_says_known", args=[row.pk]), posts=True, soft=False
    )
    looks = Verb(_("Look whom"), reverse("frontdoor:contact", args=[row.contact_id]))
    said = put(_("Nothing opened. %(name)s took the call, %(when)s."), name=row.by.name, when=_when(row.at))
    return Row(_("A caller says they were with us"), looks.address, why=said, verbs=(looks, settles))


def _when(moment: datetime) -> Any:
    return dates.exactly(timezone.localtime(moment))
