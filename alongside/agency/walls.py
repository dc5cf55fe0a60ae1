"""The walls around the agency's set-up. Staff rows decide reach, so only a checking function changes them."""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, ME, SIGNED_IN, Policy, Wall, of_agency, stays

_ADMINISTRATOR = "(select access.has_role('administrator'))"

WALLS = [
    Wall(
        "core.agency_agency",
        (
            # The name of the umbrella stands on the sign-in page, before anybody is signed in.
            Policy("anybody at the desk", on="select", using="true"),
            Policy(
                "administrator may insert", on="insert", check="(select access.has_role('administrator'))"
            ),
            Policy(
                "administrator may update",
                on="update",
                using="(select access.has_role('administrator'))",
                check="(select access.has_role('administrator'))",
            ),
        ),
        {"desk": "select, insert, update", "worker": "select"},
        keeper="select",
        excuse="the agency's own set-up; no participant's data",
        leaves=stays("another house has its own name and set-up; see the set-up file"),
    ),
    of_agency("core.agency_program", leaves=GOES),
    of_agency("core.agency_site", leaves=GOES),
    of_agency("core.agency_closedday", leaves=GOES, write="insert, update, delete"),
    Wall(
        "core.agency_staff",
        (Policy("colleagues", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        leaves=GOES,
    ),
    Wall(
        "core.agency_pattern",
        (Policy("colleagues", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        excuse="when staff work; no participant's data",
        leaves=stays("when colleagues of this house work"),
    ),
    Wall(
        "core.agency_tourleft",
        (
            Policy("one's own", on="select", using=f"staff_id = {ME}", to=("desk",)),
            Policy("left by oneself", on="insert", check=f"staff_id = {ME}", to=("desk",)),
        ),
        {"desk": "select, insert"},
        excuse="that one needs no tour; no participant's data",
        leaves=stays("another house has its own first days"),
    ),
    Wall(
        "core.agency_timeoff",
        (
            Policy("one's own", on="select", using=f"staff_id = {ME}"),
            Policy("supervisors", on="select", using="(select access.has_role('supervisor'))"),
            Policy(
                "colleagues, once it is confirmed",
                on="select",
                using=f"confirmed_at is not null and taken_back_at is null and {SIGNED_IN}",
            ),
        ),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update",
        excuse="when staff are away; no participant's data",
        leaves=stays("when colleagues of this house are away"),
    ),
    Wall(
        "core.agency_wording",
        (
            # Read with the account, before anybody acts: what things are called comes with the same query.
            Policy("anybody at the desk", on="select", using="true"),
            *(
                Policy(
                    f"administrator may {verb}",
                    on=verb,
                    using="" if verb == "insert" else _ADMINISTRATOR,
                    check="" if verb == "delete" else _ADMINISTRATOR,
                )
                for verb in ("insert", "update", "delete")
            ),
        ),
        {"desk": "select, insert, update, delete", "worker": "select"},
        excuse="the agency's own words; no participant's data",
        leaves=GOES,
    ),
    Wall(
        "core.agency_proposedwording",
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy(
                "adviser proposes in their own name",
                on="insert",
                check=f"(select access.has_role('adviser')) and by_id = {ME}",
                to=("desk",),
            ),
            Policy(
                "administrator settles",
                on="update",
                using=_ADMINISTRATOR,
                check=_ADMINISTRATOR,
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (settled_at)"},
        excuse="the agency's own words; no participant's data",
        leaves=stays("proposals are about the words of this house"),
    ),
    of_agency(
        "core.agency_reviewed",
        write="insert",
        who="adviser",
        leaves=stays("stamps hold for the words of this house"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.set_staff": ("desk",),
        "core.trafficking_trained": (),
        "core.my_team": ("desk",),
        "core.set_pattern": ("desk",),
        "core.at_work": (),
    },
)
