"""The walls: how it feels to somebody to work with us goes to the reader they chose, and past the one it concerns.

`core.checks_for_me` is the one place that says who reads which; it goes by the worker and not by the role, so that
several roles do not add up here.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Joined, Policy, Wall, stays

_MINE = "id = any((select core.checks_for_me())::uuid[])"
_READS = f"{_MINE} and concerns_id is distinct from {ME}"

WALLS = [
    Wall(
        "core.care_relationshipcheck",
        (
            Policy("the reader they chose", on="select", using=_MINE, to=("desk",)),
            Policy("followed up by that reader", on="update", using=_READS, check=_READS, to=("desk",)),
        ),
        {"desk": "select, update (followed, followed_at)"},
        keeper="select, insert, delete",
        leaves=stays("said past a worker, and read by the one they chose alone"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what people say about working with us",
            on="select",
            using="thing_id is not null and exists (select from core.care_relationshipcheck c"
            " where c.id = vault_key.thing_id and c.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.checks_for_me": ("desk",),
        "core.say_how_it_feels": ("desk",),
        "core.check_was_written": ("desk",),
        "core.let_go_of_check": ("desk",),
        "core.let_old_checks_go": ("worker",),
    },
)
