"""Queries whose SQL is written once for a process, and then only asked with other values.

Composing a long query costs Python more than answering it costs the database. `asked(build, **values)` composes it
the first time from values that stand for those to come, and later puts the real ones in their places. The walls
decide what comes back, as for any query.

What may go wrong with that is refused where it is written: a builder that has a closure, that asks for the time or
reckons with one, or in whose SQL a value cannot be found again would keep one reader's values for the next.
"""

import copy
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid5

from django.db import connections
from django.db.models import QuerySet

from alongside import clock

NAMESPACE = UUID("5f6b0e54-1f0f-4e0c-9a52-77aa51de0a11")
_BEGIN = datetime(1789, 7, 14, tzinfo=clock.UTC)
_LEAST = 8


class KeepsAValue(TypeError):
    """A query cannot be written once: something of the first reader would stay in it."""


def _stand_in(name: str, value: Any) -> Any:
    """What stands for a value while the query is written; one that is nowhere else."""
    mark = uuid5(NAMESPACE, name)
    if isinstance(value, UUID):
        return mark
    if isinstance(value, datetime):
        return _BEGIN + timedelta(microseconds=mark.int % 10**12)
    if isinstance(value, date):
        return date.fromordinal(1 + mark.int % date.max.toordinal())
    if isinstance(value, tuple):
        return tuple(_stand_in(f"{name} {place}", each) for place, each in enumerate(value))
    raise KeepsAValue(
        f"{name}: a reference, a time, a day, or a tuple of them can be put into a written query"
    )


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    """Every single value by its name; those of a tuple by their places."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, tuple):
            found |= {f"{name} {place}": each for place, each in enumerate(value)}
        else:
            found[name] = value
    return found


class _Written:
    """One query: its SQL, which value goes where, and how its rows are read."""

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], fixed: tuple[Any, ...], values: dict[str, Any]
    ) -> None:
        if build.__closure__ is not None:
            raise KeepsAValue(f"{build.__qualname__} has a closure")
        standing = {name: _stand_in(name, value) for name, value in values.items()}
        with clock.not_asked(KeepsAValue(f"{build.__qualname__} asks for the time")):
            self.queryset: Any = build(*fixed, **standing)
            self.compiler = self.queryset.query.get_compiler(using=self.queryset.db)
            self.sql, params = self.compiler.as_sql()
        self.compiler.connection = None  # of whoever asked first; each thread has its own
        self._read: Any = self.queryset._iterable_class
        places = {value: name for name, value in _flat(standing).items()}
        self.params = [(places.get(param) if _can_stand(param) else None, param) for param in params]
        if any(name is None and isinstance(param, date) for name, param in self.params):
            raise KeepsAValue(f"{build.__qualname__} reckons with a time: hand in what comes of it")
        lost = set(places.values()) - {name for name, _param in self.params}
        if lost:
            raise KeepsAValue(f"{build.__qualname__}: {', '.join(sorted(lost))} cannot be found in the SQL")

    def rows(self, values: dict[str, Any]) -> list[Any]:
        """The rows for these values, read as the query set reads its own."""
        given = _flat(values)
        compiler = self.compiler_of_now(
            tuple(param if name is None else given[name] for name, param in self.params)
        )
        query = copy.copy(self.queryset.query)
        query.get_compiler = lambda *_args, **_how: compiler
        reader = SimpleNamespace(
            db=self.queryset.db, query=query, model=self.queryset.model, _known_related_objects={}, _hints={}
        )
        return list(self._read(reader))

    def compiler_of_now(self, bound: tuple[Any, ...]) -> Any:
        """What runs the query with these parameters, over this thread's own connection."""
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[self.queryset.db]
        compiler.as_sql = lambda *_args, **_how: (self.sql, bound)
        return compiler


def _can_stand(param: Any) -> bool:
    return isinstance(param, UUID | date)  # a time is a day as well


_kept: dict[Any, _Written] = {}


def several(references: Iterable[UUID]) -> tuple[UUID, ...]:
    """References for a condition `in`, the last one repeated so that few lengths need a query of their own."""
    found = tuple(references)
    length = _LEAST
    while length < len(found):
        length *= 2
    return found + found[-1:] * (length - len(found))


def asked(build: Callable[..., QuerySet[Any, Any]], /, *fixed: Any, **values: Any) -> list[Any]:
    """The rows of the query that `build` composes from these values: references, times, days, or tuples of them.

    `build` is a function of a module. What is `fixed` (a part's name, another module's function) shapes the query, so
    each of it has a query of its own. So has each length of a tuple: `several` keeps these few.
    """
    shape = tuple(len(value) if isinstance(value, tuple) else -1 for value in values.values())
    name = (build, fixed, tuple(values), shape)
    written = _kept.get(name)
    if written is None:
        written = _kept[name] = _Written(build, fixed, values)
    return written.rows(values)
