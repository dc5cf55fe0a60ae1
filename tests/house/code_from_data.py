"""What makes code of data: where our own code, our settings and the back-ends they name would do it."""

import ast
import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from tests.house.checks import ROOT

LOADERS = {
    "pickle", "_pickle", "cPickle", "pickle5", "cloudpickle", "dill", "marshal", "shelve", "jsonpickle", "joblib",
    "_compat_pickle", "copyreg", "code", "codeop", "runpy",
}  # fmt: skip
# Called by these names, they run what they are handed.
RUNS = {"eval", "exec", "compile", "__import__"}
# Methods that build objects a file names, unless they are told not to.
BUILDS = {
    ("yaml", "load"),
    ("yaml", "unsafe_load"),
    ("yaml", "full_load"),
    ("pandas", "read_pickle"),
    ("numpy", "load"),
}
FOLDERS = ("alongside", "bootstrap", "scripts", "bench")
# A module of a name that our own code or a test says, never a row.
STARTERS = ("run", "test", "keep")


def makers_of_code(source: str) -> list[str]:
    """Every place in this Python that would make code of data."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names if each.name.split(".")[0] in LOADERS]
        elif (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").split(".")[0] in LOADERS
            and not node.level
        ):
            found.append(str(node.module))
        elif isinstance(node, ast.Call):
            found += _called(node)
    return found


def _called(node: ast.Call) -> Iterator[str]:
    called = node.func
    if isinstance(called, ast.Name) and called.id in RUNS:
        yield called.id
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        full = called.value.id, called.attr
        if full in BUILDS:
            yield ".".join(full)
    if isinstance(called, ast.Name | ast.Attribute):
        name = called.id if isinstance(called, ast.Name) else called.attr
        if name in ("import_module", "import_string") and not _said_here(node):
            yield f"{name} of what is not said here"


def _said_here(node: ast.Call) -> bool:
    """Whether the name of a module is written in the code, at least how it begins."""
    first = node.args[0] if node.args else None
    if isinstance(first, ast.JoinedStr):
        # The name of one of our own apps may stand in front, or a part behind what is written.
        return any(isinstance(each, ast.Constant) for each in first.values)
    return isinstance(first, ast.Constant)


def ours() -> dict[str, list[str]]:
    """Each of our own files that would make code of data, with what does it."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    files += [
        path for name in STARTERS if (path := ROOT / name).read_text().startswith("#!/usr/bin/env python")
    ]
    return {
        str(path.relative_to(ROOT)): wrong for path in files if (wrong := makers_of_code(path.read_text()))
    }


def _named(value: Any) -> Iterator[str]:
    """Every dotted name in a setting, however deep."""
    if isinstance(value, str):
        if value.count(".") and value.replace(".", "").replace("_", "").isalnum() and value[0].isalpha():
            yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _named(key)
            yield from _named(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _named(each)


def back_ends(told: Any = settings) -> dict[str, Any]:
    """What the settings name, and Django's own settings where ours say nothing: classes, functions, modules."""
    found = {}
    for setting in dir(told):
        if not setting.isupper() or setting == "TEST_RUNNER":
            continue
        for name in _named(getattr(told, setting)):
            try:
                found[name] = import_string(name)
            except (ImportError, ValueError):
                try:
                    found[name] = import_module(name)
                except (ImportError, ValueError, RuntimeError):
                    continue
    return found


def loading_back_ends(told: Any = settings) -> dict[str, list[str]]:
    """Each back-end in whose modules, down to what it is made of, code is made of data."""
    wrong = {}
    for name, thing in back_ends(told).items():
        for module in sorted(_made_of(thing)):
            if module.startswith("alongside.") or module.split(".")[0] in sys.stdlib_module_names:
                continue
            source = _source(sys.modules.get(module))
            loaders = [each for each in makers_of_code(source) if not each.startswith("import_")]
            if loaders:
                wrong[f"{name}: {module}"] = loaders
    return wrong


def _made_of(thing: Any) -> set[str]:
    if isinstance(thing, ModuleType):
        classes = [
            each
            for each in vars(thing).values()
            if inspect.isclass(each) and each.__module__ == thing.__name__
        ]
        return {thing.__name__, *(base.__module__ for each in classes for base in each.__mro__)}
    if inspect.isclass(thing):
        return {each.__module__ for each in thing.__mro__}
    return {str(getattr(thing, "__module__", ""))}


def _source(module: ModuleType | None) -> str:
    try:
        return inspect.getsource(module) if module is not None else ""
    except (OSError, TypeError):
        return ""
