"""Notes, shifts, seasons and agreements on the timeline: all that one shows, in the timeline's one query."""

import base64
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BinaryField,
    BooleanField,
    Case,
    F,
    Func,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject

from alongside.connection.choices import Lane, Lens, NoteKind, Response, Season, ShiftKind, service_name
from alongside.connection.models import (
    Agreement,
    Movement,
    Note,
    NoteStatement,
    SeasonChange,
    ServiceGiven,
    Shift,
)
from alongside.vault.opening import open_bytes, open_told, raw_words

STRAND = "connection"
KINDS = {
    "note": "connection/moments/note.html",
    "shift": "connection/moments/shift.html",
    "season": "connection/moments/season.html",
    "agreement": "connection/moments/agreement.html",
    "moved": "connection/moments/moved.html",
}

_TABLE = Note._meta.db_table
_STATEMENTS = NoteStatement._meta.db_table


def rows(participant: UUID) -> QuerySet[Any, Any]:
    """The moments of this room in the uniform shape of the timeline's query."""
    return _notes(participant).union(
        _strand(
            Shift.objects.filter(participant_id=participant, removed_at=None),
            "shift",
            ("wondered", "followed"),
            kind=F("kind"),
            lens=F("lens"),
            response=F("response"),
        ),
        _strand(
            SeasonChange.objects.filter(participant_id=participant, removed_at=None),
            "season",
            ("words",),
            season=F("season"),
        ),
        _strand(
            Movement.objects.filter(participant_id=participant, removed_at=None),
            "moved",
            ("words",),
            lane=F("lane"),
        ),
        _strand(
            Agreement.objects.filter(participant_id=participant),
            "agreement",
            ("our_words", "their_words"),
            version=F("version"),
        ),
        all=True,
    )


def _strand(rows: QuerySet[Any], named: str, words: tuple[str, ...], **meta: F) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(
        "pk",
        "key_id",
        Value("connection"),
        Value(named),
        raw_words(words[0]),
        raw_words(words[1]) if len(words) > 1 else Value(b"", output_field=BinaryField()),
        Cast(JSONObject(**meta), TextField()),
    )


def _notes(participant: UUID) -> QuerySet[Any, Any]:
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
    """What the timeline shows of one moment, its words opened."""
    if kind == "shift":
        code = {
            each: open_told(key_id, Shift._meta.db_table, each, ref, meta[each])
            for each in ("kind", "lens", "response")
        }
        return {
            "id": ref,
            "kind": ShiftKind(code["kind"]).label,
            "lens": [Lens(each).label for each in code["lens"].split()],
            "response": Response(code["response"]).label if code["response"] else "",
            "wondered": open_bytes(key_id, Shift._meta.db_table, "wondered", ref, first),
            "followed": open_bytes(key_id, Shift._meta.db_table, "followed", ref, second),
        }
    if kind == "season":
        season = open_told(key_id, SeasonChange._meta.db_table, "season", ref, meta["season"])
        return {
            "season": Season(season).label,
            "hue": f"s-{season}",
            "words": open_bytes(key_id, SeasonChange._meta.db_table, "words", ref, first),
        }
    if kind == "moved":
        return {
            "lane": Lane(meta["lane"]).label,
            "is_theirs": meta["lane"] == Lane.NEEDS,
            "words": open_bytes(key_id, Movement._meta.db_table, "words", ref, first),
        }
    if kind == "agreement":
        return {
            "version": meta["version"],
            "our_words": open_bytes(key_id, Agreement._meta.db_table, "our_words", ref, first),
            "their_words": open_bytes(key_id, Agreement._meta.db_table, "their_words", ref, second),
        }
    return _note_shown(ref, key_id, first, second, meta)


def _note_shown(ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]) -> dict[str, Any]:
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
