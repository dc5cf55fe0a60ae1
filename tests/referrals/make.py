"""Referrals for tests, made through acts, with words that could leak."""

import uuid
from typing import Any

from alongside.access.actor import Actor
from alongside.consent import gate
from alongside.participants.actions import write_details
from alongside.partners import actions as partners
from alongside.referrals import actions, queries
from alongside.referrals.letters import text_of
from alongside.referrals.models import Referral
from alongside.referrals.rules import Drafted
from tests import cast
from tests.consent.make import TEXT

NEED = "know if I am allowed to stay"


def on_today(by: Actor) -> list[queries.ForToday]:
    """What answers or is to be asked again, as Today has it."""
    return [*queries.said_today(by).now(), *queries.asks_today(by).now()]


def speaks(person: uuid.UUID, languages: str) -> None:
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, languages=languages, interpreter="a woman, by phone")


def service(agency: uuid.UUID | None, **told: Any) -> uuid.UUID:
    """A service of the directory, in English and Spanish unless told otherwise."""
    service, house = uuid.uuid4(), uuid.uuid4()
    says: dict[str, Any] = {"name": "First advice", "kind": "legal", "languages": ("English", "Spanish")}
    with cast.acting(cast.CM1) as by:
        partners.save_organization(by=by, organization=house, name="The house", agency=agency)
        offered = partners.Offered(**says | told)
        partners.save_service(by=by, service=service, organization=house, told=offered)
    return service


def drafted(person: uuid.UUID, agency: uuid.UUID | None, **told: Any) -> Referral:
    """A draft to a partner."""
    says: dict[str, Any] = {
        "agency": agency,
        "need": NEED,
        "information": ("first_contact", "language"),
        "purpose": "legal",
        "method": "letter",
        "text": TEXT,
        "called": "the clinic",
    }
    with cast.acting(cast.CM1) as by:
        return actions.draft_referral(
            by=by, participant=person, referral=uuid.uuid4(), told=Drafted(**says | told)
        )


def sent(person: uuid.UUID, referral: Referral) -> Referral:
    """The same, sent as a page does it."""
    with cast.acting(cast.CM1) as by:
        return actions.send_referral(
            by=by,
            participant=person,
            referral=referral.pk,
            previewed=gate.digest(text_of(referral)),
            interpreter="a woman, by phone",
        )
