"""Choosing a case manager shows each caseload before and after; past what fits, the words of why are kept."""

import html
import uuid
from typing import Any

from alongside.caseload.actions import say_capacity, set_own_weight
from alongside.caseload.choices import Capacity
from alongside.participants import queries
from alongside.participants.actions import assign, save_alias
from alongside.participants.choices import Part
from alongside.participants.models import ChosenAnyway
from tests import cast
from tests.caseload.test_load import walks_with

WHY = "she knows her sister; I take two of hers"


def waits(alias: str = "Fern") -> uuid.UUID:
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias=alias)
    return person


def page_of(person: uuid.UUID, member: cast.Member = cast.SUPERVISOR) -> str:
    return html.unescape(cast.signed_in(member).get(f"/people/{person}/team/").content.decode())


def choose(person: uuid.UUID, whom: cast.Member, why: str = "") -> Any:
    form = {"staff": str(whom.id), "part": "case_manager", "why": why}
    return cast.signed_in(cast.SUPERVISOR).post(f"/people/{person}/team/", form)


def kept(person: uuid.UUID) -> list[str]:
    with cast.acting(cast.SUPERVISOR):
        return [row.words for row in ChosenAnyway.objects.filter(participant_id=person)]


def heavy(member: cast.Member, amount: int = 29) -> None:
    person = walks_with(member)
    with cast.acting(cast.SUPERVISOR) as by:
        set_own_weight(by=by, participant=person, row=uuid.uuid4(), amount=amount)


def test_each_colleague_stands_there_with_before_and_after_capacity_and_missing_training() -> None:
    heavy(cast.CM1)
    with cast.acting(cast.CM2) as by:
        say_capacity(by=by, answer=Capacity.ROOM)
    page = page_of(waits())
    assert "Load 29 of 30 now, 32 of 30 with them" in page and "Load 0 of 30 now, 3 of 30 with them" in page
    assert "has room" in page and "trauma training not recorded" in page
    assert "trafficking training not recorded" in page


def test_past_what_fits_words_are_asked_and_kept_and_before_it_nobody_is_assigned() -> None:
    heavy(cast.CM1)
    person = waits()
    answer = choose(person, cast.CM1)
    said = html.unescape(answer.content.decode())
    assert (
        answer.status_code == 422
        and "Case manager 1 would have more than fits their hours: 32 of 30." in said
    )
    assert 'name="why"' in said and "checked" in said
    assert choose(person, cast.CM1, WHY).status_code == 302
    assert kept(person) == [WHY]
    assert WHY in page_of(person, cast.CM1)


def test_whoever_says_that_they_are_over_is_not_chosen_without_words() -> None:
    with cast.acting(cast.CM1) as by:
        say_capacity(by=by, answer=Capacity.OVER)
    person = waits()
    answer = choose(person, cast.CM1)
    assert answer.status_code == 422 and "Case manager 1 is over capacity." in html.unescape(
        answer.content.decode()
    )
    assert choose(person, cast.CM1, WHY).status_code == 302


def test_with_room_and_training_nothing_is_asked_or_kept() -> None:
    person = waits()
    assert choose(person, cast.CM1, WHY).status_code == 302
    assert kept(person) == []


def test_past_both_the_words_are_kept_once() -> None:
    heavy(cast.CM3)
    person = waits()
    assert choose(person, cast.CM3).status_code == 422
    assert choose(person, cast.CM3, WHY).status_code == 302
    assert kept(person) == [WHY]


def test_a_case_manager_who_chooses_a_backup_sees_nobodys_load_or_capacity() -> None:
    heavy(cast.CM2)
    with cast.acting(cast.CM2) as by:
        say_capacity(by=by, answer=Capacity.OVER)
    person = waits()
    with cast.acting(cast.SUPERVISOR) as by:
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    page = page_of(person, cast.CM1).partition("<main")[2]
    assert "Case manager 2" in page and "of 30" not in page and "is over" not in page
    with cast.acting(cast.CM1):
        assert queries.team(person).backup is None
