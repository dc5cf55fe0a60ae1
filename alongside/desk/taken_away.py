"""What was taken away from somebody's record in the last 30 days, of every kind, each with its way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.connection import models as connection
from alongside.consent import models as consent
from alongside.goals import models as goals
from alongside.participants.models import ContactPoint
from alongside.participants.opened import opened
from alongside.provisions.models import DonationAsk
from alongside.referrals.models import Referral, SystemBarrier

COMES_BACK_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be taken away: what it is called, how it is known again, and its way back."""

    model: Any
    called: str | Promise
    said: Callable[[Any], str]
    back: str
    may: Can
    named: Callable[[Any], list[Any]] = lambda row: [row.participant_id, row.pk]


def _on_the_sheet(kind: str) -> Callable[[Any], list[Any]]:
    return lambda row: [row.participant_id, kind, row.pk]


def _words(row: Any) -> str:
    return str(row.words)


# A number or address is shown after a tap alone, so of a way to reach them only its kind is said.
KINDS = (
    Kind(
        connection.Note, _("Note"), lambda row: row.happened or row.responded, "connection:restore",
        Can.LOG_CONTACT, lambda row: [row.pk],
    ),
    Kind(
        connection.Shift, _("Something changed"), lambda row: row.get_kind_display(),
        "connection:restore_shift", Can.LOG_CONTACT,
    ),
    Kind(
        connection.SeasonChange, _("Season"), lambda row: row.get_season_display(), "connection:restore_season",
        Can.CHANGE_RECORD,
    ),
    Kind(connection.Movement, _("Change over time"), _words, "connection:restore_moved", Can.LOG_CONTACT),
    Kind(goals.Goal, _("Goal"), _words, "goals:bring_back", Can.WRITE_GOALS, _on_the_sheet("goal")),
    Kind(goals.Step, _("Step"), _words, "goals:bring_back", Can.WRITE_GOALS, _on_the_sheet("step")),
    Kind(
        goals.SignOfChange, _("Sign of change"), _words, "goals:bring_back", Can.WRITE_GOALS,
        _on_the_sheet("sign"),
    ),
    Kind(
        goals.LearnedThing, _("Something they learned"), _words, "goals:bring_back", Can.WRITE_GOALS,
        _on_the_sheet("learned"),
    ),
    Kind(
        goals.SelfDescription, _("Part of their life, in their words"), _words, "goals:restore_description",
        Can.WRITE_GOALS,
    ),
    Kind(
        ContactPoint, _("Way to reach them"), lambda row: row.get_channel_display(),
        "participants:restore_reach", Can.CHANGE_RECORD,
    ),
    Kind(
        consent.ProgramInTouch, _("Program they know"), lambda row: row.agency.name if row.agency else row.name,
        "consent:restore_program", Can.CHANGE_RECORD,
    ),
    Kind(
        consent.CoverWords, _("What we say"), lambda row: row.introduce, "consent:restore_cover",
        Can.CHANGE_RECORD,
    ),
    Kind(Referral, _("Referral draft"), lambda row: row.to, "referrals:restore", Can.REFER),
    Kind(
        SystemBarrier, _("System barrier"), lambda row: row.what or row.get_stuck_display(),
        "referrals:restore_barrier", Can.REFER,
    ),
    Kind(DonationAsk, _("Ask of donors"), lambda row: row.item, "provisions:restore", Can.ASK_DONORS),
)  # fmt: skip


@dataclass(frozen=True)
class TakenAway:
    """One thing that can come back."""

    at: datetime
    called: str | Promise
    said: str
    back: str


def taken_away(actor: Actor, participant: UUID) -> list[TakenAway]:
    """What can come back, of the kinds that this colleague may bring back, the newest first."""
    since = clock.now() - COMES_BACK_FOR
    found = [
        TakenAway(row.removed_at, kind.called, kind.said(row), reverse(kind.back, args=kind.named(row)))
        for kind in KINDS
        if actor.may(kind.may)
        for row in kind.model.objects.filter(participant_id=participant, removed_at__gte=since)
    ]
    return sorted(found, key=lambda each: each.at, reverse=True)


@staff(Can.OPEN_RECORD)
@require_safe
def page(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything of somebody that was taken away and can come back."""
    person = opened(request.actor, participant, "open_taken_away")
    shown = {"person": person, "rows": taken_away(request.actor, participant)}
    return render(request, "desk/taken_away.html", shown)
