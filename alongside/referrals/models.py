"""Tables of referrals, waiting places and system barriers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.agency.models import Staff
from alongside.consent.choices import Method, Purpose
from alongside.consent.models import Disclosure
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import OfParticipant
from alongside.partners.models import PartnerAgency, Service
from alongside.referrals.choices import Answer, Rhythm, State, Stuck, System, Way
from alongside.vault.codes import Code, NumberCode
from alongside.vault.models import SealedChoice, SealedChoices, SealedText


class Referral(OfParticipant, Authored, Versioned, Removable):
    """A way to somebody's help, and how we go there together. Kept as the participant is; its text leaves through
    the gate alone, with their yes."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    provider = SealedText()
    called = SealedText()
    need = SealedText()
    fit = SealedText()
    goal = models.UUIDField(null=True, blank=True)
    instead_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    ways = SealedChoices(choices=Way)
    together_at = models.DateTimeField(null=True, blank=True)
    information = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    purpose = Code(max_length=12, choices=Purpose, default=Purpose.SERVICE)
    method = Code(max_length=16, choices=Method, default=Method.LETTER)
    text = SealedText()
    cost = SealedText()
    who_pays = SealedText()
    state = Code(max_length=12, choices=State, default=State.DRAFT)
    state_at = models.DateTimeField()
    holds = models.BooleanField(default=False)
    held_at = models.DateTimeField(null=True, blank=True)
    can_see = models.BooleanField(default=True)
    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    introduced_on = models.DateField(null=True, blank=True)
    first_contact_on = models.DateField(null=True, blank=True)
    went = SealedText()
    follow_up_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="referral_of")]

    @property
    def to(self) -> str:
        """Whom it goes to, as it is called on our own pages."""
        if self.service is not None:
            return f"{self.service.name}, {self.service.organization.name}"
        return self.agency.name if self.agency is not None else self.provider


class ReferralStateChange(OfParticipant, Authored, Removable):
    """A referral that changed state, with words. Never rewritten, though the last one can be taken back; kept as
    the referral is."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="turns")
    state = Code(max_length=12, choices=State)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="referral_turn_of")]


class WaitingPlace(OfParticipant, Versioned):
    """A place on a waiting list. The day it was joined stays, through silence and return; kept as the referral is."""

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="place")
    joined_on = models.DateField()
    said_wait = SealedText()
    every_days = NumberCode(choices=Rhythm, null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    offer = SealedText()
    interim = SealedText()
    changed_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "next_on"], name="waiting_place_of")]


class WaitCheck(OfParticipant):
    """One asking how a waiting list stands, and what was said. Never rewritten; kept as the referral is."""

    place = models.ForeignKey(WaitingPlace, on_delete=models.PROTECT, related_name="checks")
    on = models.DateField()
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "on"], name="wait_check_of")]


class PartnerAnswer(OfParticipant):
    """What the other side said to a referral. Never rewritten; kept as the referral is; theirs and ours to read.

    What they said `on_their_page` has the reference it has there; whether it was read is kept with it there.
    """

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="answers")
    answer = SealedChoice(choices=Answer)
    words = SealedText()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on_their_page = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="partner_answers_of"),
            models.Index(
                fields=["participant"],
                name="answer_not_seen",
                condition=models.Q(seen_at__isnull=True),
            ),
        ]


class SystemBarrier(OfParticipant, Removable):
    """What is stuck in a system, and what we tried; nothing about what somebody did. Its words stay inside; it is
    counted by system and month, without anybody's identity."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="barriers"
    )
    goal = models.UUIDField(null=True, blank=True)
    system = Code(max_length=12, choices=System)
    stuck = Code(max_length=12, choices=Stuck)
    what = SealedText()
    tried = SealedText()
    on = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["participant", "on"], name="system_barrier_of"),
            models.Index(fields=["on"], name="system_barrier_by_day"),
        ]
