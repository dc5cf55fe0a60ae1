"""The walls around asks. Whose an ask is stays with those who walk with them; what is wanted is told without it.

A line of what is wanted is put in place by `core.list_ask` alone, together with its key, and only for an ask within
reach; whoever reads lines cannot read the asks they come from.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, Joined, Policy, Wall, of_participant, stays
from alongside.provisions import walls_assistance, walls_stock

# Those who make asks, and the desk where things arrive.
_READS = (
    "(select access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('drop_in'))"
)
# Read with the wall of asks around it: those within reach.
_OF_MINE = "id in (select a.wanted from core.provisions_donationask a)"
_STILL_OPEN = "state in ('asked', 'promised', 'here')"

WALLS = [
    of_participant(
        "core.provisions_donationask",
        "select, insert, update (need_id, item, size, helps_until, handing, state, state_at, version, changed_at,"
        " changed_by_id, removed_at)",
        author="by_id",
        keeper="select, update (state, state_at, version, changed_at, changed_by_id)",
        leaves=GOES,
    ),
    Wall(
        "core.provisions_wanted",
        (
            Policy("what is looked for", on="select", using=f"{_READS} and {_STILL_OPEN}", to=("desk",)),
            Policy("of asks within reach", on="select", using=_OF_MINE, to=("desk",)),
            Policy("put right", on="update", using=_OF_MINE, check=_OF_MINE, to=("desk",)),
        ),
        {"desk": "select, update (item, size, state)"},
        keeper="select, insert, update (state)",
        leaves=stays("about nobody; listed anew from the asks"),
    ),
    *walls_stock.WALLS,
    *walls_assistance.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what is wanted",
            on="select",
            using="thing_id is not null and exists (select from core.provisions_wanted w"
            " where w.id = vault_key.thing_id and w.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    *walls_assistance.JOINED,
]

FUNCTIONS = [
    *functions(__file__, {"core.list_ask": ("desk",)}),
    *walls_stock.FUNCTIONS,
    *walls_assistance.FUNCTIONS,
]
