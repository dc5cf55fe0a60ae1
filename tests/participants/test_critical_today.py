"""What a supervisor's Today says of the team's critical periods, and in which order things stand there."""

import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.participants.actions import save_alias
from alongside.participants.agreeing import agree_period
from tests import cast
from tests.people import lantern

TITLE = "Critical periods, now and in the next two weeks"


def _agreed(person: uuid.UUID, begins: int, days: int = 3, kind: str = "deposition") -> None:
    first = clock.today() + timedelta(days=begins)
    with cast.acting(cast.CM1) as by:
        agree_period(
            by=by,
            participant=person,
            period=uuid.uuid4(),
            kind=kind,
            begins_on=first,
            ends_on=first + timedelta(days=days),
        )


@pytest.mark.parametrize(("begins", "told"), [(-2, True), (0, True), (14, True), (15, False), (-9, False)])
def test_the_team_s_critical_periods_are_told_two_weeks_ahead(begins: int, told: bool) -> None:
    _agreed(lantern(), begins)
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    assert (TITLE in page) == told
    if told:
        assert "Lantérn" in page and "Deposition" in page and "Case manager 1, Case manager 2" in page
    for member in (cast.CM1, cast.CM3, cast.DIRECTOR, cast.ADMIN):
        assert TITLE not in cast.signed_in(member).get("/").content.decode()


def test_several_are_folded() -> None:
    for number in range(4):
        _agreed(lantern(f"Wren {number}"), number)
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    card = page[: page.index("Wren 3")].rsplit("<section", 1)[1]
    assert "<details" in card


def test_who_has_nobody_stands_before_what_comes() -> None:
    _agreed(lantern(), 3)
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=uuid.uuid4(), alias="Alone", needs=["a bed"])
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    assert page.index("No case manager yet") < page.index(TITLE)
