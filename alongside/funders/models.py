"""Tables of report answers, of what services count as, and of fields that an agency added for its funder."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.connection.models import ServiceKind
from alongside.funders.choices import Takes, When
from alongside.keeping.columns import Authored, Versioned
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code


class ReportAnswer(OfParticipant, Authored):
    """One value that somebody's answer to an item of a funder's form has; without a row it is not collected.

    Said by the person, never worked out from a note, and never shown as who they are. In clear, since functions count
    it: form, item, value. Read and set by whoever reaches the person, and only while a stream that needs the form is on
    and they are enrolled in it, which the wall asks. Of two records of one person each keeps its own, and it counts
    once. Kept and forgotten as the person is; what a report told stays. It leaves with nothing; the same at any age.
    """

    form = models.CharField(max_length=40)
    item = models.CharField(max_length=60)
    value = models.CharField(max_length=40)
    several = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "form", "item", "value"], name="a_report_answer_is_given_once"
            ),
            models.UniqueConstraint(
                fields=["participant", "form", "item"],
                condition=models.Q(several=False),
                name="one_report_answer_of_an_item",
            ),
        ]


class CrosswalkRow(models.Model):
    """What a kind of service of ours counts as on a form. The agency's own to change: no update writes over it.

    A change ends a row and begins another, so that it is known what an older report was made with; about nobody. Of
    what came with the software nobody is the author.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.CharField(max_length=40)
    kind = models.ForeignKey(ServiceKind, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=60, blank=True)  # blank: it counts as nothing there
    at = models.DateTimeField()
    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form", "kind"],
                condition=models.Q(ended_at=None),
                name="a_service_counts_once_on_a_form",
            )
        ]


class FormField(Authored, Versioned):
    """A field that a funder asks for and no form of ours has, or the values of one that came without: why, how it is
    asked, its values. Always optional; in use once a survivor adviser looked at just these words. The agency's own;
    about nobody; kept while an answer names it, hidden when it is not asked any more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.CharField(max_length=40)
    item = models.CharField(
        max_length=60, blank=True
    )  # of the form's own items the one whose values these are
    language = models.CharField(max_length=10)
    label = models.CharField(max_length=120)
    why = models.TextField()
    wording = models.TextField()
    takes = Code(max_length=7, choices=Takes, default=Takes.ONE)
    when = Code(max_length=7, choices=When, default=When.ANY)
    values = ArrayField(models.CharField(max_length=80))
    hidden_at = models.DateTimeField(null=True, blank=True)
