"""Report answers and fields for tests, made through acts."""

import uuid
from typing import Any

from alongside import trail
from alongside.agency.actions import stamp_wording
from alongside.funders import actions, queries
from alongside.funders.models import FormField
from tests import cast

TVAP, VOCA = "otip_tvap_2021", "voca_pmt_2021"


def added(form: str = TVAP, **told: Any) -> FormField:
    """A field of the director's, that nobody has looked at yet."""
    given = {
        "item": "", "label": "Status", "why": "The funder pays for it.", "wording": "If you like to say it.",
        "takes": "one", "when": "any", "values": ["One", "Two"], "language": "en", **told,
    }  # fmt: skip
    with cast.acting(cast.DIRECTOR) as by:
        row = actions.save_form_field(by=by, field=uuid.uuid4(), form=form, **given)
        trail.flush()
        return row


def looked_at(row: FormField) -> None:
    """A survivor adviser looks at a field as it stands."""
    with cast.acting(cast.ADVISER) as by:
        these = queries.as_reviewed(row)
        stamp_wording(by=by, key=these.key, language=these.language, fingerprint=these.fingerprint)
        trail.flush()


def answered(person: uuid.UUID, form: str, member: cast.Member = cast.CM1, **told: list[str]) -> None:
    """What somebody said, written down by their case manager."""
    with cast.acting(member) as by:
        actions.save_report_answers(by=by, participant=person, form=form, told=told)
        trail.flush()


def counts_as(form: str, **kinds: str) -> None:
    """What kinds of service, by their keys, count as on a form."""
    with cast.acting(cast.DIRECTOR) as by:
        keys = {each.key: each.pk for each in queries.kinds()}
        actions.save_crosswalk(by=by, form=form, told={keys[key]: item for key, item in kinds.items()})
        trail.flush()
