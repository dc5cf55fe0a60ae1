"""Finding one's own drafts again."""

import json
from datetime import datetime
from uuid import UUID

from django.http import QueryDict

from alongside.access.actor import Actor
from alongside.drafts.models import Draft, SavedForm


def draft_of(actor: Actor, form: str) -> tuple[QueryDict, datetime] | None:
    """What was typed into this form and when it was kept, ready to fill the form again."""
    draft = Draft.objects.filter(by_id=actor.id, form=form).first()
    if draft is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in json.loads(draft.fields).items():
        data.setlist(name, values)
    return data, draft.kept_at


def my_drafts(actor: Actor) -> list[Draft]:
    """Everything I have begun and not yet saved, newest first."""
    return list(Draft.objects.filter(by_id=actor.id).order_by("-kept_at"))


def sent_before(actor: Actor, once: UUID) -> SavedForm | None:
    """Whether I sent a form under this name before, and where it led."""
    return SavedForm.objects.filter(pk=once, by_id=actor.id).exclude(led_to="").first()
