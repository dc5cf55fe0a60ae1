"""What the agency itself settles about sharing: how long a yes holds, what it can name, how its paper reads."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.consent.choices import information_name
from alongside.keeping.columns import Versioned


class SharingRule(models.Model):
    """How long permissions hold, from a day on: the agency's own, or a jurisdiction's. Kept for good; ours.

    The agency's rows have no jurisdiction. Where its newest row names no usual time, the jurisdiction's row
    that it falls back on gives one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jurisdiction = models.CharField(max_length=12, blank=True)
    from_on = models.DateField()
    usual_days = models.PositiveSmallIntegerField(null=True, blank=True)
    most_days = models.PositiveSmallIntegerField(null=True, blank=True)
    soon_days = models.PositiveSmallIntegerField(default=7)
    stale_days = models.PositiveSmallIntegerField(default=60)
    falls_back_on = models.CharField(max_length=12, blank=True)
    source = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(usual_days__isnull=True)
                | models.Q(most_days__isnull=True)
                | models.Q(usual_days__lte=models.F("most_days")),
                name="a_usual_time_is_within_the_longest",
            ),
            models.CheckConstraint(
                condition=~models.Q(jurisdiction="") | models.Q(most_days__gte=1),
                name="the_agency_names_a_longest_time",
            ),
            models.CheckConstraint(
                condition=models.Q(usual_days__isnull=True) | models.Q(usual_days__gte=1),
                name="a_usual_time_is_a_day_at_least",
            ),
        ]


class InformationKind(models.Model):
    """A kind of information that a permission can name: ours under a key, or the agency's own. Stays in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=160, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    hidden = models.BooleanField(default=False)

    @property
    def called(self) -> str:
        """The agency's own name, else ours in today's language."""
        return information_name(self.key, self.name)


class ReleaseWording(models.Model):
    """How the paper of a permission read at a time, in one language. Never rewritten; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    language = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    text = models.TextField()
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["language", "version"], name="a_version_of_the_paper_stands_once_per_language"
            )
        ]


class OutingWords(Versioned):
    """Words that say what kind of place we are, in one language, as the agency lists them; what goes out is looked
    through for them. About nobody; ours, kept for good; taken along in the set-up file."""

    language = models.CharField(max_length=10, primary_key=True)
    words = models.TextField(blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
