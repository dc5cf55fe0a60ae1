"""The walls around streams: all staff read what a stream is, whoever directs writes it (an administrator out of a
set-up file), and who is enrolled is read by whoever reaches the person. Hours are read by the worker and by the
supervisor they name. Closed months are written by the keeper alone, and lead to nobody."""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, SIGNED_IN, Policy, Wall, of_participant, stays

_SETS_UP = "(select access.has_role('director') or access.has_role('administrator'))"

_MINE = f"by_id = {ME}"
_STANDS = """
    create trigger stands before update or delete on {0} for each row execute function core.lines_stand();
    create trigger stands_at_all before truncate on {0} for each statement execute function core.lines_stand()
"""


def _closed(table: str) -> Wall:
    """What was told to a funder: read by whoever directs, written by the keeper, never changed."""
    return Wall(
        table,
        (
            Policy(
                "whoever directs",
                on="select",
                using=f"(select access.has_role('director')) and {SIGNED_IN}",
                to=("desk",),
            ),
        ),
        {"desk": "select"},
        keeper="select, insert",
        also=_STANDS.format(table),
        leaves=stays("what this agency told its funders; it names nobody"),
    )


WALLS = [
    Wall(
        "core.funding_stream",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("whoever directs adds", on="insert", check=_SETS_UP, to=("desk",)),
            Policy("whoever directs changes", on="update", using=_SETS_UP, check=_SETS_UP, to=("desk",)),
        ),
        {"desk": "select, insert, update", "worker": "select"},
        keeper="select",
        excuse="the agency's own set-up; no participant's data",
        leaves=stays("who pays here; the set-up file takes it along"),
    ),
    of_participant(
        "core.funding_enrolment",
        "select, insert, update (begins_on, ends_on, version, removed_at)",
        author="by_id",
        keeper="select",
        leaves=stays("who paid for the work here"),
    ),
    Wall(
        "core.funding_worktime",
        (
            Policy("one's own", using=_MINE, check=_MINE, to=("desk",)),
            Policy(
                "their supervisor",
                on="select",
                using="by_id = any((select core.my_team())::uuid[])",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (removed_at)"},
        keeper="select",
        leaves=stays("a worker's own hours here"),
    ),
    _closed("core.funding_closing"),
    _closed("core.funding_claimline"),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.zone_of": (),
        "core.one_of": (),
        "core.approved_in": (),
        "core.enrolled_in": (),
        "core.funded_months": (),
        "core.funded_services": (),
        "core.claim_now": (),
        "core.directs_funding": (),
        "core.claim_lines": ("desk",),
        "core.claim_opened": ("desk",),
        "core.claims_of_mine": ("desk",),
        "core.close_month": ("desk",),
        "core.lines_stand": ("owner",),
        "core.enrolled_by_month": ("desk",),
        "core.approvals_to_ask": ("desk",),
        "core.time_of": (),
        "core.my_time": ("desk",),
        "core.all_time": ("desk",),
    },
)
