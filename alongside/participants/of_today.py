"""People as Today asks for them: those one walks with, and what only a supervisor is shown."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.written import asked
from alongside.participants.along import along_with, held
from alongside.participants.choices import Part, Same, State
from alongside.participants.models import (
    BriefOpening,
    CaseManagerRequest,
    CriticalPeriod,
    Membership,
    Moment,
    Participant,
    PossibleDuplicate,
)
from alongside.participants.rules import RESTS_FOR

SOON = timedelta(days=14)


def of_today(
    actor: Actor, along: Callable[[UUID, date], Mapping[str, Combinable]], *, assigns: int = 0
) -> list[Participant]:
    """People I walk with whose work goes on, each with `welcomed_at`, `mine_since` and what rooms above bring `along`.

    Who chooses case managers also sees the first of those nobody walks with yet, as many as `assigns` says, and
    who asks for another one where that goes to them (`asks`), of whom there may be two records (`same`),
    whose brief was opened on call (`brief_opened`), and whose critical period is live or begins within `SOON`.
    """
    times: dict[str, date | datetime] = {"now": clock.now(), "today": clock.today()}
    if assigns:
        times |= {"rested": clock.now() - RESTS_FOR, "soon": clock.today() + SOON}
    return [_as_theirs(each) for each in held(asked(_of_today, along, assigns, me=actor.id, **times))]


def _as_theirs(person: Participant) -> Participant:
    """While one covers for a case manager, what calls for them calls for whoever covers; `covers` says so."""
    person.covers = person.my_part == Part.COVER
    if person.covers:
        person.my_part = Part.CASE_MANAGER
    return person


def _of_today(
    along: Callable[[UUID, date], Mapping[str, Combinable]],
    assigns: int,
    me: UUID,
    now: datetime,
    today: date,
    rested: datetime | None = None,
    soon: date | None = None,
) -> QuerySet[Participant]:
    welcomes = Moment.objects.filter(participant=OuterRef("pk"), room="journey", kind="welcome")
    beside = along_with(me, now) | dict(along(me, today))
    beside["welcomed_at"] = Subquery(welcomes.order_by("-at").values("at")[:1])
    beside["handed_by"] = _handed_by(me, now)
    beside["mine_since"] = Subquery(_mine(me, now).values("during__startswith")[:1])
    who = Q(my_part__isnull=False) & ~Q(state=State.CLOSED)
    if assigns:
        alone = Participant.objects.filter(case_manager=None).exclude(state=State.CLOSED)
        asks = CaseManagerRequest.objects.filter(settled_at=None)
        who |= Q(pk__in=alone.order_by("first_contact_at", "pk").values("pk")[:assigns])
        who |= Q(pk__in=asks.values("participant"))
        opened = BriefOpening.objects.filter(reviewed_at=None)
        who |= Q(pk__in=opened.values("participant"))
        critical = CriticalPeriod.objects.filter(is_open=True, ends_on__gte=today, begins_on__lte=soon)
        who |= Q(pk__in=critical.values("participant"))
        told = JSONObject(id="id", at="at", by="by__name")
        first = opened.filter(participant=OuterRef("pk")).order_by("at", "id")
        beside["brief_opened"] = Subquery(first.values(json=told)[:1])
        mine = asks.filter(participant=OuterRef("pk"))
        beside["asks"] = Subquery(mine.order_by("at").values("pk")[:1])
        # Two records that may be of one person: nobody has said anything, or it has rested for its days.
        still = Q(answer=Same.OPEN) | Q(answer=Same.LATER, answered_at__lte=rested)
        pairs = PossibleDuplicate.objects.filter(still)
        who |= Q(pk__in=pairs.values("one")) | Q(pk__in=pairs.values("two"))
        these = pairs.filter(Q(one=OuterRef("pk")) | Q(two=OuterRef("pk")))
        beside["same"] = Subquery(these.order_by("found_at", "pk").values("pk")[:1])
    rows = Participant.objects.select_related("case_manager", "details").annotate(**beside)
    return rows.filter(Q(opens=True) & who)


def _handed_by(me: UUID, now: datetime) -> Combinable:
    """Who walked with somebody before me, until I have done anything with them since they are mine."""
    walked = Membership.objects.filter(participant=OuterRef("participant"), part=Part.CASE_MANAGER)
    before = walked.filter(during__endswith__lte=OuterRef("during__startswith")).exclude(staff_id=me)
    done = Moment.objects.filter(
        participant=OuterRef("participant"), by_id=me, at__gte=OuterRef("during__startswith")
    )
    names = before.order_by("-during__endswith").values("staff__name")[:1]
    mine = _mine(me, now).filter(~Exists(done))
    return Subquery(mine.annotate(whose=Subquery(names)).values("whose")[:1])


def _mine(me: UUID, now: datetime) -> QuerySet[Membership]:
    """That I am somebody's case manager just now."""
    return Membership.objects.filter(
        participant=OuterRef("pk"), part=Part.CASE_MANAGER, staff_id=me, during__contains=now
    )
