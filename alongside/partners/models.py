"""Tables of partner agencies and of whom to turn to there. None holds a participant's data."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.partners.choices import AgencyKind, ContactPart


class PartnerAgency(models.Model):
    """An agency we work with: what it does, answers for and cannot do. Kept until changed; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=AgencyKind, default=AgencyKind.OTHER)
    role = models.TextField(blank=True)
    responsibilities = models.TextField(blank=True)
    perspective = models.TextField(blank=True)
    their_limits = models.TextField(blank=True)
    our_limits = models.TextField(blank=True)
    cannot_do = models.TextField(blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_partner_has_a_name_of_its_own"),
            models.CheckConstraint(
                condition=models.Q(kind__in=AgencyKind.values), name="a_kind_of_partner_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NetworkMembership(models.Model):
    """That a partner belongs to a network of agencies. Kept until taken away; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="members")
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
    part = models.CharField(max_length=6, choices=ContactPart, default=ContactPart.MAIN)
    name = models.CharField(max_length=160)
    reach = models.TextField(blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(part__in=ContactPart.values), name="a_part_of_a_contact_is_known"
            ),
            models.UniqueConstraint(
                fields=["agency", "part"],
                condition=models.Q(until__isnull=True),
                name="a_partner_has_one_contact_and_one_backup",
            ),
        ]

    def __str__(self) -> str:
        return self.name
