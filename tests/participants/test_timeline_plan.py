"""How the database finds the newest of a long story: it reads these and no others."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.participants import queries
from tests import cast
from tests.people import lantern

LONG, USUAL = 2_000, 40  # moments of a story


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step of a plan."""
    yield plan
    for each in plan.get("Plans", []):
        yield from steps(each)


def years_of_moments(person: UUID, others: list[UUID]) -> None:
    """One long story among usual ones, put in by the owner."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table core.participants_moment no force row level security")
        for whose, how_many in [(person, LONG), *((other, USUAL) for other in others)]:
            cursor.execute(
                "insert into core.participants_moment (id, participant_id, at, room, kind, ref, by_id)"
                " select gen_random_uuid(), %s, now() - n * interval '1 hour', 'connection', 'note',"
                " gen_random_uuid(), (%s::uuid[])[1 + n %% 3] from generate_series(1, %s) n",
                [whose, [cast.CM1.id, cast.CM2.id, cast.CM3.id], how_many],
            )
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table core.participants_moment force row level security")
        cursor.execute("analyze core.participants_moment")
        cursor.execute("set local role alongside_desk")


def test_a_long_story_is_not_read_to_show_its_newest_twenty() -> None:
    person, *others = [lantern() for _each in range(16)]
    years_of_moments(person, others)
    asked: list[tuple[str, Any]] = []

    def keep(execute: Any, sql: str, params: Any, *more: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, *more)

    with cast.acting(cast.CM1):
        with connection.execute_wrapper(keep):
            found = queries.moments(person, count=21)
        assert len(found) == 21 and found == sorted(found, key=lambda each: each.at, reverse=True)
        [(statement, values)] = asked
        with connection.cursor() as cursor:
            cursor.execute(f"explain (analyze, format json) {statement}", values)
            told = cursor.fetchone()[0]
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    read = [
        step["Actual Loops"] * (step["Actual Rows"] + step.get("Rows Removed by Filter", 0))
        for step in steps(plan)
        if "Relation Name" in step
    ]
    assert read and max(read) < LONG / 4, plan


def test_the_timeline_has_one_index_to_be_read_by() -> None:
    """Beside it one of the participant alone was smaller, so the database took it and read all of a story."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_get_indexdef(indexrelid) from pg_index"
            " where indrelid = 'core.participants_moment'::regclass and pg_get_indexdef(indexrelid) like %s",
            ["%(participant_id%"],
        )
        assert [text.split("btree ")[1] for (text,) in cursor.fetchall()] == ["(participant_id, at DESC, id)"]
