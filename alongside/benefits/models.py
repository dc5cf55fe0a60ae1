"""Tables of the rules that clocks are counted by, of the clocks, and of whose they are."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.agency.models import Staff
from alongside.benefits.choices import (
    KINDS,
    Answer,
    ClockState,
    Confidence,
    Evidence,
    Excused,
    How,
    Relation,
    Turn,
    Unit,
    Way,
)
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedDay, SealedText


class ClockRule(Versioned):
    """One dated rule in one version: the agency's own, or one we brought. About nobody; kept for good, never rewritten.

    Versions of one rule have one `line`. The day something starts picks the rule in force then; a blank is a known
    unknown. `ends_on` is when the rule itself stops to count for what starts; `known_until`, up to when somebody
    looked; `never_past`, a day that nothing under it goes beyond. Those we bring may be changed like one's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.UUIDField(db_index=True)
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=160, blank=True)
    jurisdiction = models.CharField(max_length=12)
    who = models.TextField(blank=True)
    anchor = models.TextField(blank=True)
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = Code(max_length=8, choices=Unit, blank=True)
    way = Code(max_length=12, choices=Way, blank=True)
    document = models.BooleanField(default=False)
    from_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    never_past = models.DateField(null=True, blank=True)
    known_until = models.DateField(null=True, blank=True)
    says = models.TextField(blank=True)
    figures = models.JSONField(default=dict, blank=True)
    remind = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    excludes = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    confidence = Code(max_length=12, choices=Confidence)
    source_title = models.TextField()
    source_url = models.TextField(blank=True)
    source_date = models.CharField(max_length=80, blank=True)
    note = models.TextField(blank=True)
    off = models.BooleanField(default=False)
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | ~(Q(unit="") | Q(way="")),
                name="a_length_says_how_it_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(document=False), name="a_document_or_a_length"
            ),
        ]

    @property
    def called(self) -> str:
        """The agency's own name, else ours in today's language."""
        return self.name or str(KINDS.get(self.key, self.key))


class FamilyMember(OfParticipant, Authored, Versioned, Removable):
    """Somebody of a person's family, as the person calls them: no record of their own. Seen by whoever sees the person,
    kept and forgotten with them; never in a brief for others. The same at any age."""

    called = SealedText()
    relation = SealedChoice(choices=Relation)
    birthday = SealedDay()
    where = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant"], name="family_of")]


class Trip(OfParticipant, Authored, Versioned, Removable):
    """Time out of the country of somebody, or of one of their family: days, or months where no more is known.

    In clear stands whose it is. Kept and forgotten as the participant is; goes with the whole record alone; the same at
    any age. While two records are tied, each keeps its own.
    """

    member = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    left_on = SealedText()
    back_on = SealedText()
    excused = SealedChoice(choices=Excused)
    words = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant"], name="trips_of")]


class AsItStands(OfParticipant, Authored):
    """When something ends and how it stands; no table. Words and days are sealed."""

    state = SealedChoice(choices=ClockState)
    how = SealedChoice(choices=How)
    ends_on = SealedDay()

    class Meta:
        abstract = True


class Clock(AsItStands, Versioned):
    """A benefit of somebody, or of one of their family, that ends. It keeps the version of the rule it began with.

    In clear stand whose it is, the day it next comes up and whether it is open. Kept and forgotten as the participant
    is; goes with the whole record alone; the same at any age. While two records are tied, each keeps its own.
    """

    rule = models.ForeignKey(ClockRule, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    what = SealedText()
    starts_on = SealedDay()
    comes_up_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "comes_up_on"], name="clock_of")]


class ClockChange(AsItStands):
    """What became of a clock, and how it stood afterwards. Never rewritten; kept as the clock is."""

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="changes")
    turn = SealedChoice(choices=Turn)
    on = SealedDay()
    who = SealedText()
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="clock_changes_of")]


class CertificationDate(OfParticipant, Authored, Removable):
    """A dated document on the way to certification. Where it stands is their choice (`TheirChoice`), and nothing
    depends on either. Kept and forgotten as the participant is; the same at any age."""

    document = SealedChoice(choices=Evidence)
    on = SealedDay()
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="certification_dates_of")]


class ApprovalStands(OfParticipant, Authored):
    """How a monthly approval stands and up to which day; no table. Words and days are sealed."""

    answer = SealedChoice(choices=Answer)
    through = SealedDay()

    class Meta:
        abstract = True


class Approval(ApprovalStands, Versioned):
    """Help that is approved from month to month: by whom and for what, in our words, and up to which day.

    In clear stand whose it is, the day it next comes up and whether it is open. Kept and forgotten as the participant
    is; goes with the whole record alone; the same at any age. While two records are tied, each keeps its own.
    """

    rule = models.ForeignKey(ClockRule, on_delete=models.PROTECT, related_name="+")
    what = SealedText()
    comes_up_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "comes_up_on"], name="approval_of")]


class ApprovalTurn(ApprovalStands):
    """What was asked of an approval or answered. `month` is the first day of the last month that was approved, so that
    months can be counted for a funder. Never rewritten; kept as the approval is."""

    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="turns")
    month = models.DateField(null=True, blank=True)
    on = SealedDay()
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="approval_turns_of")]
