"""Tables of vouchers and gift cards: ranges of numbers, and which number is out; about nobody."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored

MOST_PIECES = 5000  # of one range; more is a slip of the finger


class VoucherRange(Authored):
    """Vouchers or gift cards with numbers from one through another, of one worth; `left` are not promised yet.
    With a `fund` (a reference that only the room of money resolves) their worth is set aside there until each is handed
    over. Read by whoever helps with money; the keeper alone writes it. Holds no participant's data; kept for good."""

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=60)
    prefix = models.CharField(max_length=20, blank=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    width = models.PositiveSmallIntegerField(default=0)
    worth = models.DecimalField(max_digits=12, decimal_places=2)
    fund = models.UUIDField(null=True, blank=True)
    left = models.IntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    first__gte=0, last__gte=F("first"), last__lt=F("first") + MOST_PIECES, worth__gt=0
                ),
                name="a_range_of_vouchers_has_a_first_and_a_last",
            ),
            models.CheckConstraint(
                condition=Q(left__gte=0, left__lte=F("last") - F("first") + 1), name="no_vouchers_below_none"
            ),
            ExclusionConstraint(
                name="a_voucher_stands_in_one_range",
                expressions=[
                    ("name", RangeOperators.EQUAL),
                    ("prefix", RangeOperators.EQUAL),
                    (
                        Func(
                            F("first"),
                            F("last"),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at=None),
            ),
        ]

    def said(self, number: int) -> str:
        """A number as it stands on its voucher."""
        return f"{self.prefix}{number:0{self.width}d}"


class VoucherOut(models.Model):
    """That a number of a range was given out on a day, and whether it came back. Nothing leads from it to whoever got
    it: which number went to whom is sealed with them. The keeper alone reads and writes it; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    range = models.ForeignKey(VoucherRange, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.BigIntegerField()
    day = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["range", "number"], condition=Q(back_at=None), name="no_voucher_is_given_twice"
            )
        ]
