"""Tables of the stock of basic needs: kinds of things, how many there are where, and every movement."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Site, Staff
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import OfParticipant
from alongside.provisions.stock_choices import Moved
from alongside.vault.codes import Code
from alongside.vault.models import SealedText

MOST = 100_000  # of one thing at one place; more is a slip of the finger


class StockThing(Versioned):
    """A kind of thing that the agency keeps for whoever needs it, in its own words and sizes. Staff read it, whoever
    keeps stock writes it. Holds no participant's data; kept for good, so that movements keep their names. With
    `low_at` or fewer left somewhere, whoever keeps stock there is told."""

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=60)
    sizes = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    low_at = models.PositiveSmallIntegerField(null=True, blank=True)
    is_kept = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="a_kind_of_thing_has_a_name_of_its_own")]


class StockLine(Versioned):
    """How many there are of one thing in one size at one place. The keeper alone changes the count, each time by a
    movement of which `version` is the number. Staff read it; holds no participant's data; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thing = models.ForeignKey(StockThing, on_delete=models.PROTECT, related_name="+", db_index=False)
    size = models.CharField(max_length=30, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thing", "size", "site"], name="one_count_of_a_thing_at_a_place"),
            models.CheckConstraint(condition=models.Q(count__range=(0, MOST)), name="no_count_below_none"),
        ]


class StockMovement(models.Model):
    """One movement of a count: taken, came in, counted, taken back; how many, and how many were left. Its id names
    the press that made it. It has a day and no hour, and nothing of whom a thing was for: what somebody was given
    stands with them, sealed. Whoever gives things out reads it, nobody changes it; kept for good, since it is what
    months are counted from."""

    id = models.UUIDField(primary_key=True, editable=False)
    line = models.ForeignKey(StockLine, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    kind = Code(max_length=10, choices=Moved)
    amount = models.IntegerField()
    left = models.IntegerField()
    day = models.DateField(db_index=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="movements_of_a_count_have_an_order"),
            models.CheckConstraint(condition=models.Q(left__gte=0), name="none_is_left_below_none"),
        ]


class StockGiven(OfParticipant, Authored, Removable):
    """What somebody was given from stock, in words: the thing, its size and how many; and by which movement, sealed
    too, so that who reads movements finds nobody. Kept and forgotten as the participant is; the count stays. The same
    at any age."""

    thing = SealedText()
    size = SealedText()
    number = SealedText()
    movement = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="given_from_stock_to")]
