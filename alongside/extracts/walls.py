"""The wall around files that were asked for: who directs asks, a second person agrees, and only then the keeper gives
lines out, each through the one gate, to whoever asked, once.

No door reads a line otherwise, and none is told how many people gave permission but in steps.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Joined, Policy, Wall, stays

_SEES = "(select access.has_role('director')) or (select access.has_role('custodian'))"
_NEW = (
    f"by_id = {ME} and (select access.has_role('director')) and agreed_at is null and agreed_by_id is null"
    " and open_until is null and taken_at is null and held is null and left_out is null"
)

WALLS = [
    Wall(
        "core.extracts_extract",
        (
            Policy("who may ask or agree", on="select", using=_SEES, to=("desk",)),
            Policy("asked in one's own name", on="insert", check=_NEW, to=("desk",)),
        ),
        {"desk": "select, insert"},
        keeper="select, update",
        excuse="what was asked for; it holds nobody",
        also="grant select on core.reports_reportsettings to alongside_keeper",
        leaves=stays("files that were asked for here"),
    )
]

JOINED = [
    Joined(
        "core.reports_reportsettings",
        Policy("the keeper, for files", on="select", using="true", to=("keeper",)),
    )
]

FUNCTIONS = functions(
    __file__,
    {
        "core.said_yes_to_a_file": (),
        "core.fewest_told": (),
        "core.in_steps": (),
        "core.in_months": (),
        "core.before_extract": ("desk",),
        "core.agree_to_extract": ("desk",),
        "core.take_extract": ("desk",),
    },
)
