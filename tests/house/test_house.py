"""The house's own rules, held in every room; and the same rules tried on planted faults."""

import re
import types
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.http import HttpResponse
from django.test import override_settings
from django.urls import get_resolver, path

from alongside.access.checks import every_view_names_its_policy
from alongside.access.wall import DOORS, SCHEMAS
from alongside.participants.models import OfParticipant
from alongside.vault.models import SealedText
from tests import cast
from tests.house import checks


def test_every_view_names_its_policy() -> None:
    assert checks.unmarked_views() == []


def test_every_table_has_a_wall_or_an_excuse() -> None:
    assert checks.unwalled_tables() == []


def test_every_action_is_an_act() -> None:
    assert [
        name for module in checks.modules("actions") for name in checks.actions_without_a_lock(module)
    ] == []


def test_every_free_text_is_sealed_or_excused() -> None:
    assert checks.plain_text_fields() == []


def test_no_excuse_is_left_over() -> None:
    fields = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
    }
    assert set(checks.IN_CLEAR) - fields == set()


def test_every_table_says_what_it_holds() -> None:
    assert checks.undocumented_models() == []


def test_every_form_reads_a_day_and_a_time_in_one_way() -> None:
    ways = re.compile(r"forms\.(?:DateField|TimeField|DateTimeField|SplitDateTimeField)\(")
    beside = [each.name for each in checks.sources() if ways.search(each.read_text())]
    assert beside == [], (
        "DayField, HourField and MomentField read what people type, and know a change of clocks"
    )


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(source.relative_to(checks.ROOT)): count
        for source in (*checks.sources(), *(checks.ROOT / "alongside" / "ui" / "scss").glob("*.scss"))
        if (count := len(source.read_text().splitlines())) > 400
    }
    assert long == {}


def test_no_migration_is_pending_or_named_by_a_machine() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    auto = [
        each.name
        for room in checks.ROOMS
        for each in (checks.ROOT / "alongside" / room).glob("migrations/*_auto_*.py")
    ]
    assert auto == []


@pytest.mark.parametrize("door", ["portal", "workspace"])
def test_the_other_doors_reach_no_table_of_people(door: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname in ('core', 'vault') and c.relkind in ('r', 'v') and"
            " (has_any_column_privilege(%s, c.oid, 'select,insert,update,references')"
            "  or has_table_privilege(%s, c.oid, 'delete,truncate,trigger'))",
            [f"alongside_{door}"] * 2,
        )
        assert cursor.fetchall() == []


def test_the_doors_own_nothing_and_step_over_no_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolname from pg_roles where rolname = any(%s) and (rolsuper or rolbypassrls or rolcreaterole)",
            [[f"alongside_{name}" for name in (*DOORS, "owner", "keeper", "backup")]],
        )
        assert cursor.fetchall() == []
        cursor.execute(
            "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any(%s)",
            [[f"alongside_{name}" for name in DOORS]],
        )
        assert cursor.fetchall() == []
        cursor.execute("select rolcanlogin from pg_roles where rolname = 'alongside_keeper'")
        assert cursor.fetchone() == (False,)


def test_public_may_call_no_function_and_use_no_schema() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any(%s)"
            " and has_function_privilege('public', p.oid, 'execute')",
            [list(SCHEMAS)],
        )
        assert cursor.fetchall() == []


# The same rules on planted faults: a test that cannot fail would show here. ------------------------------


def test_a_planted_unmarked_view_is_found_and_does_not_open() -> None:
    def view(request: Any) -> HttpResponse:
        return HttpResponse("words")

    planted = [path("planted/", view)]
    assert checks.unmarked_views(planted) == ["planted/"]
    urlconf = types.ModuleType("planted_urls")
    urlconf.urlpatterns = [*get_resolver().url_patterns, *planted]  # type: ignore[attr-defined]
    with override_settings(ROOT_URLCONF=urlconf):
        assert [error.id for error in every_view_names_its_policy(None)] == ["access.E001"]
        assert cast.signed_in(cast.CM1).get("/planted/").status_code == 404


def test_a_planted_table_without_a_wall_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("create table core.planted (words text)")
        assert checks.unwalled_tables() == ["core.planted: no wall is declared"]
        cursor.execute("drop table core.planted")
        cursor.execute("alter table core.participants_need no force row level security")
        assert checks.unwalled_tables() == ["core.participants_need: row-level security is not forced"]
        cursor.execute("alter table core.participants_need disable row level security")
        assert checks.unwalled_tables() == ["core.participants_need: row-level security is off"]


