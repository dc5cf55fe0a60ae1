"""The walls around a Circle: the work to those who reach the person, a worry to nobody but its author.

A peer reads three parts and answers; the key of what they read is opened by the row that names them. That something
was raised with a partner is read by all staff and says nothing of anybody.
"""

from alongside.access.sql_files import functions, script
from alongside.access.wall import GOES, ME, SIGNED_IN, Joined, Policy, Wall, of_participant, own_rows, stays

_KEPT = "select, insert, update"
_THE_TWO = f"by_id = {ME} or reader_id = {ME}"
_MINE = f"by_id = {ME}"

_EACH_WRITES_THEIR_OWN = script(__file__, "each_writes_their_own")

WALLS = [
    of_participant("core.circle_member", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.circle_huddle", _KEPT, author="by_id", leaves=GOES),
    of_participant(
        "core.circle_attendee", "select, insert, update (disclosure, invited_at)", author="by_id", leaves=GOES
    ),
    of_participant("core.circle_matter", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.circle_matterstatechange", "select, insert", author="by_id", leaves=GOES),
    of_participant("core.circle_casedecision", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.circle_clarity", "select, insert", author="by_id", leaves=GOES),
    of_participant("core.circle_casecommitment", _KEPT, author="by_id", leaves=GOES),
    own_rows("core.circle_worry", "by_id", "select, insert, update, delete"),
    own_rows("core.circle_concern", "by_id", "select, insert, update, delete"),
    Wall(
        "core.circle_peerreview",
        (
            Policy("author and reader", on="select", using=_THE_TWO, to=("desk",)),
            Policy("each writes", on="update", using=_THE_TWO, check=_THE_TWO, to=("desk",)),
            Policy("taken back", on="delete", using=_MINE, to=("desk",)),
        ),
        {"desk": "select, update (saw, impact, ask, reply), delete"},
        keeper="select, insert",
        also=_EACH_WRITES_THEIR_OWN,
        leaves=stays("what feels off is its author's alone"),
    ),
    Wall(
        "core.circle_raisedconcern",
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("in one's own name", on="insert", check=_MINE, to=("desk",)),
            Policy("put right", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (state, agreed, check_in_on)"},
        excuse="between agencies; about nobody we walk with",
        leaves=stays("what two agencies agreed on here"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what a colleague asked one to read",
            on="select",
            using="thing_id is not null and exists (select from core.circle_peerreview p"
            " where p.id = vault_key.thing_id and p.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.ask_peer": ("desk",),
    },
)
