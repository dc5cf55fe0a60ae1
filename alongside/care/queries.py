"""Reading what support there is and who asked for it. Who sees which request is the wall's matter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.roles import Can, Role
from alongside.access.written import Read, later
from alongside.agency.queries import Staff, roles_of_staff, staff_list, staff_with_role
from alongside.care.choices import ReadAs
from alongside.care.models import (
    Appreciation,
    CareOffer,
    CareSettings,
    OrganisationReview,
    RelationshipCheck,
    ReviewAction,
    SupportRequest,
    TakesRequests,
)

TOLD_FOR, A_WEEK = timedelta(days=3), timedelta(days=7)
_AT = F("at")


def offers() -> list[CareOffer]:
    """What support there is here, by kind and name."""
    return list(CareOffer.objects.filter(removed_at=None).order_by("kind", "name", "id"))


def anything_offered() -> bool:
    """Whether anything is set up for workers."""
    return CareOffer.objects.filter(removed_at=None).exists()


def offer_named(offer: UUID) -> CareOffer | None:
    """One offer, taken away or not."""
    return CareOffer.objects.filter(pk=offer).first()


def settings() -> CareSettings:
    """For how many days things are kept; ours until the agency has said otherwise."""
    return CareSettings.objects.filter(pk=1).first() or CareSettings()


def takes_requests(actor: Actor) -> bool:
    """Whether I said that colleagues may turn to me."""
    return TakesRequests.objects.filter(pk=actor.id).exists()


def readers(actor: Actor) -> list[tuple[str, str]]:
    """Whom I can ask: my supervisor, then whoever said they take such requests, then who supervises or directs."""
    staff, roles = staff_list(), roles_of_staff()
    mine = next((each.supervisor_id for each in staff if each.pk == actor.id), None)
    willing = set(TakesRequests.objects.values_list("pk", flat=True))
    lead = {Role.SUPERVISOR, Role.DIRECTOR}

    def rank(who: UUID) -> int:
        held = roles.get(who, set())
        if not held - {Role.ADVISER}:
            return 4
        return 0 if who == mine else 1 if who in willing else 2 if held & lead else 3

    found = sorted((rank(each.pk), each.name, str(each.pk)) for each in staff if each.pk != actor.id)
    return [(pk, name) for place, name, pk in found if place < 3]


def my_requests(actor: Actor) -> list[SupportRequest]:
    """What I asked for, newest first."""
    rows = SupportRequest.objects.filter(by_id=actor.id).select_related("reader", "reader__id")
    return list(rows.order_by("-at", "id"))


def asked_of(actor: Actor) -> list[SupportRequest]:
    """What colleagues asked of me: what waits for an answer first."""
    rows = SupportRequest.objects.filter(reader_id=actor.id).select_related("by")
    return list(rows.order_by("-answered_at", "at", "id"))


def request_named(wished: UUID) -> SupportRequest | None:
    """One request, before the two who read it."""
    return SupportRequest.objects.filter(pk=wished).select_related("by", "reader").first()


@dataclass(frozen=True)
class Waits:
    """Something for me: a colleague asks, answered me or thanked me, I am to read how it feels to somebody, or a review
    of the organisation or an action of it is mine."""

    kind: str
    ref: UUID
    who: str
    on: datetime


def waiting(actor: Actor) -> Read[list[Waits]]:
    """What waits for my answer, what I was answered lately or granted and have not seen, and what I am to read about
    working with us, or may about myself for a week; oldest first, in one query."""
    now = clock.now()
    every = actor.may(Can.REVIEW_ORGANISATION)
    read = later(_waiting, every, me=actor.id, told_since=now - TOLD_FOR, said_since=now - A_WEEK)
    return read.into(lambda rows: sorted((Waits(*row) for row in rows), key=attrgetter("on", "ref")))


def _waiting(every: bool, me: UUID, told_since: datetime, said_since: datetime) -> "QuerySet[Any, Any]":
    asks = SupportRequest.objects.filter(reader_id=me, answered_at=None)
    answered = SupportRequest.objects.filter(by_id=me, answered_at__gte=told_since)
    said = RelationshipCheck.objects.filter(Q(followed_at=None) | Q(may_see=True, at__gte=said_since))
    thanks = Appreciation.objects.filter(worker_id=me, seen_at=None)
    agreed = ReviewAction.objects.filter(**({} if every else {"owner_id": me}), ended_as="")
    reviews = OrganisationReview.objects.order_by()
    year = Cast("year", CharField())
    return _named(asks, "asks", F("by__name")).union(
        _named(answered, "answered", F("reader__name"), F("answered_at")),
        _named(said, "said", Value("")),
        _named(thanks, "thanks", F("by__name")),
        _named(agreed, "agreed", Value("")),
        _named(reviews.filter(finished_at=None), "reviewing", year),
        _named(reviews.exclude(finished_at=None), "reviewed", year),
        all=True,
    )


def _named(rows: "QuerySet[Any, Any]", kind: str, who: Any, on: F = _AT) -> "QuerySet[Any, Any]":
    return rows.values_list(Value(kind), F("pk"), who, on)


def check_readers(about: UUID | None) -> list[tuple[str, str]]:
    """Who may be chosen to read how it feels: the supervisor of the one it is about first, and never that one."""
    first = Staff.objects.filter(pk=about).values_list("supervisor_id", flat=True).first() if about else None
    found = []
    for read_as in ReadAs:
        named = [each for each in staff_with_role(Role(read_as.value)) if each.pk != about]
        named.sort(key=lambda each: each.pk != first)
        found += [(f"{read_as.value}:{each.pk}", f"{each.name} ({read_as.label})") for each in named]
    return found


def checks() -> list[RelationshipCheck]:
    """What was said about working with us and is for me, what was not read yet first."""
    rows = RelationshipCheck.objects.select_related("by")
    return list(rows.order_by("-followed_at", "-at", "id"))


def check_named(felt: UUID) -> RelationshipCheck | None:
    """One of them."""
    return RelationshipCheck.objects.filter(pk=felt).select_related("by", "concerns").first()


def thanks_to(actor: Actor) -> list[Appreciation]:
    """What I was granted, newest first."""
    return list(Appreciation.objects.filter(worker_id=actor.id).select_related("by").order_by("-at", "id"))


def thanks_of(actor: Actor) -> list[Appreciation]:
    """What I granted, newest first."""
    return list(Appreciation.objects.filter(by_id=actor.id).select_related("worker").order_by("-at", "id"))


def not_thanked() -> list[str]:
    """Names of who had no day, token or words for six months."""
    return list(
        Staff.objects.filter(pk__in=call("core.not_thanked")).order_by("name").values_list("name", flat=True)
    )


def may_be_thanked(actor: Actor) -> list[tuple[str, str]]:
    """Everybody who works here but me."""
    return [(str(each.pk), each.name) for each in staff_list() if each.pk != actor.id]
