"""The walls around stock. Counts and movements are the keeper's: no door writes a count, a movement is never changed.

What things there are and how many is the agency's own and says nothing of anybody. What somebody was given stands with
those who walk with them.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, SIGNED_IN, Policy, Wall, of_participant

_KEEPS = "(select access.has_role('drop_in') or access.has_role('supervisor'))"
_GIVES = (
    "(select access.has_role('drop_in') or access.has_role('supervisor') or access.has_role('case_manager'))"
)
_OURS = "the agency's own things; no participant's data"

WALLS = [
    Wall(
        "core.provisions_stockthing",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("whoever keeps stock", on="insert", check=_KEEPS, to=("desk",)),
            Policy("put right", on="update", using=_KEEPS, check=_KEEPS, to=("desk",)),
        ),
        {"desk": "select, insert, update (name, sizes, low_at, is_kept, version)", "worker": "select"},
        keeper="select",
        excuse=_OURS,
        leaves=GOES,
    ),
    Wall(
        "core.provisions_stockline",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update (count, version)",
        excuse=_OURS,
        leaves=GOES,
    ),
    Wall(
        "core.provisions_stockmovement",
        (Policy("whoever gives things out", on="select", using=_GIVES, to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        leaves=GOES,
    ),
    of_participant(
        "core.provisions_stockgiven",
        "select, insert, update (removed_at)",
        author="by_id",
        leaves=GOES,
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.begin_stock": ("desk",),
        "core.put_movement": (),
        "core.move_stock": ("desk",),
        "core.count_stock": ("desk",),
        "core.undo_stock": ("desk",),
        "core.ask_came": ("desk",),
        "core.stock_by_month": ("desk",),
    },
)
