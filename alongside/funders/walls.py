"""The walls: report answers are read and set by whoever reaches the person, and set only where a stream needs them.

No door reads a list of them but through its own people; what counts them belongs to the keeper and answers the worker.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import (
    ME,
    MY_PEOPLE,
    SIGNED_IN,
    Policy,
    Wall,
    stays,
    stays_with_its_person,
)

_SETS = "(select access.has_role('director') or access.has_role('administrator'))"


def _of_agency(table: str, leaves: str) -> Wall:
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("whoever sets up adds", on="insert", check=_SETS, to=("desk",)),
            Policy("whoever sets up changes", on="update", using=_SETS, check=_SETS, to=("desk",)),
        ),
        {"desk": "select, insert, update", "worker": "select"},
        keeper="select",
        excuse="the agency's own set-up; no participant's data",
        leaves=stays(leaves),
    )


WALLS = [
    Wall(
        "core.funders_reportanswer",
        (
            Policy("people within reach", on="select", using=MY_PEOPLE, to=("desk",)),
            Policy(
                "in one's own name, where a stream needs it",
                on="insert",
                check=f"{MY_PEOPLE} and by_id = {ME} and core.form_is_needed(participant_id, form)",
                to=("desk",),
            ),
            Policy("back to not collected", on="delete", using=MY_PEOPLE, to=("desk",)),
        ),
        {"desk": "select, insert, delete"},
        keeper="select",
        also=stays_with_its_person("core.funders_reportanswer"),
        leaves=stays("an answer for a funder's form here"),
    ),
    _of_agency("core.funders_crosswalkrow", "what services count as here; the set-up file takes it along"),
    _of_agency("core.funders_formfield", "a field for a funder here; the set-up file takes it along"),
]

FUNCTIONS = functions(
    __file__,
    {"core.forms_needed": ("desk",), "core.form_is_needed": ("desk",)},
)
