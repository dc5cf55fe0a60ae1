"""The words the language guard points at."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Versioned


class WordingSuggestion(Versioned):
    """Words the language guard points at, why, and other words. The agency's own; kept until changed.

    `phrases` and `fine` are written in the notation the guard's script reads; `options` stand one a line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40, db_index=False)
    language = models.CharField(max_length=10)
    place = models.PositiveIntegerField()
    phrases = models.TextField()
    fine = models.TextField(blank=True)
    why = models.CharField(max_length=200)
    options = models.TextField()
    names = models.BooleanField(default=False)
    plans = models.BooleanField(default=False)
    off = models.BooleanField(default=False)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="guarded_words_have_a_key_of_their_own")
        ]
