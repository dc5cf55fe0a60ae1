"""What can be read of files that were asked for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alongside import clock
from alongside.access.written import Read, later
from alongside.extracts.models import Extract
from alongside.partners.choices import AgencyKind
from alongside.partners.queries import agencies

# Pages name these rows by what is found here, not by their tables.
__all__ = ["Extract"]


@dataclass(frozen=True)
class Before:
    """How many a file would hold, and how many are left out; None where that is a small number."""

    held: int | None
    left_out: int | None


def extracts() -> Read[list[Extract]]:
    """What was asked for of late, the newest first."""
    return later(_extracts)


def _extracts() -> QuerySet[Extract]:
    return Extract.objects.select_related("by", "agreed_by", "agency").order_by("-at", "id")[:50]


def extract_named(extract: UUID) -> Extract | None:
    """One of them, if one may see it."""
    return Extract.objects.select_related("by", "agreed_by", "agency").filter(pk=extract).first()


def stands(row: Extract) -> str:
    """Where it stands, in one of a few names."""
    if row.taken_at:
        return "taken"
    if row.agreed_at is None:
        return "asked" if (clock.now() - row.at).days < 7 else "over"
    return "open" if row.open_until and row.open_until > clock.now() else "over"


def recipients() -> list[tuple[UUID, str]]:
    """Whom a file may be for: whoever the directory knows, but nobody who investigates."""
    without = (AgencyKind.LAW_ENFORCEMENT, AgencyKind.PROSECUTOR)
    return [(each.pk, each.name) for each in agencies() if each.kind not in without]


def before(agency: UUID, purpose: str, begins: date, after: date) -> Before:
    """What a file would hold just now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select held, left_out from core.before_extract(%s, %s, %s, %s)", [agency, purpose, begins, after]
        )
        return Before(*cursor.fetchone())
