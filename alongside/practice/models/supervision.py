"""Tables of supervision: the two who meet, what is brought, and that they met."""

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.vault.models import SealedRow, SealedText


class SupervisionPair(SealedRow):
    """A worker and their supervisor, who hold one key together. Kept while either works here; never leaves.

    The worker opens it for good; the supervisor for as long as they are the worker's supervisor.
    """

    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    supervisor = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker", "supervisor"], name="two_people_are_a_pair_once"),
            models.CheckConstraint(
                condition=~models.Q(worker=models.F("supervisor")), name="a_pair_is_two_people"
            ),
        ]


class SupervisionItem(SealedRow, Authored, Versioned):
    """Something brought to supervision, in words its author edited for it. The pair's alone; kept until its
    author takes it back for good; never leaves."""

    pair = models.ForeignKey(SupervisionPair, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()
    changed_at = models.DateTimeField()
    talked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["pair", "at"], name="brought_to_a_pair")]


class Supervision(Authored, Versioned, Removable):
    """A time the two meant to meet, or met: when and how long, never what was said. The pair's alone; kept
    while either works here; never leaves."""

    id = models.UUIDField(primary_key=True, editable=False)
    pair = models.ForeignKey(SupervisionPair, on_delete=models.PROTECT, related_name="+", db_index=False)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    held = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["pair", "-at"], name="supervision_of_a_pair")]
