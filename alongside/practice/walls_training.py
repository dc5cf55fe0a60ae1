"""The walls: sessions are read by all staff, a scenario once somebody else approved it, a record by its worker
and their supervisor, and what one takes from a session by nobody else."""

from alongside.access.sql_files import functions, script
from alongside.access.wall import ME, SIGNED_IN, Joined, Policy, Wall, own_rows, stays
from alongside.practice.walls_supervision import MY_TEAM

_LEADS = "((select access.has_role('practice_lead')) or (select access.has_role('supervisor')))"

_APPROVAL_FALLS = script(__file__, "approval_falls")


def _led(table: str, update: str, keeper: str = "select, update") -> Wall:
    """A table of the agency's own that all staff read and those who lead training write."""
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("who leads training may insert", on="insert", check=_LEADS, to=("desk",)),
            Policy("who leads training may update", on="update", using=_LEADS, check=_LEADS, to=("desk",)),
        ),
        {"desk": f"select, insert, update{update}"},
        keeper=keeper,
        excuse="the agency's own trainings; no participant's data",
        leaves=stays("the agency's own trainings"),
    )


WALLS = [
    _led("core.practice_trainingtopic", "", "select, insert, update"),
    _led("core.practice_trainingsession", ""),
    Wall(
        "core.practice_trainingplace",
        (
            Policy(
                "one's own, and who leads", on="select", using=f"staff_id = {ME} or {_LEADS}", to=("desk",)
            ),
        ),
        {"desk": "select"},
        keeper="select, insert, update, delete",
        leaves=stays("a worker's own practice"),
    ),
    Wall(
        "core.practice_scenario",
        (
            Policy(
                "approved, or to be read first",
                on="select",
                using=f"{SIGNED_IN} and (approved_at is not null or {_LEADS})",
                to=("desk",),
            ),
            Policy(
                "written by who leads",
                on="insert",
                check=f"{_LEADS} and by_id = {ME} and changed_by_id = {ME} and approved_at is null"
                " and approved_by_id is null",
                to=("desk",),
            ),
            Policy(
                "changed by who leads",
                on="update",
                using=_LEADS,
                check=f"{_LEADS} and changed_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (words, version, changed_at, changed_by_id)"},
        keeper="select, update",
        also=_APPROVAL_FALLS,
        leaves=stays("a worker's own practice"),
    ),
    own_rows("core.practice_trainingreflection", "by_id", "select, insert, update, delete"),
    Wall(
        "core.practice_trainingrecord",
        (
            Policy(
                "one's own, and one's team",
                on="select",
                using=f"staff_id = {ME} or staff_id = {MY_TEAM}",
                to=("desk",),
            ),
        ),
        {"desk": "select"},
        keeper="select, insert",
        leaves=stays("a worker's own practice"),
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of scenarios one may read",
            on="select",
            using="thing_id is not null and exists (select from core.practice_scenario s"
            " where s.id = vault_key.thing_id and s.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.places_taken": ("desk",),
        "core.sign_up": ("desk",),
        "core.step_back": ("desk",),
        "core.fill_places": ("desk",),
        "core.approve_scenario": ("desk",),
        "core.record_training": ("desk",),
        "core.take_topic": ("desk",),
    },
)
