"""Opening sealed bytes that did not come as a row of their model, such as those of a timeline's one query."""

from uuid import UUID

from django.db.models import BinaryField, F
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from alongside.vault import ring
from alongside.vault.sealing import unseal


def raw_words(column: str) -> Combinable:
    """The sealed bytes of a column, unopened, for a `values_list`."""
    return Cast(F(column), BinaryField())


def open_told(key_id: UUID, table: str, column: str, row: UUID, told: str | None) -> str:
    """The words of a sealed column that came inside JSON, where bytes stand as hexadecimal figures."""
    return open_bytes(key_id, table, column, row, bytes.fromhex((told or "").removeprefix("\\x")))


def open_bytes(key_id: UUID, table: str, column: str, row: UUID, sealed: bytes | memoryview | None) -> str:
    """The words again; `table`, `column` and `row` are where they were sealed."""
    if not sealed:
        return ""
    return unseal(ring.key(key_id), f"{table}|{column}|{row}", bytes(sealed))
