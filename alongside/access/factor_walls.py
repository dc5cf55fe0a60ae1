"""The walls around second factors: read at sign-in, before anybody acts; written by whose they are, and freshly shown.

What is written before there is an actor is that a factor was used, and which recovery codes are left; the keeper's
function does that and nothing else, and only where the door's process signed it for this transaction.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Policy, Wall, stays

_BOTH = ("desk", "workspace")
_OF_THIS_DOOR = "door = current_user"
OWN_DOOR = "alter table {} add column if not exists door name not null default current_user"
FRESH = "(select access.is_fresh())"
_OWN = f"{_OF_THIS_DOOR} and user_id = {ME} and {FRESH}"

WALLS = [
    Wall(
        "access.mfa_authenticator",
        (
            Policy("each door its own", on="select", using=_OF_THIS_DOOR, to=_BOTH),
            Policy("setting up one's own", on="insert", check=_OWN, to=_BOTH),
            Policy("changing one's own", on="update", using=_OWN, check=_OWN, to=_BOTH),
            Policy("letting go of one's own", on="delete", using=_OWN, to=_BOTH),
        ),
        dict.fromkeys(_BOTH, "select, insert, update, delete"),
        # The keeper seals them anew when the master key changes, and ends them with an account or by a link.
        keeper="select, update, delete",
        also=OWN_DOOR.format("access.mfa_authenticator"),
        leaves=stays("signing in is of this house"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "access.factor_was_used": _BOTH,
    },
)
