"""Tables of money: funds, and every movement of them. Nobody who was helped is in any of them."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from alongside.funding.choices import Moved, Part
from alongside.funding.claim_models import ClaimLine, Closing, WorkTime
from alongside.funding.stream_models import Enrolment, Stream
from alongside.keeping.columns import Authored, Versioned
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText

__all__ = ["ClaimLine", "Closing", "Enrolment", "Fund", "Movement", "Stream", "WorkTime"]
MONEY: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}


class Fund(SealedRow, Authored, Versioned):
    """Money of one source: what it is called, what it may be used for, and what of it is left, set aside and spent.

    Read by whoever helps with it or directs, kept by the director; about nobody, so it goes by nobody's age and two
    records of a person change nothing in it. Its three sums change by `core.move_money` alone, and a constraint trigger
    holds that they are what the movements add up to. Words are under a key of its own; sums, days and name are in
    clear, because the database compares them. Kept for good; leaves with nothing.
    """

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=60, blank=True)
    restricted = SealedText()
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    balance = models.DecimalField(**MONEY, default=Decimal(0))
    set_aside = models.DecimalField(**MONEY, default=Decimal(0))
    spent = models.DecimalField(**MONEY, default=Decimal(0))
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(balance__gte=0, set_aside__gte=0, spent__gte=0), name="no_fund_is_below_nothing"
            ),
            models.CheckConstraint(
                condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="a_fund_ends_after_it_begins",
            ),
            models.UniqueConstraint(Lower("name"), name="a_fund_has_a_name_of_its_own"),
        ]


class Movement(SealedRow, Authored):
    """Money that came to a fund, left it, or went from one of its sums to another. Rows only come.

    Its id is the press that made it, so that the same press counts once. `of` names what it was for, as the room that
    asked for it knows that: no participant. Words are under the fund's key; who reads, keeps and forgets it is as the
    fund says.
    """

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="movements", db_index=False)
    kind = Code(max_length=12, choices=Moved)
    amount = models.DecimalField(**MONEY)
    went_from = Code(max_length=12, choices=Part, blank=True)
    went_to = Code(max_length=12, choices=Part, blank=True)
    of = models.UUIDField(null=True, blank=True)
    words = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="a_movement_moves_something"),
            models.CheckConstraint(condition=~Q(went_from=F("went_to")), name="a_movement_goes_somewhere"),
        ]
        indexes = [
            models.Index(fields=["fund", "-at"], name="movements_of_a_fund"),
            models.Index(fields=["of"], name="movements_for_something", condition=Q(of__isnull=False)),
        ]
