"""The tables of counts. None holds a participant, an alias or a word."""

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.reports.choices import Audience, Kind, Period, Purpose
from alongside.reports.rules.hiding import LEAST
from alongside.vault.codes import Code


class ReportSettings(Versioned):
    """The fewest people or things that are told, never fewer than five, and the month a fiscal year begins in where a
    report says no other. The agency's own; one row; about nobody."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    least = models.PositiveSmallIntegerField(default=LEAST)
    fiscal_month = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1, least__range=(LEAST, 100), fiscal_month__range=(1, 12)),
                name="how_counts_are_told",
            )
        ]


class Report(Authored):
    """A table of counts that was told: what, of which days, by whom, why, and for whom. Never made anew, so that what
    was told before stands beside what is told next; kept for good, since an older one is what hides a newer one.

    In clear, as it holds nobody: codes of what was counted and numbers, and of a funder's form its crosswalk of then.
    Of an agency every small number is hidden; a team's holds true counts, which its supervisor alone reads. Forgetting
    somebody changes no number that was told. The same for people under 18, who are counted as everybody.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    kind = Code(max_length=12, choices=Kind)
    audience = Code(max_length=8, choices=Audience)
    purpose = Code(max_length=12, choices=Purpose)
    period = Code(max_length=8, choices=Period)
    begins = models.DateField()
    ends = models.DateField()  # its last day
    by_month = models.BooleanField(default=False)
    form = models.CharField(max_length=40, blank=True)  # of a funder's form, which
    made_of = models.JSONField(null=True, blank=True)  # and what services counted as when it was made
    fiscal_month = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(null=True, blank=True)
    least = models.PositiveSmallIntegerField(null=True, blank=True)
    cells = models.JSONField(null=True, blank=True)
    refused = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begins__lte=models.F("ends"), fiscal_month__range=(1, 12)),
                name="a_report_has_days",
            )
        ]
        indexes = [models.Index(fields=["kind", "audience", "-at"], name="reports_of_a_kind")]
