"""The tables of drafts."""

from django.db import models

from alongside.vault.models import SealedRow, SealedText


class Draft(SealedRow):
    """What one worker has typed into one form. Author only; gone on saving, or 30 days on; never leaves."""

    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, related_name="+", db_index=False)
    form = models.CharField(max_length=120)
    fields = SealedText()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "form"], name="a_form_has_one_draft_per_author")]


class SavedForm(models.Model):
    """That a form was kept under its name: sent again, it leads where it led, and a late draft of it is let go.

    Author only; no words; gone after an hour; never leaves. `led_to` is an address, which holds references alone;
    `mark` is a keyed hash of what was sent, so that something else sent under the same name is noticed.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    led_to = models.CharField(max_length=500, blank=True, default="")
    mark = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["by", "at"], name="form_kept_by")]
