"""What this room shows on the page of a meeting that is the appointment of an event: the plan around it."""

from typing import Any
from uuid import UUID

from alongside.agency.modules import is_off
from alongside.legal import queries


def beside(meeting: UUID) -> tuple[str, Any] | None:
    """The template of the plan and its event, where there is one."""
    event = None if is_off("legal:plan") else queries.event_at(meeting)
    return ("legal/parts/plan.html", event) if event else None
