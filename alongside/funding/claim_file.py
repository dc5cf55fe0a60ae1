"""A claim as a file: sums by month and kind, no row of a person, no name, and no cell that is a formula."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.funding import claim_rules as rules
from alongside.funding import stream_queries
from alongside.funding.claim_queries import Claim
from alongside.funding.time_rules import hours


def rows(claim: Claim) -> list[list[Any]]:
    """The table, its heading first. Kinds of service with few are told together."""
    head = [_("Funding stream"), _("Month"), _("Status"), _("What"), _("Number"), _("Hours"), _("Amount")]
    state = _("closed") if claim.closings else _("not closed")
    begins = [claim.stream.name, claim.month.isoformat()[:7], state]
    found, called = rules.sums(claim.lines), stream_queries.kind_names()
    told: list[list[Any]] = []
    if found.months or claim.stream.kind == "capita":
        told.append([_("Months of a person"), found.months, None, found.amount or None])
    if found.services or claim.stream.kind == "repaid":
        told.append([_("Services, all kinds"), found.services, hours(found.minutes), None])
    for kind, number, minutes in rules.kinds_told(found):
        name = called.get(kind, "") if kind else _("Kinds with fewer than five people, together")
        told.append([_("Service: %(kind)s") % {"kind": name}, number, hours(minutes), None])
    if found.helps:
        told.append([_("Help with money"), found.helps, None, found.helped])
    return [head, *([*begins, *each] for each in told)]
