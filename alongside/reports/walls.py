"""The walls: true counts are made by the worker alone, who hides the small ones before anything is kept.

No function that counts answers at the desk, so that no page and no SQL there finds a number that was hidden. What was
made for the agency is read by whoever directs, gaps by everybody who works with the program; what counts a team by the
supervisor who asked, and by nobody else.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, SIGNED_IN, Policy, Wall, of_agency, stays
from alongside.reports import form_walls

_GAPS = f"audience = 'agency' and kind = 'gaps' and {SIGNED_IN} and not (select access.held()) <@ array['adviser']"
_AGENCY = "audience = 'agency' and (select access.has_role('director'))"
_TEAM = f"audience = 'team' and by_id = {ME} and (select access.has_role('supervisor'))"
_READS = f"({_AGENCY}) or ({_TEAM}) or ({_GAPS})"
_ASKS = f"by_id = {ME} and made_at is null and cells is null and not refused and ({_READS})"

WALLS = [
    of_agency("core.reports_reportsettings", leaves=stays("how this agency hides small numbers")),
    Wall(
        "core.reports_report",
        (
            Policy("who may read such counts", on="select", using=_READS),
            Policy("asked for in one's own name, and not yet made", on="insert", check=_ASKS, to=("desk",)),
            Policy(
                "made once by the worker, for whoever asked",
                on="update",
                using=f"by_id = {ME} and made_at is null and ({_READS})",
                check=f"by_id = {ME} and made_at is not null",
                to=("worker",),
            ),
        ),
        {"desk": "select, insert", "worker": "select, update (made_at, least, cells, refused, made_of)"},
        leaves=stays("counts that were told here; they are made anew from what goes along"),
    ),
]

FUNCTIONS = (
    functions(
        __file__,
        {
            "core.counted_for": (),
            "core.counted_notes": (),
            "core.counted_services": ("worker",),
            "core.counted_activity": ("worker",),
            "core.counted_time": ("worker",),
            "core.counted_people": ("worker",),
            "core.counted_barriers": ("worker",),
            "core.counted_waiting": ("worker",),
            "core.counted_assistance": ("worker",),
            "core.counted_gaps": ("worker",),
        },
    )
    + form_walls.FUNCTIONS
)
