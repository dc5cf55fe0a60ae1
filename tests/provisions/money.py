"""Help with money for tests, made through acts."""

import uuid
from decimal import Decimal
from typing import Any

from alongside import trail
from alongside.access.actor import Actor
from alongside.funding.models import Fund
from alongside.keeping.rows import authored
from alongside.participants.models import Participant
from alongside.participants.timeline import mark
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions.assistance_rules import Asked, Limits, Origin, Vouchers
from alongside.provisions.models import AssistanceDecision, AssistanceKind, AssistanceRequest, VoucherRange
from tests import cast
from tests.funding.make import gift

AMOUNT = Decimal(40)


def kind_of(key: str = "transport") -> uuid.UUID:
    """A kind of help that every agency begins with."""
    with cast.acting(cast.CM1):
        return AssistanceKind.objects.get(key=key).pk


def limits(**told: Any) -> None:
    """What the director sets: a limit, a cap."""
    with cast.acting(cast.DIRECTOR) as by:
        actions.save_limits(by=by, told=Limits(**told))
        trail.flush()


def vouchers(
    name: str = "Grocery cards", first: int = 1, last: int = 10, fund: uuid.UUID | None = None, **told: Any
) -> VoucherRange:
    """A range of vouchers of the director's, each worth 20."""
    with cast.acting(cast.DIRECTOR) as by:
        said = Vouchers(name, first, last, Decimal(20), fund=fund, **told)
        row = actions.begin_vouchers(by=by, vouchers=uuid.uuid4(), told=said)
        trail.flush()
        return row


def asked(
    person: uuid.UUID,
    fund: uuid.UUID | None = None,
    amount: Any = AMOUNT,
    member: cast.Member = cast.CM1,
    **told: Any,
) -> AssistanceRequest:
    """Help that was asked for."""
    origin = told.pop("origin", Origin())
    said: dict[str, Any] = {"purpose": "a ride to the clinic", "words": "Two rides."} | told
    with cast.acting(member) as by:
        what = Asked(said.pop("kind", None) or kind_of(), Decimal(amount), fund=fund, **said)
        row = actions.ask_for_help(by=by, participant=person, asking=uuid.uuid4(), told=what, origin=origin)
        trail.flush()
        return row


def decided(
    row: AssistanceRequest, member: cast.Member = cast.SUPERVISOR, *, agrees: bool = True, **told: Any
) -> AssistanceDecision:
    """A decision, by the supervisor if not said otherwise."""
    with cast.acting(member) as by:
        line = told.pop("line", None) or row.decision
        given: dict[str, Any] = {"seen": 1, "answer": "" if agrees else "Ask the church first."} | told
        return actions.decide_help(by=by, line=line, agrees=agrees, **given)


def handed(row: AssistanceRequest, member: cast.Member = cast.CM1, seen: int = 2) -> AssistanceRequest:
    """Handed over."""
    with cast.acting(member) as by:
        given = {"participant": row.participant_id, "asking": row.pk, "seen": seen}
        return actions.hand_over_help(by=by, **given)


def line_of(row: AssistanceRequest) -> AssistanceDecision:
    """What is decided about, as the director reads it."""
    with cast.acting(cast.DIRECTOR):
        found = queries.line_named(row.decision)
        assert found is not None
        return found


def sums(fund: uuid.UUID) -> tuple[int, int, int]:
    """What is left in a fund, set aside, and spent."""
    with cast.acting(cast.DIRECTOR):
        row = Fund.objects.get(pk=fund)
        return int(row.balance), int(row.set_aside), int(row.spent)


def one_of_money(person: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """An asking, its line and its kind; and a range of vouchers."""
    row = asked(person, gift(name=f"Gift {uuid.uuid4().hex[:6]}").pk)
    return row.pk, row.decision, kind_of(), vouchers(f"Cards {uuid.uuid4().hex[:6]}").pk


def asked_without_a_line(by: Actor, person: uuid.UUID, asking: uuid.UUID, word: str) -> None:
    """What was asked for somebody, with no line that whoever decides may see."""
    whom = Participant.objects.get(pk=person)
    row = AssistanceRequest(id=asking, **authored(by, whom))
    row.purpose, row.kind_said, row.amount_said = f"{word} purpose", f"{word} kind", "40"
    row.receipt, row.handed_on = f"{word} receipt", cast.BEGINS.date()
    row.save(force_insert=True)
    mark(by=by, participant=person, at=row.at, room="provisions", kind="money", ref=asking)
