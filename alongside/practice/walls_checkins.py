"""The walls: a check-in is its author's alone, and nothing in the house says who answered what of a month."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Policy, Wall, own_rows, stays

WALLS = [
    own_rows("core.practice_checkin", "by_id", "select, insert, delete"),
    Wall(
        "core.practice_workloadanswered",
        (Policy("one's own", on="select", using=f"by_id = {ME}", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_workloadtally",
        keeper="select, insert, update",
        leaves=stays("a worker's own practice"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.answer_workload_check_in": ("desk",),
        "core.carried_months": ("desk",),
    },
)
