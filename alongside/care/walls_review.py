"""The walls: a review is read by whoever directs and by the roles she invites; one's own action by its owner as well.

Its answers and actions are sealed under its key, which its owners of actions open too: of its rows they read their own.
"""

from alongside.access.wall import ME, Joined, Policy, Wall, stays

_DIRECTS = "(select access.has_role('director'))"
_OWN = "the agency's own review of how it works; no participant's data"
_STAYS = stays("how this agency looks at its own work")


def _read(table: str, *, is_open: bool = False) -> str:
    """A row of a review one may read, sealed under that review's key; where `is_open`, of one not finished."""
    still = " and r.finished_at is null" if is_open else ""
    return (
        "exists (select from core.care_organisationreview r"
        f" where r.id = {table}.review_id and r.key_id = {table}.key_id{still})"
    )


_ANSWER, _ACTION = "care_reviewanswer", "care_reviewaction"
_OWNED = f"(owner_id = {ME} or {_read(_ACTION)})"

WALLS = [
    Wall(
        "core.care_organisationreview",
        (
            Policy(
                "who directs, and roles invited",
                on="select",
                using=f"{_DIRECTS} or (select access.held()) && roles::text[]",
                to=("desk",),
            ),
            Policy("who directs begins", on="insert", check=f"{_DIRECTS} and by_id = {ME}", to=("desk",)),
            # Whoever is invited holds the row while they answer; what they may change of it is nothing.
            Policy(
                "who directs changes",
                on="update",
                using=f"{_DIRECTS} or (select access.held()) && roles::text[]",
                check=_DIRECTS,
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (year, roles, about, finished_at, version)"},
        excuse=_OWN,
        leaves=_STAYS,
    ),
    Wall(
        "core.care_reviewanswer",
        (
            Policy("with the review", on="select", using=_read(_ANSWER), to=("desk",)),
            Policy(
                "while it is open",
                on="insert",
                check=f"{_read(_ANSWER, is_open=True)} and by_id = {ME}",
                to=("desk",),
            ),
            Policy(
                "changed while it is open",
                on="update",
                using=_read(_ANSWER, is_open=True),
                check=_read(_ANSWER, is_open=True),
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (state, words, asked, version)"},
        excuse=_OWN,
        leaves=_STAYS,
    ),
    Wall(
        "core.care_reviewaction",
        (
            Policy("with the review, and one's own", on="select", using=_OWNED, to=("desk",)),
            Policy(
                "agreed while it is open",
                on="insert",
                check=f"{_read(_ACTION, is_open=True)} and by_id = {ME}",
                to=("desk",),
            ),
            Policy("carried on", on="update", using=_OWNED, check=_OWNED, to=("desk",)),
        ),
        {"desk": "select, insert, update (words, owner_id, due_on, ended_as, ended_at, outcome, version)"},
        excuse=_OWN,
        leaves=_STAYS,
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of reviews one reads or has an action of",
            on="select",
            using="thing_id is not null and (exists (select from core.care_organisationreview r"
            " where r.id = vault_key.thing_id and r.key_id = vault_key.key_id) or exists (select from"
            " core.care_reviewaction a where a.review_id = vault_key.thing_id and a.key_id = vault_key.key_id))",
            to=("desk",),
        ),
    ),
]
