"""Rows for bulk writing: sealed as the vault seals them, shaped as the tables are shaped just now."""

from collections import defaultdict
from typing import Any
from uuid import UUID

import psycopg
from django.apps import apps
from django.db.models import Model

from alongside.vault.fields import SealedText
from alongside.vault.sealing import seal


class Shape:
    """One table: its columns in order, and how a row of it is made from a few values."""

    def __init__(self, label: str, beside: tuple[str, ...] = ()) -> None:
        """`beside` names columns that the table has and the model does not."""
        self.model: type[Model] = apps.get_model(label)
        self.table = self.model._meta.db_table
        fields = self.model._meta.concrete_fields
        self.columns = [*(field.column for field in fields), *beside]
        self.beside = beside
        self.fields = [(f.attname, f.column, isinstance(f, SealedText), f) for f in fields]

    def row(self, key: bytes | None, **values: Any) -> tuple[Any, ...]:
        """A row; words are sealed under `key`, whatever is not named has its default."""
        here = values.get("id")
        made = []
        for name, column, sealed, field in self.fields:
            value = values[name] if name in values else field.get_default()
            if sealed and key is not None:
                words = field.to_words(value) if value else ""
                value = seal(key, f"{self.table}|{column}|{here}", words)
            made.append(value)
        return (*made, *(values[name] for name in self.beside))


class Batch:
    """Rows of many tables, written together in the order in which the tables were first named."""

    def __init__(self, shapes: dict[str, Shape]) -> None:
        self.shapes = shapes
        self.rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)

    def add(self, label: str, key: bytes | None = None, **values: Any) -> UUID | None:
        """Keep a row for the next writing."""
        self.rows[label].append(self.shapes[label].row(key, **values))
        name = values.get("id")
        return name if isinstance(name, UUID) else None

    def write(self, connection: "psycopg.Connection[Any]", order: tuple[str, ...]) -> int:
        """Copy everything into the tables, in this order, and begin anew; gives the number of rows."""
        count = 0
        with connection.cursor() as cursor:
            for label in order:
                rows = self.rows.pop(label, [])
                if not rows:
                    continue
                shape = self.shapes[label]
                columns = ", ".join(f'"{column}"' for column in shape.columns)
                with cursor.copy(f'copy "{shape.table}" ({columns}) from stdin') as copy:
                    for row in rows:
                        copy.write_row(row)
                count += len(rows)
        if self.rows:
            raise ValueError(f"no place in the order for {sorted(self.rows)}")
        connection.commit()
        return count
