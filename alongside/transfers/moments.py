"""Transfers on the timeline: proposed, and from the day it was completed, that it was."""

from django.db.models import F

from alongside.access.moment_kinds import Moments, Of
from alongside.transfers.models import Transfer

_BETWEEN = {"giver": F("giver__name"), "receiver": F("receiver__name")}

MOMENTS = Moments("connection", transfer=Of(Transfer, "why state to_know goodbye", _BETWEEN))
