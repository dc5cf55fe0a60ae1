"""A link for a partner's contact: asked by one, and seen by whoever may be the second."""

import uuid

from alongside.partners.actions import answer_seat, ask_for_seat
from alongside.partners.queries import contacts
from tests import cast
from tests.consent.make import clinic


def test_a_link_that_waits_for_a_second_person_stands_on_today_of_whoever_may_agree() -> None:
    agency = clinic()
    with cast.acting(cast.CM1) as by:
        contact = contacts(agency)[0].pk
        ask_for_seat(by=by, contact=contact, asked=(asked := uuid.uuid4()), username="alder")
    words = "A sign-in link for a partner waits for a second person"

    def stands(*members: cast.Member) -> list[bool]:
        return [words in cast.signed_in(each).get("/").content.decode() for each in members]

    assert stands(cast.CM1, cast.ON_CALL, cast.ADVISER) == [False, False, False]
    assert stands(cast.SUPERVISOR, cast.DIRECTOR, cast.CM2) == [True, True, True]
    with cast.acting(cast.SUPERVISOR) as by:
        answer_seat(by=by, asked=asked, yes=True)
    assert stands(cast.SUPERVISOR, cast.DIRECTOR, cast.CM2) == [False, False, False]
