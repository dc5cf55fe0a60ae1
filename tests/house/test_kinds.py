"""Acts, views and what changes a table are known by what they are; the same rules tried on planted faults."""

import inspect
from functools import cache
from importlib import import_module

import pytest
from django.db import connection
from django.forms import BaseForm
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.access.wall import SCHEMAS
from tests.house import kinds
from tests.house.checks import ROOT

# What changes a table and is nobody's act, each with its reason.
NO_ACT = {
    "alongside.keeping.removing.removable": "makes the acts with which a row is taken away and brought back",
    "alongside.access.factors._was_used": "one's own second factor, used to come in",
    "alongside.access.passwords.change": "one's own password, by oneself",
    "alongside.project.management.commands.agree.Command": "whoever runs the house, by command",
    "alongside.project.management.commands.new_link.Command": "whoever runs the house, by command",
    "alongside.access.ledger.Ledger": "how often something was tried; on a connection of its own",
    "alongside.access.raising._keep_pads": "the owner, when walls are raised",
    "alongside.access.session_store.SessionStore": "that one is signed in",
    "alongside.access.sessions._ends_the_others": "sign-in: one's other sessions end with a changed password",
    "alongside.access.sessions._stands_in_the_list": "that one is signed in",
    "alongside.access.views.signed_in": "one's own sessions, ended by oneself",
    "alongside.clock.models.ClockSetting": "the clock of a demo, never of an agency",
    "alongside.benefits.reference.load": "what a room begins with, by the owner",
    "alongside.care.reference.load": "what a room begins with, by the owner",
    "alongside.connection.reference.load": "what a room begins with, by the owner",
    "alongside.consent.reference.load": "what a room begins with, by the owner",
    "alongside.funders.reference.load": "what a room begins with, by the owner",
    "alongside.journey.reference.load": "what a room begins with, by the owner",
    "alongside.provisions.reference.load": "what a room begins with, by the owner",
    "alongside.practice.reference.load": "what a room begins with, by the owner",
    "alongside.custody.by_command.keep": "the whole record into an empty house, by the owner",
    "alongside.custody.by_command.make_room": "the whole record into an empty house, by the owner",
    "alongside.participants.tokens.make_all_anew": "another search key, by the owner",
    "alongside.project.tasks.let_go": "the house lets go of what is over",
    "alongside.project.upkeep.restore.restore": "a copy put back, by the owner",
    "alongside.project.upkeep.rotate.forget_former": "another master key, by the owner",
    "alongside.project.upkeep.rotate.rotate_master_key": "another master key, by the owner",
}
# Pages that ask the database themselves, each with its reason.
NO_QUERY = {
    "alongside.desk.taken_away.taken_away": "each kind of thing that may be taken away, by its table; the wall decides",
    "alongside.project.telling.ready": "whether the database answers; no table",
}


