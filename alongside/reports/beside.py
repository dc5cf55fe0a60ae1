"""Tables of the same services that were told before under other names: one kind of service, and forms that count it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from alongside.reports.choices import Kind
from alongside.reports.form_tables import ALL_SERVICES
from alongside.reports.models import Report
from alongside.reports.rules.periods import Span

KINDS = "k:"  # before the row of a kind of service, in the puzzle of a form


@dataclass(frozen=True)
class Beside:
    """A table told before, and what its rows are called beside those that are to be told."""

    report: Report
    before: str

    def named(self, label: str) -> str:
        """A row of it by its name in the puzzle."""
        return f"{self.before}{label}"


def told_beside(report: Report, columns: Sequence[Span]) -> list[Beside]:
    """Of days that overlap these: tables of services and of other forms, told to the same readers."""
    if report.kind not in (Kind.SERVICES, Kind.FORM):
        return []
    rows = Report.objects.filter(kind__in=(Kind.SERVICES, Kind.FORM), audience=report.audience, refused=False)
    rows = rows.exclude(made_at=None).exclude(Q(kind=report.kind, form=report.form))
    near = rows.filter(
        begins__lt=max(each[1] for each in columns), ends__gte=min(each[0] for each in columns)
    )
    return [
        Beside(row, KINDS if row.kind == Kind.SERVICES else f"{row.pk}:")
        for row in near.order_by("made_at", "pk")
    ]


def is_of_services(kind: str, label: str) -> bool:
    """Whether a row counts services: of a form not those that count people and answers."""
    return kind == Kind.SERVICES or label.startswith(("s|", "g|"))


def links(of: Report, before: str, kinds: str) -> list[tuple[str, list[str]]]:
    """Each row of services of a form, with the kinds of service that count as it."""
    made: list[dict[str, str]] = (of.made_of or {}).get("kinds", [])
    found: dict[str, list[str]] = {}
    for each in made:
        for label in (f"s|{each['item']}", f"g|{each['group']}", ALL_SERVICES):
            found.setdefault(before + label, []).append(kinds + each["kind"])
    return [(whole, sorted(parts)) for whole, parts in sorted(found.items())]
