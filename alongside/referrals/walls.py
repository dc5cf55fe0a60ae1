"""The walls around referrals, and the two counts that leave them: what is stuck, and how often a way led there."""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, of_participant

_DRAFTED = (
    "service_id, agency_id, provider, called, need, fit, goal, instead_of_id, ways, together_at, information,"
    " purpose, method, text, cost, who_pays, can_see"
)
_GOING = (
    "state, state_at, holds, held_at, disclosure_id, introduced_on, first_contact_on, went, follow_up_on, version,"
    " changed_at, changed_by_id, removed_at"
)
WALLS = [
    of_participant(
        "core.referrals_referral",
        f"select, insert, update ({_DRAFTED}, {_GOING})",
        author="by_id",
        keeper="select",
        leaves=GOES,
    ),
    of_participant(
        "core.referrals_referralstatechange",
        "select, insert, update (removed_at)",
        author="by_id",
        leaves=GOES,
    ),
    # The day a place was joined is in no grant: nobody moves it.
    of_participant(
        "core.referrals_waitingplace",
        "select, insert, update (said_wait, every_days, checked_on, next_on, offer, interim, version,"
        " changed_at, changed_by_id)",
        author="by_id",
        leaves=GOES,
    ),
    of_participant("core.referrals_waitcheck", author="by_id", leaves=GOES),
    of_participant(
        "core.referrals_partneranswer", "select, insert, update (seen_at)", author="by_id", leaves=GOES
    ),
    of_participant(
        "core.referrals_systembarrier",
        "select, insert, update (removed_at)",
        author="by_id",
        keeper="select",
        leaves=GOES,
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.barriers_told": ("desk",),
        "core.reliability": ("desk",),
    },
)
