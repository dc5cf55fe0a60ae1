"""Tables of the welcome and the intake: the agency's questions, and what participants chose to say."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.journey.choices import Choice
from alongside.keeping.columns import Authored
from alongside.participants.choices import Topic
from alongside.participants.models import OfParticipant, StateChange
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class Section(models.Model):
    """A part of the intake. The agency's own; no participant's data; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40, db_index=False)
    place = models.PositiveSmallIntegerField()
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="a_section_has_a_key_of_its_own")]


class SectionWording(models.Model):
    """What a section is called in one language. The agency's own; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="wordings", db_index=False)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    about = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["section", "language"], name="a_section_is_worded_once_per_language"
            )
        ]


class Question(models.Model):
    """A question, always answered in an open blank. The agency's own; kept until changed.

    `topic` is the topic it touches, which somebody may wish us to go gently with. `feeds` names the detail
    on the participant's page it also writes, so that a thing is told once. `why` is why the agency asks it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40, db_index=False)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="questions")
    topic = Code(max_length=12, choices=Topic, blank=True)
    feeds = models.CharField(max_length=20, blank=True)
    why = models.TextField(blank=True)
    place = models.PositiveSmallIntegerField()
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="a_question_has_a_key_of_its_own"),
            models.UniqueConstraint(
                fields=["feeds"], condition=~models.Q(feeds=""), name="a_detail_is_asked_by_one_question"
            ),
        ]


class QuestionWording(models.Model):
    """A question in one language, with how to ask it. The agency's own; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="wordings", db_index=False)
    language = models.CharField(max_length=10)
    text = models.TextField()
    hint = models.TextField(blank=True)
    how = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "language"], name="a_question_is_worded_once_per_language"
            )
        ]


class QuestionVersion(models.Model):
    """How a question was worded before, in one language: answers given then keep pointing to it. The agency's
    own; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    text = models.TextField()
    hint = models.TextField(blank=True)
    how = models.TextField(blank=True)
    until = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "language", "version"], name="a_wording_before_stands_once"
            )
        ]


class Welcome(OfParticipant, Authored):
    """That we talked about what we are and what the limits are. Kept as the participant is; never leaves.

    `wording` is a fingerprint of the text they were told, in `language`.
    """

    interpreter = SealedText()
    language = SealedText()
    wording = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="welcomed_of")]


class IntakeSession(OfParticipant, Authored):
    """One time that answers of a section were kept, with the beginning of what was said for the timeline.

    Kept as the participant is; leaves only with a release.
    """

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    said = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "section"], name="sitting_of")]


class Answer(OfParticipant, Authored):
    """What somebody said to one question: words, or a choice, or both. A later answer stands beside it.

    `asked_as` is the question as it was asked; `asked_in` and `asked_version` say which wording that was.
    Never rewritten, so that both versions are kept. Kept as the participant is; leaves only with a release.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    sitting = models.ForeignKey(IntakeSession, on_delete=models.PROTECT, related_name="answers")
    words = SealedText()
    asked_as = SealedText()
    asked_in = SealedText()
    asked_version = models.PositiveIntegerField(null=True)
    choice = SealedChoice(choices=Choice)
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "question", "version"], name="an_answer_follows_the_one_before"
            ),
        ]


class Closing(OfParticipant, Authored):
    """What they would like kept and let go when we part, and what still went on when they chose it, beside the change
    of state that holds their words for the end. Never rewritten; kept as the record is; does not leave."""

    change = models.ForeignKey(StateChange, on_delete=models.PROTECT, related_name="+", db_index=False)
    keeping = SealedText()
    although = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="closings_of")]
        constraints = [models.UniqueConstraint(fields=["change"], name="a_closing_is_written_once")]
