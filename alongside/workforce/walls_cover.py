"""Who covers while a colleague is away: named by the worker or their supervisor, counting once it is confirmed. What
follows for reach stands in `core.participants_membership` alone, as ties with a first and a last moment."""

from alongside.access.sql_files import functions
from alongside.access.wall import MY_PEOPLE, Policy, Wall, stays

# The time off has a wall of its own: until it is confirmed, it is the worker's and supervisors'.
_OFF_SEEN = "exists (select from core.agency_timeoff o where o.id = off_id)"

WALLS = [
    Wall(
        "core.workforce_cover",
        (Policy("people within reach", on="select", using=f"{MY_PEOPLE} and {_OFF_SEEN}"),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update, delete",
        leaves=stays("who covered for a colleague here"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.leads_worker": ("desk",),
        "core.plan_time_off": ("desk",),
        "core.tie_cover": (),
        "core.cut_time_off": (),
        "core.end_time_off_of": (),
        "core.hold_time_off": (),
        "core.name_cover": ("desk",),
        "core.confirm_time_off": ("desk",),
        "core.end_time_off": ("desk",),
    },
)
