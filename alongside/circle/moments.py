"""Who is involved, who holds what, decisions, huddles, clarity and what was said, on the timeline."""

import base64
import json
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, F, Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject

from alongside.circle.choices import Clear, Holder, MatterState, Sees, TheirPart
from alongside.circle.models import (
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterTurn,
    Member,
)
from alongside.partners.choices import CommitmentState
from alongside.vault.opening import open_bytes, open_told, raw_words

STRAND = "plan"
KINDS = {
    "decision": "circle/moments/decision.html",
    "huddle": "circle/moments/huddle.html",
    "member": "circle/moments/member.html",
    "matter": "circle/moments/matter.html",
    "clarity": "circle/moments/clarity.html",
    "commitment": "circle/moments/commitment.html",
}
_NOTHING = Value(b"", output_field=BinaryField())


def rows(participant: UUID) -> "QuerySet[Any, Any]":
    """What the timeline needs of each moment of this room, in the shape that all rooms share."""
    words, who = raw_words("words"), _member("member")
    left: dict[str, Combinable] = {"left_at": F("left_at"), "agency": F("agency__name")}
    held: dict[str, Combinable] = {"matter": F("matter_id"), "holder": F("holder"), "state": F("state")}
    seen: dict[str, Combinable] = {"sees": F("sees"), "answer": F("answer")}
    said: dict[str, Combinable] = {"side": F("side"), "by_when": F("by_when"), "state": F("state")}
    held["staff"] = F("staff__name")
    return _rows(
        CaseDecision, "decision", participant, words, raw_words("voice"), {"their_part": F("their_part")}
    ).union(
        _rows(Huddle, "huddle", participant, raw_words("agenda"), _NOTHING, {"on": F("on")}),
        _rows(Member, "member", participant, raw_words("name"), raw_words("role"), left),
        _rows(MatterTurn, "matter", participant, raw_words("matter__words"), raw_words("next"), held | who),
        _rows(Clarity, "clarity", participant, words, _NOTHING, seen | who),
        _rows(CaseCommitment, "commitment", participant, words, raw_words("who"), said | who),
        all=True,
    )


def _member(of: str) -> dict[str, Combinable]:
    """The name of one of the Circle beside a row: a partner's own, or the sealed one that was written."""
    sealed = Func(raw_words(f"{of}__name"), Value("base64"), function="encode", output_field=TextField())
    return {"member": F(f"{of}_id"), "agency": F(f"{of}__agency__name"), "name": sealed}


def _rows(
    model: Any, kind: str, participant: UUID, first: Any, second: Any, meta: dict[str, Combinable]
) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = model.objects.filter(participant_id=participant).values_list(
        "id",
        "key_id",
        Value("circle", output_field=CharField()),
        Value(kind, output_field=CharField()),
        first,
        second,
        Cast(JSONObject(**meta), TextField()),
    )
    return rows


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any] | str
) -> dict[str, Any]:
    """What the timeline shows of one moment."""
    told: dict[str, Any] = json.loads(meta) if isinstance(meta, str) else dict(meta)
    return {"ref": ref} | _SHOWN[kind](ref, key_id, first, second, told)


def _called(key_id: UUID, told: dict[str, Any]) -> str:
    if told["agency"]:
        return str(told["agency"])
    if not told["member"]:
        return ""
    sealed = base64.b64decode(told["name"] or "")
    return open_bytes(key_id, Member._meta.db_table, "name", UUID(told["member"]), sealed)


def _decision(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    table = CaseDecision._meta.db_table
    part = open_told(key_id, table, "their_part", ref, told["their_part"])
    return {
        "words": open_bytes(key_id, table, "words", ref, first),
        "voice": open_bytes(key_id, table, "voice", ref, second),
        "their_part": TheirPart(part).label,
        "asks": not part,
    }


def _huddle(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    return {"words": open_bytes(key_id, Huddle._meta.db_table, "agenda", ref, first)}


def _involved(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    table = Member._meta.db_table
    return {
        "called": told["agency"] or open_bytes(key_id, table, "name", ref, first),
        "role": open_bytes(key_id, table, "role", ref, second),
        "left": bool(told["left_at"]),
    }


def _matter(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "matter": told["matter"],
        "words": open_bytes(key_id, Matter._meta.db_table, "words", UUID(told["matter"]), first),
        "next": open_bytes(key_id, MatterTurn._meta.db_table, "next", ref, second),
        "holder": told["staff"] or _called(key_id, told) or Holder(told["holder"]).label,
        "state": MatterState(told["state"]).label,
    }


def _clarity(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    table = Clarity._meta.db_table
    return {
        "who": _called(key_id, told) or Sees(open_told(key_id, table, "sees", ref, told["sees"])).label,
        "answer": Clear(open_told(key_id, table, "answer", ref, told["answer"])).label,
        "words": open_bytes(key_id, table, "words", ref, first),
    }


def _said(ref: UUID, key_id: UUID, first: bytes, second: bytes, told: dict[str, Any]) -> dict[str, Any]:
    table = CaseCommitment._meta.db_table
    return {
        "words": open_bytes(key_id, table, "words", ref, first),
        "who": _called(key_id, told) or open_bytes(key_id, table, "who", ref, second),
        "we": told["side"] == "we",
        "by_when": date.fromisoformat(told["by_when"]) if told["by_when"] else None,
        "state": CommitmentState(told["state"]).label,
    }


_SHOWN = {
    "decision": _decision,
    "huddle": _huddle,
    "member": _involved,
    "matter": _matter,
    "clarity": _clarity,
    "commitment": _said,
}
