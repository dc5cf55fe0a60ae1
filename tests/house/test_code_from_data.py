"""No row, file or message becomes code: neither in our own code nor in what our settings name."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache
from procrastinate.contrib.django import app

from alongside.access.ledger import MOST, NotNumbers
from tests.house import code_from_data
from tests.house.code_from_data import loading_back_ends, makers_of_code


def test_our_own_code_makes_no_code_of_data() -> None:
    assert code_from_data.ours() == {}


def test_what_our_settings_name_makes_none() -> None:
    named = code_from_data.back_ends()
    assert {"alongside.access.ledger.Ledger", "django.contrib.sessions.serializers.JSONSerializer"} <= set(
        named
    )
    assert loading_back_ends() == {}


def test_the_queue_reads_its_arguments_as_json() -> None:
    queue = SimpleNamespace(QUEUE=f"{type(app.connector).__module__}.{type(app.connector).__name__}")
    assert code_from_data.back_ends(queue) != {} and loading_back_ends(queue) == {}


@pytest.mark.parametrize(
    "planted",
    [
        "import pickle", "from pickle import loads", "import cloudpickle as c", "import marshal", "import shelve",
        "import jsonpickle", "from dill import loads", "import yaml\nyaml.load(row)", "eval(row)", "exec(row)",
        "from importlib import import_module\nimport_module(row)", "import numpy\nnumpy.load(row)",
        "from django.utils.module_loading import import_string\nimport_string(row.name)",
    ],
)  # fmt: skip
def test_a_planted_loader_is_found(planted: str) -> None:
    assert makers_of_code(planted)


@pytest.mark.parametrize(
    "back_end",
    ["django.core.cache.backends.db.DatabaseCache", "django.core.cache.backends.locmem.LocMemCache"],
)
def test_a_planted_back_end_is_found(back_end: str) -> None:
    assert loading_back_ends(SimpleNamespace(CACHES={"default": {"BACKEND": back_end}}))


@pytest.mark.parametrize("value", ["words", b"bytes", {"a": 1}, [1, "2"], [[1]], None, [0] * (MOST + 1)])
def test_the_ledger_keeps_numbers_only(value: object) -> None:
    with pytest.raises(NotNumbers):
        cache.set("thing", value, 60)


def test_the_ledger_gives_numbers_back_until_their_time_is_over() -> None:
    cache.set("thing", [1, 2.5], 60)
    assert cache.get("thing") == [1.0, 2.5]
    assert not cache.add("thing", True, 60)
    assert cache.touch("thing", 60) and cache.delete("thing") and not cache.touch("thing", 60)
    assert cache.get("thing", "nothing") == "nothing"
    assert cache.add("thing", True, 60) and cache.get("thing") == [1.0]
    cache.set("thing", 1, -1)
    assert cache.get("thing") is None and cache.add("thing", 2, 60)
    cache.clear()
    assert cache.get("thing") is None
