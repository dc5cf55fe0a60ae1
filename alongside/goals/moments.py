"""How the moments of the goal sheet read on the timeline."""

import json
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.goals.choices import Answer, AskedBy, GoalState, LifeArea, Pace, SupportLevel, TaperMove
from alongside.goals.models import Goal, Option, SelfDescription, SupportChange, TaperTurn, Turn
from alongside.vault.opening import open_bytes, open_told, raw_words

STRAND = "plan"
KINDS = {
    "goal": "goals/moments/goal.html",
    "turn": "goals/moments/turn.html",
    "option": "goals/moments/option.html",
    "support": "goals/moments/support.html",
    "taper": "goals/moments/taper.html",
    "view": "goals/moments/view.html",
}
TABLES = {
    "goal": "goals_goal",
    "turn": "goals_turn",
    "option": "goals_option",
    "support": "goals_supportchange",
    "taper": "goals_taperturn",
    "view": "goals_selfdescription",
}
_LABELS: dict[str, Any] = {
    "level": SupportLevel,
    "asked_by": AskedBy,
    "move": TaperMove,
    "pace": Pace,
    "area": LifeArea,
}


def rows(participant: UUID) -> "QuerySet[Any, Any]":
    """What the timeline needs of every moment of this room, in the shape that all rooms share."""
    return _rows(Goal, "goal", participant, later=F("later")).union(
        _rows(Turn, "turn", participant, state=F("state"), step=F("step_id")),
        _rows(Option, "option", participant, answer=F("answer")),
        _rows(SupportChange, "support", participant, level=F("level"), asked_by=F("asked_by")),
        _rows(TaperTurn, "taper", participant, move=F("move"), pace=F("pace"), asked_by=F("asked_by")),
        _rows(SelfDescription, "view", participant, area=F("area")),
        all=True,
    )


def _rows(model: Any, kind: str, participant: UUID, **meta: F) -> "QuerySet[Any, Any]":
    stands = {"removed_at": None} if model is SelfDescription else {}
    rows: QuerySet[Any, Any] = model.objects.filter(participant_id=participant, **stands).values_list(
        "id",
        "key_id",
        Value("goals", output_field=CharField()),
        Value(kind, output_field=CharField()),
        raw_words("words"),
        Value(b"", output_field=BinaryField()),
        Cast(JSONObject(**meta), TextField()),
    )
    return rows


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any] | str
) -> dict[str, Any]:
    """Open the words of one moment into what its template shows."""
    told: dict[str, Any] = json.loads(meta) if isinstance(meta, str) else dict(meta)
    words = open_bytes(key_id, TABLES[kind], "words", ref, first)
    if kind == "turn":
        return {"words": words, "state": GoalState(told["state"]).label, "is_step": bool(told["step"])}
    if kind == "option":
        return {"words": words, "answer": Answer(told["answer"]).label}
    if kind == "goal":
        return {"words": words, "later": told["later"]}
    codes = {name: open_told(key_id, TABLES[kind], name, ref, sealed) for name, sealed in told.items()}
    return {"words": words} | {
        name: _LABELS[name](code).label if code else "" for name, code in codes.items()
    }
