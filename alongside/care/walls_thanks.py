"""The walls: what a supervisor grants a worker is read by the two; who had none for six months, by supervisors."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Joined, Policy, Wall, stays

WALLS = [
    Wall(
        "core.care_appreciation",
        (
            Policy("worker and giver", on="select", using=f"worker_id = {ME} or by_id = {ME}", to=("desk",)),
            Policy(
                "seen by the worker",
                on="update",
                using=f"worker_id = {ME}",
                check=f"worker_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (seen_at)"},
        keeper="select, insert, delete",
        leaves=stays("between a worker and whoever thanked them"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of thanks one gave or was given",
            on="select",
            using="thing_id is not null and exists (select from core.care_appreciation c"
            " where c.id = vault_key.thing_id and c.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.thank_worker": ("desk",),
        "core.let_go_of_thanks": ("desk",),
        "core.not_thanked": ("desk",),
    },
)
