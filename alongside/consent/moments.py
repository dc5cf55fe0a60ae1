"""Permissions given and stopped, and exceptions, on the timeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.utils.timezone import localtime

from alongside.consent import rules
from alongside.consent.choices import Compelled, Purpose
from alongside.consent.models import LawfulException, Release
from alongside.vault.opening import open_bytes, open_told, raw_words

STRAND = ""
KINDS = {
    "release": "consent/moments/release.html",
    "stop": "consent/moments/release.html",
    "exception": "consent/moments/exception.html",
}
_RELEASE, _EXCEPTION = Release._meta.db_table, LawfulException._meta.db_table


def rows(participant: UUID) -> "QuerySet[Any, Any]":
    """What the timeline needs of each moment of this room, in the shape that all rooms share.

    A permission and its stop are one row; the timeline shows it at both moments, as it stands now.
    """
    return _rows(
        Release,
        "release",
        participant,
        agency=F("agency__name"),
        purpose=F("purpose"),
        ends_at=F("ends_at"),
        withdrawn_at=F("withdrawn_at"),
    ).union(
        _rows(LawfulException, "exception", participant, agency=F("agency__name"), compelled=F("kind")),
        all=True,
    )


def _rows(model: Any, kind: str, participant: UUID, **meta: F) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = model.objects.filter(participant_id=participant).values_list(
        "id",
        "key_id",
        Value("consent", output_field=CharField()),
        Value(kind, output_field=CharField()),
        raw_words("person"),
        Value(b"", output_field=BinaryField()),
        Cast(JSONObject(**meta), TextField()),
    )
    return rows


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the timeline shows of one moment."""
    table = _EXCEPTION if kind == "exception" else _RELEASE
    told = {"ref": ref, "to": meta["agency"] or open_bytes(key_id, table, "person", ref, first)}
    if kind == "exception":
        kind_of_it = open_told(key_id, _EXCEPTION, "kind", ref, meta["compelled"])
        return told | {"kind": Compelled(kind_of_it).label}
    stopped = meta["withdrawn_at"]
    return told | {
        "purpose": Purpose(meta["purpose"]).label,
        "last_day": rules.last_day(localtime(datetime.fromisoformat(meta["ends_at"]))),
        "stopped_at": datetime.fromisoformat(stopped) if stopped else None,
    }
