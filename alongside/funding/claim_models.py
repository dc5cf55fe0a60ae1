"""Tables of hours beside the work with people, and of months that were closed for a funder."""

import uuid

from django.db import models
from django.db.models import Q

from alongside.funding.stream_choices import Claimed, TimeKind
from alongside.funding.stream_models import Stream
from alongside.keeping.columns import Authored, Removable
from alongside.vault.codes import Code


class WorkTime(Authored, Removable):
    """Minutes of a worker's day beside the work with people: outreach, training, on call, quiet hours; and the stream
    that pays for them, or none.

    Read by the worker and by the supervisor they name; whoever directs reads sums without names. In clear, since sums
    are made of it: who, day, kind, minutes, stream. Nobody who is helped is in it. Kept for good, for a funder asks
    years later; taken away, it comes back for 30 days; it leaves with nothing. Nobody under 18 works here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField()
    kind = Code(max_length=8, choices=TimeKind)
    minutes = models.PositiveSmallIntegerField()
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0, minutes__lte=1440), name="a_day_has_its_minutes"
            )
        ]
        indexes = [models.Index(fields=["by", "day"], name="hours_of_a_worker")]


class Closing(Authored):
    """That a month of a stream was closed, or corrected after it was: its lines say what came or went since the closing
    before. Written by the keeper alone, read by whoever directs; nobody who is helped is in it; rows only come, kept
    for good; it leaves with nothing."""

    id = models.UUIDField(primary_key=True, editable=False)
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="a_closed_month_begins_with_its_first")
        ]
        indexes = [models.Index(fields=["stream", "month", "at"], name="closings_of_stream")]


class ClaimLine(models.Model):
    """One thing that a closed month counts (`comes`), or counts no more: a person's month, a service, help.

    Whose it is, nothing here names: `item` and `who` are made of references and lead back to nobody but by the
    keeper's functions. So forgetting somebody takes nothing out of a month that was closed. In clear stand kind, day,
    minutes and amount, which a funder was told. Written by the keeper alone, read by whoever directs; rows only come,
    kept for good; it leaves with nothing; the same at any age; records brought together later count once from the next
    correction on.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    closing = models.ForeignKey(Closing, on_delete=models.PROTECT, related_name="lines", db_index=False)
    comes = models.BooleanField()
    item = models.UUIDField()
    who = models.UUIDField(null=True, blank=True)
    what = Code(max_length=7, choices=Claimed)
    day = models.DateField()
    kind = models.UUIDField(null=True, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["closing", "item", "comes"], name="a_line_stands_once")
        ]
