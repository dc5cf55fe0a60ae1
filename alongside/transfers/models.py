"""The tables of transfers. In clear stand whose it is, between whom, where it is and since when, and its days."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Versioned
from alongside.meetings.models import Meeting
from alongside.participants.models import OfParticipant
from alongside.transfers.choices import OVER, TransferState
from alongside.vault.codes import Code
from alongside.vault.models import SealedDay, SealedText

_GOES_ON = ~Q(state__in=[str(each) for each in OVER])


def last_day(until: datetime) -> date:
    """The last day of an overlap that ends at this moment."""
    return timezone.localtime(until - timedelta(seconds=1)).date()


class Transfer(OfParticipant, Authored, Versioned):
    """Somebody goes from one case manager to another. Where it is, only functions of the keeper change.

    Read by whoever reaches the person, written on by giver, receiver and supervisor. `talked_on` and what they said, or
    `unreached` with the reason; `stands` is what a supervisor said in a sudden leave. Of two records each keeps its
    own, and the tie opens both. Goes with the whole record alone; kept and forgotten as the participant is; the same
    at any age.
    """

    giver = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    receiver = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    state = Code(max_length=8, choices=TransferState, default=TransferState.PROPOSED)
    state_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)  # talked about, or said why not
    paused_at = models.DateTimeField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    overlap_until = models.DateTimeField(null=True, blank=True)
    why = SealedText()
    stands = SealedText()
    stopped = SealedText()
    talked_on = SealedDay()
    unreached = SealedText()
    whether = SealedText()
    whom = SealedText()
    how = SealedText()
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    met_on = SealedDay()
    to_know = SealedText()
    not_again = SealedText()
    goodbye = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=_GOES_ON, name="one_transfer_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(giver__isnull=True) | ~Q(giver=models.F("receiver")),
                name="a_transfer_is_between_two",
            ),
        ]
        indexes = [
            models.Index(fields=["participant", "-at"], name="transfers_of"),
            models.Index(fields=["receiver"], condition=_GOES_ON, name="transfers_to"),
        ]

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in OVER

    @property
    def last_overlap_day(self) -> date | None:
        """The last day on which both are there."""
        return last_day(self.overlap_until) if self.overlap_until else None


class TransferAsk(OfParticipant, Authored):
    """What a colleague reads before they say yes or no: the alias, and what the giver wrote for them. Nothing else of
    the record opens by it.

    Sealed under a key of its own (`key_id`), shared with what is handed on. Read by whoever reaches the person, and by
    the one who is asked while that goes on, but past a wish of the person. It stays here when the record goes
    elsewhere; kept as the record is; the same at any age.
    """

    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="asks")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    called = SealedText()
    why = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)
    yes = models.BooleanField(null=True, blank=True)
    words = SealedText()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["transfer"], condition=Q(withdrawn_at__isnull=True), name="one_colleague_is_asked"
            )
        ]
        indexes = [models.Index(fields=["participant"], name="transfer_asks_of")]


class TransferPack(OfParticipant, Authored):
    """What is handed on, as the giver looked at it: sealed under the key of its ask. The colleague reads it from their
    yes until the overlap begins, when the record itself opens; then it is gone. Never leaves; the same at any age."""

    ask = models.OneToOneField(TransferAsk, on_delete=models.PROTECT, related_name="pack")
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="transfer_packs_of")]
