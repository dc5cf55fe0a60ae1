"""Partners, permissions and whatever else the tests of sharing begin from, made through acts."""

import uuid
from datetime import date, timedelta
from typing import Any

from alongside import clock
from alongside.consent import actions, queries
from alongside.consent.actions.releases import Given, Named
from alongside.consent.gate import Passage, To, digest, passage
from alongside.consent.models import Disclosure, Release
from alongside.consent.rules import Signature
from alongside.partners.actions import Described, add_point_of_contact, save_agency
from tests import cast

ASKED: dict[str, Any] = {
    "information": {"first_contact", "language"},
    "purpose": "legal",
    "method": "letter",
}
TEXT = "A person I work with would like a first appointment."
MARK = Signature("participant", "screen", mark="L")


def clinic(name: str = "Legal clinic", kind: str = "attorney", **told: Any) -> uuid.UUID:
    """A partner agency with a point of contact."""
    agency = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        save_agency(by=by, agency=agency, told=Described(name=name, kind=kind, **told))
        add_point_of_contact(by=by, contact=uuid.uuid4(), agency=agency, name="Ms. Alder", reach="555-0142")
    return agency


def named(to: uuid.UUID | None, **given: Any) -> Named:
    """What a permission of the tests says."""
    says: dict[str, Any] = {
        "agency": to,
        "information": ["first_contact", "language", "need"],
        "purpose": "legal",
        "methods": ["letter", "call_together"],
        "exactly": "her first name here, that she speaks Amharic",
    }
    return Named(**says | given)


def given(by: Any, *signatures: Signature, **more: Any) -> Given:
    """A yes that was given in the tests."""
    said: dict[str, Any] = {
        "wording": queries.wording_now("en").pk,
        "told": ["risks", "withdraw", "voluntary", "text"],
        "signatures": signatures or (MARK,),
    }
    return Given(**said | more)


def released(whose: uuid.UUID, to: uuid.UUID | None, *, days: int = 20, **says: Any) -> Release:
    """A live permission for this agency."""
    with cast.acting(cast.CM1) as by:
        return actions.grant_release(
            by=by,
            participant=whose,
            release=uuid.uuid4(),
            named=named(to, ends_on=clock.today() + timedelta(days=days), **says),
            given=given(by),
        )


def sent(
    by: Any,
    person: uuid.UUID,
    way: Passage | None = None,
    *,
    to: To | None = None,
    text: str = TEXT,
    **more: Any,
) -> Disclosure:
    """Something sent to a recipient, as a page does it."""
    through = way or passage(person, to=to or To(), **ASKED)
    return actions.disclose(
        by=by,
        participant=person,
        disclosure=uuid.uuid4(),
        passage=through,
        way="letter",
        previewed=digest(text),
        text=text,
        **more,
    )


def tomorrow() -> date:
    """The day after the tests' own."""
    return clock.today() + timedelta(days=1)
