"""Permissions, holds, exceptions and the accounting, read."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.written import Read, later
from alongside.consent.choices import OF_A_FILE, Decision, FollowUp, Standing, WayOut
from alongside.consent.models import Disclosure, LawfulException, Release, SharingPause

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class WhetherUsed(TypedDict):
        """Whether anything went out under it."""

        is_used: bool

    ExceptionRead = WithAnnotations[LawfulException, WhetherUsed]


def _of(participant: UUID) -> QuerySet[Release]:
    rows = Release.objects.filter(participant_id=participant)
    return rows.select_related("agency", "by", "rule", "wording", "withdrawn_by").prefetch_related("signers")


def releases(participant: UUID) -> list[Release]:
    """Every permission of somebody, newest first."""
    return list(_of(participant).order_by("-at", "-id"))


def release_named(participant: UUID, release: UUID) -> Release | None:
    """One permission."""
    return _of(participant).filter(pk=release).first()


def permission_to(participant: UUID, agency: UUID) -> Release | None:
    """The newest permission under which something may go to that partner just now, but for lines of a file."""
    theirs = _of(participant).filter(agency_id=agency).exclude(purpose__in=OF_A_FILE).order_by("-at", "-id")
    return next((each for each in theirs if each.standing in (Standing.LIVE, Standing.ENDS_SOON)), None)


def releases_for_today() -> Read[list[Release]]:
    """Permissions of people I reach that end soon, and stopped ones whose other side was not told yet."""
    now = clock.now()
    # The longest "soon" there can be is looked through; each permission's own rule then decides.
    shown = (Standing.ENDS_SOON, Standing.STOPPED)
    read = later(_for_today, now=now, horizon=now + timedelta(days=90))
    return read.into(lambda rows: [row for row in rows if row.standing in shown])


def _for_today(now: datetime, horizon: datetime) -> QuerySet[Release]:
    coming = Q(withdrawn_at=None, starts_at__lte=now, ends_at__gt=now, ends_at__lte=horizon)
    to_tell = Q(withdrawn_at__isnull=False, follow_up=FollowUp.OPEN)
    rows = Release.objects.filter(coming | to_tell).select_related("agency", "rule", "participant")
    return rows.order_by(F("withdrawn_at").desc(nulls_last=True), "ends_at")[:60]


def hold_of(participant: UUID) -> SharingPause | None:
    """The hold under which everything stands still just now."""
    rows = SharingPause.objects.filter(participant_id=participant, lifted_at=None)
    return rows.select_related("by").first()


def exceptions(participant: UUID) -> "list[ExceptionRead]":
    """Every exception that was asked for, newest first."""
    rows = LawfulException.objects.filter(participant_id=participant)
    used = Disclosure.objects.filter(exception=OuterRef("pk"))
    found = rows.annotate(is_used=Exists(used)).select_related("agency", "by", "decided_by", "told_by")
    return list(found.order_by("-asked_at", "-id"))


def exception_named(participant: UUID, exception: UUID) -> "ExceptionRead | None":
    """One exception."""
    return next((each for each in exceptions(participant) if each.pk == exception), None)


def exceptions_to_decide(actor: Actor) -> Read[list[LawfulException]]:
    """Exceptions of people I reach that wait for a second person, when I can be that person."""
    return later(_to_decide, me=actor.id)


def _to_decide(me: UUID) -> QuerySet[LawfulException]:
    rows = LawfulException.objects.filter(decision=Decision.OPEN).exclude(by_id=me)
    return rows.select_related("participant", "by").order_by("asked_at")


def disclosures(participant: UUID) -> list[Disclosure]:
    """What went out and what was put into their own hands, newest first."""
    rows = Disclosure.objects.filter(participant_id=participant).select_related(
        "agency", "by", "release", "exception"
    )
    return list(rows.order_by("-at", "-id"))


def disclosure_named(participant: UUID, disclosure: UUID) -> Disclosure | None:
    """One thing that went out."""
    rows = Disclosure.objects.filter(participant_id=participant, pk=disclosure)
    return rows.select_related("agency", "by", "release__rule").first()


def was_handed_over(actor: Actor, participant: UUID, what: str) -> bool:
    """Whether I put this very thing into their hands today; reading a page twice is one handing over."""
    begins = clock.now() - timedelta(hours=12)
    mine = Disclosure.objects.filter(participant_id=participant, by_id=actor.id, way=WayOut.OWN_COPY)
    return mine.filter(what=what, at__gte=begins).exists()
