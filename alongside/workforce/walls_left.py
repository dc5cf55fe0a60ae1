"""What somebody who answered wrote down for a colleague: theirs from their next start on, and at once of whoever
covers, else of the backup at work, else of whoever is on call. The writer does not read it again."""

from alongside.access.sql_files import functions
from alongside.access.wall import Joined, Policy, Wall, stays

_FOR_ME = "any((select core.left_for_me())::uuid[])"

WALLS = [
    Wall(
        "core.workforce_leftword",
        (Policy("for me at this moment", on="select", using=f"id = {_FOR_ME}", to=("desk",)),),
        {
            "desk": "select (id, key_id, staff_id, alias, words, way, due_at, at, by_id, taken_at, taken_by_id)"
        },
        keeper="select, insert, update, delete",
        leaves=stays("what was left here for a colleague, until they have read it"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of what was left for me",
            on="select",
            using=f"thing_id is not null and thing_id = {_FOR_ME} and exists"
            " (select from core.workforce_leftword w where w.id = vault_key.thing_id"
            " and w.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.asked_instead": (),
        "core.left_for_me": ("desk",),
        "core.leave_word": ("desk",),
        "core.take_word": ("desk",),
        "core.put_away_word": ("desk",),
    },
)
