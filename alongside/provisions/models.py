"""Tables of what donors are asked for: whose an ask is, and apart from it what is wanted."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import Need, OfParticipant
from alongside.provisions.assistance_models import (
    AssistanceDecision,
    AssistanceKind,
    AssistanceRequest,
    AssistanceRules,
)
from alongside.provisions.choices import State
from alongside.provisions.stock_models import StockGiven, StockLine, StockMovement, StockThing
from alongside.provisions.voucher_models import VoucherOut, VoucherRange
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText

__all__ = [
    "AssistanceDecision", "AssistanceKind", "AssistanceRequest", "AssistanceRules",
    "DonationAsk", "StockGiven", "StockLine", "StockMovement", "StockThing", "VoucherOut", "VoucherRange",
    "Wanted",
]  # fmt: skip


class DonationAsk(OfParticipant, Authored, Versioned, Removable):
    """Something that would help with a need, and how far it has come. Kept as the participant is; of it, only what
    stands in the line it `wanted` leaves, and that says nothing of whom it is for."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item = SealedText()
    size = SealedText()
    helps_until = models.DateField(null=True, blank=True)
    handing = SealedText()
    state = Code(max_length=12, choices=State, default=State.ASKED)
    state_at = models.DateTimeField()
    wanted = models.UUIDField(default=uuid.uuid4, unique=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="donation_ask_of")]


class Wanted(SealedRow):
    """A line of what donors are asked for, as they read it: no person, no worker, no day. Sealed under a key of its
    own; kept as long as its ask; leaves on the donor sheet, looked at anew each time."""

    item = SealedText()
    size = SealedText()
    state = Code(max_length=12, choices=State)
