"""Who is on call will decide what a night shift may open, so only a checking function changes it; and so with
who stands in when a colleague's account is closed."""

from alongside.access.sql_files import functions
from alongside.access.wall import MY_PEOPLE, SIGNED_IN, Policy, Wall, stays

WALLS = [
    Wall(
        "core.workforce_oncallshift",
        (Policy("colleagues", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update, delete",
        leaves=stays("who is on call here"),
    ),
    Wall(
        "core.workforce_standin",
        (Policy("people within reach", on="select", using=MY_PEOPLE),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        leaves=stays("who stood in for a colleague here"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.put_on_call": ("desk",),
        "core.take_off_call": ("desk",),
        "core.parts_of": ("desk",),
        "core.ready_backup": (),
        "core.close_desk": ("desk",),
        "core.settle_stand_in": ("desk",),
    },
)
