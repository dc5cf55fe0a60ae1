"""Tables of help with money: kinds, limits, whose an asking is, and apart from it what is decided about."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Versioned
from alongside.participants.models import Need, OfParticipant
from alongside.provisions.assistance_choices import State, called, told_as
from alongside.provisions.voucher_models import VoucherRange
from alongside.vault.codes import Code
from alongside.vault.models import SealedDay, SealedRow, SealedText

MONEY: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}


class AssistanceKind(Versioned):
    """A kind of help of the agency's own list: what staff call it, and what a participant reads of it. Staff read it,
    whoever keeps money sets it up. Holds no participant's data; kept for good, so that what was given keeps its kind;
    goes in the set-up file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=80, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="a_kind_of_help_of_ours_stands_once"
            ),
            models.UniqueConstraint(
                Lower("name"), condition=~Q(name=""), name="a_kind_of_help_has_a_name_of_its_own"
            ),
            models.CheckConstraint(
                condition=~Q(key="") | ~Q(name=""), name="a_kind_of_help_is_called_something"
            ),
        ]

    @property
    def called(self) -> str:
        """What staff call it."""
        return called(self.key, self.name)

    @property
    def told_as(self) -> str:
        """What the participant reads."""
        return told_as(self.key, self.words)


class AssistanceRules(Versioned):
    """Up to which amount a supervisor decides (blank: any), how much one person may have in a year (blank: no cap), and
    with which month that year begins. The agency's own; holds no participant's data; goes in the set-up file."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    limit = models.DecimalField(**MONEY, null=True, blank=True)
    cap = models.DecimalField(**MONEY, null=True, blank=True)
    year_from = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="help_has_one_set_of_rules"),
            models.CheckConstraint(
                condition=Q(year_from__range=(1, 12)), name="a_year_of_help_begins_with_a_month"
            ),
            models.CheckConstraint(
                condition=(Q(limit=None) | Q(limit__gte=0)) & (Q(cap=None) | Q(cap__gt=0)),
                name="limits_of_help_are_amounts",
            ),
        ]


class AssistanceRequest(OfParticipant, Authored, Versioned):
    """Help with money that was asked for somebody: what it is for, what it came from, where the receipt is, and the day
    it was handed over; all sealed, and read by those who walk with them. `decision` names the line that is decided
    about, which says nothing of whom it is for. Kind and amount stand here too, as they were said, so that the record
    tells them by itself. Kept and forgotten as the participant is; what was spent stays with the fund. While two
    records are tied each row stays with its own, and a year's cap counts both. The same at any age."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.UUIDField(default=uuid.uuid4, unique=True)
    came_from = SealedText()
    purpose = SealedText()
    kind_said = SealedText()
    amount_said = SealedText()
    receipt = SealedText()
    unsafe = SealedText()
    handed_on = SealedDay()
    numbers = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="assistance_asked_for")]


class AssistanceDecision(SealedRow, Versioned):
    """What is decided about: a kind, an amount and a fund, who asked, how far it is, and words for whoever decides that
    name nobody; no participant. Sealed under a key of its own. Read by whoever may decide about it and by those who
    read the asking; changed by functions of the keeper alone, which move the money in the same statement. Its `fund` is
    a reference that only the room of money resolves. Kept as long as its fund's movements, which name it; goes by
    nobody's age, leaves with nothing."""

    kind = models.ForeignKey(AssistanceKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    amount = models.DecimalField(**MONEY)
    fund = models.UUIDField(null=True, blank=True)
    vouchers = models.ForeignKey(
        VoucherRange, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    words = SealedText()
    state = Code(max_length=12, choices=State, default=State.ASKED)
    state_before = Code(max_length=12, choices=State, blank=True)
    state_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    decided_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    decided_on = models.DateField(null=True, blank=True)
    answer = SealedText()
    past_cap = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="help_is_an_amount"),
            models.CheckConstraint(
                condition=~Q(state__in=["agreed", "handed_over"]) | ~Q(fund=None, vouchers=None),
                name="help_comes_from_a_fund",
            ),
        ]
        indexes = [models.Index(fields=["state", "-state_at"], name="assistance_to_decide")]
