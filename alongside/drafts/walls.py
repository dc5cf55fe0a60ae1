"""Drafts are seen by nobody but their author; the house lets go of those that nobody came back to."""

from alongside.access.wall import BY_THE_HOUSE, ME, Policy, Wall, own_rows

_MINE = f"by_id = {ME}"

WALLS = [
    Wall(
        "core.drafts_draft",
        (
            Policy("one's own", using=_MINE, check=_MINE, to=("desk",)),
            Policy(
                "the house lets old ones go",
                using=f"{BY_THE_HOUSE} and kept_at < access.now() - interval '30 days'",
                check="false",
                to=("worker",),
            ),
        ),
        {"desk": "select, insert, update, delete", "worker": "select (id, kept_at), delete"},
    ),
    own_rows("core.drafts_formkept", "by_id", "select, insert, update (led_to, mark), delete"),
]
