"""Who acts is signed for one transaction: what SQL under a door's role can do with somebody else's signature."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from alongside.access.actor import enter
from tests import cast
from tests.attacks.raw import connected, in_the_house
from tests.conftest import clone, drop


@pytest.fixture(scope="module")
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    with django_db_blocker.unblock():
        name = clone(f"alongside_signing_{uuid.uuid4().hex[:8]}")
        yield name
        drop(name)


def cell(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


def test_what_a_page_was_signed_with_is_worth_nothing_to_the_next_one_on_its_connection(
    database: str,
) -> None:
    """Words slipped into a later page's SQL on the same connection put the signature of the one before up again."""

    def two_pages() -> Any:
        with transaction.atomic():
            enter(cast.SUPERVISOR.actor)
            assert cell("select access.actor()") == cast.SUPERVISOR.id
            kept = cell("select current_setting('alongside.actor')")
        with transaction.atomic():
            cell("select set_config('alongside.actor', %s, true)", kept)
            return cell("select access.actor()")

    assert in_the_house(database, two_pages) is None


def test_a_signature_left_for_the_whole_connection_ends_with_its_page(database: str) -> None:
    def two_pages() -> Any:
        with transaction.atomic():
            enter(cast.SUPERVISOR.actor)
            cell("select set_config('alongside.actor', current_setting('alongside.actor'), false)")
        with transaction.atomic():
            return cell("select access.actor()")

    assert in_the_house(database, two_pages) is None


def test_other_connections_of_the_role_see_no_signature(database: str) -> None:
    """What the server shows a role of its other connections: the text of what they are busy with."""

    def a_page_is_looked_at() -> tuple[str, list[str]]:
        with transaction.atomic():
            enter(cast.SUPERVISOR.actor)
            kept = cell("select current_setting('alongside.actor')")
            enter(cast.SUPERVISOR.actor)
            with connected("desk", database=database) as attacker:
                rows = attacker.execute("select coalesce(query, '') from pg_stat_activity").fetchall()
        return kept, [text for (text,) in rows]

    kept, shown = in_the_house(database, a_page_is_looked_at)
    assert kept and not [text for text in shown if str(cast.SUPERVISOR.id) in text]


def test_no_statement_on_its_way_has_a_signature_in_its_text(database: str, tmp_path: Path) -> None:
    """Whatever the server shows or writes down: the signature goes beside the statement."""
    seen = tmp_path / "protocol"

    def a_page() -> str:
        connection.ensure_connection()
        with seen.open("w") as file, transaction.atomic():
            connection.connection.pgconn.trace(file.fileno())
            enter(cast.SUPERVISOR.actor)
            connection.connection.pgconn.untrace()
            return str(cell("select current_setting('alongside.actor')"))

    kept = in_the_house(database, a_page)
    sent = [line for line in seen.read_text().splitlines() if kept in line]
    assert [line.split("\t")[3].split()[0] for line in sent if "\tF\t" in line] == ["Bind"]


def test_a_role_cannot_turn_the_showing_on(database: str) -> None:
    with connected("desk", database=database) as attacker:
        shown = attacker.execute("select current_setting('track_activities')").fetchone()
        assert shown == ("off",)
        with pytest.raises(Exception, match="permission denied"):
            attacker.execute("set track_activities = on")


def test_an_earlier_signature_does_not_say_that_somebody_is_fresh(database: str) -> None:
    def a_page() -> tuple[Any, Any, Any]:
        with transaction.atomic():
            enter(cast.SUPERVISOR.actor)
            plain = cell("select access.is_fresh()")
            kept = cell("select current_setting('alongside.actor')")
            cell("select set_config('alongside.actor', %s, true)", kept.replace("..", ".fresh."))
            forged = cell("select access.is_fresh()")
            enter(cast.SUPERVISOR.actor, fresh=True)
            return plain, forged, cell("select access.is_fresh()")

    assert in_the_house(database, a_page) == (False, False, True)
