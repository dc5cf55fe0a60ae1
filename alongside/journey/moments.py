"""What welcome and intake show on the timeline."""

import json
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from alongside.access.given import MomentRow, moment_rows
from alongside.journey.choices import reads_as
from alongside.journey.languages import page_language
from alongside.journey.models import IntakeSession, SectionWording, Welcome

STRAND = ""
KINDS = {"welcome": "journey/moments/welcome.html", "intake": "journey/moments/intake.html"}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """Welcomes and sittings, still sealed."""
    titles = SectionWording.objects.filter(section_id=OuterRef("section_id"))
    title = Coalesce(
        Subquery(titles.filter(language=page_language()).values("title")[:1]),
        Subquery(titles.filter(language="en").values("title")[:1]),
        Value(""),
    )
    return [
        moment_rows("welcome", Welcome.objects.filter(participant_id=participant), interpreter="interpreter"),
        moment_rows(
            "intake",
            IntakeSession.objects.filter(participant_id=participant),
            said="said",
            section="section__key",
            title=title,
        ),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """What a moment's template shows."""
    if row.kind == "welcome":
        return {"interpreter": row.words("interpreter")}
    return {
        "title": row.says["title"],
        "section": row.says["section"],
        "told": [
            {"question": question, "words": words, "reads": reads_as(choice)}
            for question, words, choice in json.loads(row.words("said") or "[]")
        ],
    }
