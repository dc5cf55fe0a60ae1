"""Keeping and letting go of drafts."""

import json
from uuid import UUID

from django.db import connection

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import one_at_a_time
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.drafts.models import Draft, SavedForm
from alongside.drafts.rules import KEPT_FOR, REMEMBERED_FOR

LONGEST = 1_000_000


@act(Can.WORK_HERE, traced=False)
def save_draft(
    *, by: Actor, form: str, fields: dict[str, list[str]], once: UUID | None = None
) -> Draft | None:
    """Keep what has been typed so far into one form; nothing where the form itself is kept already.

    A draft sent off just before its form may arrive after it, and would come back as something begun.
    Raises TurnedDown.
    """
    words = json.dumps(fields, ensure_ascii=False)
    if len(form) > 120 or len(words) > LONGEST:
        raise TurnedDown("too_long_for_a_draft")
    one_at_a_time(f"{by.id}|{form}")
    if once is not None and SavedForm.objects.filter(pk=once, by_id=by.id).exists():
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
    if once is None:
        Draft.objects.filter(by_id=by.id, form=form).delete()
        return
    # The draft goes, its form is remembered, and what was remembered for long enough goes too. The name of somebody
    # else's form is left as it is.
    statement = """
        with gone as (delete from core.drafts_draft where by_id = %(me)s and form = %(form)s),
            over as (delete from core.drafts_savedform where by_id = %(me)s and at < %(until)s and id <> %(once)s)
        insert into core.drafts_savedform (id, by_id, at, led_to, mark) values (%(once)s, %(me)s, %(now)s, '', '')
            on conflict (id) do nothing
    """
    _do(statement, me=by.id, form=form, once=once)


@act(Can.WORK_HERE, traced=False)
def keep_where_it_led(*, by: Actor, once: UUID, led_to: str, mark: str) -> None:
    """Keep that a form was taken under its name, and which page followed; the same form sent again leads there."""
    statement = """
        insert into core.drafts_savedform as f (id, by_id, at, led_to, mark)
            values (%(once)s, %(me)s, %(now)s, %(led_to)s, %(mark)s)
            on conflict (id) do update set led_to = excluded.led_to, mark = excluded.mark where f.by_id = excluded.by_id
    """
    _do(statement, me=by.id, once=once, led_to=led_to, mark=mark)


def _do(statement: str, **values: UUID | str) -> None:
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "now": now, "until": now - REMEMBERED_FOR})
