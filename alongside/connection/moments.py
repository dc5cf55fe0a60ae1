"""Notes, shifts, seasons and agreements on the timeline: all that one shows, in the timeline's one query."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, OuterRef, Value, When
from django.db.models.functions import JSONObject

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.connection.choices import Lane, service_name
from alongside.connection.models import (
    Agreement,
    ChangeOverTime,
    EngagementShift,
    Note,
    NoteStatement,
    SeasonChange,
    ServiceGiven,
)
from alongside.vault.opening import open_told

_STATEMENTS = NoteStatement._meta.db_table


def _beside_a_note() -> dict[str, Any]:
    given = ServiceGiven.objects.filter(note=OuterRef("pk")).order_by("kind__place")
    said = NoteStatement.objects.filter(note=OuterRef("pk")).order_by("at", "id")
    return {
        "amended": Case(
            When(amended_at__isnull=False, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        "services": ArraySubquery(given.values_list(JSONObject(key="kind__key", name="kind__name"))),
        "statements": ArraySubquery(said.values_list(JSONObject(id="id", at="at", words="words"))),
    }


def _note(row: MomentRow) -> dict[str, Any]:
    return {
        "services": [service_name(each["key"], each["name"]) for each in row.says["services"]],
        "statements": [
            {
                "at": datetime.fromisoformat(each["at"]),
                "words": open_told(row.key_id, _STATEMENTS, "words", UUID(each["id"]), each["words"]),
            }
            for each in row.says["statements"]
        ],
    }


MOMENTS = Moments(
    "connection",
    note=Of(
        Note,
        "happened responded kind minutes tags participant_can_see",
        _beside_a_note(),
        then=_note,
        standing=True,
    ),
    shift=Of(EngagementShift, "wondered followed kind lens response", standing=True),
    season=Of(
        SeasonChange,
        "words season",
        then=lambda row: {"hue": f"s-{row.words('season')}"},
        standing=True,
    ),
    moved=Of(
        ChangeOverTime,
        "words lane",
        then=lambda row: {"is_theirs": row.says["lane"] == Lane.NEEDS},
        standing=True,
    ),
    agreement=Of(Agreement, "our_words their_words version"),
)
