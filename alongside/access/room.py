"""A room as Django knows it, and what it may give to whoever goes through the rooms.

Each thing that a room gives is in a file of its own, found by the file's name; what it gives nothing of, it has no
file for. `Room` lists all that may be given. Nobody keeps a list of rooms by name: `rooms()` has them, from the
ground up, in the order of the floors in pyproject.toml.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.apps import AppConfig, apps
from django.urls import URLResolver, include, path
from django.utils.functional import Promise

from alongside.access.actor import Actor
from alongside.access.given import (
    Answers,
    CanComeBack,
    Handed,
    HardDate,
    Module,
    Overseen,
    SetUpFile,
    ToReview,
    Waits,
    WhenChosen,
    WorkFact,
)
from alongside.access.moment_kinds import Moments
from alongside.ui.cards import Card, Reason

T = TypeVar("T")


class Slot(Generic[T]):
    """Something a room may give: the file it is in and its name there; without a name, the file itself.

    Where the file is there, so is the name, unless it is `optional`.
    """

    def __init__(self, file: str, name: str = "", *, optional: bool = False) -> None:
        self.file, self.name, self.optional = file, name, optional

    def __set_name__(self, owner: type, name: str) -> None:
        self.called = name

    def __get__(self, room: "Room", owner: type) -> T | None:
        """What the room gives, looked up once; None where it has no such file."""
        given: Any = (
            import_module(f"{room.name}.{self.file}") if find_spec(f"{room.name}.{self.file}") else None
        )
        if given is not None and self.name:
            given = getattr(given, self.name, None) if self.optional else getattr(given, self.name)
        vars(room)[self.called] = given
        return given  # type: ignore[no-any-return]


class Room(AppConfig):
    """A room, by the name of its folder. Its `apps.py` makes one; everything else is optional."""

    always = ""  # why an agency cannot leave it off, where it has no `modules`
    doors: tuple[str, ...] = ("desk",)  # where its addresses answer
    urls: tuple[str, ...] = ("urls",)
    phrases: Mapping[
        str, str | Promise
    ] = {}  # the first parts of its phrases' keys, and what a page calls them

    answered = Slot[Answers]("answered")
    at_meeting = Slot[Callable[[UUID], tuple[str, Any] | None]](
        "at_meeting", "beside"
    )  # a template, and what it shows
    beside = Slot[Callable[[UUID, date], Mapping[str, Any]]]("today", "beside", optional=True)
    brings = Slot[Callable[[Actor, Sequence[Any]], Iterable[Card | Reason]]]("today", "brings", optional=True)
    comes_back = Slot[Sequence[CanComeBack]]("comes_back", "KINDS")
    hard_dates = Slot[Callable[[Any], Iterable[HardDate]]]("hard_dates", "of")
    hard_dates_beside = Slot[Callable[[], Mapping[str, Any]]]("hard_dates", "beside")
    on_brief = Slot[Callable[[UUID], Iterable[tuple[str, str]]]]("on_brief", "copies")
    on_overview = Slot[Callable[[Actor], Iterable[Overseen]]]("on_overview", "shown")
    on_transfer = Slot[Callable[[UUID], Iterable[Handed]]]("on_transfer", "handed")
    load_reference = Slot[Callable[[], None]]("reference", "load")
    looks = Slot[Mapping[str, Promise]]("looks", "LOOKS")
    modules = Slot[Sequence[Module]]("modules", "MODULES")
    moments = Slot[Moments]("moments", "MOMENTS")
    still_open = Slot[Callable[[UUID], list[str]]]("closing", "still_open")
    set_up_file = Slot[SetUpFile]("set_up_file")
    to_review = Slot[Callable[[], list[ToReview]]]("wordings", "to_review")
    waits = Slot[Callable[[Actor], Iterable[Waits]]]("today", "waits", optional=True)
    when_chosen = Slot[Callable[[Actor, UUID, Sequence[UUID]], Iterable[WhenChosen]]](
        "when_chosen", "of"
    )  # of these colleagues, one of whom may be chosen for somebody
    work_facts = Slot[Callable[[Sequence[UUID], date, date], Iterable[WorkFact]]](
        "work_facts", "of"
    )  # of these workers, from a day through another
    words = Slot[Mapping[str, str | Promise]]("words", "WORDS")

    def __init_subclass__(cls) -> None:
        cls.default = True  # for Django: this one, and not the Room it is made of
        cls.name = cls.__module__.rpartition(".")[0]

    def addresses(self) -> list[URLResolver]:
        """The room's addresses."""
        files = [f"{self.name}.{file}" for file in self.urls if find_spec(f"{self.name}.{file}")]
        return [path("", include(file)) for file in files]


def rooms() -> list[Room]:
    """Every room, from the ground up."""
    return [config for config in apps.get_app_configs() if isinstance(config, Room)]


def addresses(door: str) -> list[URLResolver]:
    """The addresses of every room that answers at a door."""
    return [each for room in rooms() if door in room.doors for each in room.addresses()]
