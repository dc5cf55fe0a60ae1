"""Tables of the cards, and of how they helped."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Versioned
from alongside.practice.choices import CardKind
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText


class Card(models.Model):
    """A card for a hard moment, ours or the agency's; one that is hidden is offered to nobody. Nothing about anybody;
    kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40, db_index=False)
    place = models.PositiveSmallIntegerField()
    kind = Code(max_length=8, choices=CardKind, default=CardKind.MOMENT)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="a_card_has_a_key_of_its_own"),
        ]


class CardWording(Versioned):
    """What a card says in one language. The agency's own; nothing about anybody; kept until changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="wordings", db_index=False)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=80)
    words = models.TextField()
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["card", "language"], name="a_card_is_worded_once_per_language")
        ]


class CardTally(models.Model):
    """How often a card helped in a month, and how often not really. Nobody's name; kept with the cards."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    helped = models.PositiveIntegerField(default=0)
    not_really = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card", "month"], name="a_card_has_one_tally_a_month")]


class CardNote(SealedRow):
    """What somebody said about a card after using it. Nobody's name, no day but the month, no case; under a key of its
    own, because words may say more than was meant. Read by the practice lead, who deletes it for good; never leaves."""

    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    words = SealedText()
