"""SQL stands in files beside its walls, says what Python says, and is read as it is written."""

import re
from pathlib import Path

import pytest

from alongside.access import links, roles
from alongside.access.sql_files import NotAsWritten, functions, script
from alongside.access.wall import HOUSE
from alongside.connection.choices import EFFORT_OF
from alongside.custody.walls_tables import BROUGHT_TABLES
from alongside.partners.rules import MONTHS_OF_GAPS
from alongside.referrals.rules import MONTHS_COUNTED
from tests.house import refusals
from tests.house.checks import ROOT, sources

pytestmark = pytest.mark.no_database

FILES = sorted((ROOT / "alongside").glob("*/sql/*.sql"))
LOADED = re.compile(r'script\(__file__, "([a-z_]+)"|(functions)\(\s*__file__')


def test_sql_stands_in_files_that_some_wall_reads() -> None:
    beside = {ROOT / "alongside/access/raising.py", ROOT / "alongside/access/sql_files.py"}
    bodies = [each for each in sources() if "plpgsql" in each.read_text() and each not in beside]
    assert bodies == [], "a function's body belongs into a .sql file"
    read = {
        source.parent / "sql" / f"{name or source.stem}.sql"
        for source in sources()
        for name, _functions in LOADED.findall(source.read_text())
    }
    assert set(FILES) == read


def test_no_sql_is_too_long_to_read() -> None:
    assert [each.name for each in FILES if len(each.read_text().splitlines()) > 400] == []
    assert [line for each in FILES for line in each.read_text().splitlines() if len(line) > 120] == []


@pytest.mark.parametrize(
    ("room", "said"),
    [
        ("access", f"array[{', '.join(repr(each.value) for each in roles.NEED_A_SECOND)}]"),
        ("reports", " ".join(f"when '{kind}' then '{effort}'" for kind, effort in EFFORT_OF.items())),
        ("partners", f"clock_timestamp() + interval '{links.DAYS} days'"),
        ("partners", f"interval '{MONTHS_OF_GAPS} months'"),
        ("referrals", f"interval '{MONTHS_COUNTED} months'"),
        (
            "custody",
            " ".join(
                f"delete from core.{table} where participant_id = any(them);"
                for table in reversed(BROUGHT_TABLES)
                if table != "participants_participant"
            ),
        ),
    ],
)
def test_sql_says_what_python_says(room: str, said: str) -> None:
    written = " ".join(" ".join(each.read_text().split()) for each in FILES if each.parts[-3] == room)
    assert said in written


def test_sql_names_nobody_but_the_house() -> None:
    named = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    assert {each for file in FILES for each in named.findall(file.read_text())} == {str(HOUSE)}


ONE = "create function core.one(p_id uuid) returns void language plpgsql as $body$\nbegin end $body$;\n"


def test_a_file_and_what_is_declared_about_it_have_to_fit(tmp_path: Path) -> None:
    walls, folder = str(tmp_path / "walls.py"), tmp_path / "sql"
    folder.mkdir()

    def read(text: str, to: dict[str, tuple[str, ...]], **lists: tuple[str, ...]) -> list[str]:
        (folder / "walls.sql").write_text(text)
        return [
            f"{each.name}({each.arguments}) {each.body.strip()}" for each in functions(walls, to, **lists)
        ]

    assert read(f"-- One.\n{ONE}", {"core.one": ("desk",)}) == ["core.one(p_id uuid) begin end"]
    listed = ONE.replace("begin end", "begin perform 'x' in (:names), ''::text; end")
    (filled,) = read(listed, {"core.one": ()}, names=("a", "b"))
    assert filled.endswith("begin perform 'x' in ('a', 'b'), ''::text; end")
    for text, to, lists in (
        (f"{ONE}drop table core.people;\n", {"core.one": ()}, {}),
        (ONE.replace("language", "security invoker language"), {"core.one": ()}, {}),
        (ONE, {}, {}),
        (ONE + ONE, {"core.one": ()}, {}),
        (ONE, {"core.one": (), "core.two": ()}, {}),
        (listed, {"core.one": ()}, {}),
        (ONE, {"core.one": ()}, {"names": ("a",)}),
        (listed, {"core.one": ()}, {"names": ("a') or true; --",)}),
    ):
        with pytest.raises(NotAsWritten):
            read(text, to, **lists)


def test_a_script_is_filled_with_identifiers_alone(tmp_path: Path) -> None:
    walls = str(tmp_path / "walls.py")
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "closed.sql").write_text("revoke all on :table from public")
    assert script(walls, "closed", table="core.people") == "revoke all on core.people from public"
    for told in ({}, {"table": "core.people; drop table core.people"}, {"table": "core.people", "more": "x"}):
        with pytest.raises(NotAsWritten):
            script(walls, "closed", **told)


def test_every_refusal_has_a_name() -> None:
    assert [wrong for each in FILES for wrong in refusals.unnamed(each.read_text())] == []


def test_nobody_reads_what_the_database_says_in_english() -> None:
    wrong = {
        str(each.relative_to(ROOT)): lines
        for each in sources()
        if (lines := refusals.read_as_text(each.read_text()))
    }
    assert wrong == {}, "refusals.refused_as knows them by name"


def test_every_name_that_is_answered_is_raised_somewhere() -> None:
    names = refusals.of_tables().union(*(refusals.raised(each.read_text()) for each in FILES))
    answered = {name for each in sources() for name in refusals.told(each.read_text())}
    assert answered
    assert answered - names == set()


@pytest.mark.parametrize(
    "planted",
    [
        "raise exception 'has a primary'",
        "raise check_violation using message = 'has a primary'",
        "raise no_data_found",
        "raise unique_violation using constraint = 'has_a_case_manager', message = 'has ' || named",
        "raise exception 'for %', named using constraint = 'has_a_case_manager'",
    ],
)
def test_a_planted_refusal_without_a_name_is_found(planted: str) -> None:
    sound = "raise unique_violation using constraint = 'has_a_case_manager', message = 'the supervisor''s'"
    assert refusals.unnamed(f"-- To raise it.\nbegin {sound}; {planted}; end") == [f"{planted};"]
    assert refusals.raised(f"begin {sound}; end") == {"has_a_case_manager"}


@pytest.mark.parametrize(
    "planted",
    [
        "try:\n    pass\nexcept IntegrityError as error:\n    if 'case_manager' in str(error):\n        pass",
        "try:\n    pass\nexcept (KeyError, db.DatabaseError) as error:\n    said = error.args[0]\n    pass",
        "try:\n    pass\nexcept Exception as error:\n    said = f'{error}'.lower()\n    pass",
        "try:\n    pass\nexcept DataError as error:\n    said = error.__cause__.diag.message_primary",
        "def why(error: ProgrammingError) -> None:\n    pass\n    pass\n    return 'case_manager' in str(error)",
    ],
)
def test_a_planted_look_at_an_english_message_is_found(planted: str) -> None:
    assert refusals.read_as_text(planted) == [4]


def test_a_name_that_nobody_raises_is_found() -> None:
    source = (
        "with refused_as({'has_a_case_manager': HasCaseManager, 'misspelt': TurnedDown('x')}):\n"
        "    call('core.assign')"
    )
    assert refusals.told(source) == {"has_a_case_manager", "misspelt"}
    assert refusals.read_as_text("try:\n    pass\nexcept ValueError as error:\n    str(error)") == []
