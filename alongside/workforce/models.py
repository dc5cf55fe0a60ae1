"""The tables of who is on call, and of who stands in for a colleague who left."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from alongside.agency.models import Staff
from alongside.participants.choices import Part
from alongside.participants.models import Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText
from alongside.workforce.choices import Place

LEAVES = [each for each in Part.choices if each[0] != Part.HANDOVER]


class OnCallShift(models.Model):
    """Somebody is on call, first or second, from when until when. No participant's data; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    place = Code(max_length=6, choices=Place)
    during = DateTimeRangeField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_first_and_one_second_at_a_time",
                expressions=[("place", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="nobody_is_first_and_second_at_once",
                expressions=[("staff", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=models.Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
                name="a_shift_begins_and_ends",
            ),
        ]


class StaffPhone(SealedRow):
    """A number that a colleague gave for whoever is on call with them: read by its owner, and, while its owner is on
    call now or in the next two weeks, by those who are on call at that moment and by supervisors. Sealed under a key of
    its own. Kept until they take it back or their account is closed; then its key is destroyed. It leaves with
    nothing, names no participant, and is the same for everybody."""

    staff = models.OneToOneField(Staff, on_delete=models.PROTECT, related_name="+")
    number = SealedText()


class StandIn(models.Model):
    """A participant's case manager or backup (`part`) left: who walks with them for now, or nobody. No words; kept
    as the participant is; never leaves. Settled when a supervisor says that it stays so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    left = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    part = Code(max_length=20, choices=LEAVES, default=Part.CASE_MANAGER)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="stand_in_of")]
