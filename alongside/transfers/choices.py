"""Where a transfer is."""

from django.db import models
from django.utils.translation import pgettext_lazy


class TransferState(models.TextChoices):
    """In this order; each is reached from the one before it. A pause is beside it."""

    PROPOSED = "proposed", pgettext_lazy("a transfer", "Proposed")
    TALKED = "talked", pgettext_lazy("a transfer", "Talked about with them")
    AGREED = "agreed", pgettext_lazy("a transfer", "The colleague said yes")
    OVERLAP = "overlap", pgettext_lazy("a transfer", "Overlap: both are there")
    DONE = "done", pgettext_lazy("a transfer", "Done")
    TAKEN_BACK = "taken", pgettext_lazy("a transfer", "Taken back")


OVER = (TransferState.DONE, TransferState.TAKEN_BACK)
