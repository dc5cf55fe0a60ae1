"""Reading what is approved from month to month."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Prefetch, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.benefits import rules
from alongside.benefits.choices import Answer
from alongside.benefits.models import Approval, ApprovalTurn, ClockRule
from alongside.benefits.queries.agency import rules_now
from alongside.participants.queries import Participant
from alongside.vault.opening import open_told

SHOWN = 5
MOST = 200


def approval_rule() -> ClockRule | None:
    """How many days before its end an approval comes up: our practice, which an agency changes."""
    return next((row for row in rules_now() if row.key == "approval" and not row.off), None)


def _approvals() -> QuerySet[Approval]:
    turns = ApprovalTurn.objects.select_related("by").order_by("-at", "-id")
    return Approval.objects.select_related("participant", "changed_by", "rule").prefetch_related(
        Prefetch("turns", queryset=turns)
    )


def approvals(participant: UUID) -> list[Approval]:
    """What is approved for somebody from month to month, what is over last."""
    return list(_approvals().filter(participant_id=participant).order_by("-is_open", "comes_up_on", "id"))


def approval_named(participant: UUID, approval: UUID) -> Approval | None:
    """One with what was asked and answered."""
    return _approvals().filter(pk=approval, participant_id=participant).first()


@dataclass(frozen=True)
class OfTheMonth:
    """What is to be asked before a month ends, and what was asked and waits, of my own people."""

    to_ask: list[Approval]
    waiting: list[Approval]


def of_the_month(me: UUID) -> OfTheMonth:
    """The approvals of my own people that end with this month or before."""
    mine = _approvals().filter(participant__case_manager_id=me, is_open=True)
    found = list(mine.exclude(participant__state="closed").order_by("comes_up_on", "id")[:MOST])
    last = rules.end_of_month(clock.today())
    ends = [row for row in found if row.through and row.through <= last]
    return OfTheMonth(
        [row for row in ends if row.answer != Answer.ASKED],
        [row for row in found if row.answer == Answer.ASKED],
    )


def approvals_beside(today: date) -> dict[str, Combinable]:
    """For a query over people: approvals that come up, with what is needed to say which."""
    rows = Approval.objects.filter(participant=OuterRef("pk"), is_open=True, comes_up_on__lte=today)
    its = JSONObject(id=F("id"), key=F("key_id"), what=F("what"), through=F("through"), answer=F("answer"))
    return {"approvals_due": ArraySubquery(rows.order_by("comes_up_on", "id").values(json=its)[:SHOWN])}


@dataclass(frozen=True)
class DueApproval:
    """An approval that comes up: for what, through which day, and whether it was asked."""

    approval: UUID
    what: str
    through: date
    is_asked: bool


def approvals_due_of(person: Participant) -> list[DueApproval]:
    """The approvals that come up of somebody who came with `approvals_beside`."""
    found = []
    table = Approval._meta.db_table
    for told in vars(person)["approvals_due"]:
        key, row = UUID(told["key"]), UUID(told["id"])
        what, through, answer = (
            open_told(key, table, column, row, told[column]) for column in ("what", "through", "answer")
        )
        found.append(DueApproval(row, what, date.fromisoformat(through), answer == Answer.ASKED))
    return found
