"""The tables of who is on call, and of who stands in for a colleague who left."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from alongside.agency.models import Staff, TimeOff
from alongside.keeping.columns import Authored
from alongside.participants.choices import LASTING, Part
from alongside.participants.models import Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedRow, SealedText
from alongside.workforce.choices import CameBy, Place

LEAVES = [each for each in Part.choices if each[0] in LASTING]


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


class ShiftSwap(models.Model):
    """Somebody asks a colleague to take a shift of theirs, or to exchange it for one of the colleague's (`in_return`).

    Agreed by both: the colleague's yes changes the rota in the same moment. Read by the two alone; no words, no
    participant's data; kept as the rota is. What is asked about a shift that is gone, begun or of another by now leads
    to nothing, so the shifts are references without a constraint.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shift = models.ForeignKey(
        OnCallShift, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    in_return = models.ForeignKey(
        OnCallShift,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
    )
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    said_yes = models.BooleanField(null=True)
    taken_back_at = models.DateTimeField(null=True)


class LeftShift(models.Model):
    """A shift without whoever had it, since their account was closed: kept by the keeper in that moment, told to those
    who set who is on call until somebody is put there or it is over. Read by colleagues, as the rota is; no words, no
    participant's data; kept for good; leaves with nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    left = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    place = Code(max_length=6, choices=Place)
    during = DateTimeRangeField()
    at = models.DateTimeField()


class HandOver(SealedRow):
    """What whoever is on call leaves for the next: words under a key of their own, and, sealed as well, a reference to
    somebody they are about, which leads only those to the person who reach them anyway.

    Read by its writer, by those on call when it was written, by whoever comes next in each place, and by supervisors.
    Seven days later it goes with its key, so it is no second record of anybody; the same at any age. It leaves with
    nothing, and what somebody needs for longer stands in their record.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    words = SealedText()
    about = SealedText()


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


class Cover(Authored):
    """Who is there for a participant while their case manager is away. Read by whoever reaches the person, so by the
    one who covers from the first moment of it on, and not after the last; written by the keeper alone. Once the time
    off is confirmed, a dated tie stands for it, of both records of one person. No words, no key; in clear is who, for
    whom, and when, as with every tie. Kept as the participant is; never leaves; the same at any age."""

    id = models.UUIDField(primary_key=True, editable=False)
    off = models.ForeignKey(TimeOff, on_delete=models.PROTECT, related_name="+", db_index=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["off", "participant"], name="one_covers_for_a_person")]
        indexes = [models.Index(fields=["participant", "staff"], name="cover_of")]


class LeftWord(SealedRow, Authored):
    """A call or text for a colleague, written down by whoever answered, about the name that was said. Read by the one
    it is for from their next start on (`due_at`); before that by whoever covers for that person, else by their backup
    at work, else by whoever is on call. Under a key of its own; in clear is for whom, by whom and when. `participant`,
    where the name is that of one of the worker's people, is the keeper's alone and decides who is asked; no door reads
    it, the writer least. It stays with that record. Gone with its key once the worker has put it away; leaves with
    nothing; the same at any age."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, null=True, related_name="+")
    alias = SealedText()
    words = SealedText()
    way = SealedChoice(choices=CameBy)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
