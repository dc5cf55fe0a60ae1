"""Who comes in, in which roles and by which link: the keeper's functions, and the second person they ask for.

A role that opens records, or that may agree to one, is given by two: an administrator asks, and another
administrator, a supervisor or a program director agrees. So no administrator can make up a colleague who then
agrees with them. Until anybody's record or call is kept here there is nothing to open, and one person sets up alone.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import Policy, Wall, stays

_ADMINISTRATOR = "access.has_role('administrator')"
_AGREES = f"({_ADMINISTRATOR} or access.has_role('supervisor') or access.has_role('director'))"

WALLS = [
    Wall(
        "access.access_invitation",
        (Policy("administrators", on="select", using=f"(select {_ADMINISTRATOR})", to=("desk",)),),
        # Not the hash: whoever comes in shows it, so nobody may read it.
        {
            "desk": "select (id, account_id, mends, made_at, made_by_id, expires_at, used_at, revoked_at)",
        },
        keeper="select, insert, update",
        leaves=stays("signing in is of this house"),
    ),
    Wall(
        "access.access_secondapproval",
        (Policy("those who may agree", on="select", using=f"(select {_AGREES})", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert, update",
        leaves=stays("signing in is of this house"),
    ),
]


FUNCTIONS = functions(
    __file__,
    {
        "access.waiting_roles": (),
        "access.give_roles": (),
        "access.admit": ("desk",),
        "access.set_roles": ("desk",),
        "access.ask_for_access": ("desk",),
        "access.answer": ("desk",),
        "access.invite": ("desk",),
        "access.revoke_link": ("desk",),
        "access.invited": ("desk", "workspace"),
        "access.begin_by_link": ("desk", "workspace"),
        "access.set_open": ("desk",),
        "access.operator_agrees": ("owner",),
        "access.operator_invites": ("owner",),
    },
)
