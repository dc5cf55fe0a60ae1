"""What a room's things look like on the timeline: for each kind its table, and what of a row is shown.

The rows of all rooms come in one query. Each then shows its columns as they are read anywhere: what is sealed is
opened, a code is shown by its label, a day or time is one. The template of a kind is `<room>/moments/<kind>.html`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, DateTimeField, Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside.vault.fields import SealedChoices, SealedText
from alongside.vault.opening import open_told


@dataclass(frozen=True)
class MomentRow:
    """What a moment points to, as it comes in the timeline's one query: `says` has each column by its name."""

    ref: UUID
    key_id: UUID
    room: str
    kind: str
    table: str
    says: dict[str, Any]

    def words(self, column: str, of: tuple[type[Model], str] | None = None) -> str:
        """The words of a sealed column, opened; `of` is the table and reference where it is kept, if elsewhere."""
        table, ref = (of[0]._meta.db_table, UUID(of[1])) if of else (self.table, self.ref)
        return open_told(self.key_id, table, column, ref, self.says[column])


@dataclass(frozen=True)
class Of:
    """One kind of moment: rows of a table, and the names of those columns that are shown.

    `beside` is what else comes with a row, as the database has it. `then` says what is shown otherwise. `standing`
    leaves out what was taken away.
    """

    model: type[Model]
    columns: str = ""
    beside: Mapping[str, str | Combinable | Callable[[], Combinable]] = field(default_factory=dict)
    then: Callable[[MomentRow], dict[str, Any]] | None = None
    standing: bool = False

    def rows(self, kind: str, participant: UUID) -> QuerySet[Any, Any]:
        """The rows in the shape of the timeline's one query, each a MomentRow. What is sealed stays so until it is
        opened there: inside JSON, bytes are hexadecimal figures."""
        its = self.model._meta
        of = {"participant_id": participant} | ({"removed_at": None} if self.standing else {})
        fixed = (Value(word, TextField()) for word in (its.app_label, kind, its.db_table))
        says = {name: name for name in self.columns.split()} | {
            name: each() if callable(each) else each for name, each in self.beside.items()
        }
        rows: QuerySet[Any, Any] = self.model._default_manager.filter(**of)
        return rows.order_by().values_list("pk", "key_id", *fixed, JSONObject(**says))

    def shown(self, row: MomentRow) -> dict[str, Any]:
        """What the template shows of a row, and its reference as `id`."""
        its = {name: self._read(name, row) for name in self.columns.split()}
        beside = {name: row.says[name] for name in self.beside}
        return {"id": row.ref} | its | beside | (self.then(row) if self.then else {})

    def _read(self, name: str, row: MomentRow) -> Any:
        column = self.model._meta.get_field(name)
        value = row.words(name) if isinstance(column, SealedText) else row.says[name]
        if isinstance(column, DateField):
            kind = datetime if isinstance(column, DateTimeField) else date
            return kind.fromisoformat(value) if value else None
        labels = dict(getattr(column, "flatchoices", ()))
        if isinstance(column, SealedChoices):
            return [labels[each] for each in column.from_words(value)]
        return labels.get(value, "") if labels else value


class Moments:
    """The kinds of moments of a room, and the strand they are of: "connection", "plan", or neither."""

    def __init__(self, strand: str, /, **kinds: Of) -> None:
        self.strand, self.kinds = strand, kinds

    def rows(self, participant: UUID) -> list[QuerySet[Any, Any]]:
        """What moments of somebody point to, a query for each kind."""
        return [each.rows(kind, participant) for kind, each in self.kinds.items()]

    def shown(self, row: MomentRow) -> dict[str, Any]:
        """What the timeline shows of one moment."""
        return self.kinds[row.kind].shown(row)
