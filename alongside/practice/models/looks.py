"""The table of days on which somebody chose to look again."""

from django.db import models

from alongside.agency.models import Staff
from alongside.participants.models import OfParticipant


class LookAgain(OfParticipant):
    """The day a worker chose to look again at what holds or rests; one stands for each worker and person. Kept
    until it is looked at or chosen anew; stays inside, and nobody counts how often."""

    on_day = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "by"], name="one_day_to_look_again_for_each_worker"
            )
        ]
