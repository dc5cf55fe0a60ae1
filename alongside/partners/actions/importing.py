"""Taking a published directory in, all of it or nothing, and taking it back."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Model, ProtectedError

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.partners import rules
from alongside.partners.drawing import TABLES, columns, draw, remember
from alongside.partners.folding import fold
from alongside.partners.hsds import shape
from alongside.partners.hsds.pages import Pages
from alongside.partners.indexing import index
from alongside.partners.models import (
    DirectoryImport,
    Location,
    Organization,
    ReplacedRow,
    SearchKey,
    Service,
    ServiceAtLocation,
)

AT_ONCE = 100
MOST_TOLD = 60


@act(Can.KEEP_PARTNERS)
def import_directory(
    *,
    by: Actor,
    batch: UUID,
    entries: Iterable[shape.Doc],
    is_public: bool = False,
    publisher: str = "",
    pages: Pages | None = None,
    tell: Callable[[int], None] = lambda _done: None,
) -> DirectoryImport:
    """Take the entries of a published directory in, in one piece. `batch` is the new id.

    What somebody here has changed by hand stays as they wrote it. `publisher` says whose directory it is; where its
    entries are known by plain numbers and nobody has said so, it raises WhoseIsIt. `pages` has heard whether more
    pages belong to it. `tell` hears how many entries are done.
    """
    one_at_a_time("partners.import")
    known = DirectoryImport.objects.filter(pk=batch).first()
    if known is not None:
        return known
    row = DirectoryImport(pk=batch, at=clock.now(), by_id=by.id, is_public=is_public)
    row.number = DirectoryImport.objects.count() + 1
    row.save(force_insert=True)
    source, done = iter(entries), 0
    while piece := list(islice(source, AT_ONCE)):
        _Intake(row, publisher).take(piece)
        done += len(piece)
        tell(done)
    if pages is not None and pages.missing():
        row.told.insert(0, ["page", pages.said()])
    row.save()
    return row


class _Intake:
    """A handful of entries on their way into the tables."""

    def __init__(self, batch: DirectoryImport, publisher: str) -> None:
        self.batch, self.publisher = batch, publisher
        self.plain: set[UUID] = set()

    def take(self, entries: Iterable[shape.Doc]) -> None:
        taken = shape.Taken()
        for doc in entries:
            part = shape.Taken(publisher=self.publisher)
            try:
                shape.take(shape.clean(doc), part)
            except shape.NotAnEntry:
                self.batch.unread += 1
                part = shape.Taken()
                part.leave(doc)
            taken.join(part)
        self.plain = taken.plain
        for name in taken.not_kept:
            self._tell("not_kept", name)
        self._name_organizations(taken)
        changed = [
            *self._keep("organization", self._apart(taken)),
            *self._keep("place", taken.places),
            *self._keep("service", taken.services),
            *self._keep("at_place", dict(self._whole(taken))),
        ]
        index(draw(changed, self.batch))

    def _tell(self, what: str, name: str) -> None:
        if len(self.batch.told) < MOST_TOLD and [what, name] not in self.batch.told:
            self.batch.told.append([what, name])

    def _apart(self, taken: shape.Taken) -> dict[UUID, shape.Doc]:
        """Organisations, without any that another of the same plain number stands for, nor anything of it."""
        stand = Organization.objects.in_bulk([key for key in taken.organizations if key in self.plain])
        others = {
            key
            for key, row in stand.items()
            if fold(str(taken.organizations[key].get("name"))) != fold(row.name)
        }
        for key in others:
            self._tell("another", str(taken.organizations[key]["name"])[:80])
        for rows in (taken.places, taken.services):
            for key in [key for key, row in rows.items() if row["organization_id"] in others]:
                del rows[key]
        return {key: row for key, row in taken.organizations.items() if key not in others}

    def _name_organizations(self, taken: shape.Taken) -> None:
        """A service whose organisation is nowhere told stands under its own name."""
        wanted = {row["organization_id"]: row["name"] for row in taken.services.values()}
        for row in taken.places.values():
            if row["organization_id"]:
                wanted.setdefault(row["organization_id"], row["name"])
        lost = set(wanted) - set(taken.organizations)
        lost -= set(Organization.objects.filter(pk__in=lost).values_list("pk", flat=True))
        for key in lost:
            taken.organizations[key] = {"name": str(wanted[key] or "?"), "more": {}}

    def _whole(self, taken: shape.Taken) -> Iterator[tuple[UUID, shape.Doc]]:
        """Of what says that a service is at a place: that of which both are here, once for the two."""
        rows = taken.at_places
        here = Service.objects.filter(pk__in={row["service_id"] for row in rows.values()})
        services = set(here.values_list("pk", flat=True))
        found = Location.objects.filter(pk__in={row["place_id"] for row in rows.values()}, confidential=False)
        places = set(found.values_list("pk", flat=True))
        stand = ServiceAtLocation.objects.filter(service__in=services).values_list("service", "place", "pk")
        pairs = {(service, place): pk for service, place, pk in stand}
        for key, row in rows.items():
            pair = row["service_id"], row["place_id"]
            if pair[0] in services and pair[1] in places and pairs.setdefault(pair, key) == key:
                yield key, row

    def _keep(self, table: str, rows: dict[UUID, shape.Doc]) -> list[Any]:
        """Write the rows of one table; gives those that are new or renewed."""
        model = TABLES[table]
        stand: dict[UUID, Any] = model.objects.in_bulk(list(rows))
        new, renewed = [], []
        for key, told in rows.items():
            row = stand.get(key)
            if row is None:
                new.append(self._new(model, key, told))
            elif getattr(row, "changed_by_id", None) or getattr(row, "confidential", False):
                self.batch.left += 1
            elif table == "service" and key in self.plain and row.organization_id != told["organization_id"]:
                self._tell("another", told["name"])
            elif self._renew(table, row, told):
                renewed.append(row)
        model.objects.bulk_create(new, batch_size=500)
        if renewed:
            model.objects.bulk_update(renewed, columns(model), batch_size=100)
        if table == "service":
            self.batch.added += len(new)
            self.batch.renewed += len(renewed)
        return [*new, *renewed]

    def _new(self, model: type[Any], key: UUID, told: shape.Doc) -> Model:
        said = {name: value for name, value in told.items() if value not in ("", None, [])}
        row: Model = model(pk=key, batch=self.batch, **said)
        self._mark(row)
        return row

    def _mark(self, row: Any) -> None:
        if hasattr(row, "is_public"):
            row.is_public = row.is_public or self.batch.is_public
        if isinstance(row, Service):
            row.changed_at = clock.now()

    def _renew(self, table: str, row: Any, told: shape.Doc) -> bool:
        """Lay what was told over what stands; an entry told more briefly takes nothing away."""
        before = {name: getattr(row, name) for name in columns(type(row))}
        # How many places are free is better known to whoever of us asked last.
        asked = {"openings", "openings_at"} if getattr(row, "openings_by_id", None) else set()
        for name, value in told.items():
            if name in asked:
                continue
            stands = before.get(name)
            setattr(row, name, {**row.more, **value} if name == "more" else value or stands)
        self._mark(row)
        after = {name: getattr(row, name) for name in before}
        if {**after, "changed_at": None} == {**before, "changed_at": None}:
            return False
        if row.batch_id != self.batch.pk:
            remember(self.batch, table, row.pk, before)
        return True


@act(Can.KEEP_PARTNERS)
def undo_import(*, by: Actor, batch: UUID) -> DirectoryImport:
    """Take the latest import back: what it brought goes, what it renewed says again what it said before.
    Raises InUse or NotTheLatest."""
    one_at_a_time("partners.import")
    row = DirectoryImport.objects.get(pk=batch)
    if row.undone_at is not None:
        return row
    if DirectoryImport.objects.filter(undone_at__isnull=True, number__gt=row.number).exists():
        raise rules.NotTheLatest
    try:
        SearchKey.objects.filter(service__batch_id=batch).delete()
        for table in ("at_place", "service", "place", "organization"):
            TABLES[table].objects.filter(batch_id=batch).delete()
    except ProtectedError as used:
        raise rules.InUse from used
    for table, model in TABLES.items():
        _restore(batch, table, model)
    ReplacedRow.objects.filter(batch_id=batch).delete()
    row.undone_at = clock.now()
    row.save()
    return row


def _restore(batch: UUID, table: str, model: type[Any]) -> None:
    kept = ReplacedRow.objects.filter(batch_id=batch, table=table).order_by("pk")
    for start in range(0, kept.count(), AT_ONCE):
        piece = {each.row: each.was for each in kept[start : start + AT_ONCE]}
        rows = list(model.objects.filter(pk__in=piece))
        for row in rows:
            for name, value in piece[row.pk].items():
                setattr(row, name, model._meta.get_field(name).to_python(value))
        model.objects.bulk_update(rows, columns(model), batch_size=100)
        if table == "service":
            index(Service.objects.filter(pk__in=piece).select_related("organization"))
