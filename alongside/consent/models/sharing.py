"""Permissions, holds, exceptions, and the accounting of what went out."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside import clock
from alongside.agency.models import Staff
from alongside.consent import rules
from alongside.consent.choices import (
    HAS_TO_BE_TOLD,
    Compelled,
    Decision,
    FollowUp,
    Harm,
    Method,
    Purpose,
    Said,
    Signer,
    Signing,
    Standing,
    TellFirst,
    Told,
    WayOut,
)
from alongside.consent.models.agency import ReleaseWording, SharingRule
from alongside.keeping.columns import Authored
from alongside.participants.models import OfParticipant, Participant
from alongside.partners.models import PartnerAgency
from alongside.vault.codes import Code, Codes
from alongside.vault.models import SealedChoice, SealedText


def _kinds() -> "ArrayField[list[str], list[str]]":
    """Keys of kinds of information."""
    return ArrayField(models.CharField(max_length=40), default=list)


class Release(OfParticipant, Authored):
    """Their yes to share named things with one recipient until a day. Kept as the participant is; a copy is
    theirs, and nothing of it goes to anybody else.

    It belongs to an agency, then what goes out follows that agency's current point of contact; or to a named
    person, then it follows nobody.
    """

    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = SealedText()
    information = _kinds()
    exactly = SealedText()
    not_shared = SealedText()
    purpose = Code(max_length=12, choices=Purpose)
    purpose_words = SealedText()
    methods = Codes(Code(max_length=16, choices=Method), default=list)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ends_by = models.DateTimeField()
    rule = models.ForeignKey(SharingRule, on_delete=models.PROTECT, related_name="+")
    wording = models.ForeignKey(ReleaseWording, on_delete=models.PROTECT, related_name="+")
    told = Codes(Code(max_length=12, choices=Told), default=list)
    interpreter = SealedText()
    alone_because = SealedText()
    consents_alone = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_how = SealedChoice(choices=Said)
    withdrawn_words = SealedText()
    follow_up = Code(max_length=12, choices=FollowUp, default="", blank=True)
    followed_up_at = models.DateTimeField(null=True, blank=True)
    followed_up_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")) & Q(ends_at__lte=F("ends_by")),
                name="a_permission_ends_within_the_longest_time",
            ),
            models.CheckConstraint(
                condition=~Q(information__len=0) & ~Q(methods__len=0),
                name="a_permission_names_what_and_how",
            ),
            models.CheckConstraint(
                condition=Q(told__contains=[str(each) for each in HAS_TO_BE_TOLD]),
                name="a_yes_is_an_informed_one",
            ),
        ]
        indexes = [models.Index(fields=["participant", "-at"], name="release_of")]

    @property
    def standing(self) -> Standing:
        """Where it stands now."""
        soon, now = self.rule.soon_days, clock.now()
        return Standing(rules.standing(self.starts_at, self.ends_at, self.withdrawn_at, now, soon))

    @property
    def last_day(self) -> date:
        """The last day on which it counts."""
        return rules.last_day(localtime(self.ends_at))

    @property
    def left(self) -> str:
        """How long it still counts, in words."""
        days = rules.days_left(self.last_day, clock.today())
        if not days:
            return _("today is its last day")
        return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}


class ReleaseSigner(OfParticipant, Authored):
    """Who signed a permission and how. Kept with it; nobody said to have harmed them can be here."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="signers", db_index=False)
    part = Code(max_length=12, choices=Signer)
    how = SealedChoice(choices=Signing)
    name = SealedText()
    mark = SealedText()
    kept_at = SealedText()
    may_have_harmed = Code(max_length=3, choices=Harm, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(part=Signer.PARTICIPANT) | Q(may_have_harmed=Harm.NO),
                name="whoever_harmed_them_never_signs",
            ),
            models.UniqueConstraint(fields=["release", "part"], name="each_signs_a_permission_once"),
        ]
        indexes = [models.Index(fields=["participant"], name="signers_by_participant")]


class SharingPause(models.Model):
    """That everything stands still for a while, as they wish: nothing goes out. Kept for good; no words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(lifted_at__isnull=True), name="one_hold_at_a_time"
            )
        ]


class LawfulException(OfParticipant):
    """One way out without a permission: what orders it, how little, and a second person's word. Kept for good.

    It holds for one disclosure. The house never decides that something has to be reported. `told_on` is the day on
    which the participant was told of it.
    """

    kind = SealedChoice(choices=Compelled)
    reason = SealedText()
    minimum = SealedText()
    protects = SealedText()
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = SealedText()
    information = _kinds()
    purpose = Code(max_length=12, choices=Purpose, default=Purpose.OTHER)
    methods = Codes(Code(max_length=16, choices=Method), default=list)
    tell_first = SealedChoice(choices=TellFirst)
    tell_first_why = SealedText()
    asked_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    decision = Code(max_length=10, choices=Decision, default="", blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("by")),
                name="a_second_person_decides_an_exception",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | Q(decided_by__isnull=False), name="a_decision_is_somebodys"
            ),
            models.CheckConstraint(
                condition=~Q(information__len=0) & ~Q(methods__len=0),
                name="an_exception_names_what_and_how",
            ),
        ]
        indexes = [models.Index(fields=["participant", "-asked_at"], name="exception_of")]


class Disclosure(OfParticipant, Authored):
    """What went out about somebody, exactly as it was, to whom and under what. Kept for good; theirs to read.

    Written by the keeper alone, but for what was put into their own hands.
    """

    way = Code(max_length=10, choices=WayOut)
    method = Code(max_length=16, choices=Method, default="", blank=True)
    purpose = Code(max_length=12, choices=Purpose, default="", blank=True)
    information = _kinds()
    what = models.CharField(max_length=20, blank=True)
    to = SealedText()
    text = SealedText()
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    exception = models.OneToOneField(
        LawfulException, on_delete=models.PROTECT, null=True, blank=True, related_name="used"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(way=WayOut.OWN_COPY, release__isnull=True, exception__isnull=True)
                | (
                    ~Q(way=WayOut.OWN_COPY)
                    & (
                        Q(release__isnull=False, exception__isnull=True)
                        | Q(release__isnull=True, exception__isnull=False)
                    )
                ),
                name="nothing_goes_out_under_nothing",
            ),
        ]
        indexes = [models.Index(fields=["participant", "-at"], name="disclosure_of")]
