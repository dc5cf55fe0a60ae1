"""Tables of partner agencies: whom to turn to there, what is agreed, and how we work together."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.keeping.columns import Versioned
from alongside.partners.choices import (
    AgencyKind,
    AgreementKind,
    CommitmentState,
    ContactPart,
    SeatOutcome,
    Side,
)
from alongside.vault.codes import Code


class PartnerAgency(Versioned):
    """An agency we work with: what it does, answers for and cannot do. Kept until changed; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160)
    kind = Code(max_length=20, choices=AgencyKind, default=AgencyKind.OTHER)
    role = models.TextField(blank=True)
    responsibilities = models.TextField(blank=True)
    perspective = models.TextField(blank=True)
    their_limits = models.TextField(blank=True)
    our_limits = models.TextField(blank=True)
    cannot_do = models.TextField(blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)  # of their office; blank where it is ours
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    last_contact_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_partner_has_a_name_of_its_own"),
        ]

    def __str__(self) -> str:
        return self.name


class NetworkMembership(models.Model):
    """That a partner belongs to a network of agencies. Kept until taken away; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, related_name="members", db_index=False
    )
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="networks")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "agency"], name="a_partner_joins_a_network_once"),
            models.CheckConstraint(
                condition=~models.Q(network=models.F("agency")), name="no_network_is_in_itself"
            ),
        ]


class PointOfContact(models.Model):
    """A colleague at a partner, and how to reach them at work. Kept as history when another takes over."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="contacts")
    part = Code(max_length=6, choices=ContactPart, default=ContactPart.MAIN)
    name = models.CharField(max_length=160)
    reach = models.TextField(blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "part"],
                condition=models.Q(until__isnull=True),
                name="a_partner_has_one_contact_and_one_backup",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerAccess(models.Model):
    """That a contact comes in at the partner's door, with an account of their own. Kept as history; ours alone.

    Written by the keeper alone. It opens something only while they are our contact, and never where their
    agency is law enforcement.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact = models.OneToOneField(PointOfContact, on_delete=models.PROTECT, related_name="seat")
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    username = models.CharField(max_length=60)
    link_at = models.DateTimeField()
    link_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")


class PartnerAccessRequest(models.Model):
    """That a contact may have a link, asked by one and agreed to by a second. Kept as history; ours alone.

    Written by the keeper alone. It ends by itself after a few days, and is good for one link.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    contact = models.ForeignKey(PointOfContact, on_delete=models.PROTECT, related_name="asked")
    username = models.CharField(max_length=60)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = Code(max_length=10, choices=SeatOutcome, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"],
                condition=models.Q(outcome__in=["", "agreed"]),
                name="one_thing_at_a_time_is_asked_for_a_contact",
            )
        ]


class PartnerAgreement(Versioned):
    """An agreement with a partner (a memorandum, a protocol). Kept after it ended; its paper is ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="agreements")
    kind = Code(max_length=10, choices=AgreementKind, default=AgreementKind.MOU)
    parties = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    may_share = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="an_agreement_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["review_on"], name="agreements_by_review")]


class AgreementPaper(models.Model):
    """The signed paper of an agreement, as it was given to us. Kept with the agreement; ours alone."""

    agreement = models.OneToOneField(
        PartnerAgreement, on_delete=models.PROTECT, primary_key=True, related_name="paper"
    )
    kind = models.CharField(max_length=4)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["pdf", "png", "jpg"]), name="a_paper_is_of_a_safe_kind"
            )
        ]


class Commitment(models.Model):
    """What we and a partner said we would do for each other, about nobody. Kept as the way we worked together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="commitments")
    side = Code(max_length=4, choices=Side, default=Side.THEY)
    words = models.TextField()
    who = models.CharField(max_length=160, blank=True)
    by_when = models.DateField(null=True, blank=True)
    earlier = ArrayField(models.DateField(), default=list, blank=True)
    state = Code(max_length=12, choices=CommitmentState, default=CommitmentState.OPEN)
    said_on = models.DateField()
    settled_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")


class Appreciation(models.Model):
    """Something a partner did that helped, about nobody. Kept as the way we worked together; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="appreciations")
    words = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")


class PreparationNote(Versioned):
    """What helps before a first meeting, by language or community; the agency's own words, about nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    languages = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    community = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    dropped_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
