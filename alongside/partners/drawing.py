"""Filling the columns of services from every level of what was published, and remembering what stood before."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside import clock
from alongside.partners.hsds.drawing import drawn_of
from alongside.partners.models import (
    DirectoryImport,
    Location,
    Organization,
    ReplacedRow,
    Service,
    ServiceAtLocation,
)

TABLES: dict[str, type[Any]] = {
    "organization": Organization,
    "place": Location,
    "service": Service,
    "at_place": ServiceAtLocation,
}
DRAWN = ("hours", "phone", "languages", "at_night")


def remember(batch: DirectoryImport, table: str, row: UUID, before: dict[str, Any]) -> None:
    """Keep what an entry said before this import, for its undo."""
    ReplacedRow.objects.bulk_create(
        [ReplacedRow(batch=batch, table=table, row=row, was=before)], ignore_conflicts=True
    )


def draw(changed: Iterable[Any], batch: DirectoryImport | None = None) -> list[Service]:
    """Draw the hours, phone and languages of services anew from every level; gives all that have to be indexed.

    `changed` are rows of the directory that were written. What somebody of ours wrote stays.
    """
    rows = list(changed)
    of: dict[type[Any], list[UUID]] = {model: [each.pk for each in rows if isinstance(each, model)]
                                       for model in TABLES.values()}  # fmt: skip
    around = Q(pk__in=of[Service]) | Q(organization__in=of[Organization])
    around |= Q(at_places__in=of[ServiceAtLocation]) | Q(at_places__place__in=of[Location])
    found = Service.objects.filter(around).distinct().select_related("organization")
    services = list(found.prefetch_related("at_places__place"))
    filled = [row for row in services if row.changed_by_id is None and _draw(row, batch)]
    Service.objects.bulk_update(filled, [*DRAWN, "drawn"], batch_size=100)
    return services


def _draw(row: Service, batch: DirectoryImport | None) -> bool:
    before = {name: getattr(row, name) for name in columns(Service)}
    told = drawn_of(row, clock.today())
    is_new = batch is not None and row.batch_id == batch.pk
    for name in DRAWN:
        said = getattr(row, name)
        if not said or said == row.drawn.get(name):
            setattr(row, name, told[name])
        elif not row.drawn and not is_new:  # taken in before anything was drawn
            setattr(row, name, told[name] or said)
    row.drawn = told
    after = {name: getattr(row, name) for name in before}
    if after == before:
        return False
    if batch is not None and row.batch_id != batch.pk:
        remember(batch, "service", row.pk, before)
    return True


def columns(model: type[Any]) -> list[str]:
    """What an import writes of a row."""
    skipped = {"id", "batch", "changed_by", "openings_by", "same_as", "agency", "version", "confidential"}
    return [each.attname for each in model._meta.concrete_fields if each.name not in skipped]
