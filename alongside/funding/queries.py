"""Reading funds. Who reads what is the walls' matter."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from alongside import clock
from alongside.funding import rules
from alongside.funding.choices import Moved, Part
from alongside.funding.models import Fund, Movement

SHOWN = 100


def funds() -> list[Fund]:
    """Every fund: those that are open first, by name."""
    return sorted(Fund.objects.all(), key=lambda each: (not is_open(each), each.name.casefold()))


def fund_named(fund: UUID) -> Fund | None:
    """One fund."""
    return Fund.objects.filter(pk=fund).first()


def movement_named(movement: UUID) -> Movement | None:
    """One movement."""
    return Movement.objects.filter(pk=movement).first()


def is_open(fund: Fund, today: date | None = None) -> bool:
    """Whether money may be set aside from it today."""
    day = today or clock.today()
    return (
        fund.closed_at is None
        and (fund.begins_on is None or fund.begins_on <= day)
        and (fund.ends_on is None or day <= fund.ends_on)
    )


def movements(fund: UUID) -> list[Movement]:
    """What moved, the newest first, as far as a page shows it."""
    rows = Movement.objects.filter(fund_id=fund).select_related("by")
    return list(rows.order_by("-at", "id")[:SHOWN])


def months(fund: UUID | None = None) -> list[rules.Month]:
    """What moved by month, of one fund or of all."""
    rows = Movement.objects.filter(fund_id=fund) if fund else Movement.objects.all()
    summed = (
        rows.annotate(month=TruncMonth("at", tzinfo=clock.zone()))
        .values("month", "kind", "went_to")
        .annotate(sum=Sum("amount"))
        .order_by()
    )
    return rules.by_month((each["month"].date(), each["kind"], _signed(each)) for each in summed)


def _signed(told: Mapping[str, Any]) -> Decimal:
    amount = Decimal(str(told["sum"]))
    return -amount if told["kind"] == Moved.CORRECTION and not told["went_to"] else amount


def sums(fund: Fund) -> dict[str, Decimal]:
    """What a fund holds, in the order in which it is drawn."""
    return {part.value: getattr(fund, part.value) for part in Part}
