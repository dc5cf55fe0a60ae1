"""How a joined contact stands on a participant's timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.frontdoor.models import Contact

MOMENTS = Moments(
    "connection",
    contact=Of(
        Contact, "words safe_to_call_back door do_not_call_back asked_by_other at_their_wish joined_at"
    ),
)
