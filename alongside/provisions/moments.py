"""Asks on the timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.provisions.models import DonationAsk

MOMENTS = Moments("plan", ask=Of(DonationAsk, "item size state", standing=True))
