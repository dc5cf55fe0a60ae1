"""Who may know that two records may be of one person.

Nobody at a door reads what is compared: the keeper does, when the worker does a job that every new record asks for
alike. What is found is shown to supervision alone: to a supervisor to whom both records are open, or who leads
whoever walks with one of them. Never shown to somebody past whom either person asked for another case manager, and
where a record is not open to a supervisor, never to the one whose own act raised it.
Two records brought together stay where they are, and the tie opens nothing to anybody.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, ME, Policy, Wall, stays

_BOTH = (
    "kept_id = any((select core.my_people())::uuid[]) and other_id = any((select core.my_people())::uuid[])"
)
_FOR_ME = "id = any((select core.same_for_me())::uuid[])"

WALLS = [
    Wall(
        "core.participants_likeness",
        keeper="select, insert, delete",
        dumped=False,
        leaves=stays("made anew from aliases and numbers"),
    ),
    Wall(
        "core.participants_possibleduplicate",
        (
            Policy("supervision it concerns", on="select", using=_FOR_ME, to=("desk",)),
            Policy(
                "said by that supervision",
                on="update",
                using=f"{_FOR_ME} and answer <> 'together'",
                check=f"{_FOR_ME} and answer <> 'together' and answered_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (answer, answered_at, answered_by_id)"},
        keeper="select, insert, update, delete",
        leaves=GOES,
    ),
    Wall(
        "core.participants_linkedrecords",
        (Policy("whom both records are open to", on="select", using=_BOTH),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        leaves=GOES,
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.keep_likeness": ("desk",),
        "core.alike_within_reach": ("desk",),
        "core.look_for_same": ("worker",),
        "core.same_for_me": ("desk", "worker"),
        "core.whom_to_ask": ("desk",),
        "core.link_records": ("desk",),
        "core.unlink_records": ("desk",),
    },
)
