"""Opening sealed bytes that did not come as a row of their model, such as those of a timeline's one query."""

from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import BinaryField, F, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from psycopg.pq import Format

from alongside.vault import ring
from alongside.vault.sealing import unseal


def raw_words(column: str) -> Combinable:
    """The sealed bytes of a column, unopened, for a `values_list`."""
    return Cast(F(column), BinaryField())


def fetched_sealed(rows: QuerySet[Any, Any]) -> list[Any]:
    """The rows of a `values_list` with sealed columns, as they lie in the database: text would double every byte."""
    statement, values = rows.query.sql_with_params()
    with connections[rows.db].cursor() as cursor:
        cursor.cursor.format = Format.BINARY
        cursor.execute(statement, values)
        brought: list[Any] = cursor.fetchall()
    return brought


def open_told(key_id: UUID, table: str, column: str, row: UUID, told: str | None) -> str:
    """The words of a sealed column that came inside JSON, where bytes stand as hexadecimal figures."""
    return open_bytes(key_id, table, column, row, bytes.fromhex((told or "").removeprefix("\\x")))


def open_bytes(key_id: UUID, table: str, column: str, row: UUID, sealed: bytes | memoryview | None) -> str:
    """The words again; `table`, `column` and `row` are where they were sealed."""
    if not sealed:
        return ""
    return unseal(ring.cipher(key_id), f"{table}|{column}|{row}", bytes(sealed))
