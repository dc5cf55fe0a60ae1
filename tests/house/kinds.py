"""What a function is, wherever it stands: an act because it is `@act`, a view because an address leads to it, a writer
because it changes a table. Which file it stands in says nothing."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ACT = "alongside.access.acts.act"
# What changes rows when it is called on a row or on a query.
CHANGES = frozenset(
    {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create", "update_or_create"}
)
SQL = re.compile(r"^\s*(insert into|update \w+\.\w+|delete from|truncate)\b", re.IGNORECASE)


@dataclass
class Unit:
    """A function or class at the top of a file, or what the file does by itself (named `<file>`)."""

    name: str
    is_act: bool = False
    changes: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)  # what it reads out of a table or the database by itself
    uses: set[str] = field(default_factory=set)


def read(files: dict[str, str], keepers: Iterable[str] = ()) -> dict[str, Unit]:
    """The units of these files (module name: source). `keepers` are functions of the database that change rows."""
    called = re.compile(rf"\b(?:{'|'.join(keepers)})\(") if keepers else None
    trees = {module: ast.parse(source) for module, source in files.items()}
    known = {module: dict(_imports(module, tree, files)) for module, tree in trees.items()}
    changes = CHANGES | {name for tree in trees.values() for name in _of_rows(tree)}
    units: dict[str, Unit] = {}
    for module, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                continue
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            name = f"{module}.{node.name if named else '<file>'}"  # type: ignore[attr-defined]
            unit = units.setdefault(name, Unit(name))
            unit.uses |= set(_used(node, module, known)) - {name}
            unit.changes += _changed(node, changes, called, set(known[module]))
            unit.asks += _asked(node)
            unit.is_act = named and any(ACT in _used(each, module, known) for each in node.decorator_list)  # type: ignore[attr-defined]
    return units


def _imports(module: str, tree: ast.Module, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                yield each.asname or each.name, f"{node.module}.{each.name}"
        elif isinstance(node, ast.Import):
            for each in node.names:
                yield each.asname or each.name, each.name
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, f"{module}.{node.name}"


def _used(node: ast.AST, module: str, known: dict[str, dict[str, str]]) -> list[str]:
    found = []
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            found.append(_where(known[module].get(each.id, ""), known))
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            found.append(_where(f"{known[module].get(each.value.id, '')}.{each.attr}", known))
    return found


def _where(name: str, known: dict[str, dict[str, str]]) -> str:
    """Where a name was made: a folder's `__init__` hands on what stands in the folder."""
    for _step in range(6):
        module, _dot, last = name.rpartition(".")
        onward = known.get(module, {}).get(last, name)
        if onward == name:
            break
        name = onward
    return name


def _of_rows(tree: ast.Module) -> Iterator[str]:
    """The methods with which a row changes itself: whoever calls one changes a table."""
    for table in ast.walk(tree):
        if isinstance(table, ast.ClassDef) and _is_a_table(table):
            for method in table.body:
                if isinstance(method, ast.FunctionDef) and any(
                    _changes_itself(each) for each in ast.walk(method)
                ):
                    yield method.name


def _is_a_table(node: ast.ClassDef) -> bool:
    return any(isinstance(each, ast.ClassDef) and each.name == "Meta" for each in node.body)


def _changes_itself(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {f"self.{each}" for each in CHANGES}


def _changed(
    node: ast.AST, changes: frozenset[str], called: re.Pattern[str] | None, named: set[str]
) -> list[str]:
    found = []
    for each in ast.walk(node):
        if isinstance(node, ast.ClassDef) and _is_a_table(node) and _changes_itself(each):
            continue
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr in changes:
            if isinstance(each.func.value, ast.Name) and each.func.value.id in named:
                continue  # a function of a file that is read as well, and no method of a row
            # `update` of a query takes names; that of a dict, a set or a hash takes what it adds.
            if not (each.func.attr == "update" and each.args) and not _of_no_table(each.func.value):
                found.append(ast.unparse(each.func)[:70])
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and _changes(each.value, called):
            found.append(" ".join(each.value.split())[:70])
    return found


def _changes(words: str, called: re.Pattern[str] | None) -> bool:
    return bool(SQL.match(words) or (called and called.search(words)))


def _asked(node: ast.AST) -> list[str]:
    return [
        ast.unparse(each)[:70]
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute)
        and each.attr in ("objects", "cursor", "_base_manager", "_default_manager")
    ]


def _of_no_table(receiver: ast.expr) -> bool:
    return ast.unparse(receiver) in ("cache", "catalogue", "super()")


def written_past_an_act(units: dict[str, Unit], excused: Iterable[str] = ()) -> list[str]:
    """Who changes a table although no act stands above it: the writer, and how it is reached."""
    used_by: dict[str, set[str]] = {}
    for unit in units.values():
        for each in unit.uses:
            used_by.setdefault(each, set()).add(unit.name)
    held = {unit.name for unit in units.values() if unit.is_act} | set(excused)
    wrong = []
    for unit in units.values():
        if unit.changes and unit.name not in held:
            way = _reached(unit.name, used_by, held)
            if way:
                wrong.append(f"{' < '.join(way)}: {unit.changes[0]}")
    return sorted(wrong)


def _reached(name: str, used_by: dict[str, set[str]], held: set[str]) -> list[str]:
    """The shortest way up from a writer to something that no act holds, or nothing."""
    ways, seen = [[name]], {name}
    while ways:
        way = ways.pop(0)
        above = used_by.get(way[-1], set())
        if not above:
            return way
        for each in sorted(above - held - seen):
            seen.add(each)
            ways.append([*way, each])
    return []


def reading_past_a_query(
    units: dict[str, Unit], pages: Iterable[str], excused: Iterable[str] = ()
) -> list[str]:
    """What reads a table by itself in a file (module name) with a view or a form in it."""
    these, excused = set(pages), set(excused)
    return sorted(
        f"{unit.name}: {unit.asks[0]}"
        for unit in units.values()
        if unit.asks and unit.name.rpartition(".")[0] in these and unit.name not in excused
    )


def reaching_up(units: dict[str, Unit], pages: Iterable[str]) -> list[str]:
    """Acts, and whatever else stands in a file with acts, that use a view or a form."""
    these = set(pages)
    acts = {unit.name.rpartition(".")[0] for unit in units.values() if unit.is_act}
    return sorted(
        f"{unit.name}: {each}"
        for unit in units.values()
        if unit.name.rpartition(".")[0] in acts
        for each in unit.uses
        if each.rpartition(".")[0] in these
    )


def product(root: Path) -> dict[str, str]:
    """Every file of the product by its module's name."""
    found = {}
    for path in sorted((root / "alongside").rglob("*.py")):
        if "migrations" not in path.parts:
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text()
    return found
