"""Tables of training: topics, sessions, who comes, the scenario, what one keeps, and what one has learned."""

import uuid

from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Versioned
from alongside.practice.topics import topic_name
from alongside.vault.models import SealedRow, SealedText


class TrainingTopic(models.Model):
    """What a training is about. The agency's own list; nothing about anybody; kept while a record names it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    refresh_months = models.PositiveSmallIntegerField(null=True, blank=True)
    on_profile = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~models.Q(key=""), name="a_topic_of_ours_stands_once"
            ),
            models.UniqueConstraint(
                Lower("name"), condition=~models.Q(name=""), name="a_topic_has_a_name_of_its_own"
            ),
            models.CheckConstraint(
                condition=~models.Q(key="") | ~models.Q(name=""), name="a_topic_is_called_something"
            ),
        ]

    @property
    def called(self) -> str:
        """What the topic is called today: the agency's own name, else ours."""
        return topic_name(self.key, self.name)


class TrainingSession(Versioned):
    """A training session that staff may come to. The agency's own; kept with the records that name it."""

    id = models.UUIDField(primary_key=True, editable=False)
    topic = models.ForeignKey(TrainingTopic, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    facilitator = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["at"], name="training_by_its_day")]

    @property
    def called(self) -> str:
        """Its title, else its topic."""
        return self.title or self.topic.called


class TrainingPlace(models.Model):
    """That somebody comes to a session, or would come if a place opens. Kept until they step back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    waits = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "staff"], name="somebody_comes_to_a_session_once")
        ]


class Scenario(SealedRow, Versioned):
    """A situation to think through in a session, told so that it points to nobody. Shown to staff only when
    somebody else has read and approved these very words; never leaves; kept until changed."""

    session = models.OneToOneField(TrainingSession, on_delete=models.PROTECT, related_name="+")
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("changed_by")),
                name="a_scenario_is_approved_by_somebody_else",
            )
        ]


class TrainingReflection(SealedRow, Authored, Versioned):
    """What somebody takes with them from a session. Author only; kept until the author deletes it; never
    leaves."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="+", db_index=False)
    stays = SealedText()
    tries = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "by"], name="a_session_is_thought_about_once_by_each")
        ]


class TrainingRecord(Authored):
    """That a worker learned about a topic, and on which day. Kept while they work here; the day of
    trafficking training stands in their profile, and nothing else leaves."""

    id = models.UUIDField(primary_key=True, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    topic = models.ForeignKey(TrainingTopic, on_delete=models.PROTECT, related_name="+")
    on_day = models.DateField()
    session = models.ForeignKey(
        TrainingSession, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "session"],
                condition=models.Q(session__isnull=False),
                name="a_session_is_recorded_once_for_each",
            )
        ]
        indexes = [models.Index(fields=["staff", "-on_day"], name="training_of_somebody")]
