"""Meetings on the timeline."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, JSONObject

from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting
from alongside.vault.opening import open_bytes, raw_words

STRAND = "connection"
KINDS = {"meeting": "meetings/moments/meeting.html"}


def rows(participant: UUID) -> "QuerySet[Meeting, tuple[Any, ...]]":
    """A participant's meetings in the shape of the timeline's one query."""
    called_off = Case(
        When(cancelled_at=None, then=Value(False)), default=Value(True), output_field=BooleanField()
    )
    meta = JSONObject(at="at", outcome="outcome", with_whom="with_whom__name", called_off=called_off)
    return Meeting.objects.filter(participant_id=participant).values_list(
        "id",
        "key_id",
        Value("meetings", output_field=TextField()),
        Value("meeting", output_field=TextField()),
        raw_words("purpose"),
        raw_words("place"),
        Cast(meta, TextField()),
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: "str | dict[str, Any]"
) -> dict[str, Any]:
    """What the timeline shows of a meeting."""
    told: dict[str, Any] = json.loads(meta) if isinstance(meta, str) else meta
    return {
        "ref": ref,
        "purpose": open_bytes(key_id, Meeting._meta.db_table, "purpose", ref, first),
        "place": open_bytes(key_id, Meeting._meta.db_table, "place", ref, second),
        "at": datetime.fromisoformat(told["at"]),
        "with_whom": told["with_whom"],
        "outcome": told["outcome"],
        "outcome_name": Outcome(told["outcome"]).label if told["outcome"] else "",
        "called_off": told["called_off"],
    }
