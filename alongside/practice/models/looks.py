"""The table of days on which somebody chose to look again."""

from django.db import models

from alongside.keeping.columns import Authored
from alongside.participants.models import OfParticipant


class Revisit(OfParticipant, Authored):
    """The day a worker chose to look again at what holds or rests; one stands for each worker and person. Kept
    until it is looked at or chosen anew; stays inside, and nobody counts how often."""

    on_day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "by"], name="one_day_to_look_again_for_each_worker"
            )
        ]
