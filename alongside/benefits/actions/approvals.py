"""What is approved from month to month: asked, approved through a day, asked again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.benefits import queries, rules
from alongside.benefits.choices import Answer
from alongside.benefits.models import Approval, ApprovalTurn
from alongside.keeping.rows import authored, held, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants import queries as people

_NOW = ("answer", "through", "comes_up_on", "is_open", "version", "changed_at", "changed_by")


@dataclass(frozen=True)
class Answered:
    """What was asked or answered, and on which day."""

    answer: str
    on: date | None = None
    through: date | None = None
    words: str = ""


@act(Can.CHANGE_RECORD, said=_("wrote down a monthly approval"))
def start_approval(
    *, by: Actor, participant: UUID, approval: UUID, what: str, through: date | None
) -> Approval:
    """Write down help that is approved from month to month, and through which day; sent twice, it is one.

    Raises NothingWritten without a word for it, NoLastDay without a day, or NotHere.
    """
    found = held_or_new(Approval, approval, participant_id=participant)
    if found is not None:
        return found
    person = people.participant_named(participant)
    rule = queries.approval_rule()
    if person is None or rule is None:
        raise NotHere
    if not what.strip():
        raise NothingWritten
    if through is None:
        raise rules.NoLastDay
    row = Approval(id=approval, version=0, **authored(by, person), rule=rule, what=what)
    _stand(by, row, Answered(Answer.APPROVED, clock.today(), through))
    insert(row)
    _write_down(by, row, uuid4(), Answered(Answer.APPROVED, clock.today(), through))
    return row


@act(Can.CHANGE_RECORD, said=_("wrote down what became of a monthly approval"))
def turn_approval(
    *,
    by: Actor,
    participant: UUID,
    approval: UUID,
    change: UUID,
    told: Answered,
    seen: int | None = None,
) -> Approval:
    """Write down that the next month was asked for, approved, declined, or is not needed any more.

    Raises ChangedMeanwhile, NoLastDay or TurnedDown.
    """
    row = held(Approval, approval, participant_id=participant)
    if held_or_new(ApprovalTurn, change, participant_id=participant) is not None:
        return row
    row = held(Approval, approval, seen, participant_id=participant)
    if told.answer not in Answer.values:
        raise TurnedDown("not_offered")
    if told.answer == Answer.APPROVED and told.through is None:
        raise rules.NoLastDay
    _stand(by, row, told)
    row.save(update_fields=_NOW)
    _write_down(by, row, change, told)
    return row


def _stand(by: Actor, row: Approval, told: Answered) -> None:
    """How it stands after this."""
    row.answer = told.answer
    if told.answer == Answer.APPROVED:
        row.through = told.through
    row.is_open = told.answer != Answer.ENDED
    row.comes_up_on = rules.approval_comes_up(row.answer, row.through, row.rule.remind)
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id


def _write_down(by: Actor, row: Approval, change: UUID, told: Answered) -> None:
    through = row.through if told.answer == Answer.APPROVED else None
    kept = ApprovalTurn(
        id=change,
        **authored(by, row),
        approval=row,
        answer=told.answer,
        on=told.on,
        through=through,
        month=through.replace(day=1) if through else None,
        words=told.words,
    )
    insert(kept)
