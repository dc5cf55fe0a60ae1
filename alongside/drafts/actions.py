"""Keeping and letting go of drafts."""

import json
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import one_at_a_time
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.drafts.models import Draft, FormKept
from alongside.drafts.rules import KEPT_FOR, REMEMBERED_FOR

LONGEST = 1_000_000


@act(Can.WORK_HERE, traced=False)
def keep_draft(
    *, by: Actor, form: str, fields: dict[str, list[str]], once: UUID | None = None
) -> Draft | None:
    """Keep what has been typed so far into one form; nothing where the form itself is kept already.

    A draft sent off just before its form may arrive after it, and would come back as something begun.
    """
    words = json.dumps(fields, ensure_ascii=False)
    if len(form) > 120 or len(words) > LONGEST:
        raise TurnedDown("too_long_for_a_draft")
    one_at_a_time(f"{by.id}|{form}")
    if once is not None and FormKept.objects.filter(pk=once, by_id=by.id).exists():
        return None
    Draft.objects.filter(by_id=by.id, kept_at__lt=clock.now() - KEPT_FOR).delete()
    draft = Draft.objects.filter(by_id=by.id, form=form).first()
    if draft is None:
        draft = Draft(by_id=by.id, form=form, key_id=own_key(by))
    draft.fields, draft.kept_at = words, clock.now()
    draft.save()
    return draft


@act(Can.WORK_HERE, traced=False)
def drop_draft(*, by: Actor, form: str, once: UUID | None = None) -> None:
    """Let a draft go: it is not wanted, or its form, sent under the name `once`, was kept."""
    one_at_a_time(f"{by.id}|{form}")
    Draft.objects.filter(by_id=by.id, form=form).delete()
    if once is not None:
        _remember(by, once)


@act(Can.WORK_HERE, traced=False)
def keep_where_it_led(*, by: Actor, once: UUID, led_to: str, mark: str) -> None:
    """Keep that a form was taken under its name, and which page followed; the same form sent again leads there."""
    _remember(by, once)
    FormKept.objects.filter(pk=once, by_id=by.id).update(led_to=led_to, mark=mark)


def _remember(by: Actor, once: UUID) -> None:
    now = clock.now()
    FormKept.objects.filter(by_id=by.id, at__lt=now - REMEMBERED_FOR).delete()
    FormKept.objects.bulk_create([FormKept(id=once, by_id=by.id, at=now)], ignore_conflicts=True)
