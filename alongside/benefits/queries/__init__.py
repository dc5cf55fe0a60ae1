"""What can be read in this room. Who is within reach is the wall's matter."""

from alongside.benefits.queries.agency import (
    kinds_with_clocks,
    own_name,
    rule_now,
    rules_by_kind,
    rules_now,
    versions,
)
from alongside.benefits.queries.approvals import (
    approval_named,
    approval_rule,
    approvals,
    approvals_beside,
    approvals_due_of,
    of_the_month,
)
from alongside.benefits.queries.clocks import (
    ClockRead,
    certification_date_named,
    clock_named,
    clocks,
    due_beside,
    due_of,
    excluding,
    my_clocks,
)
from alongside.benefits.queries.family import family, family_member_named
from alongside.benefits.queries.page import of_page
from alongside.benefits.queries.trips import trip_named
