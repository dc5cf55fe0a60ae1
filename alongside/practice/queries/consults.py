"""Reading questions to colleagues and what they answer. Who sees which is the wall's matter."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.access.actor import Actor
from alongside.participants.naming import names_said
from alongside.practice import rules
from alongside.practice.models import Consult, ConsultReply


def consults() -> QuerySet[Consult]:
    """Questions that are open to colleagues, and my own that are closed, newest first."""
    return Consult.objects.order_by("-at", "-id")


def consult_named(consult: UUID) -> Consult | None:
    """One question."""
    return Consult.objects.filter(pk=consult).first()


def replies(consult: UUID) -> list[ConsultReply]:
    """What colleagues answered, oldest first; what somebody took back comes to nobody."""
    rows = ConsultReply.objects.filter(consult_id=consult, removed_at=None).select_related("by")
    return list(rows.order_by("at", "id"))


def pointers_in(actor: Actor, text: str) -> list[str]:
    """What in a text could point to somebody: names of people I may see, numbers, addresses of mail."""
    return [*names_said(actor, [text]), *rules.numbers_in(text)]
