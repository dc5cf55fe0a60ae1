"""The tables of a Circle. Every word is sealed: of the work under the participant's key, a worry under its author's."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside import clock
from alongside.agency.models import Staff
from alongside.circle.choices import (
    Clear,
    ConcernState,
    Holder,
    How,
    MatterState,
    MemberKind,
    Sees,
    TheirPart,
    WorryChoice,
)
from alongside.keeping.columns import Authored, Versioned
from alongside.participants.models import OfParticipant
from alongside.partners.choices import CommitmentState, Side
from alongside.partners.models import PartnerAgency
from alongside.partners.rules import time_to_check_in
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedRow, SealedText


class Member(OfParticipant, Authored, Versioned):
    """An organisation, a system or a person somebody chose. Kept as the participant is; leaves on their paper only."""

    kind = Code(max_length=8, choices=MemberKind, default=MemberKind.AGENCY)
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = SealedText()
    role = SealedText()
    responsibilities = SealedText()
    perspective = SealedText()
    limits = SealedText()
    contact = SealedText()
    no_capacity_on = models.DateField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="member_of")]

    @property
    def called(self) -> str:
        """The name of now: the partner's own, or what was written."""
        return self.agency.name if self.agency else self.name


class Huddle(OfParticipant, Authored):
    """A short talk of those who carry something. Kept as the participant is; only its invitation leaves."""

    agenda = SealedText()
    place = SealedText()
    on = models.DateField(null=True, blank=True)
    hour = models.TimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="huddle_of")]


class Attendee(models.Model):
    """Who of the Circle is meant to come, and what invited them. Kept as the huddle is; no words."""

    id = models.UUIDField(primary_key=True, editable=False)
    participant = models.ForeignKey("participants.Participant", on_delete=models.PROTECT, related_name="+")
    huddle = models.ForeignKey(Huddle, on_delete=models.PROTECT, related_name="attendees", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    disclosure = models.UUIDField(null=True, blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["huddle", "member"], name="each_comes_to_a_huddle_once")
        ]


_ONE_HOLDER = (
    Q(holder=Holder.STAFF, staff__isnull=False, member__isnull=True)
    | Q(holder=Holder.MEMBER, staff__isnull=True, member__isnull=False)
    | Q(holder__in=[Holder.UNCLEAR, Holder.THEY], staff__isnull=True, member__isnull=True)
)


class Matter(OfParticipant, Authored, Versioned):
    """Something open with exactly one holder, or an honest Unclear. Kept as the participant is; on their paper if
    shared."""

    words = SealedText()
    next = SealedText()
    holder = Code(max_length=8, choices=Holder, default=Holder.UNCLEAR)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = Code(max_length=8, choices=MatterState, default=MatterState.OPEN)
    shared = models.BooleanField(default=True)
    huddle = models.ForeignKey(Huddle, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=_ONE_HOLDER, name="a_matter_has_one_holder")]
        indexes = [
            models.Index(fields=["participant", "at"], name="matter_of"),
            models.Index(
                fields=["at"],
                condition=Q(holder=Holder.UNCLEAR) & ~Q(state=MatterState.DONE),
                name="matters_unclear",
            ),
        ]


class MatterStateChange(OfParticipant, Authored):
    """Who held a matter from when on, and what was next. Never rewritten; kept as the matter is; stays in."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="turns")
    next = SealedText()
    holder = Code(max_length=8, choices=Holder)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = Code(max_length=8, choices=MatterState)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="matter_changes_of")]


class CaseDecision(OfParticipant, Authored, Versioned):
    """What was decided, by whom and why, and what the participant said. Kept as the participant is; stays in."""

    words = SealedText()
    who = SealedText()
    consulted = SealedText()
    voice = SealedText()
    basis = SealedText()
    their_part = SealedChoice(choices=TheirPart)
    revisit_on = models.DateField(null=True, blank=True)
    huddle = models.ForeignKey(Huddle, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="decision_of")]


class Clarity(OfParticipant, Authored):
    """How clear things are to one of those involved, in their words. Never rewritten; never averaged; stays in."""

    sees = SealedChoice(choices=Sees)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = SealedChoice(choices=Clear)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="clarity_of")]


class CaseCommitment(OfParticipant, Authored):
    """What one of those involved said they would do for this person. A day gone by changes nothing by itself; kept
    as the participant is; stays in, but for what the gate put on the page of whoever said it.

    `heard` are their answers on that page that were brought over.
    """

    side = Code(max_length=4, choices=Side, default=Side.THEY)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedText()
    who = SealedText()
    by_when = models.DateField(null=True, blank=True)
    earlier = ArrayField(models.DateField(), default=list, blank=True)
    state = Code(max_length=12, choices=CommitmentState, default=CommitmentState.OPEN)
    settled_on = models.DateField(null=True, blank=True)
    disclosure = models.UUIDField(null=True, blank=True)
    heard = ArrayField(models.UUIDField(), default=list, blank=True)
    huddle = models.ForeignKey(Huddle, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="commitment_of")]

    @property
    def check_in(self) -> bool:
        """Whether its day has gone by."""
        return time_to_check_in(self.state, self.by_when, clock.today())

    @property
    def may_ask(self) -> bool:
        """Whether it is a partner's, and open: then they can be asked about it on a page of theirs."""
        theirs = self.side == Side.THEY and self.member is not None and self.member.agency_id is not None
        return theirs and self.settled_on is None


class Worry(SealedRow, Authored):
    """Something that feels off. Its author's alone, until the author drops it; never leaves."""

    words = SealedText()
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    choice = SealedChoice(choices=WorryChoice)
    remind_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="worries_of_one_author")]


class Concern(SealedRow, Authored, Versioned):
    """A worry put into words that can be said. Its author's alone; the story in it is never sent anywhere."""

    saw = SealedText()
    story = SealedText()
    impact = SealedText()
    ask = SealedText()
    agreed = SealedText()
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    worry = models.ForeignKey(Worry, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = Code(max_length=10, choices=ConcernState, default=ConcernState.WRITING)
    how = SealedChoice(choices=How)
    held_until = models.DateField(null=True, blank=True)
    check_in_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="concerns_of_one_author")]


class PeerReview(SealedRow, Authored):
    """Three parts of a concern, without the story, for one colleague its author chose. Until the author takes it
    back; never leaves."""

    saw = SealedText(null=True)
    impact = SealedText(null=True)
    ask = SealedText(null=True)
    reply = SealedText(null=True)
    concern_id = models.UUIDField()
    reader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")


class RaisedConcern(models.Model):
    """That something was raised with a partner and what was agreed, about nobody. Kept as the way we worked
    together; ours alone."""

    id = models.UUIDField(primary_key=True, editable=False)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = Code(max_length=10, choices=ConcernState, default=ConcernState.RAISED)
    agreed = models.TextField(blank=True)
    check_in_on = models.DateField(null=True, blank=True)
    on = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["agency", "-on"], name="raised_with")]
