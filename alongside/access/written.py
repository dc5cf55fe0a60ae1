"""Queries whose SQL is written once for a process, and then only asked with other values.

Composing a long query costs Python more than answering it costs the database. `asked(build, **values)` composes it
the first time from values that stand for those to come, and later puts the real ones in their places. The walls
decide what comes back, as for any query.

`later` keeps such a query with its values until it is asked: alone, or `together` with others in one statement.

What may go wrong with that is refused where it is written: a builder that has a closure, that asks for the time or
reckons with one, or in whose SQL a value cannot be found again would keep one reader's values for the next.
"""

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid5

from django.db import connection, connections
from django.db.models import QuerySet
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.pq import Format

from alongside import clock

T = TypeVar("T")
U = TypeVar("U")

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
        return self._as_its_own(self.compiler_of_now(self.bound(values)))

    def bound(self, values: dict[str, Any]) -> tuple[Any, ...]:
        """The parameters of the SQL for these values."""
        given = _flat(values)
        return tuple(param if name is None else given[name] for name, param in self.params)

    def read(self, found: Iterable[tuple[Any, ...]]) -> list[Any]:
        """What the database answered within another statement, read as the query set reads its own."""
        compiler = self.compiler_of_now(())
        most = compiler.col_count if compiler.has_extra_select else None
        compiler.execute_sql = lambda *_args, **_how: [[row[:most] for row in found]]
        return self._as_its_own(compiler)

    def _as_its_own(self, compiler: Any) -> list[Any]:
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


@dataclass(frozen=True)
class Read(Generic[T]):
    """A query that is not asked yet, the values it is asked with, and what is made of its rows."""

    written: _Written
    values: dict[str, Any]
    made: Callable[[list[Any]], T]

    def into(self, made: Callable[[T], U]) -> "Read[U]":
        """The same, of which something else is made."""
        return Read(self.written, self.values, lambda rows: made(self.made(rows)))

    def now(self) -> T:
        """Ask it by itself."""
        return self.made(self.written.rows(self.values))


def later(build: Callable[..., QuerySet[Any, Any]], /, *fixed: Any, **values: Any) -> Read[list[Any]]:
    """The query that `build` composes from these values, to be asked later: references, times, days, or tuples of them.

    `build` is a function of a module. What is `fixed` (a part's name, another module's function) shapes the query, so
    each of it has a query of its own. So has each length of a tuple: `several` keeps these few.
    """
    shape = tuple(len(value) if isinstance(value, tuple) else -1 for value in values.values())
    name = (build, fixed, tuple(values), shape)
    written = _kept.get(name)
    if written is None:
        written = _kept[name] = _Written(build, fixed, values)
    return Read(written, values, list)


def asked(build: Callable[..., QuerySet[Any, Any]], /, *fixed: Any, **values: Any) -> list[Any]:
    """The rows of the query that `build` composes from these values, as `later` has it."""
    return later(build, *fixed, **values).now()


class _JsonAsText(Loader):
    """JSON as the text that a field of Django reads itself: its first byte in binary form is a version."""

    format = Format.BINARY

    def load(self, data: Buffer) -> str:
        return bytes(data)[1:].decode()


def together(reads: Sequence[Read[Any]]) -> list[Any]:
    """What is made of each of these, asked in one statement: a column of it has all the rows of one."""
    if not reads:
        return []
    columns = ", ".join(f"array(select each from ({read.written.sql}) each)" for read in reads)
    bound = [value for read in reads for value in read.written.bound(read.values)]
    with connection.cursor() as cursor:
        cursor.cursor.adapters.register_loader("jsonb", _JsonAsText)
        cursor.cursor.format = Format.BINARY  # a row within a row tells the kinds of its columns only so
        cursor.execute(f"select {columns}", bound)
        found = cursor.fetchone()
    return [read.made(read.written.read(rows)) for read, rows in zip(reads, found, strict=True)]
