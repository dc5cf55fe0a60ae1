"""Critical periods: days around a hard date with more support, and how long they are."""

import uuid

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.participants.choices import CriticalKind, Intensity
from alongside.participants.models.people import OfParticipant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class CriticalPeriod(OfParticipant, Authored, Versioned):
    """Some days before and after a hard date. Where `is_open` they were agreed; else a proposal was declined.

    In clear: whose, its first and last day, and whether it is open, since Today asks for days. What it is about
    (`kind`, `words`), the hard `day`, the row it came from (`source`) and how much more (`intensity`) are sealed under
    the person's key. Of two records each keeps its own. Kept and forgotten as the participant is; the same at any age.
    """

    begins_on = models.DateField()
    ends_on = models.DateField()
    is_open = models.BooleanField()
    kind = SealedChoice(choices=CriticalKind)
    intensity = SealedChoice(choices=Intensity)
    words = SealedText()
    day = SealedText()
    source = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begins_on__lte=models.F("ends_on")), name="a_critical_period_lasts"
            )
        ]
        indexes = [models.Index(fields=["participant", "ends_on"], name="critical_period_of")]


class CriticalWindow(Authored):
    """How many days before and after a hard date of one kind are proposed here: the agency's practice, no rule of
    any law. Rows only come, and the newest of a kind counts. No participant's data; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = Code(max_length=12, choices=CriticalKind)
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "-at"], name="critical_window_by_kind")]
