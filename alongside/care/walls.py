"""The walls: what support there is, all staff read; a request is read by its asker and the one colleague they chose.

No role opens it: neither supervisor, director nor administrator, unless one of them is that colleague.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, SIGNED_IN, Joined, Policy, Wall, stays
from alongside.care import walls_checks, walls_review, walls_thanks

# The director and the administrator; who else needs support written down asks one of them.
KEEPERS = ("director", "administrator")
KEEPS_CARE = "(select " + " or ".join(f"access.has_role('{role}')" for role in KEEPERS) + ")"
_OUR_OWN = "the agency's own set-up; no participant's data"


def _kept_by_us(table: str, grants: str) -> Wall:
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("whoever keeps it adds", on="insert", check=KEEPS_CARE, to=("desk",)),
            Policy("whoever keeps it changes", on="update", using=KEEPS_CARE, check=KEEPS_CARE, to=("desk",)),
        ),
        {"desk": grants},
        keeper="select",
        excuse=_OUR_OWN,
        leaves=stays("what this agency has for its own workers"),
    )


WALLS = [
    _kept_by_us("core.care_careoffer", "select, insert, update"),
    _kept_by_us("core.care_caresettings", "select, insert, update"),
    _kept_by_us("core.care_reviewquestion", "select, insert, update"),
    Wall(
        "core.care_takesrequests",
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("one's own to say", on="insert", check=f"staff_id = {ME}", to=("desk",)),
            Policy("one's own to take back", on="delete", using=f"staff_id = {ME}", to=("desk",)),
        ),
        {"desk": "select, insert, delete"},
        excuse="what colleagues offer each other; no participant's data",
        leaves=stays("what colleagues here offer each other"),
    ),
    Wall(
        "core.care_supportrequest",
        (
            Policy(
                "the asker and the one they chose",
                on="select",
                using=f"by_id = {ME} or reader_id = {ME}",
                to=("desk",),
            ),
            Policy(
                "answered by the one they chose",
                on="update",
                using=f"reader_id = {ME}",
                check=f"reader_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, update (answer, answered_at)"},
        keeper="select, insert, delete",
        leaves=stays("between a worker and the one they chose"),
    ),
    *walls_checks.WALLS,
    *walls_review.WALLS,
    *walls_thanks.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of requests one made or was chosen for",
            on="select",
            using="thing_id is not null and exists (select from core.care_supportrequest r"
            " where r.id = vault_key.thing_id and r.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    *walls_checks.JOINED,
    *walls_review.JOINED,
    *walls_thanks.JOINED,
]

FUNCTIONS = [
    *functions(
        __file__,
        {
            "core.ask_for_support": ("desk",),
            "core.let_go_of_request": ("desk",),
            "core.let_old_requests_go": ("worker",),
        },
    ),
    *walls_checks.FUNCTIONS,
    *walls_thanks.FUNCTIONS,
]
