"""Whoever chooses a colleague without training about trafficking says why, and the words are kept."""

import html
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.clock.models import ClockSetting
from alongside.participants import queries, rules
from alongside.participants.actions import assign
from alongside.participants.choices import Part
from alongside.participants.models import ChosenAnyway
from tests import cast
from tests.desk import make

WHY = "Speaks Twi «at home»; I come along until the training in February"
WARNING = "Training about trafficking is not recorded for this colleague."


def chosen(client: Any, person: uuid.UUID, member: cast.Member, part: str, **more: str) -> Any:
    """Choose somebody on the page of who walks with them."""
    return client.post(f"/people/{person}/team/", {"staff": str(member.id), "part": part, **more})


def holds(person: uuid.UUID, part: str) -> uuid.UUID | None:
    """Who has this part now."""
    with cast.acting(cast.SUPERVISOR):
        row = getattr(queries.team(person), part)
        return row.staff_id if row else None


def kept(person: uuid.UUID) -> list[tuple[str, str]]:
    """The words that were kept, each with its part."""
    with cast.acting(cast.SUPERVISOR):
        return [(row.part, row.words) for row in ChosenAnyway.objects.filter(participant_id=person)]


@pytest.mark.parametrize("part", ["case_manager", "backup"])
def test_without_words_the_missing_training_is_named_and_nobody_is_assigned(part: str) -> None:
    person = make.person(case_manager=None, backup=None)
    client = cast.signed_in(cast.SUPERVISOR)
    for words in ("", "  \n "):
        answer = chosen(client, person, cast.CM3, part, why=words)
        page = html.unescape(answer.content.decode())
        assert answer.status_code == 422 and WARNING in page
        assert 'name="why"' in page and f'value="{cast.CM3.id}"' in page and "checked" in page
        assert holds(person, part) is None
    assert chosen(client, person, cast.CM3, part, why=WHY).status_code == 302
    assert holds(person, part) == cast.CM3.id
    assert kept(person) == [(part, WHY)]
    assert WHY in html.unescape(client.get(f"/people/{person}/team/").content.decode())


def test_the_words_are_gone_from_the_page_with_whom_they_are_about() -> None:
    person = make.person(case_manager=cast.CM1, backup=None)
    client = cast.signed_in(cast.SUPERVISOR)
    chosen(client, person, cast.CM3, "backup", why=WHY)
    assert WHY in html.unescape(client.get(f"/people/{person}/team/").content.decode())
    ClockSetting.set_to(cast.BEGINS + timedelta(minutes=5), running=False)
    assert chosen(client, person, cast.CM2, "backup").status_code == 302
    assert WHY not in html.unescape(client.get(f"/people/{person}/team/").content.decode())


def test_with_training_nothing_is_asked_and_nothing_kept() -> None:
    person = make.person(case_manager=None, backup=None)
    assert (
        chosen(cast.signed_in(cast.SUPERVISOR), person, cast.CM1, "case_manager", why=WHY).status_code == 302
    )
    assert kept(person) == []


def test_a_case_manager_says_it_too_when_choosing_a_backup() -> None:
    person = make.person(case_manager=cast.CM1, backup=None)
    client = cast.signed_in(cast.CM1)
    assert chosen(client, person, cast.CM3, "backup").status_code == 422
    assert chosen(client, person, cast.CM3, "backup", why=WHY).status_code == 302


def test_the_database_itself_wants_the_words() -> None:
    person = make.person(case_manager=None, backup=None)
    with cast.acting(cast.SUPERVISOR) as by, connection.cursor() as cursor:
        with pytest.raises(rules.NotTrained):
            assign(by=by, participant=person, staff=cast.CM3.id, part=Part.CASE_MANAGER)
        for statement in (
            f"select core.assign('{person}', '{cast.CM3.id}', 'case_manager', gen_random_uuid(), null)",
            f"select core.assign('{person}', '{cast.CM3.id}', 'case_manager', gen_random_uuid(), ''::bytea)",
            "insert into core.participants_chosenanyway select * from core.participants_chosenanyway",
            "update core.participants_chosenanyway set part = 'backup'",
            "delete from core.participants_chosenanyway",
            f"update core.agency_staff set trafficking_training_on = now() where id = '{cast.CM3.id}'",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
    assert holds(person, "case_manager") is None


def test_nobody_beyond_the_person_s_reach_reads_them() -> None:
    person = make.person(case_manager=cast.CM1, backup=None)
    chosen(cast.signed_in(cast.CM1), person, cast.CM3, "backup", why=WHY)
    for member in (cast.CM2, cast.ADMIN, cast.DIRECTOR, cast.ON_CALL):
        with cast.acting(member):
            assert not ChosenAnyway.objects.exists(), member.username
