"""The table of drafts."""

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
