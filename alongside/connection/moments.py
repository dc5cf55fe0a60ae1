"""Notes on the timeline: all that one shows, in one part of the timeline's one query."""

import base64
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, F, Func, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, JSONObject

from alongside.access.actor import Actor
from alongside.connection.choices import NoteKind, service_name
from alongside.connection.models import Note, NoteStatement, ServiceGiven
from alongside.vault.opening import open_bytes, raw_words

KINDS = {"note": "connection/moments/note.html"}

_TABLE = Note._meta.db_table
_STATEMENTS = NoteStatement._meta.db_table


def rows(actor: Actor, participant: UUID) -> QuerySet[Any, Any]:
    """The notes of a participant in the uniform shape of the timeline's query."""
    given = ServiceGiven.objects.filter(note=OuterRef("pk")).order_by("kind__place")
    said = NoteStatement.objects.filter(note=OuterRef("pk")).order_by("at", "id")
    meta = JSONObject(
        kind=F("kind"),
        minutes=F("minutes"),
        amended=Case(
            When(amended_at__isnull=False, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        participant_can_see=F("participant_can_see"),
        services=ArraySubquery(
            given.values_list(JSONObject(key=F("kind__key"), name=F("kind__name"), minutes=F("minutes")))
        ),
        statements=ArraySubquery(
            said.values_list(
                JSONObject(
                    id=F("id"),
                    at=F("at"),
                    words=Func(
                        raw_words("words"), Value("base64"), function="encode", output_field=TextField()
                    ),
                )
            )
        ),
    )
    return (
        Note.objects.filter(participant_id=participant, removed_at=None)
        .order_by()
        .values_list(
            "pk",
            "key_id",
            Value("connection"),
            Value("note"),
            raw_words("happened"),
            raw_words("responded"),
            Cast(meta, TextField()),
        )
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the timeline shows of a note, its words opened."""
    return {
        "id": ref,
        "kind": NoteKind(meta["kind"]),
        "happened": open_bytes(key_id, _TABLE, "happened", ref, first),
        "responded": open_bytes(key_id, _TABLE, "responded", ref, second),
        "minutes": meta["minutes"],
        "amended": meta["amended"],
        "participant_can_see": meta["participant_can_see"],
        "services": [service_name(each["key"], each["name"]) for each in meta["services"]],
        "statements": [
            {
                "at": datetime.fromisoformat(each["at"]),
                "words": open_bytes(
                    key_id, _STATEMENTS, "words", UUID(each["id"]), base64.b64decode(each["words"])
                ),
            }
            for each in meta["statements"]
        ],
    }
