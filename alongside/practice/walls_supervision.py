"""The walls: what is brought to supervision opens to the two who meet, and to nobody who directs or administers.

A worker keeps their side for good. A supervisor opens it while the worker is of their team; whoever comes
after them begins a pair of their own and finds nothing of the one before.
"""

from alongside.access.sql_files import functions, script
from alongside.access.wall import ME, Joined, Policy, Wall, stays

MY_TEAM = "any((select core.my_team())::uuid[])"
_PAIR = f"worker_id = {ME} or (supervisor_id = {ME} and worker_id = {MY_TEAM})"
# Which pairs there are is walled itself: what lies behind opens to whoever sees the pair.
_OURS = "exists (select from core.practice_supervisionpair p where p.id = pair_id)"
_OUR_KEY = (
    "exists (select from core.practice_supervisionpair p"
    " where p.id = pair_id and p.key_id = practice_supervisionitem.key_id)"
)

_WORDS_STAY_THE_AUTHORS = script(__file__, "words_stay_the_authors")

WALLS = [
    Wall(
        "core.practice_supervisionpair",
        (Policy("the two of them", on="select", using=_PAIR, to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_supervisionitem",
        (
            Policy("the two of them", on="select", using=_OURS, to=("desk",)),
            Policy("in one's own name", on="insert", check=f"by_id = {ME} and {_OUR_KEY}", to=("desk",)),
            Policy("put right", on="update", using=_OURS, check=_OURS, to=("desk",)),
            Policy("taken back", on="delete", using=f"by_id = {ME} and {_OURS}", to=("desk",)),
        ),
        {"desk": "select, insert, update (words, version, changed_at, talked_at), delete"},
        also=_WORDS_STAY_THE_AUTHORS,
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_supervision",
        (
            Policy("the two of them", on="select", using=_OURS, to=("desk",)),
            Policy("in one's own name", on="insert", check=f"by_id = {ME} and {_OURS}", to=("desk",)),
            Policy("put right", on="update", using=_OURS, check=_OURS, to=("desk",)),
        ),
        {"desk": "select, insert, update (at, minutes, held, version, changed_at, removed_at)"},
        leaves=stays("a worker's own practice"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of one's own supervision",
            on="select",
            using="thing_id is not null and exists (select from core.practice_supervisionpair p"
            " where p.id = vault_key.thing_id and p.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.pair_up": ("desk",),
    },
)
