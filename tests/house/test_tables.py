"""The questions that docs/ADDING.md asks of a table, as far as a machine can ask them, of every table there is."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import isolate_apps

from alongside.access.room import Room, rooms
from alongside.access.wall import GOES, MY_PEOPLE, Policy, Wall, declared
from alongside.participants.models import OfParticipant
from alongside.vault.fields import SealedText

OURS = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
# A row is read through reach: one's own people, who is known at the door, one's own row, or while it is nobody's.
REACH = re.compile(r"my_people|my_acquaintances|access\.actor|core\.\w+\(|\bexists\b|participant_id is null")


def about_somebody() -> list[Any]:
    """The tables that name a participant."""
    return [
        model for model in OURS if any(each.name == "participant" for each in model._meta.concrete_fields)
    ]


def table_of(model: Any) -> str:
    """The name of a table with its schema, as walls have it."""
    found = [name for name in declared()[0] if name.rpartition(".")[2] == model._meta.db_table]
    return found[0] if found else ""


# 1. Who reaches it


def reached_without_reach(walls: Iterable[Wall]) -> list[str]:
    """Policies for a door on a table about somebody that ask nothing of who reads."""
    return [
        f"{wall.table}: {policy.name}"
        for wall in walls
        for policy in wall.policies
        if policy.on in ("all", "select") and set(policy.to) & {"desk", "workspace"}
        if not REACH.search(policy.using)
    ]


def test_nobody_reads_about_somebody_but_through_reach() -> None:
    walls = declared()[0]
    assert reached_without_reach(walls[name] for model in about_somebody() if (name := table_of(model))) == []


# 2. Under which key its words are


def sealed_under_nothing(these: Iterable[Any]) -> list[str]:
    """Tables with sealed words and no key."""
    return [
        model._meta.label
        for model in these
        if any(isinstance(each, SealedText) for each in model._meta.concrete_fields)
        if not any(each.name == "key_id" for each in model._meta.concrete_fields)
    ]


def test_words_are_sealed_under_a_key() -> None:
    assert sealed_under_nothing(OURS) == []


# 4. Two records of one person: no row goes over to the other


def rows_that_may_move() -> list[str]:
    """Tables about somebody in which the desk may write another participant, and nothing forbids it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'"
            " where n.nspname = 'core' and c.relkind = 'r'"
            " and has_column_privilege('alongside_desk', c.oid, a.attnum, 'update')"
            " and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'stays_with_its_person')"
            " order by 1"
        )
        return [row[0] for row in cursor.fetchall()]


def test_a_row_stays_with_its_person() -> None:
    assert rows_that_may_move() == []


# 5. How it leaves: no wall stands that does not say (tests/custody/test_whole.py)


def test_what_stays_says_why() -> None:
    why = {
        name: wall.leaves.why for name, wall in declared()[0].items() if wall.leaves and wall.leaves != GOES
    }
    assert len(why) > 20 and [name for name, said in why.items() if 0 < len(said) < 9] == []


# 7. With its part turned off


def never_answered(these: Iterable[Room]) -> list[str]:
    """Rooms with pages of which nobody said whether an agency may leave them off."""
    return [room.label for room in these if room.addresses() and bool(room.modules) == bool(room.always)]


def test_every_room_says_whether_it_can_be_left_off() -> None:
    assert never_answered(rooms()) == []


# The same rules on planted faults -------------------------------------------------------------------------


def test_a_planted_policy_that_asks_nothing_is_found() -> None:
    all_of_them = Policy("all", using="true")
    mine = Policy("mine", on="select", using=MY_PEOPLE)
    assert reached_without_reach([Wall("core.planted", (all_of_them, mine))]) == ["core.planted: all"]


@isolate_apps("alongside.participants")
def test_a_planted_table_without_a_key_is_found() -> None:
    class Planted(models.Model):
        words = SealedText()

        class Meta:
            app_label = "participants"

    class Kept(OfParticipant):
        words = SealedText()

        class Meta:
            app_label = "participants"

    assert sealed_under_nothing([Planted, Kept]) == ["participants.Planted"]


def test_a_planted_row_that_may_move_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("drop trigger stays_with_its_person on core.goals_goal")
        cursor.execute("grant update on core.goals_goal to alongside_desk")
    assert rows_that_may_move() == ["goals_goal"]


@pytest.mark.no_database
def test_a_room_that_says_nothing_or_both_is_found() -> None:
    class Planted:
        label, modules, always = "planted", None, ""

        def addresses(self) -> list[str]:
            return ["planted/"]

    silent: Any = Planted()
    assert never_answered([silent]) == ["planted"]
    silent.always, silent.modules = "a reason", ["one"]
    assert never_answered([silent]) == ["planted"]
    silent.modules = None
    assert never_answered([silent]) == []


def test_no_index_repeats_the_beginning_of_another() -> None:
    """Each costs every row that is written. What Django makes for the beginning of a text, and who wrote a row (a
    column that comes with its base), are left."""
    assert again(_indexes()) == []


def test_an_index_that_repeats_another_is_found() -> None:
    kept = [
        ("core.goals_goal", "by_participant", [2, 7], True),
        ("core.goals_goal", "goal_set_by", [5], True),
    ]
    assert again([*kept, ("core.goals_goal", "planted", [2], True)]) == ["planted"]
    assert again([*kept, ("core.goals_step", "elsewhere", [2], True)]) == []
    assert again([*kept, ("core.goals_goal", "says_something", [2], False)]) == []


Index = tuple[str, str, list[int], bool]


def again(indexes: list[Index]) -> list[str]:
    """Plain indexes whose columns another of the same table begins with."""
    return [
        name
        for table, name, columns, plain in indexes
        if plain
        and any(
            table == of and name != other and more[: len(columns)] == columns
            for of, other, more, _ in indexes
        )
    ]


def _indexes() -> list[Index]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select i.indrelid::regclass::text, k.relname, i.indkey::int2[], not i.indisunique"
            " from pg_index i join pg_class k on k.oid = i.indexrelid join pg_am a on a.oid = k.relam"
            " join pg_class t on t.oid = i.indrelid"
            " where t.relnamespace::regnamespace::text in ('core', 'access', 'vault', 'trail', 'shared')"
            " and i.indpred is null and i.indexprs is null and a.amname = 'btree'"
            " and k.relname !~ '(_like|_by_id_[0-9a-f]+)$' and t.relname !~ '^(auth|account)_'"
        )
        return [(table, name, list(columns), plain) for table, name, columns, plain in cursor.fetchall()]
