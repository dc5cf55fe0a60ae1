"""Asks, what was given from stock, and help with money on the timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.provisions.models import AssistanceRequest, DonationAsk, StockGiven

MOMENTS = Moments(
    "plan",
    ask=Of(DonationAsk, "item size state", standing=True),
    given=Of(StockGiven, "thing size number", standing=True),
    money=Of(AssistanceRequest, "kind_said amount_said"),
)
