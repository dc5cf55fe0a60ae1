"""Tables of the service directory, after the Human Services Data Specification (HSDS) 3.1.

What we search, show or write stands in columns. Whatever else a published entry says is kept in `more`, in the
shape HSDS gives it, so that nothing is lost on the way through. None holds a participant's data.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Versioned
from alongside.partners.choices import AtNight, Cost, Fit, Serves, ServiceCategory, ServiceStatus
from alongside.partners.models.agencies import PartnerAgency
from alongside.vault.codes import Code, Codes


class DirectoryImport(Authored):
    """One import of a published directory. Kept as a record; says how many entries came and what did not, by name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    is_public = models.BooleanField(default=False)
    added = models.PositiveIntegerField(default=0)
    renewed = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    unread = models.PositiveIntegerField(default=0)
    told = models.JSONField(default=list, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number"], name="imports_follow_each_other")]


class Organization(models.Model):
    """Whoever offers services. Kept until an import is undone; what is public leaves through the read API."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.OneToOneField(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="organization"
    )
    name = models.CharField(max_length=300)
    description = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=500, blank=True)
    is_ours = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)
    visited_on = models.DateField(null=True, blank=True)
    more = models.JSONField(default=dict, blank=True)
    batch = models.ForeignKey(
        DirectoryImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="organizations_by_name")]

    def __str__(self) -> str:
        return self.name


class Location(models.Model):
    """Where services are given. A confidential place keeps no address here at all, so that none can leave."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="places"
    )
    kind = models.CharField(max_length=8, default="physical")
    name = models.CharField(max_length=300, blank=True)
    address = models.TextField(blank=True)
    how_to_get_there = models.TextField(blank=True)
    confidential = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)
    more = models.JSONField(default=dict, blank=True)
    batch = models.ForeignKey(
        DirectoryImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["physical", "postal", "virtual"]),
                name="a_kind_of_place_is_one_of_hsds",
            ),
            models.CheckConstraint(
                condition=models.Q(confidential=False)
                | models.Q(is_public=False, address="", how_to_get_there="", more={}, kind="virtual"),
                name="a_confidential_place_has_no_address",
            ),
        ]


class Service(Versioned):
    """A service of the directory. Kept until an import is undone; what is public leaves through the read API."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=300)
    description = models.TextField(blank=True)
    status = Code(max_length=20, choices=ServiceStatus, default=ServiceStatus.ACTIVE)
    kind = Code(max_length=10, choices=ServiceCategory, default=ServiceCategory.OTHER)
    serves = Codes(Code(max_length=12, choices=Serves), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    fits = Codes(Code(max_length=14, choices=Fit), default=list, blank=True)
    at_night = Code(max_length=3, choices=AtNight, default=AtNight.NOT_KNOWN, blank=True)
    cost = Code(max_length=10, choices=Cost, default=Cost.NOT_KNOWN, blank=True)
    cost_words = models.TextField(blank=True)
    eligibility = models.TextField(blank=True)
    hours = models.TextField(blank=True)
    phone = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)
    url = models.CharField(max_length=500, blank=True)
    how_to_apply = models.TextField(blank=True)
    culture = models.TextField(blank=True)
    openings = models.PositiveIntegerField(null=True, blank=True)
    wait = models.CharField(max_length=200, blank=True)
    openings_at = models.DateTimeField(null=True, blank=True)
    openings_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_public = models.BooleanField(default=False)
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="twins")
    more = models.JSONField(default=dict, blank=True)
    drawn = models.JSONField(default=dict, blank=True)
    batch = models.ForeignKey(
        DirectoryImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(same_as__isnull=True) | ~models.Q(same_as=models.F("id")),
                name="a_service_is_not_its_own_twin",
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="services_by_name")]

    def __str__(self) -> str:
        return self.name


class ServiceAtLocation(models.Model):
    """That a service is given at a place. Kept and shared as the service is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="at_places", db_index=False)
    place = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="at_services")
    description = models.TextField(blank=True)
    more = models.JSONField(default=dict, blank=True)
    batch = models.ForeignKey(
        DirectoryImport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "place"], name="a_service_is_at_a_place_once")
        ]


class SearchKey(models.Model):
    """One thing a service can be found by (`searching`). Made anew with the service; never leaves.

    Plain equality on a text is one of the few comparisons PostgreSQL lets an index answer behind a wall.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="keys", db_index=False)
    key = models.CharField(max_length=200, db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "key"], name="a_service_has_a_search_key_once")
        ]
        indexes = [models.Index(fields=["key", "service"], name="services_by_search_key")]


class ReplacedRow(models.Model):
    """What an entry said before an import renewed it, so that the import can be undone. Kept with the import."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(
        DirectoryImport, on_delete=models.PROTECT, related_name="replaced", db_index=False
    )
    table = models.CharField(max_length=12)
    row = models.UUIDField()
    was = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(table__in=["organization", "place", "service", "at_place"]),
                name="a_replaced_entry_is_of_the_directory",
            ),
            models.UniqueConstraint(
                fields=["batch", "table", "row"], name="an_import_remembers_an_entry_once"
            ),
        ]


class Visit(models.Model):
    """That one of us went to see a provider, and what was checked. Kept as our own experience; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="visits")
    on = models.DateField()
    who = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    training_offered = models.BooleanField(default=False)
    training_done = models.BooleanField(default=False)
    culture_checked = models.BooleanField(default=False)
    words = models.TextField(blank=True)


class Gap(models.Model):
    """How often something was looked for in a month and not found. A plain number; nobody's name; ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField()
    sought = models.CharField(max_length=300, db_collation="C")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "sought"], name="a_gap_is_counted_once_a_month")
        ]


class DirectoryRule(models.Model):
    """What the agency has set for its directory: after how many months a visit is due again."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    check_again_after = models.PositiveSmallIntegerField(default=12)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_directory_rule")]
