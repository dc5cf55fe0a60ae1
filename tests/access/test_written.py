"""Queries written once: the same rows as any query, nothing of one reader for the next."""

import uuid
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db.models import Exists, OuterRef, QuerySet

from alongside import clock
from alongside.access.written import KeepsAValue, asked, several
from alongside.participants.models import Membership, Need, Participant
from tests import cast
from tests.people import lantern


def _needs(participant: uuid.UUID, since: datetime) -> QuerySet[Need]:
    rows = Need.objects.select_related("by").filter(participant_id=participant, at__gte=since)
    return rows.annotate(
        walked=Exists(Membership.objects.filter(participant=OuterRef("participant"), during__contains=since))
    ).order_by("at", "id")


def _some(people: tuple[uuid.UUID, ...]) -> QuerySet[Participant, Any]:
    return Participant.objects.filter(pk__in=people).values_list("pk", "state")


def _with_the_time(participant: uuid.UUID) -> QuerySet[Need]:
    return Need.objects.filter(participant_id=participant, at__lte=clock.now())


def _forgetful(participant: uuid.UUID) -> QuerySet[Need]:
    return Need.objects.filter(pk=uuid.UUID(int=7))


def test_the_rows_are_those_of_the_query_itself() -> None:
    one, other = lantern(), lantern()
    with cast.acting(cast.CM1):
        for person in (one, other):
            written = asked(_needs, participant=person, since=cast.BEGINS)
            plain = list(_needs(person, cast.BEGINS))
            assert [(row.pk, row.words, row.by.name, row.walked) for row in written] == [
                (row.pk, row.words, row.by.name, row.walked)  # type: ignore[attr-defined]
                for row in plain
            ]
            assert {row.participant_id for row in written} == {person}
        assert asked(_needs, participant=one, since=cast.BEGINS.replace(year=2030)) == []


def test_tuples_have_a_query_for_each_length() -> None:
    one, other = lantern(), lantern()
    with cast.acting(cast.CM1):
        assert {row[0] for row in asked(_some, people=(one, other))} == {one, other}
        assert [row[0] for row in asked(_some, people=(other,))] == [other]
        assert [row[0] for row in asked(_some, people=(one, one))] == [one]


def test_the_walls_stand_before_it_as_before_any_query() -> None:
    person = lantern()
    with cast.acting(cast.CM1):
        assert asked(_needs, participant=person, since=cast.BEGINS)
    with cast.acting(cast.CM3):
        assert asked(_needs, participant=person, since=cast.BEGINS) == []


def test_a_query_that_would_keep_something_of_its_first_reader_is_refused() -> None:
    person = lantern()

    def inside(since: datetime) -> QuerySet[Need]:
        return Need.objects.filter(participant_id=person, at__gte=since)

    with cast.acting(cast.CM1):
        with pytest.raises(KeepsAValue, match="closure"):
            asked(inside, since=cast.BEGINS)
        with pytest.raises(KeepsAValue, match="time"):
            asked(_with_the_time, participant=person)
        with pytest.raises(KeepsAValue, match="cannot be found"):
            asked(_forgetful, participant=person)
        with pytest.raises(KeepsAValue, match="reference"):
            asked(_forgetful, participant="a word")
        clock.now()  # may be asked again


@pytest.mark.no_database
def test_each_thread_has_a_connection_of_its_own() -> None:
    seen: list[object] = []

    def ask() -> None:
        from django.db import connections

        from alongside.access.written import _kept, _Written

        written = _kept.setdefault(
            (_some, (), ("people",), (1,)), _Written(_some, (), {"people": (uuid.UUID(int=1),)})
        )
        seen.append(written.compiler_of_now(((),)).connection is connections["default"])

    for thread in [Thread(target=ask) for _each in range(2)]:
        thread.start()
        thread.join()
    assert seen == [True, True]


def _reckoning(participant: uuid.UUID, since: datetime) -> QuerySet[Need]:
    return Need.objects.filter(participant_id=participant, at__gte=since, at__lte=since + timedelta(days=1))


def test_a_query_that_reckons_with_a_time_would_keep_it_and_is_refused() -> None:
    person = lantern()
    with cast.acting(cast.CM1), pytest.raises(KeepsAValue, match="reckons"):
        asked(_reckoning, participant=person, since=cast.BEGINS)


def test_a_list_is_filled_up_by_repetition() -> None:
    people = tuple(uuid.uuid4() for _each in range(9))
    assert several(()) == ()
    assert several(people[:1]) == people[:1] * 8
    assert several(people[:8]) == people[:8]
    assert several(people) == people + people[-1:] * 7
