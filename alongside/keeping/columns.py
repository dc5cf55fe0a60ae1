"""Columns that many tables have alike; each is a base of a table, and none is a table."""

from django.db import models

from alongside import clock
from alongside.keeping.rules import may_come_back


class Authored(models.Model):
    """Who wrote a row first, and when."""

    at = models.DateTimeField()
    by = models.ForeignKey("agency.Staff", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Versioned(models.Model):
    """Counts every change, so that nobody writes over what they have not read."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Removable(models.Model):
    """Can be taken away, and brought back for 30 days."""

    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def take_away(self) -> None:
        """Take it away; once it is away, nothing changes."""
        if self.removed_at is None:
            self.removed_at = clock.now()
            self.save(update_fields=["removed_at"])

    def bring_back(self) -> bool:
        """Bring it back, and say whether that was so; after 30 days it stays away."""
        if self.removed_at is None or not may_come_back(self.removed_at, clock.now()):
            return False
        self.removed_at = None
        self.save(update_fields=["removed_at"])
        return True
