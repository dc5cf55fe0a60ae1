"""The table of files that were asked for. It holds nobody, and no word."""

from django.db import models
from django.db.models import F, Q

from alongside.agency.models import Staff
from alongside.extracts.choices import For, Kind
from alongside.keeping.columns import Authored
from alongside.partners.models import PartnerAgency
from alongside.vault.codes import Code


class Extract(Authored):
    """A file with one line for each person that was asked for: which, for whom, of which months, who agreed, and when
    it was taken. Kept for good, as the agency's own account of what left; whose lines they were stands with each person
    alone, in the accounting of what went out.

    The file itself is nowhere: it is made when it is taken. In clear, as it holds nobody: codes, months and references
    to colleagues and a partner. `held` and `left_out` are told in steps, None where they are few. The same at any age:
    who is under 18 is in a file only where permission and signatures hold.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    kind = Code(max_length=5, choices=Kind)
    agency = models.ForeignKey(PartnerAgency, on_delete=models.PROTECT, related_name="+")
    purpose = Code(max_length=8, choices=For)
    begins = models.DateField()  # the first day of a month
    after = models.DateField()  # the first day of the month after the last
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_until = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    held = models.PositiveIntegerField(null=True, blank=True)
    left_out = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("by")),
                name="a_second_person_agrees_to_an_extract",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True) | Q(agreed_at__isnull=False),
                name="no_extract_is_taken_unagreed",
            ),
            models.CheckConstraint(
                condition=Q(begins__day=1, after__day=1, begins__lt=F("after")),
                name="an_extract_is_of_whole_months",
            ),
        ]
