"""What the demo alone has in its database: which accounts a card opens, and what a session by a card leaves as it is.

`load_demo --cards` puts it up, as the owner; no room declares it, so raising the walls takes it down.
"""

from alongside.access.raising import put_up_more
from alongside.access.sql_files import functions, script
from alongside.project.demo.cast import CAST, PARTNER_ACCOUNT

# Whatever lets somebody in, and whom they may reach.
_ACCOUNTS = (
    "access.access_account", "access.access_roleheld", "access.access_invitation", "access.access_secondapproval",
    "access.mfa_authenticator", "core.agency_staff", "core.partners_partneraccess",
)  # fmt: skip

FUNCTIONS = functions(
    __file__,
    {
        "access.demo_account": ("desk", "workspace"),
        "access.card_changes_no_account": ("owner",),
    },
    cast=(*(str(member.id) for member in CAST), str(PARTNER_ACCOUNT)),
)


def put_up() -> None:
    """Put it up."""
    put_up_more(FUNCTIONS, [script(__file__, "by_card", table=each) for each in _ACCOUNTS])
