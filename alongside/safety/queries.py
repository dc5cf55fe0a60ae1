"""Reading safety plans; the walls decide whose opens."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.fields import BooleanField

from alongside.participants.choices import Part
from alongside.participants.models import LinkedRecords
from alongside.safety.choices import PRINTED
from alongside.safety.models import PlanOpener, PlanOpening, PlanVersion, SafetyPlan, TalkedAbout


@dataclass(frozen=True)
class PlanRead:
    """A plan that opens, with its versions, the newest first."""

    plan: SafetyPlan
    versions: list[PlanVersion]

    @property
    def stands(self) -> PlanVersion:
        """What it says now."""
        return self.versions[0]

    @property
    def is_printed(self) -> bool:
        """Whether they take a copy on paper."""
        return self.stands.copy in PRINTED


def plan_of(participant: UUID) -> SafetyPlan | None:
    """That somebody has a plan, whether or not it opens."""
    return SafetyPlan.objects.filter(participant_id=participant).first()


def keeps(plan: SafetyPlan) -> bool:
    """Whether I read and write it with them."""
    mine = RawSQL('"safety_safetyplan"."id" = any((select core.plans_i_keep())::uuid[])', [], BooleanField())
    return SafetyPlan.objects.filter(pk=plan.pk).filter(Q(mine)).exists()


def versions_of(plan: UUID) -> list[PlanVersion]:
    """Every version of a plan, the newest first; none where it does not open."""
    return list(PlanVersion.objects.filter(plan_id=plan).select_related("by", "plan").order_by("-version"))


def with_tied(participant: UUID) -> list[PlanRead]:
    """The plans of somebody that open: that of this record and of every record that is of the same person, the one
    that was written in last before the others."""
    ties = LinkedRecords.objects.filter(
        Q(kept_id=participant) | Q(other_id=participant), ended_at__isnull=True
    ).values_list("kept_id", "other_id")
    these = {participant, *(each for tie in ties for each in tie)}
    found: dict[UUID, list[PlanVersion]] = {}
    rows = PlanVersion.objects.filter(participant_id__in=these).select_related("by", "plan")
    for row in rows.order_by("-at", "-version"):
        found.setdefault(row.plan_id, []).append(row)
    return [PlanRead(versions[0].plan, versions) for versions in found.values()]


def openers(participant: UUID) -> list[PlanOpener]:
    """Who may open somebody's plan because they said so."""
    rows = PlanOpener.objects.filter(participant_id=participant, ended_at__isnull=True)
    return list(rows.select_related("staff").order_by("at", "staff__name"))


def that_open_to_me() -> list[PlanVersion]:
    """The newest version of every plan that opens to me, by what its person is called."""
    newest = PlanVersion.objects.filter(plan=OuterRef("plan")).order_by("-version").values("pk")[:1]
    rows = PlanVersion.objects.filter(pk=Subquery(newest)).select_related("plan", "by")
    return sorted(rows, key=lambda row: str(row.called).casefold())


def reasons(openings: Iterable[UUID | None]) -> dict[UUID, str]:
    """Why a supervisor opened somebody's plan, by the reference that stands in the trail."""
    asked = [each for each in openings if each is not None]
    return {row.pk: row.reason for row in PlanOpening.objects.filter(pk__in=asked)} if asked else {}


def waits_for_a_word(me: UUID) -> dict[str, Combinable]:
    """Beside a person: that they have a plan which does not open to me, their case manager or backup, yet."""
    mine = PlanOpener.objects.filter(plan=OuterRef("pk"), staff_id=me, ended_at__isnull=True)
    plans = SafetyPlan.objects.filter(participant=OuterRef("pk")).filter(~Exists(mine))
    return {"plan_shut": Exists(plans)}


WALKS = (Part.CASE_MANAGER, Part.BACKUP)


def talked(participant: UUID) -> list[TalkedAbout]:
    """What plain pages were talked about with somebody, the newest first."""
    return list(TalkedAbout.objects.filter(participant_id=participant, removed_at=None).order_by("-at", "id"))


def talked_named(participant: UUID, talked: UUID) -> TalkedAbout | None:
    """One of these, taken back or not."""
    return TalkedAbout.objects.filter(pk=talked, participant_id=participant).first()
