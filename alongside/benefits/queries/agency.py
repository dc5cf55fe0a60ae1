"""What can be read of rules. They are about nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from alongside.benefits.choices import KINDS
from alongside.benefits.models import ClockRule
from alongside.benefits.rules import counts_a_clock


def rules_now() -> list[ClockRule]:
    """Every rule in its newest version, those switched off as well."""
    return in_order(newest_rules())


def newest_rules() -> QuerySet[ClockRule]:
    """The same, in no order that anybody reads."""
    return ClockRule.objects.order_by("line", "-version", "-at").distinct("line")


def in_order(rules: Iterable[ClockRule]) -> list[ClockRule]:
    """Rules as they are listed."""
    return sorted(rules, key=lambda row: (row.called, row.jurisdiction, str(row.from_on or ""), row.version))


def rule_now(line: UUID) -> ClockRule | None:
    """One rule in its newest version."""
    return ClockRule.objects.filter(line=line).select_related("by").order_by("-version", "-at").first()


def versions(line: UUID) -> list[ClockRule]:
    """Every version of a rule, the newest first."""
    return list(ClockRule.objects.filter(line=line).select_related("by").order_by("-version", "-at"))


def kinds_with_clocks() -> list[tuple[str, str]]:
    """The kinds of which a clock can be counted, by what they are called."""
    return list({row.key: row.called for row in rules_now() if counts_a_clock(row)}.items())


def own_name(key: str) -> str:
    """What the agency calls a kind that is its own; a further rule of it is called so too. Blank for one of ours."""
    if key in KINDS:
        return ""
    return next((row.name for row in rules_now() if row.key == key and row.name), "")


@dataclass(frozen=True)
class KindRead:
    """Rules of one kind."""

    key: str
    called: str
    rules: list[ClockRule]


def rules_by_kind() -> list[KindRead]:
    """Rules of now, those of one kind together."""
    found: dict[str, list[ClockRule]] = {}
    for row in rules_now():
        found.setdefault(row.key, []).append(row)
    return [KindRead(key, rows[0].called, rows) for key, rows in found.items()]
