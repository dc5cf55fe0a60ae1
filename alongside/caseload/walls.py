"""The walls: a worker's own capacity is read by them and by the supervisor they name, and by nobody else."""

from dataclasses import replace

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Policy, Wall, of_agency, of_participant, stays

_MINE = f"by_id = {ME}"
# Whoever has no supervisor of their own tells all of them.
_THEIR_SUPERVISOR = (
    f"by_id <> {ME} and (select access.has_role('supervisor')) and by_id in (select s.id from core.agency_staff s"
    f" where s.supervisor_id = {ME} or s.supervisor_id is null)"
)

_MY_TEAM = "staff_id = any((select core.my_team())::uuid[])"
_WEIGHS = of_participant(
    "core.caseload_ownweight",
    keeper="select",
    author="by_id",
    leaves=stays("what they take of a caseload here"),
)

WALLS = [
    Wall(
        "core.caseload_capacitysignal",
        (
            Policy("one's own", on="select", using=_MINE, to=("desk",)),
            Policy("said for oneself", on="insert", check=f"{_MINE} and seen_at is null", to=("desk",)),
            Policy("their supervisor", on="select", using=_THEIR_SUPERVISOR, to=("desk",)),
            Policy(
                "their supervisor has seen",
                on="update",
                using=_THEIR_SUPERVISOR,
                check=f"seen_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (seen_at, seen_by_id)"},
        leaves=stays("a worker's own capacity"),
    ),
    of_agency(
        "core.caseload_agencymeasure",
        write="insert",
        leaves=stays("how this agency measures; another has its own"),
    ),
    of_participant(
        "core.caseload_intensity",
        keeper="select",
        author="by_id",
        leaves=stays("how much work it is here"),
    ),
    replace(
        _WEIGHS,
        policies=tuple(
            replace(each, check=f"{each.check} and (select access.has_role('supervisor'))")
            if each.on == "insert"
            else each
            for each in _WEIGHS.policies
        ),
    ),
    of_participant(
        "core.caseload_waiting",
        keeper="select",
        author="by_id",
        leaves=stays("who waited for a colleague here"),
    ),
    Wall(
        "core.caseload_otherpeople",
        (
            Policy("one's own", on="select", using=f"staff_id = {ME}", to=("desk",)),
            Policy("their supervisor", on="select", using=_MY_TEAM, to=("desk",)),
            Policy(
                "written by their supervisor", on="insert", check=f"{_MY_TEAM} and by_id = {ME}", to=("desk",)
            ),
            Policy("ended by their supervisor", on="update", using=_MY_TEAM, check=_MY_TEAM, to=("desk",)),
        ),
        {"desk": "select, insert, update (ended_at)"},
        keeper="select",
        leaves=stays("of whom no record is here"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.takes_of": (),
        "core.my_load": ("desk",),
        "core.counted_teams": (),
        "core.team_loads": ("desk",),
        "core.team_years": ("desk",),
        "core.waiting_counts": ("desk",),
    },
)
