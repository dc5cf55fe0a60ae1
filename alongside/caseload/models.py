"""The tables of load and capacity."""

import uuid
from decimal import Decimal

from django.db import models

from alongside.agency.models import Staff
from alongside.caseload.choices import Capacity, Interim, Level, Measure
from alongside.keeping.columns import Authored
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class CapacitySignal(Authored):
    """What a worker says of their own room: one of four answers and no reason. The newest counts, for some days.

    Read by themselves and by the supervisor they name (whoever names none: by every supervisor); by nobody who directs
    or administers. In clear, since Today asks for it: who, when, which answer, who has seen it. No participant is in
    it; it leaves with nothing; kept until the account's rows go. Nobody under 18 works here.
    """

    days: Decimal  # for how long it counts here: comes with the query

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    answer = Code(max_length=5, choices=Capacity)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seen_at__isnull=True, seen_by__isnull=True)
                | models.Q(seen_at__isnull=False, seen_by__isnull=False),
                name="a_signal_is_seen_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["by", "-at"], name="signals_of_one_worker")]


class AgencyMeasure(Authored):
    """A number of the agency's own practice, from the moment it was written: rows only come, and the newest of a kind
    counts. No participant's data; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = Code(max_length=12, choices=Measure)
    amount = models.DecimalField(max_digits=8, decimal_places=3)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="a_measure_is_more_than_nothing")
        ]
        indexes = [models.Index(fields=["kind", "-at"], name="measure_by_kind")]


class Intensity(OfParticipant, Authored):
    """What walking with somebody takes just now: how intense, whether far away, whether with an interpreter. Rows only
    come, and the newest counts.

    In clear, so that what a team carries is counted without opening anybody: the three codes, whose, when, by whom.
    Reached as the person is; of two records each keeps its own; kept and forgotten as the person is; the same at any
    age. It goes along with the whole record and leaves in nothing else.
    """

    level = Code(max_length=7, choices=Level)
    far = models.BooleanField(default=False)
    interpreter = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="intensity_of")]


class OwnWeight(OfParticipant, Authored):
    """What a supervisor sets that one person weighs, in place of every reason; without an amount the reasons count
    again. Rows only come, and the newest counts. Why is sealed under the person's key; the number is in clear, as
    `Intensity` is, and reached, kept and left behind as that is."""

    amount = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    words = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0),
                name="a_weight_is_more_than_nothing",
            )
        ]
        indexes = [models.Index(fields=["participant", "-at"], name="own_weight_of")]


class Waiting(OfParticipant, Authored):
    """Why somebody waits for a case manager, and who is there for them meanwhile and when. Rows only come, and the
    newest counts while their status is that they wait; since when stands there.

    All of it is sealed under their own key. Reached as the person is; of two records each keeps its own; kept and
    forgotten as the person is; the same at any age. How many wait is counted by their status, never by these words.
    """

    reason = SealedText()
    interim = SealedChoice(choices=Interim)
    who_and_when = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="waiting_of")]


class OtherPeople(Authored):
    """Other people a worker walks with, of whom no record is here: what they are called together, how many, and what
    each weighs. Nobody is named. Read by the worker and their supervisor, who writes it; kept with its days, for what
    a caseload weighed before; leaves with nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()
    weight = models.DecimalField(max_digits=8, decimal_places=3)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gt=0, weight__gt=0), name="other_people_weigh_something"
            )
        ]
