"""An act says in its docstring which refusals it raises, so that whoever calls it knows what to answer."""

import ast

import pytest

from tests.house import kinds
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

OF_THE_CODE = {"TypeError"}  # a fault of the caller's code, and no answer to anybody


def unsaid(source: str) -> list[str]:
    """The refusals that acts of this source raise by themselves and do not name."""
    return [
        f"{act.name}: {name}"
        for act in ast.parse(source).body
        if isinstance(act, ast.FunctionDef)
        and any(ast.unparse(each).startswith("act(") for each in act.decorator_list)
        for name in dict.fromkeys(_raised(act))
        if name not in (ast.get_docstring(act) or "")
    ]


def _raised(act: ast.FunctionDef) -> list[str]:
    raised = [each.exc for each in ast.walk(act) if isinstance(each, ast.Raise) and each.exc]
    names = [
        ast.unparse(each.func if isinstance(each, ast.Call) else each).rpartition(".")[2] for each in raised
    ]
    return [name for name in names if name[0].isupper() and name not in OF_THE_CODE]


def test_an_act_names_what_it_raises() -> None:
    found = {module: unsaid(source) for module, source in kinds.product(ROOT).items()}
    assert {module: names for module, names in found.items() if names} == {}


def test_what_is_raised_and_not_named_is_found() -> None:
    told = '@act(Can.REFER)\ndef keep(*, by):\n    """Keep it.{}"""\n    raise rules.WentOut("now")\n'
    assert unsaid(told.format("")) == ["keep: WentOut"]
    assert unsaid(told.format(" Raises WentOut.")) == []
    assert unsaid(told.format("").replace("@act(Can.REFER)\n", "")) == []