def test_a_planted_view_over_a_table_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("create view core.planted as select * from core.participants_need")
        assert checks.unwalled_tables() == ["core.planted: no wall is declared"]


def test_a_planted_action_without_a_lock_is_found() -> None:
    module = types.ModuleType("alongside.planted.actions")
    exec("def erase_everything(*, by): ...", module.__dict__)
    assert checks.actions_without_a_lock(module) == ["alongside.planted.actions.erase_everything"]


def test_what_is_planted_in_a_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "planted_room" / "actions" / "deeper"
    folder.mkdir(parents=True)
    for place in (folder.parents[1], folder.parent, folder):
        (place / "__init__.py").write_text("")
    (folder / "erasing.py").write_text("def erase_everything(*, by): ...\n")
    (folder.parent / "asking.py").write_text("def everybody(participant): ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = checks.with_its_folder(import_module("planted_room.actions"))
    assert [name for each in found for name in checks.actions_without_a_lock(each)] == [
        "planted_room.actions.asking.everybody",
        "planted_room.actions.deeper.erasing.erase_everything",
    ]


def test_the_folders_of_the_rooms_are_looked_into() -> None:
    names = {module.__name__ for module in checks.modules("actions", "queries")}
    assert {"alongside.connection.actions.strand", "alongside.goals.actions.turns"} <= names
    assert "alongside.connection.queries.notes" in names


def test_what_a_folder_keeps_to_itself_is_used_by_nobody_else() -> None:
    planted = "from alongside.goals.actions._latch import held_sheet"
    assert checks.reached_past_a_folder(planted, "alongside.practice.actions")
    assert not checks.reached_past_a_folder(planted, "alongside.goals.actions.steps")
    wrong = {
        str(source.relative_to(checks.ROOT)): found
        for source in checks.sources()
        if (found := checks.reached_past_a_folder(source.read_text(), checks.module_of(source)))
    }
    assert wrong == {}


def test_a_planted_plain_text_field_is_found() -> None:
    class Planted(OfParticipant):
        sealed = SealedText()
        story = models.TextField()
        words = models.JSONField()

        class Meta:
            app_label = "participants"

    try:
        assert checks.plain_text_fields([Planted]) == [
            "participants.Planted.story",
            "participants.Planted.words",
        ]
        assert checks.undocumented_models([Planted]) == ["Planted"]
    finally:
        del apps.all_models["participants"]["planted"]
        apps.clear_cache()


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        ("TID251", "from datetime import datetime\nx = datetime.now(None)\n"),
        ("TID251", "from django.utils import timezone\nx = timezone.now()\n"),
        ("DTZ001", "from datetime import datetime\nx = datetime(2026, 1, 1)\n"),
        ("ARG001", "def everybody(actor: object) -> list[str]:\n    return []\n"),
        ("D103", "def everybody() -> None: ...\n"),
    ],
)
def test_what_ruff_looks_for_is_found_where_it_is_planted(rule: str, planted: str) -> None:
    import subprocess
    import sys

    asked = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--no-cache"]
    asked += ["--stdin-filename", "alongside/planted/queries.py", "-"]
    told = subprocess.run(asked, cwd=checks.ROOT, input=planted, capture_output=True, text=True, check=False)
    assert rule in told.stdout


def registries_and_machine_paths() -> list[str]:
    """What no file may name; put together here, so that this file does not name it either."""
    registries = [name + ".org" for name in ("pypi", "npmjs")] + ["python" + "hosted"]
    return [*registries, *(f"/{folder}/" for folder in ("root", "work", "farm"))]


def test_the_words_of_a_machine_or_a_registry_are_nowhere() -> None:
    import subprocess

    wrong = []
    for name in subprocess.run(
        ["git", "ls-files"], cwd=checks.ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines():
        file = Path(checks.ROOT / name)
        if file.suffix in (".png", ".po") or not file.is_file():
            continue
        text = file.read_text(errors="ignore")
        wrong += [name for word in registries_and_machine_paths() if word in text]
    assert wrong == []


def test_the_generated_role_map_is_up_to_date() -> None:
    from alongside.project.matrix import matrix

    assert (checks.ROOT / "docs" / "ROLES.md").read_text() == matrix(), "run: manage.py roles"
