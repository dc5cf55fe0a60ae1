"""The tables of the goal sheet. Every word on it is sealed under the participant's key."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.goals import rules
from alongside.goals.choices import (
    Answer,
    AskedBy,
    GoalState,
    Horizon,
    LearnedOffer,
    LifeArea,
    Pace,
    SignState,
    StepState,
    SupportLevel,
    TaperMove,
    Who,
)
from alongside.keeping.columns import Authored, Removable
from alongside.participants.models import OfParticipant, Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class GoalSheet(OfParticipant):
    """What the whole plan fits around, once per participant. Kept as the participant is; on paper only.

    Its row is also the latch behind which two people's savings of one sheet come one after the other.
    """

    fits_around = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant"], name="a_goal_sheet_stands_once_per_participant")
        ]


class Goal(OfParticipant, Removable):
    """A goal in their words, in their order. Kept as the participant is; leaves on their paper only."""

    words = SealedText()
    barriers = SealedText()
    tried = SealedText()
    place = models.PositiveSmallIntegerField()
    horizon = Code(max_length=8, choices=Horizon, default="", blank=True)
    state = Code(max_length=10, choices=GoalState, default=GoalState.OPEN)
    later = models.BooleanField(default=False)
    revisit_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "place"], name="goal_of")]

    @property
    def mark(self) -> str:
        """The mark of how it reads just now."""
        written = rules.WrittenGoal(
            row=self.pk, words=self.words, horizon=self.horizon, barriers=self.barriers, tried=self.tried
        )
        return rules.mark_of(written, taken_away=self.removed_at is not None)


class Step(OfParticipant, Removable):
    """A step under a goal and who does it. Kept as the participant is; leaves on their paper only."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()
    who = Code(max_length=8, choices=Who, default="", blank=True)
    state = Code(max_length=10, choices=StepState, default=StepState.OPEN)
    on = models.DateField(null=True, blank=True)
    place = models.PositiveSmallIntegerField()
    learned = Code(max_length=8, choices=LearnedOffer, default="", blank=True)
    revisit_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="step_of"),
            models.Index(fields=["goal"], name="step_by_goal"),
        ]

    @property
    def mark(self) -> str:
        """The mark of how it reads just now."""
        written = rules.WrittenStep(row=self.pk, goal=self.goal_id, words=self.words, on=self.on)
        return rules.mark_of(written, taken_away=self.removed_at is not None)


class StepWho(Authored):
    """Who has done a step from when on. Never rewritten; no words; kept as its step is; does not leave."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="+")
    who = Code(max_length=8, choices=Who)

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="who_did_steps_of")]


class GoalStateChange(OfParticipant, Authored):
    """A goal or step that changed state, as its words read then. Never rewritten; does not leave."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedText()
    state = Code(max_length=10, choices=GoalState)

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="turn_of")]


class SignOfChange(OfParticipant, Removable):
    """How they will know it is getting better. Looked at when they ask; never falls due; does not leave."""

    words = SealedText()
    on = models.DateField(null=True, blank=True)
    state = Code(max_length=10, choices=SignState, default=SignState.WATCHING)
    set_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "set_at"], name="sign_of")]

    @property
    def mark(self) -> str:
        """The mark of how it reads just now."""
        written = rules.WrittenSign(row=self.pk, words=self.words, on=self.on)
        return rules.mark_of(written, taken_away=self.removed_at is not None)


class Option(OfParticipant):
    """What we offered, in our words, and their answer; no goal. Kept as the participant is; stays in."""

    words = SealedText()
    answer = Code(max_length=8, choices=Answer, default="", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(taken_up_at__isnull=True) | models.Q(goal__isnull=False),
                name="what_is_taken_up_is_a_goal",
            ),
        ]
        indexes = [models.Index(fields=["participant", "offered_at"], name="option_of")]


class OptionAnswer(Authored):
    """Each answer to an option, with its day. Never rewritten; no words; kept as the option is; stays in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="+")
    answer = Code(max_length=8, choices=Answer)

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="option_answer_of")]


class LearnedThing(OfParticipant, Authored, Removable):
    """Something they have learned to do, in their words. Kept as the participant is; on paper only."""

    step = models.ForeignKey(
        Step, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    words = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step"], name="a_step_is_learned_once"),
        ]
        indexes = [models.Index(fields=["participant", "at"], name="learned_of")]


class SupportChange(OfParticipant, Authored):
    """Support level from a time on, with the reason and who asked; or that what we proposed was not wanted.
    Never rewritten; kept as the participant is; does not leave."""

    level = SealedChoice(choices=SupportLevel)
    declined = models.BooleanField(default=False)
    asked_by = SealedChoice(choices=AskedBy)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="support_of")]


class TaperPlan(OfParticipant):
    """Steps agreed on towards needing us less, and where we are on them; no day is binding. Once for each
    participant; kept as the participant is; does not leave."""

    words = SealedText()
    version = models.PositiveIntegerField(default=0)
    place = models.PositiveSmallIntegerField(default=0)
    paused = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant"], name="a_taper_plan_stands_once_per_participant")
        ]


class TaperStep(OfParticipant):
    """One step of a version of the plan: how often, in which ways, around which day. Never rewritten; kept as
    the participant is; does not leave."""

    plan = models.ForeignKey(TaperPlan, on_delete=models.PROTECT, related_name="+", db_index=False)
    version = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField()
    pace = SealedChoice(choices=Pace)
    channels = SealedText()
    around = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="taper_steps_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "version", "place"], name="a_step_of_a_taper_has_a_place_of_its_own"
            ),
        ]


class TaperChange(OfParticipant, Authored):
    """What was done with the plan, when, and who asked. Never rewritten; kept as the participant is; does not
    leave."""

    move = SealedChoice(choices=TaperMove)
    pace = SealedChoice(choices=Pace)
    asked_by = SealedChoice(choices=AskedBy)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="taper_turn_of")]


class LifeAreaDescription(OfParticipant, Authored, Removable):
    """A part of their life in their own words on a day, to stand beside others of theirs; never measured. Kept
    as the participant is; on paper only."""

    area = SealedChoice(choices=LifeArea)
    on = models.DateField()
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "on"], name="self_description_of")]