def keepers() -> list[str]:
    """The functions of the database that change rows, as they are called."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct pronamespace::regnamespace::text || '[.]' || proname from pg_proc"
            " where pronamespace::regnamespace::text = any(%s) and prorettype <> 'trigger'::regtype"
            " and prosrc ~* '(insert into|update [a-z]+[.]|delete from)' and proname !~ '^procrastinate'",
            [list(SCHEMAS)],
        )
        return [name for (name,) in cursor.fetchall()]


@cache
def units() -> dict[str, kinds.Unit]:
    return kinds.read(kinds.product(ROOT), keepers())


@cache
def pages() -> frozenset[str]:
    """The files an address leads into, and those with a form in them."""
    routed = {inspect.unwrap(each.callback).__module__ for _route, each in views(get_resolver().url_patterns)}
    for name in {unit.rpartition(".")[0] for unit in units() if ".wsgi" not in unit}:
        if any(
            inspect.isclass(each) and issubclass(each, BaseForm) and each.__module__ == name
            for each in vars(import_module(name)).values()
        ):
            routed.add(name)
    return frozenset(name for name in routed if name.startswith("alongside."))


def test_whatever_changes_a_table_is_an_act_or_held_by_one() -> None:
    assert kinds.written_past_an_act(units(), NO_ACT) == []


def test_no_reason_is_left_over() -> None:
    assert set(NO_ACT) - set(units()) == set()
    without = {each.split(":")[0].split(" < ")[0] for each in kinds.written_past_an_act(units())}
    held = {name for name in NO_ACT if kinds.written_past_an_act(units(), set(NO_ACT) - {name})}
    assert without and held == set(NO_ACT)


def test_no_page_and_no_form_asks_the_database_itself() -> None:
    assert kinds.reading_past_a_query(units(), pages(), NO_QUERY) == []


def test_no_act_uses_a_page_or_a_form() -> None:
    assert kinds.reaching_up(units(), pages()) == []


def test_acts_and_pages_are_found_wherever_they_stand() -> None:
    acts = {unit.name.rpartition(".")[0] for unit in units().values() if unit.is_act}
    assert {"alongside.participants.reaching", "alongside.participants.choosing"} <= acts
    assert {"alongside.journey.parting", "alongside.connection.program", "alongside.desk.today"} <= pages()


# The same rules on planted faults. ------------------------------------------------------------------------

ACT = "from alongside.access.acts import act\nfrom alongside.access.roles import Can\n"


@pytest.mark.parametrize(
    "words",
    [
        "row.save()", "row.delete()", "Note.objects.filter(pk=1).update(words=2)", "row.notes.create(words=1)",
        "Note.objects.bulk_create(rows)", "cursor.execute('insert into core.note values (1)')",
        "cursor.execute('UPDATE core.note set words = 1')", "cursor.execute('select core.move_keys(%s)')",
    ],
)  # fmt: skip
def test_a_planted_change_is_found_wherever_it_stands(words: str) -> None:
    planted = {"alongside.circle.sorting": f"def tidy(row, rows, cursor):\n    {words}\n"}
    planted["alongside.circle.pages"] = (
        "from alongside.circle import sorting\ndef page(request):\n    sorting.tidy(1)\n"
    )
    (found,) = kinds.written_past_an_act(kinds.read(planted, ["core[.]move_keys"]))
    assert found.startswith("alongside.circle.sorting.tidy < alongside.circle.pages.page: ")


def test_what_only_acts_use_is_held_by_them_and_by_nothing_else() -> None:
    planted = {
        "alongside.circle.sorting": "def tidy(row):\n    row.save()\n",
        "alongside.circle.doing": f"{ACT}from alongside.circle.sorting import tidy\n"
        "@act(Can.WALK)\ndef sort(*, by):\n    tidy(1)\n",
    }
    assert kinds.written_past_an_act(kinds.read(planted)) == []
    # A name that only looks like it, a folder that hands it on, and a form that does it as well.
    planted["alongside.circle.doing"] = planted["alongside.circle.doing"].replace(
        "access.acts", "circle.acts"
    )
    assert kinds.written_past_an_act(kinds.read(planted))
    planted["alongside.circle.doing"] = planted["alongside.circle.doing"].replace(
        "circle.acts", "access.acts"
    )
    planted["alongside.circle.folder"] = "from alongside.circle.sorting import tidy as tidied\n"
    planted["alongside.circle.asking"] = (
        "from alongside.circle.folder import tidied\nclass Asked:\n    def keep(self):\n        tidied(1)\n"
    )
    (found,) = kinds.written_past_an_act(kinds.read(planted))
    assert found == "alongside.circle.sorting.tidy < alongside.circle.asking.Asked: row.save"


def test_a_row_that_changes_itself_is_a_change_of_whoever_asks_it_to() -> None:
    planted = {
        "alongside.circle.rows": "class Kept:\n    class Meta:\n        abstract = True\n"
        "    def let_go(self):\n        self.save()\n",
        "alongside.circle.pages": "def page(request, row):\n    row.let_go()\n",
    }
    (found,) = kinds.written_past_an_act(kinds.read(planted))
    assert found == "alongside.circle.pages.page: row.let_go"


def test_what_changes_no_table_is_not_taken_for_it() -> None:
    planted = {
        "alongside.circle.sorting": "def tidy(told, seen):\n    told.update(seen)\n    cache.delete('a')\n"
    }
    assert kinds.written_past_an_act(kinds.read(planted)) == []


def test_a_planted_page_that_reads_a_table_is_found() -> None:
    planted = {"alongside.circle.along": "def along(request):\n    return Note.objects.filter(pk=1)\n"}
    found = kinds.reading_past_a_query(kinds.read(planted), ["alongside.circle.along"])
    assert found == ["alongside.circle.along.along: Note.objects"]


def test_a_planted_act_that_uses_a_form_is_found() -> None:
    planted = {
        "alongside.circle.asking": "class Asked:\n    pass\n",
        "alongside.circle.doing": f"{ACT}from alongside.circle import asking\n"
        "@act(Can.WALK)\ndef sort(*, by):\n    asking.Asked()\n",
    }
    found = kinds.reaching_up(kinds.read(planted), ["alongside.circle.asking"])
    assert found == ["alongside.circle.doing.sort: alongside.circle.asking.Asked"]
