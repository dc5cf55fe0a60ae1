"""The whole record of an agency as lines of JSON: out, and in again where nobody is yet. See docs/MOVING.md.

One line for each row: `{"table": ..., "row": {...}}`, words opened. What reads and writes the rows is handed in:
the keeper's function for a custodian's move, or a command's own connection.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from alongside.custody.names import renamed
from alongside.custody.walls_tables import TAKEN_TABLES
from alongside.participants.choices import Like
from alongside.participants.models import AliasToken, ContactPoint, Likeness, Participant
from alongside.participants.tokens import alike_by_alias, alike_by_call, alike_by_way, tokens_of
from alongside.vault import ring
from alongside.vault.fields import SealedText, open_words
from alongside.vault.sealing import seal

FORMAT, VERSION = "alongside", 2
AT_ONCE = 500
FIRST = uuid.UUID(int=0)
Rows = Callable[[str, uuid.UUID, int], list[dict[str, Any]]]
Keep = Callable[[str, list[dict[str, Any]]], None]


class NotOurs(ValueError):
    """This is not a file of the whole record, or not whole."""


def _model(table: str) -> Any:
    return next(model for model in apps.get_models() if model._meta.db_table == table)


def sealed_columns(table: str) -> list[str]:
    """The columns of a table whose words are sealed."""
    return [
        str(field.column) for field in _model(table)._meta.concrete_fields if isinstance(field, SealedText)
    ]


def _empty(table: str, column: str) -> Any:
    field = next(each for each in _model(table)._meta.concrete_fields if each.column == column)
    return [] if not isinstance(field, SealedText | models.CharField) else ""


def _all(rows: Rows, table: str) -> Iterator[list[dict[str, Any]]]:
    after = FIRST
    while part := rows(table, after, AT_ONCE):
        yield part
        after = uuid.UUID(str(part[-1]["id"]))


def taken(rows: Rows) -> Iterator[str]:
    """Every line of the whole record, in bounded memory but for the wrapped keys."""
    wrapped: dict[uuid.UUID, bytes] = {}
    yield _line({"format": FORMAT, "version": VERSION})
    for part in _all(rows, "access_account"):
        yield from (_line({"table": "access_account", "row": row}) for row in part)
    for part in _all(rows, "vault_key"):
        for row in part:
            wrapped[uuid.UUID(row["key_id"])] = bytes.fromhex(row["wrapped"][2:])
            told = {name: row[name] for name in ("key_id", "participant_id", "contact_id")}
            yield _line({"table": "vault_key", "row": told})
    count = len(wrapped)
    for table, without in TAKEN_TABLES.items():
        columns = sealed_columns(table)
        for part in _all(rows, table):
            for row in part:
                if columns:
                    key = uuid.UUID(row["key_id"])
                    ring.hold(key, wrapped.get(key))
                for column in columns:
                    sealed = bytes.fromhex((row[column] or "\\x")[2:])
                    row[column] = open_words(_model(table), column, uuid.UUID(row["id"]), key, sealed)
                row |= {column: _empty(table, column) for column in without}
                yield _line({"table": table, "row": row})
                count += 1
            ring.forget()
    yield _line({"rows": count})


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"


def brought(lines: Iterable[str], keep: Keep) -> int:
    """Write every row of a file under fresh keys; gives how many. Raises NotOurs, and then keeps nothing.

    A file of an earlier version comes over under the names that its tables, columns and codes have now.
    """
    told = _read(lines)
    first = next(told, {})
    if first.get("format") != FORMAT or first.get("version") not in (1, VERSION):
        raise NotOurs
    told = told if first["version"] == VERSION else renamed(told)
    wrapped: dict[uuid.UUID, bytes] = {}
    waiting: list[dict[str, Any]] = []
    aliases: dict[str, str] = {}
    table, count, whole = "", 0, None
    for each in told:
        if whole is not None:
            raise NotOurs
        if "rows" in each:
            whole = each["rows"]
            continue
        if each["table"] != table or len(waiting) >= AT_ONCE:
            _keep(keep, table, waiting, aliases)
            table, waiting = each["table"], []
            ring.forget()
        row = each["row"]
        if table == "vault_key":
            row["wrapped"] = _fresh(wrapped, uuid.UUID(row["key_id"]))
        elif table in TAKEN_TABLES:
            _older(table, row)
            aliases |= _alias_of(table, row)
            _seal(table, row, wrapped)
        elif table != "access_account":
            raise NotOurs
        count += table != "access_account"
        waiting.append(row)
    _keep(keep, table, waiting, aliases)
    if whole != count:
        raise NotOurs  # torn off
    return count


def _read(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            raise NotOurs from None
        if not isinstance(told, dict):
            raise NotOurs
        yield told


def _fresh(wrapped: dict[uuid.UUID, bytes], key: uuid.UUID) -> str:
    wrapped[key] = ring.make(key)
    return "\\x" + wrapped[key].hex()


def _older(table: str, row: dict[str, Any]) -> None:
    """What a file that is older than a column does not know begins there as it does in a new row."""
    for field in _model(table)._meta.concrete_fields:
        if field.column not in row and not field.null and not isinstance(field, SealedText):
            row[field.column] = field.get_default()


def _seal(table: str, row: dict[str, Any], wrapped: dict[uuid.UUID, bytes]) -> None:
    columns = sealed_columns(table)
    if columns:
        key = uuid.UUID(row["key_id"])
        ring.hold(key, wrapped.get(key))
    for column in columns:
        said = row.get(column, "")  # a file that is older than the column says nothing there
        row[column] = "\\x" + seal(ring.key(key), f"{table}|{column}|{row['id']}", said).hex()


def _keep(keep: Keep, table: str, rows: list[dict[str, Any]], aliases: dict[str, str]) -> None:
    if rows:
        keep(table, rows)
    if table == Participant._meta.db_table:
        keep(AliasToken._meta.db_table, [each for row in rows for each in _tokens(row)])
        keep(Likeness._meta.db_table, [each for row in rows for each in _alike(Like.ALIAS, row)])
    if table == ContactPoint._meta.db_table:
        keep(Likeness._meta.db_table, [each for row in rows for each in _alike(Like.WAY, row)])
        keep(Likeness._meta.db_table, [each for row in rows for each in _called(row, aliases)])


def _tokens(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    key, said = uuid.UUID(row["key_id"]), bytes.fromhex(row["alias"][2:])
    alias = open_words(Participant, "alias", uuid.UUID(row["id"]), key, said)
    for token in tokens_of(alias):
        yield {"id": str(uuid.uuid4()), "participant_id": row["id"], "token": "\\x" + token.hex()}


def _alike(of: Like, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a whole alias or a number is compared by, made anew as well."""
    key, ref = uuid.UUID(row["key_id"]), uuid.UUID(row["id"])
    if of == Like.ALIAS:
        alias = open_words(Participant, "alias", ref, key, bytes.fromhex(row["alias"][2:]))
        participant, token = row["id"], alike_by_alias(alias)
    else:
        address = open_words(ContactPoint, "address", ref, key, bytes.fromhex(row["address"][2:]))
        participant, token = row["participant_id"], alike_by_way(row["channel"], address)
    yield from _likeness(of, participant, row["id"], token)


def _alias_of(table: str, row: dict[str, Any]) -> dict[str, str]:
    return {row["id"]: row["alias"]} if table == Participant._meta.db_table else {}


def _called(row: dict[str, Any], aliases: dict[str, str]) -> Iterator[dict[str, Any]]:
    """An alias and the code word of one way, by which somebody who calls at night is known."""
    said = bytes.fromhex(row["code_word"][2:])
    word = open_words(ContactPoint, "code_word", uuid.UUID(row["id"]), uuid.UUID(row["key_id"]), said)
    token = alike_by_call(aliases.get(row["participant_id"], ""), word)
    yield from _likeness(Like.CALL, row["participant_id"], row["id"], token)


def _likeness(of: Like, participant: str, ref: str, token: bytes | None) -> Iterator[dict[str, Any]]:
    if token:
        told = {"id": str(uuid.uuid4()), "participant_id": participant, "of": of.value}
        yield told | {"ref": ref, "token": "\\x" + token.hex()}
