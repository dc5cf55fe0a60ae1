"""Tables of the safety plan. What it says opens under a key of the plan's own, never under the person's."""

import json

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Removable
from alongside.participants.models import OfParticipant
from alongside.safety.choices import Copy
from alongside.safety.pages import RESTS
from alongside.vault.models import SealedChoice, SealedText


class SafetyPlan(OfParticipant, Authored):
    """That somebody has a plan, and whether the advocate on call may open it; no words.

    `key_id` is a key of its own, filed under this row and not under the person, so that whoever reaches the person
    does not open the plan by that. Destroyed with the person's own key; the plan is kept as long as the record is.
    Of two records of one person each keeps its plan. It leaves with nothing. The same at any age: nobody's guardian
    opens it.
    """

    on_call_may = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant"], name="one_safety_plan_a_record")]


class PlanVersion(OfParticipant, Authored):
    """The plan as it was said on one day, whole, under the plan's key. Never rewritten; kept and forgotten with it.

    `said` holds the parts as JSON, so that nobody counts in a copy of the data which of them are filled. `called` is
    what they are called, for whoever opens the plan without the record.
    """

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="versions", db_index=False)
    version = models.PositiveIntegerField()
    said = SealedText()
    called = SealedText()
    there = SealedText()
    on_day = SealedText()
    copy = SealedChoice(choices=Copy)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "version"], name="a_safety_plan_version_is_kept_once")
        ]
        indexes = [models.Index(fields=["participant"], name="plan_versions_of")]

    @property
    def parts(self) -> dict[str, str]:
        """What each part says, by its name."""
        told: dict[str, str] = json.loads(self.said or "{}")
        return told


class PlanOpener(OfParticipant, Authored):
    """A colleague who may open a plan: while they are its person's case manager or backup, or, `named` by the person,
    whatever they do here. `words` are what the person said about it, under the person's key. Ends when they take it
    back; kept as the record is."""

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    named = models.BooleanField(default=False)
    words = SealedText()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "staff"],
                name="a_colleague_is_an_opener_once",
                condition=models.Q(ended_at__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["participant"], name="plan_openers_of")]


class PlanOpening(OfParticipant, Authored):
    """A supervisor opened a plan, until when and why. The reason is under the person's key, and stands where the
    person can have it read: in who looked. Never rewritten; kept as the record is."""

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="+", db_index=False)
    until = models.DateTimeField()
    reason = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="plan_openings_of"),
            models.Index(fields=["by", "until"], name="plan_opening_by"),
        ]


class TalkedAbout(OfParticipant, Authored, Removable):
    """That a plain page was talked about with somebody, and when. Which page is sealed under their key. Kept and
    forgotten as they are; leaves with the whole record. The same at any age."""

    page = SealedChoice(choices=[(name, name) for name in RESTS])

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="talked_about_of")]
