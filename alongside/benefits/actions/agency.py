"""Keeping the rules that clocks are counted by. Nothing is overwritten."""

from dataclasses import asdict
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.benefits import queries, rules
from alongside.benefits.models import ClockRule
from alongside.keeping.rules import ChangedMeanwhile, is_stale


@act(Can.SET_UP_AGENCY, said=_("changed a rule for clocks"))
def save_clock_rule(
    *, by: Actor, rule: UUID, line: UUID, told: rules.Written, seen: int | None = None
) -> ClockRule:
    """Keep a rule for clocks as a new version; clocks that run keep the one they were started with.

    Raises ChangedMeanwhile or NoSource.
    """
    one_at_a_time(f"rule|{line}")
    there = ClockRule.objects.filter(pk=rule).first()
    if there is not None:
        return there
    if not told.source_title.strip():
        raise rules.NoSource
    stands = queries.rule_now(line)
    if stands is not None and is_stale(seen, stands.version):
        raise ChangedMeanwhile(stands)
    columns = asdict(told) | {"figures": told.figures or {}, "remind": list(told.remind)}
    columns["name"] = told.name.strip() or queries.own_name(told.key)
    return ClockRule.objects.create(
        id=rule,
        line=line,
        version=stands.version + 1 if stands else 1,
        at=clock.now(),
        by_id=by.id,
        **columns | {"excludes": list(told.excludes)},
    )
