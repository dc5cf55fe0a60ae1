"""What was opened at night, who came back, and restricted records. The walls decide what comes."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.roles import Role
from alongside.access.written import Read, later
from alongside.agency.models import Staff
from alongside.agency.queries import staff_with_role
from alongside.break_glass.models import CodeTry, Opening, Restriction, SaysKnown
from alongside.participants.night import CallBrief, briefs
from alongside.participants.queries import is_open_tonight

# Pages name these rows by what is found here, not by their tables.
__all__ = ["CallBrief", "CodeTry", "Opening", "Restriction", "SaysKnown", "is_open_tonight"]

MOST_TRIES = 5
A_NIGHT = timedelta(hours=14)


def brief_named(brief: UUID) -> CallBrief | None:
    """A brief that whoever acts has opened in this shift."""
    found = briefs([brief])
    return found[0] if found and call("core.is_brief_opened", brief) else None


def openings(participant: UUID) -> list[Opening]:
    """Who opened the record on call and why; the newest first."""
    rows = Opening.objects.filter(participant_id=participant).select_related("by", "told_by", "reviewed_by")
    return list(rows.order_by("-at", "-id"))


def opening_named(participant: UUID, opening: UUID) -> Opening | None:
    """One of them."""
    rows = Opening.objects.filter(pk=opening, participant_id=participant)
    return rows.select_related("by", "reviewed_by").first()


def to_review(actor: Actor) -> Read[list[Opening]]:
    """Records opened on call that a supervisor has not looked at; not those that they opened themselves."""
    return later(_to_review, me=actor.id)


def _to_review(me: UUID) -> QuerySet[Opening]:
    rows = Opening.objects.filter(reviewed_at=None).exclude(by_id=me)
    return rows.select_related("by", "participant").order_by("at", "id")


def try_named(actor: Actor, attempt: UUID) -> CodeTry | None:
    """A try of one's own."""
    return CodeTry.objects.filter(pk=attempt, by_id=actor.id).first()


def state_of(attempt: UUID) -> str:
    """How the record stands that a try of this shift led to; empty where it does not go to whoever acts."""
    return str(call("core.state_of_try", attempt) or "")


def try_for_me(attempt: UUID) -> CodeTry | None:
    """A try that goes to whoever acts, as its supervisor."""
    return CodeTry.objects.filter(_GOES_TO_ME, pk=attempt).select_related("by").first()


def tries_for_me() -> Read[list[CodeTry]]:
    """Tries that opened nothing or led to a closed record, not looked at yet."""
    return later(_tries)


def _tries() -> QuerySet[CodeTry]:
    rows = CodeTry.objects.filter(_GOES_TO_ME, looked_at=None).select_related("by")
    return rows.order_by("at", "id")


def of_that_night(attempt: CodeTry) -> list[CodeTry]:
    """The tries of the same colleague and night, which are looked at together."""
    near = (attempt.at - A_NIGHT, attempt.at + A_NIGHT)
    alike = CodeTry.objects.filter(_GOES_TO_ME, by_id=attempt.by_id, at__range=near, looked_at=None)
    return [
        each
        for each in alike.order_by("at", "id")
        if (each.participant_id is None) == (attempt.participant_id is None)
    ]


def came(participant: UUID) -> list[CodeTry]:
    """Calls in which they gave their alias and code word; the newest first."""
    rows = CodeTry.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-at", "-id"))


def came_named(participant: UUID, attempt: UUID) -> CodeTry | None:
    """One of them."""
    return CodeTry.objects.filter(pk=attempt, participant_id=participant).first()


def brief_of(participant: UUID) -> UUID | None:
    """The brief of somebody, where it opens to whoever acts."""
    found = CallBrief.objects.filter(participant_id=participant).values_list("pk", flat=True).first()
    return found


def say_known() -> Read[list[SaysKnown]]:
    """Calls in which somebody said that they were with us, until a supervisor settled it."""
    return later(_say_known)


def _say_known() -> QuerySet[SaysKnown]:
    return SaysKnown.objects.filter(settled_at=None).select_related("by").order_by("at", "id")


def restriction_of(participant: UUID) -> Restriction | None:
    """The restriction of a record, while there is one."""
    rows = Restriction.objects.filter(participant_id=participant, ended_at=None).select_related("by")
    return rows.prefetch_related("named__staff").first()


def may_be_named(but: UUID) -> list[Staff]:
    """Colleagues who may walk with people, or lead those who do."""
    found = {each.pk: each for role in (Role.CASE_MANAGER, Role.SUPERVISOR) for each in staff_with_role(role)}
    return sorted((each for each in found.values() if each.pk != but), key=lambda each: each.name)


def named_in(restriction: Restriction | None) -> Sequence[UUID]:
    """To whom a restricted record stays open."""
    return [each.staff_id for each in restriction.named.all()] if restriction else []


_GOES_TO_ME = RawSQL(
    '"break_glass_codetry"."id" = any((select core.tries_for_me())::uuid[])', [], output_field=BooleanField()
)
