"""Tables of the cards, of how they helped, of the words the guard points at, and of private reflections."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.vault.models import SealedRow, SealedText


class Card(models.Model):
    """A card for a hard moment. The agency's own; nothing about anybody; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="a_card_has_a_key_of_its_own")]


class CardWording(models.Model):
    """What a card says in one language. The agency's own; nothing about anybody; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="wordings")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=80)
    words = models.TextField()
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["card", "language"], name="a_card_is_worded_once_per_language")
        ]


class CardTally(models.Model):
    """How often a card helped in a month, and how often not really. Nobody's name; kept with the cards."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    helped = models.PositiveIntegerField(default=0)
    not_really = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card", "month"], name="a_card_has_one_tally_a_month")]


class GuardEntry(models.Model):
    """Words the language guard points at, why, and other words. The agency's own; kept until changed.

    `phrases` and `fine` are written in the notation the guard's script reads; `options` stand one a line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40)
    language = models.CharField(max_length=10)
    place = models.PositiveIntegerField()
    phrases = models.TextField()
    fine = models.TextField(blank=True)
    why = models.CharField(max_length=200)
    options = models.TextField()
    names = models.BooleanField(default=False)
    plans = models.BooleanField(default=False)
    off = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="guarded_words_have_a_key_of_their_own")
        ]


class Reflection(SealedRow):
    """What a worker wrote for themselves. Author only, until the author deletes it for good; never leaves."""

    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    expected = SealedText()
    urgency = SealedText()
    unsure = SealedText()
    body = SealedText()
    well = SealedText()
    bring = SealedText()

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="reflections_of_one_author")]
