"""Tables of funding streams, and of who is enrolled in one."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from alongside.agency.models import Program
from alongside.funding.stream_choices import Asks, StreamKind
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code, NumberCode

MONTHS = [(number, number) for number in range(1, 13)]


class _Days(Func):
    """The days of an enrolment, both ends among them."""

    function = "daterange"


class Stream(Authored, Versioned):
    """A stream of money: how it pays, who may be enrolled, in which order it pays, when its year begins.

    The agency's own set-up, without anybody in it: all staff read it, whoever directs writes it, and it goes into the
    set-up file. `place` is the order in which several pay for one person; what is `beside` pays whatever others do.
    `kinds` are the kinds of service that are paid back: all, where none is named. Help that comes out of its `fund`
    belongs to it; `form` is the funder's form that it needs. Everything is in clear, since functions count
    by it. Kept for good, ended but never deleted, so that an old month can be read; it goes by nobody's age.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    kind = Code(max_length=8, choices=StreamKind)
    place = models.PositiveSmallIntegerField(default=1)
    beside = models.BooleanField(default=False)
    program = models.ForeignKey(Program, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fund = models.ForeignKey(
        "funding.Fund", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    year_from = NumberCode(choices=MONTHS, default=1)
    zone = models.CharField(max_length=60, blank=True)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    rate = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    admin_share = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    asks = Code(max_length=7, choices=Asks, default=Asks.WORK)
    approved = models.BooleanField(default=False)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    kinds = ArrayField(models.UUIDField(), default=list, blank=True)
    form = models.CharField(max_length=40, blank=True)
    who = models.TextField(blank=True)
    guide = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_stream_has_a_name_of_its_own"),
            models.CheckConstraint(
                condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="a_stream_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=(Q(rate=None) | Q(rate__gte=0))
                & (Q(budget=None) | Q(budget__gte=0))
                & (Q(admin_share=None) | Q(admin_share__gte=0, admin_share__lte=100))
                & (Q(months=None) | Q(months__gt=0)),
                name="a_stream_has_possible_numbers",
            ),
        ]


class Enrolment(OfParticipant, Authored, Versioned, Removable):
    """From when until when somebody is enrolled in a stream. Whom a stream pays for is no judgement of anybody.

    In clear stand the stream and the days alone, since functions count months by them; who may be enrolled is not asked
    of the person, so no answer of theirs is here. Read by whoever reaches the person. Of two records of one person each
    keeps its own, and months count once. Kept and forgotten as the person is; what was counted in a closed month stays
    counted. It leaves with nothing; the same at any age.
    """

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="+")
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="enrolments_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")), name="an_enrolment_has_a_day"
            ),
            ExclusionConstraint(
                name="enrolled_once_at_a_time",
                expressions=[
                    ("participant", RangeOperators.EQUAL),
                    ("stream", RangeOperators.EQUAL),
                    (
                        _Days("begins_on", "ends_on", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(removed_at=None),
            ),
        ]
