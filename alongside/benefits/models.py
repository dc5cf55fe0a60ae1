"""Tables of the rules that clocks are counted by."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.agency.models import Staff
from alongside.benefits.choices import KINDS, Confidence, Unit, Way
from alongside.keeping.columns import Versioned
from alongside.vault.codes import Code


class ClockRule(Versioned):
    """One dated rule in one version: the agency's own, or one we brought. About nobody; kept for good, never rewritten.

    Versions of one rule have one `line`. The day something starts picks the rule in force then; a blank is a known
    unknown. `ends_on` is when the rule itself stops to count for what starts; `known_until`, up to when somebody
    looked; `never_past`, a day that nothing under it goes beyond. Those we bring may be changed like one's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.UUIDField(db_index=True)
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=160, blank=True)
    jurisdiction = models.CharField(max_length=12)
    who = models.TextField(blank=True)
    anchor = models.TextField(blank=True)
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = Code(max_length=8, choices=Unit, blank=True)
    way = Code(max_length=12, choices=Way, blank=True)
    document = models.BooleanField(default=False)
    from_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    never_past = models.DateField(null=True, blank=True)
    known_until = models.DateField(null=True, blank=True)
    says = models.TextField(blank=True)
    figures = models.JSONField(default=dict, blank=True)
    remind = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    excludes = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    confidence = Code(max_length=12, choices=Confidence)
    source_title = models.TextField()
    source_url = models.TextField(blank=True)
    source_date = models.CharField(max_length=80, blank=True)
    note = models.TextField(blank=True)
    off = models.BooleanField(default=False)
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | ~(Q(unit="") | Q(way="")),
                name="a_length_says_how_it_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(document=False), name="a_document_or_a_length"
            ),
        ]

    @property
    def called(self) -> str:
        """The agency's own name, else ours in today's language."""
        return self.name or str(KINDS.get(self.key, self.key))
