"""Queries written once: the same rows as any query, nothing of one reader for the next."""

import uuid
from collections.abc import Iterator
from copy import copy
from datetime import datetime, timedelta
from threading import Thread
from types import FunctionType, ModuleType
from typing import Any

import pytest
from django.db.models import Exists, Field, OuterRef, QuerySet
from django.db.models.options import Options

from alongside import clock
from alongside.access.written import KeepsAValue, asked, later, several, together
from alongside.participants.models import Membership, Need, Participant
from alongside.partners.models import Service
from tests import cast
from tests.people import lantern
from tests.referrals.make import service


def _needs(participant: uuid.UUID, since: datetime) -> QuerySet[Need]:
    rows = Need.objects.select_related("by").filter(participant_id=participant, at__gte=since)
    return rows.annotate(
        walked=Exists(Membership.objects.filter(participant=OuterRef("participant"), during__contains=since))
    ).order_by("at", "id")


def _services(service: uuid.UUID) -> QuerySet[Service]:
    return Service.objects.select_related("organization").filter(pk=service)


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


def test_several_are_asked_in_one_statement_each_before_its_own_wall() -> None:
    one, other = lantern(), lantern()
    needs = later(_needs, participant=one, since=cast.BEGINS)
    states = later(_some, people=(one, other)).into(dict)
    assert together([]) == []
    with cast.acting(cast.CM1):
        rows, found = together([needs, states])
        assert [(row.pk, row.words, row.by.name, row.walked, row.at) for row in rows] == [
            (row.pk, row.words, row.by.name, row.walked, row.at) for row in needs.now()
        ]
        assert rows
        assert found == states.now() == dict.fromkeys((one, other), "active")
    with cast.acting(cast.CM3):
        assert together([needs, states]) == [[], {}]


def test_a_column_of_json_is_read_as_alone() -> None:
    with cast.acting(cast.CM1):
        read = later(_services, service=service(None))
        (row,), (alone,) = together([read])[0], read.now()
        assert (row.pk, row.more, row.organization.more) == (alone.pk, alone.more, alone.organization.more)
        assert row.organization.more == {}


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


def _held(thing: Any, seen: set[int]) -> Iterator[Any]:
    """Every single value that hangs on something, however deep; not what is the program's own."""
    if id(thing) in seen or isinstance(thing, type | ModuleType | FunctionType | Field | Options):
        return
    seen.add(id(thing))
    yield thing
    if isinstance(thing, dict):
        inside = [*thing.keys(), *thing.values()]
    elif isinstance(thing, list | tuple | set | frozenset):
        inside = list(thing)
    else:
        inside = list(getattr(thing, "__dict__", {}).values())
    for each in inside:
        yield from _held(each, seen)


def test_nothing_of_anybody_stays_in_what_is_written_once() -> None:
    """After pages of two people's, for two who act: no reference, no alias, no day of theirs hangs on any query."""
    from alongside.access import written

    written._kept.clear()
    people = [lantern("Lantérn"), lantern("Harbor")]
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR):
        client = cast.signed_in(member)
        for path in ("/", "/people/", *(f"/people/{person}/" for person in people)):
            client.get(path)
    assert len(written._kept) > 5
    theirs = {*people, *(member.id for member in cast.CAST)}
    with cast.acting(cast.CM1):
        theirs |= set(Need.objects.values_list("pk", flat=True)) | set(
            Participant.objects.values_list("key_id", flat=True)
        )
    said = {"Lantérn", "Harbor", *map(str, theirs), *(each.hex for each in theirs)}

    def of_anybody(query: Any) -> list[Any]:
        return [
            each
            for each in _held(vars(query), set())
            if (isinstance(each, uuid.UUID) and each in theirs)
            or (isinstance(each, str) and any(word in each for word in said))
            or (isinstance(each, datetime) and each.year > 1900)
        ]

    assert not [query.sql for query in written._kept.values() if of_anybody(query)]
    planted = copy(next(iter(written._kept.values())))
    planted.queryset = Need.objects.filter(participant_id=people[0])
    assert of_anybody(planted) == [people[0]]
