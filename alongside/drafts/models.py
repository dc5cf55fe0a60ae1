"""The tables of drafts."""

from django.db import models

from alongside.vault.models import SealedRow, SealedText


class Draft(SealedRow):
    """What one worker has typed into one form. Author only; gone on saving, or 30 days on; never leaves."""

    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=120)
    fields = SealedText()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "form"], name="a_form_has_one_draft_per_author")]


class FormKept(models.Model):
    """That a form was kept under its name, so that a draft of it which arrives late is let go. Author only; no
    words; gone after an hour; never leaves."""

    id = models.UUIDField(primary_key=True, editable=False)
    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["by", "at"], name="form_kept_by")]
