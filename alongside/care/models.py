"""Tables of this room: support there is for workers, requests for it, how it feels to work with us, and the yearly
review of the organisation."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.care.choices import Ended, OfferKind, ReadAs, Stands, Thanks, ToldBy, Wish
from alongside.care.review_questions import question_words
from alongside.care.rules import CHECKS_KEPT_DAYS, KEPT_DAYS
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedDay, SealedRow, SealedText


class CareOffer(Authored, Versioned, Removable):
    """One kind of support there is here for workers: the agency's own row, with where it was found and when it was
    last looked at. Nobody is in it; kept until it is taken away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = Code(max_length=12, choices=OfferKind)
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    reach = models.TextField(blank=True)
    cost = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField(null=True, blank=True)


class CareSettings(Versioned):
    """For how many days an answered request is kept, and what was said about working with us once it was read. The
    agency's own; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    request_days = models.PositiveSmallIntegerField(
        default=KEPT_DAYS, validators=[MinValueValidator(1), MaxValueValidator(3650)]
    )

    check_days = models.PositiveSmallIntegerField(
        default=CHECKS_KEPT_DAYS, validators=[MinValueValidator(1), MaxValueValidator(3650)]
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="care_is_set_once"),
            models.CheckConstraint(
                condition=models.Q(request_days__range=(1, 3650)), name="a_request_is_kept_some_days"
            ),
            models.CheckConstraint(
                condition=models.Q(check_days__range=(1, 3650)), name="a_check_is_kept_some_days"
            ),
        ]


class TakesRequests(models.Model):
    """That somebody said colleagues may turn to them. Theirs to say and to take back; about nobody else."""

    staff = models.OneToOneField(Staff, on_delete=models.PROTECT, primary_key=True, related_name="+")
    since = models.DateTimeField()


class SupportRequest(SealedRow, Authored):
    """What a worker asks for, of one colleague they chose: those two read it and nobody else, under a key of its own.

    The asker takes it back at any time and row and key go; once answered, both go after the agency's days. It points
    to no participant, leaves in no export and is counted nowhere.
    """

    reader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    kind = SealedChoice(choices=Wish)
    words = SealedText()
    first_day = SealedDay()
    last_day = SealedDay()
    answer = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)


class RelationshipCheck(SealedRow, Authored):
    """How it feels to somebody to work with us, in their words, for the one reader they chose; `by` wrote it down.

    The one it `concerns`, their case manager at that time, never reads it, whatever roles they hold, unless the person
    said so (`may_see`). Where the person did not want their name known, no row leads to them. Sealed under a key of its
    own, so that nobody who reaches the record can open it. The reader deletes it when the person asks; once it was
    followed up, it goes after the agency's days. The same at any age; leaves in no export.
    """

    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    concerns = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    read_as = Code(max_length=12, choices=ReadAs)
    may_see = models.BooleanField(default=False)
    called = SealedText()
    told_by = SealedChoice(choices=ToldBy)
    safe = SealedText()
    heard = SealedText()
    decides = SealedText()
    better = SealedText()
    followed = SealedText()
    followed_at = models.DateTimeField(null=True, blank=True)


class Appreciation(SealedRow, Authored):
    """A day, a token or words that a supervisor grants a worker: the two read it, under a key of its own. Supervisors
    learn who had none for six months, by name and nothing else. Kept until its giver takes it back."""

    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    kind = SealedChoice(choices=Thanks)
    day = SealedDay()
    words = SealedText()
    seen_at = models.DateTimeField(null=True, blank=True)


class ReviewQuestion(Versioned):
    """What the organisation review asks: ours until the agency words it otherwise, hides it, or adds its own. The
    agency's list, in clear; nobody is in it; kept for good, since answers of earlier years name it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=200, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~models.Q(key=""), name="a_question_of_ours_stands_once"
            ),
            models.UniqueConstraint(
                Lower("name"), condition=~models.Q(name=""), name="a_review_asks_a_question_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(key="") | ~models.Q(name=""), name="a_review_asks_something"
            ),
        ]

    @property
    def called(self) -> str:
        """The question as it is asked today: in the agency's own words, else in ours."""
        return question_words(self.key, self.name)


class OrganisationReview(SealedRow, Authored, Versioned):
    """One year's look at how we work: the director's, and theirs whom she invites by role. `about` says who took part.

    The words of its answers and actions are sealed under its own key. In clear: the year, the roles invited (the wall
    compares them), who began it and when, and since when it is finished, for then its answers stay as they are. It is
    about how the agency works and never about a participant, at any age; kept for good, so that years compare; it
    leaves in no export.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    roles = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    about = SealedText()
    finished_at = models.DateTimeField(null=True, blank=True)


class ReviewAnswer(SealedRow, Authored, Versioned):
    """What a review answers to one question, in words and as it stands; `asked` is the agency's own wording of the
    question at that time. Read and kept with its review."""

    review = models.ForeignKey(OrganisationReview, on_delete=models.PROTECT, related_name="+", db_index=False)
    question = models.ForeignKey(ReviewQuestion, on_delete=models.PROTECT, related_name="+")
    state = SealedChoice(choices=Stands)
    words = SealedText()
    asked = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "question"], name="a_question_is_answered_once_a_review"
            )
        ]


class ReviewAction(SealedRow, Authored, Versioned):
    """What follows from an answer: who does it, and by which day. Its owner reads it without being invited, and says
    what came of it. Who, the day and how it ended stand in clear, since Today asks for them; kept with its review."""

    review = models.ForeignKey(OrganisationReview, on_delete=models.PROTECT, related_name="+")
    question = models.ForeignKey(ReviewQuestion, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    words = SealedText()
    outcome = SealedText()
    ended_as = Code(max_length=8, choices=Ended, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
