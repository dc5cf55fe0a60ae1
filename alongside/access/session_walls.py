"""The walls around sessions. Before anybody is signed in a session is known by its key alone: the keeper's functions
read, keep and end the one whose key is told them. The list is each one's own."""

from alongside.access.sql_files import functions
from alongside.access.wall import BY_THE_HOUSE, ME, Policy, Wall, stays

_BOTH = ("desk", "workspace")

WALLS = [
    # A session that comes back with a copy would let in whoever holds its cookie: sessions are in no copy.
    Wall(
        "access.access_session",
        (
            Policy("one's own", on="select", using=f"account_id = {ME}", to=_BOTH),
            Policy("ending one's own", on="delete", using=f"account_id = {ME}", to=_BOTH),
            Policy(
                "the house lets ended ones go",
                using=f"{BY_THE_HOUSE} and ends_at < now()",
                check="false",
                to=("worker",),
            ),
        ),
        {
            **dict.fromkeys(_BOTH, "select (name, account_id, begun_at, ends_at, browser), delete"),
            "worker": "select (name, ends_at), delete",
        },
        keeper="select, insert, update, delete",
        dumped=False,
        leaves=stays("signing in is of this house"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "access.session_held": _BOTH,
        "access.keep_session": _BOTH,
        "access.update_session": _BOTH,
        "access.end_session": _BOTH,
        "access.own_session": _BOTH,
    },
)
