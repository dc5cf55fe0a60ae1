"""Proving that what was brought back can be read: every sealed word is opened, and none is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from psycopg import sql

from alongside.access.wall import SCHEMA_OF_APP, declared
from alongside.project.upkeep.database import named, signed_in_as
from alongside.project.upkeep.places import Trouble
from alongside.vault import ring, sealing
from alongside.vault.fields import SealedText
from alongside.vault.models import SealedRow


@dataclass
class Proof:
    """How many words opened, and how many belong to keys that are destroyed."""

    opened: int = 0
    keyless: int = 0


def words_open() -> Proof:
    """Open every sealed word of this database; raises Trouble at the first that should open and does not."""
    proof = Proof()
    with signed_in_as("backup") as reader:
        keys = {
            key_id: ring.unwrapped(key_id, bytes(wrapped))
            for key_id, wrapped in reader.execute(
                "select key_id, wrapped from vault.keys_to_keep() where door = %s", [settings.DOOR]
            )
        }
        for table, short, columns in sealed_columns():
            asked = sql.SQL("select id, key_id, {} from {}").format(
                sql.SQL(", ").join(map(sql.Identifier, columns)), named(table)
            )
            for row, key_id, *sealed in reader.execute(asked):
                for column, value in zip(columns, sealed, strict=True):
                    _open(proof, keys.get(key_id), f"{short}|{column}|{row}", value)
    if proof.keyless and not proof.opened:
        raise Trouble("Not one word opens: the copy of the keys does not belong to this copy of the data.")
    return proof


def _open(proof: Proof, key: bytes | None, place: str, value: bytes | None) -> None:
    if not value:
        return
    if key is None:
        proof.keyless += 1
        return
    try:
        sealing.unseal(key, place, bytes(value))
    except sealing.DoesNotOpen:
        raise Trouble(f"A word in {place.split('|', maxsplit=1)[0]} does not open.") from None
    proof.opened += 1


def sealed_columns() -> Iterator[tuple[str, str, list[str]]]:
    """Every table that holds sealed words: its whole name, its own name, and those columns."""
    walls = declared()[0]
    for model in apps.get_models():
        if issubclass(model, SealedRow):
            columns = [
                str(field.column) for field in model._meta.concrete_fields if isinstance(field, SealedText)
            ]
            schema = SCHEMA_OF_APP.get(model._meta.app_label, "core")
            wall = walls.get(f"{schema}.{model._meta.db_table}")  # a partner's copies open at another door
            if columns and wall is not None and wall.dumped:
                yield f"{schema}.{model._meta.db_table}", model._meta.db_table, columns
