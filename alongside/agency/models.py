"""Tables of the agency's own set-up. None holds a participant's data; all are kept until changed."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from alongside.access.models import Account
from alongside.keeping.columns import Authored, Versioned
from alongside.ui.dates import Hours, Order
from alongside.vault.codes import Code


class Agency(Versioned):
    """The one agency of this installation: its umbrella identity, its hotline, and what it leaves off. How days and
    hours are written (`date_order`, `hours_of_day`) goes by its time zone where it is left blank."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    umbrella_name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    hotline = models.CharField(max_length=40, blank=True)
    hotline_hours = models.CharField(max_length=80, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    date_order = Code(max_length=8, choices=Order, blank=True)
    hours_of_day = Code(max_length=8, choices=Hours, blank=True)
    features_off = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_agency")]


class Program(models.Model):
    """A program. Its own name stays inside where the umbrella identity is on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    under_umbrella = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="a_program_has_a_name_of_its_own")]


class Site(models.Model):
    """A place where people come in, such as a drop-in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="a_site_has_a_name_of_its_own")]


class ClosedDay(models.Model):
    """A day on which the agency is closed, as it types it: counted where being on call is shared, and no working day.
    Kept until it is taken off the list; the days of years behind stand in it, since a year is looked back on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField()
    name = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("day", name="a_day_is_closed_once")]


class Staff(models.Model):
    """A member of staff as colleagues know them. Their supervisor and site decide reach."""

    id = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, db_column="id", related_name="staff"
    )
    name = models.CharField(max_length=120)
    supervisor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    credentials = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=80, blank=True)
    trafficking_training_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(supervisor__isnull=True) | ~models.Q(supervisor=models.F("id")),
                name="nobody_supervises_themselves",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Pattern(Authored):
    """When a colleague works, from one day on until the next such row: hours of each weekday from Monday on, by the
    clock on the wall where they work (`zone`, blank where it is the agency's), and hours a week. Staff read it, an
    administrator or a supervisor sets it. Holds no participant's data and no reason. Kept for good, since what was
    asked of somebody is looked at over a year; it leaves with nothing."""

    id = models.UUIDField(primary_key=True, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    since = models.DateField()
    zone = models.CharField(max_length=60, blank=True)
    begins = ArrayField(models.TimeField(null=True), size=7)
    ends = ArrayField(models.TimeField(null=True), size=7)
    weekly_hours = models.DecimalField(max_digits=4, decimal_places=1)
    part_time = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["staff", "since"], name="one_pattern_from_one_day_on"),
            models.CheckConstraint(
                condition=models.Q(begins__len=7, ends__len=7, weekly_hours__gte=0, weekly_hours__lte=168),
                name="a_week_has_seven_days",
            ),
        ]


class TimeOff(Authored):
    """A colleague is away, from when until when; for what is asked nowhere. Until a supervisor has confirmed it, they
    and supervisors read it, and nothing follows from it; then all colleagues do, and who covers is there meanwhile.
    Holds no participant's data; kept for good; it leaves with nothing."""

    id = models.UUIDField(primary_key=True, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    during = DateTimeRangeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="away_once_at_a_time",
                expressions=[("staff", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=models.Q(taken_back_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=models.Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
                name="time_off_begins_and_ends",
            ),
        ]


class Wording(models.Model):
    """The agency's own words for something people read, in one language, instead of ours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=10)
    text = models.TextField(blank=True)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="a_phrase_is_reworded_once_per_language")
        ]


class ProposedWording(Authored):
    """What a survivor adviser would say instead of some words, in one language. The agency's own words; holds no
    participant's data. Kept for good; open until an administrator has settled it."""

    id = models.UUIDField(primary_key=True, editable=False)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    fingerprint = models.CharField(max_length=64)
    words = models.TextField()
    settled_at = models.DateTimeField(null=True, blank=True)


class Reviewed(Authored):
    """That a survivor adviser looked at some words, in one language. It holds for just these words: others have
    another fingerprint. Kept for good; holds no participant's data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "language", "fingerprint"], name="the_same_words_are_stamped_once"
            )
        ]


class TourLeft(models.Model):
    """That a worker needs the tour of the first days no more: who, and nothing else. Kept while their account is; never
    leaves; read and written by themselves alone; holds no participant's data."""

    staff = models.OneToOneField(Staff, on_delete=models.CASCADE, primary_key=True, related_name="+")
