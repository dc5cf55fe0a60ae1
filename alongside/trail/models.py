"""The table of the trail. Written by one database function only."""

import uuid

from django.db import models


class TrailEntry(models.Model):
    """One act or look. Holds no words, only who, when, which verb and which reference.

    Kept for good; a participant may have a copy in plain words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    chain = models.UUIDField()
    place = models.BigIntegerField()
    at = models.DateTimeField()
    worked_at = models.DateTimeField()
    door = models.CharField(max_length=20)
    actor = models.UUIDField(null=True)
    act = models.CharField(max_length=40)
    outcome = models.CharField(max_length=12)
    kind = models.CharField(max_length=30)
    ref = models.UUIDField(null=True)
    link = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "place"], name="a_place_in_a_chain_is_taken_once"),
            models.CheckConstraint(
                condition=models.Q(act__regex=r"^[a-z0-9_]{1,40}$"), name="an_act_is_a_verb_not_a_sentence"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=["done", "looked", "turned_away", "failed"]),
                name="an_outcome_is_one_of_four",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__regex=r"^[a-z_.]{0,30}$"), name="a_kind_is_a_name_not_a_sentence"
            ),
        ]
        indexes = [models.Index(fields=["actor", "-at"], name="trail_by_actor")]


class TrailHead(models.Model):
    """The newest link of each chain; locking its row puts a chain's entries in one order."""

    chain = models.UUIDField(primary_key=True)
    place = models.BigIntegerField(default=0)
    link = models.BinaryField()
