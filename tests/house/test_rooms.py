"""A room says by itself what it gives; nobody keeps a list of rooms, and what is given is what was agreed on."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, get_args, get_origin

import pytest
from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise

from alongside.access.given import Answers, ToReview
from alongside.access.room import Room, Slot, rooms
from alongside.agency.words import phrases, sections
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database
SLOTS: dict[str, Slot[Any]] = {name: each for name, each in vars(Room).items() if isinstance(each, Slot)}


def kind_of(slot: Slot[Any]) -> Any:
    """What a slot holds, as `Slot[...]` says it."""
    return get_args(vars(slot)["__orig_class__"])[0]


def fits(given: Any, kind: Any) -> bool:
    """Whether something is of a kind: a protocol, a function with so many parameters, or a collection."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is Any:
        return True
    if origin is get_origin(Callable[[], None]):
        return callable(given) and len(inspect.signature(given).parameters) == len(inside[0])
    if origin is Sequence:
        return isinstance(given, Sequence) and all(fits(each, inside[0]) for each in given)
    if origin is Mapping:
        return isinstance(given, Mapping) and all(fits(each, inside[1]) for each in given.values())
    if getattr(kind, "_is_protocol", False):
        return all(_has(given, name, member) for name, member in _members(kind).items())
    return isinstance(given, kind)


def _members(kind: Any) -> dict[str, Any]:
    return {name: each for name, each in vars(kind).items() if inspect.isfunction(each) and name[0] != "_"}


def _has(given: Any, name: str, member: Any) -> bool:
    if not hasattr(given, name):
        return False
    asked = [each for each in inspect.signature(member).parameters if each != "self"]
    return asked == list(inspect.signature(getattr(given, name)).parameters)


@pytest.mark.parametrize("slot", SLOTS)
def test_what_a_room_gives_is_of_its_kind(slot: str) -> None:
    given = {room.label: getattr(room, slot) for room in rooms()}
    assert any(given.values()), "no room gives this: take the slot out"
    kind = kind_of(SLOTS[slot])
    assert [room for room, each in given.items() if each is not None and not fits(each, kind)] == []


def test_whoever_gives_something_is_a_room() -> None:
    """A folder without its `apps.py` would give nothing, and nobody would be told."""
    files = {slot.file for slot in SLOTS.values()} | {"urls", "actions", "views"}
    known = {room.label for room in rooms()} | {"ui", "project"}  # the gallery; the doors themselves
    found = {
        name
        for name in settings.ROOMS
        for file in files
        if (ROOT / "alongside" / name / f"{file}.py").exists() or (ROOT / "alongside" / name / file).exists()
    }
    assert found - known == set()


def test_the_floors_and_the_apps_of_django_are_the_same_list() -> None:
    ours = [config.label for config in apps.get_app_configs() if config.name.startswith("alongside.")]
    assert ours == settings.ROOMS
    assert ours[0] == "clock" and ours[-1] == "project" and "circle" in ours


# Codes that are called as rooms are, and mean something else.
NAMED_ALIKE = {"alongside/consent/choices.py": "kinds of information that a permission names"}


def test_nobody_keeps_a_list_of_rooms_by_name() -> None:
    """Three names of rooms as texts in one list would be such a list; the floors alone are one."""
    assert listed('ROOMS = ("goals", "circle", "consent")') and not listed('WHO = ("goals", "circle")')
    wrong = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / "alongside").rglob("*.py"))
        if "migrations" not in file.parts and listed(file.read_text())
    ]
    assert wrong == list(NAMED_ALIKE)


def listed(source: str) -> bool:
    """Whether a source holds a list, tuple, set or dictionary with the names of three rooms."""
    import ast

    for node in ast.walk(ast.parse(source)):
        each = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        names = {item.value for item in each if isinstance(item, ast.Constant)}
        if len(names & {room.label for room in rooms()}) > 2:
            return True
    return False


def test_every_phrase_is_in_a_group_with_a_name() -> None:
    keys = {key.split(".")[0] for key in phrases()}
    assert set(sections(keys)) == keys and "goals" in keys


# The same rules on planted faults -------------------------------------------------------------------------


def test_something_of_another_kind_is_found() -> None:
    def address(actor: Any) -> None: ...

    planted = SimpleNamespace(beside=lambda: {}, address=address)
    assert not fits(planted, Answers)
    planted.address = lambda actor, said: None
    assert fits(planted, Answers)
    assert not fits(SimpleNamespace(address=planted.address), Answers)
    assert not fits({"open_it": 1}, Mapping[str, Promise])
    assert not fits(lambda: [], Callable[[Any], list[ToReview]])
    assert not fits([1], Sequence[ToReview])


def test_a_file_without_the_name_it_is_for_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    room = rooms()[0]
    monkeypatch.setattr("alongside.access.room.import_module", lambda place: SimpleNamespace())
    monkeypatch.setattr("alongside.access.room.find_spec", lambda place: object())
    with pytest.raises(AttributeError, match="LOOKS"):
        SLOTS["looks"].__get__(room, Room)
