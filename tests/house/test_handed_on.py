"""A folder of acts, queries or forms hands on what others use, and nothing that nobody takes from there."""

import ast
from pathlib import Path

import pytest

from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

KINDS = ("actions", "forms", "queries")


def _folders(root: Path) -> dict[str, Path]:
    found = (path for kind in KINDS for path in root.glob(f"alongside/*/{kind}/__init__.py"))
    return {".".join(path.relative_to(root).parent.parts): path for path in found}


def taken_by_nobody(root: Path) -> list[str]:
    """What the folders of the rooms hand on, and no file takes from there by its name or through the folder."""
    folders = _folders(root)
    taken: set[str] = set()
    for path in sorted(
        {*root.rglob("alongside/**/*.py"), *root.rglob("tests/**/*.py"), *root.rglob("bench/*.py")}
    ):
        if path in folders.values():
            continue
        tree = ast.parse(path.read_text())
        through = {}
        for node in ast.walk(tree):
            for each in node.names if isinstance(node, ast.ImportFrom) else ():
                name = f"{node.module}.{each.name}"  # type: ignore[attr-defined]
                taken.add(name)
                through[each.asname or each.name] = name
        taken |= {
            f"{through[node.value.id]}.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in through
        }
    return sorted(
        {
            f"{folder}.{each.asname or each.name}"
            for folder, path in folders.items()
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{folder}.")
            for each in node.names
        }
        - taken
    )


def test_what_a_folder_hands_on_is_taken() -> None:
    assert _folders(ROOT)
    assert taken_by_nobody(ROOT) == []


def test_what_nobody_takes_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "alongside" / "lending" / "queries"
    folder.mkdir(parents=True)
    (folder / "books.py").write_text("def books(): ...\ndef shelf(): ...\ndef row(): ...\n")
    (folder / "__init__.py").write_text("from alongside.lending.queries.books import books, row, shelf\n")
    (folder.parent / "views.py").write_text(
        "from alongside.lending import queries as q\nfrom alongside.lending.queries import row\nq.books()\n"
    )
    assert taken_by_nobody(tmp_path) == ["alongside.lending.queries.shelf"]
