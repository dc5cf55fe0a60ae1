"""What welcome and intake show on the timeline."""

import json
from typing import Any

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.journey.choices import reads_as
from alongside.journey.languages import page_language
from alongside.journey.models import IntakeSession, SectionWording, Welcome


def _title() -> Coalesce:
    titles = SectionWording.objects.filter(section_id=OuterRef("section_id"))
    return Coalesce(
        Subquery(titles.filter(language=page_language()).values("title")[:1]),
        Subquery(titles.filter(language="en").values("title")[:1]),
        Value(""),
    )


def _told(row: MomentRow) -> dict[str, Any]:
    return {
        "told": [
            {"question": question, "words": words, "reads": reads_as(choice)}
            for question, words, choice in json.loads(row.words("said") or "[]")
        ]
    }


MOMENTS = Moments(
    "",
    welcome=Of(Welcome, "interpreter"),
    intake=Of(IntakeSession, "said", {"section": "section__key", "title": _title}, then=_told),
)
