"""What welcome and intake show on the timeline."""

import json
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, JSONObject

from alongside.journey.choices import reads_as
from alongside.journey.languages import page_language
from alongside.journey.models import SectionWording, Sitting, Welcomed
from alongside.vault.opening import open_bytes, raw_words

STRAND = ""
KINDS = {"welcome": "journey/moments/welcome.html", "intake": "journey/moments/intake.html"}
_NOTHING = Cast(Value(b""), BinaryField())


def rows(participant: UUID) -> QuerySet[Any, Any]:
    """Welcomes and sittings, still sealed, in the shape of all rooms."""
    title = SectionWording.objects.filter(section_id=OuterRef("section_id"))
    section = JSONObject(
        key="section__key",
        title=Coalesce(
            Subquery(title.filter(language=page_language()).values("title")[:1]),
            Subquery(title.filter(language="en").values("title")[:1]),
            Value(""),
        ),
    )
    welcomes = Welcomed.objects.filter(participant_id=participant).values_list(
        "pk",
        "key_id",
        _text("journey"),
        _text("welcome"),
        raw_words("interpreter"),
        _NOTHING,
        _long_text("{}"),
    )
    sittings = Sitting.objects.filter(participant_id=participant).values_list(
        "pk",
        "key_id",
        _text("journey"),
        _text("intake"),
        raw_words("said"),
        _NOTHING,
        Cast(section, TextField()),
    )
    return welcomes.union(sittings, all=True)


def _text(word: str) -> Value:
    return Value(word, output_field=CharField())


def _long_text(word: str) -> Value:
    return Value(word, output_field=TextField())


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What a moment's template shows."""
    if kind == "welcome":
        return {"interpreter": open_bytes(key_id, Welcomed._meta.db_table, "interpreter", ref, first)}
    told = json.loads(open_bytes(key_id, Sitting._meta.db_table, "said", ref, first) or "[]")
    return {
        "title": meta.get("title", ""),
        "section": meta.get("key", ""),
        "told": [
            {"question": question, "words": words, "reads": reads_as(choice)}
            for question, words, choice in told
        ],
    }
