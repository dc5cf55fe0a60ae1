"""Notes, shifts, seasons and agreements on the timeline: all that one shows, in the timeline's one query."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, OuterRef, QuerySet, Value, When
from django.db.models.functions import JSONObject

from alongside.access.given import MomentRow, moment_rows
from alongside.connection.choices import Lane, Lens, NoteKind, Response, Season, ShiftKind, service_name
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

STRAND = "connection"
KINDS = {
    "note": "connection/moments/note.html",
    "shift": "connection/moments/shift.html",
    "season": "connection/moments/season.html",
    "agreement": "connection/moments/agreement.html",
    "moved": "connection/moments/moved.html",
}

_STATEMENTS = NoteStatement._meta.db_table


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of every moment of this room."""
    of: dict[str, Any] = {"participant_id": participant}
    return [
        _notes(Note.objects.filter(**of, removed_at=None)),
        moment_rows(
            "shift",
            EngagementShift.objects.filter(**of, removed_at=None),
            wondered="wondered",
            followed="followed",
            kind="kind",
            lens="lens",
            response="response",
        ),
        moment_rows(
            "season", SeasonChange.objects.filter(**of, removed_at=None), words="words", season="season"
        ),
        moment_rows(
            "moved", ChangeOverTime.objects.filter(**of, removed_at=None), words="words", lane="lane"
        ),
        moment_rows(
            "agreement",
            Agreement.objects.filter(**of),
            our_words="our_words",
            their_words="their_words",
            version="version",
        ),
    ]


def _notes(notes: "QuerySet[Note]") -> "QuerySet[Any, Any]":
    given = ServiceGiven.objects.filter(note=OuterRef("pk")).order_by("kind__place")
    said = NoteStatement.objects.filter(note=OuterRef("pk")).order_by("at", "id")
    amended = Case(
        When(amended_at__isnull=False, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return moment_rows(
        "note",
        notes,
        happened="happened",
        responded="responded",
        kind="kind",
        minutes="minutes",
        amended=amended,
        participant_can_see="participant_can_see",
        services=ArraySubquery(given.values_list(JSONObject(key="kind__key", name="kind__name"))),
        statements=ArraySubquery(said.values_list(JSONObject(id="id", at="at", words="words"))),
    )


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of one moment, its words opened."""
    says = row.says
    if row.kind == "shift":
        response = row.words("response")
        return {
            "id": row.ref,
            "kind": ShiftKind(row.words("kind")).label,
            "lens": [Lens(each).label for each in row.words("lens").split()],
            "response": Response(response).label if response else "",
            "wondered": row.words("wondered"),
            "followed": row.words("followed"),
        }
    if row.kind == "season":
        season = row.words("season")
        return {"season": Season(season).label, "hue": f"s-{season}", "words": row.words("words")}
    if row.kind == "moved":
        lane = says["lane"]
        return {"lane": Lane(lane).label, "is_theirs": lane == Lane.NEEDS, "words": row.words("words")}
    if row.kind == "agreement":
        both = {name: row.words(name) for name in ("our_words", "their_words")}
        return {"version": says["version"], **both}
    return {
        "id": row.ref,
        "kind": NoteKind(says["kind"]),
        "happened": row.words("happened"),
        "responded": row.words("responded"),
        "minutes": says["minutes"],
        "amended": says["amended"],
        "participant_can_see": says["participant_can_see"],
        "services": [service_name(each["key"], each["name"]) for each in says["services"]],
        "statements": [
            {
                "at": datetime.fromisoformat(each["at"]),
                "words": open_told(row.key_id, _STATEMENTS, "words", UUID(each["id"]), each["words"]),
            }
            for each in says["statements"]
        ],
    }
