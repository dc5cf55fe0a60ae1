"""The border between database and Python: refusals have names, and nobody reads what they say in English."""

import ast
import re
from collections.abc import Iterator

from django.apps import apps

_RAISED = re.compile(r"\braise\b([^;]*);", re.IGNORECASE)
_NAMED = re.compile(
    r"\s+[a-z_]+\s+using\s+constraint = '(?P<name>[a-z_]+)',\s+message = '(?:[^']|'')*'\s*", re.IGNORECASE
)
# Errors that may have come from the database, under the names by which they are caught.
_ERRORS = re.compile(
    r"\b(Exception|BaseException|[A-Za-z]*(Database|Integrity|Programming|Operational|Data)Error)\b"
)


def unnamed(sql: str) -> list[str]:
    """Every `raise` of this SQL that has no constraint's name, or a message put together from data."""
    text = re.sub(r"--.*", "", sql)
    return [" ".join(each[0].split()) for each in _RAISED.finditer(text) if not _NAMED.fullmatch(each[1])]


def raised(sql: str) -> set[str]:
    """The names with which this SQL refuses."""
    text = re.sub(r"--.*", "", sql)
    return {found["name"] for each in _RAISED.finditer(text) if (found := _NAMED.fullmatch(each[1]))}


def of_tables() -> set[str]:
    """The names of constraints that stand in models, and of every primary key."""
    models = apps.get_models(include_auto_created=True)
    return {
        *(each.name for model in models for each in model._meta.constraints),
        *(f"{model._meta.db_table}_pkey" for model in models),
    }


def read_as_text(source: str) -> list[int]:
    """The lines on which the text of an error that may be the database's is read."""
    found = []
    for node in ast.walk(ast.parse(source)):
        for name in _caught(node):
            found += [inner.lineno for inner in ast.walk(node) if _reads(inner, name)]
    return sorted(set(found))


def _caught(node: ast.AST) -> Iterator[str]:
    """The name under which an error is at hand in this part of the code."""
    if isinstance(node, ast.ExceptHandler) and node.name and _ERRORS.search(ast.unparse(node.type or node)):
        yield node.name
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        for each in arguments:
            if each.annotation is not None and _ERRORS.search(ast.unparse(each.annotation)):
                yield each.arg


def _reads(node: ast.AST, name: str) -> bool:
    """Whether this is `str(name)`, `repr(name)`, `name.args`, its message, or `name` in an f-string."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("str", "repr"):
        return any(isinstance(each, ast.Name) and each.id == name for each in node.args)
    if isinstance(node, ast.Attribute) and node.attr in ("args", "message_primary", "message"):
        return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node))
    return isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name) and node.value.id == name


def told(source: str) -> set[str]:
    """The names for which this Python has an answer of its own, in calls of `refused_as`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refused_as":
            names |= {
                str(key.value)
                for each in ast.walk(node)
                if isinstance(each, ast.Dict)
                for key in each.keys
                if isinstance(key, ast.Constant)
            }
    return names
