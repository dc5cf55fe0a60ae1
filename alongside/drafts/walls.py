"""Drafts, and that a form was taken, are seen by nobody but their author; the house lets go of old ones."""

from alongside.access.wall import BY_THE_HOUSE, ME, Policy, Wall, stays

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
        leaves=stays("words still being typed"),
    ),
    Wall(
        "core.drafts_savedform",
        (
            Policy("one's own", using=_MINE, check=_MINE, to=("desk",)),
            Policy(
                "the house lets old ones go",
                using=f"{BY_THE_HOUSE} and at < access.now() - interval '1 hour'",
                check="false",
                to=("worker",),
            ),
        ),
        {"desk": "select, insert, update (led_to, mark), delete", "worker": "select (id, at), delete"},
        leaves=stays("which forms were taken, for minutes"),
    ),
]
