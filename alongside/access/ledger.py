"""The ledger: counts of tries and how far an upload is, for minutes. A cache that keeps numbers and nothing else.

Whatever could write to its table could else put something there that the web process would take for code. So its
one column of values is an array of numbers, and what is asked for is a keyed hash: neither a client's address nor a
name stands in it. It counts on a connection of its own, so that people signing in do not wait for each other and a
count survives a page that failed.
"""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connections
from django.utils.crypto import salted_hmac

# Unlogged: after a crash of the database counting begins anew, and no copy of the write-ahead log tells of it.
TABLE = """
    do $body$ begin
        if exists (select from pg_attribute where attrelid = to_regclass('access.access_ledger')
                and attname = 'value') then drop table access.access_ledger; end if;
    end $body$;
    create unlogged table if not exists access.access_ledger (
        door name not null default current_user, key char(64) not null, numbers double precision[] not null,
        expires timestamptz not null, primary key (door, key));
    create index if not exists ledger_by_end on access.access_ledger (expires)
"""
_UNTIL = "clock_timestamp() + make_interval(secs => %s)"
_GOOD = "key = %s and expires > clock_timestamp()"
_LONGEST = 24 * 60 * 60
# Of many tries the newest are enough to say that they were too many.
MOST = 200


class NotNumbers(TypeError):
    """Something else than numbers was handed to the ledger."""


def numbers_of(value: Any) -> list[float]:
    """A number, a yes or no, or several numbers, as the table keeps them."""
    several = value if isinstance(value, list | tuple) else [value]
    if len(several) > MOST or not all(isinstance(each, bool | int | float) for each in several):
        raise NotNumbers("the ledger keeps numbers")
    return [float(each) for each in several]


class Ledger(BaseCache):
    """Numbers under a keyed hash, each with its end. What comes back is always a list of numbers."""

    def __init__(self, table: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def make_key(self, key: str, version: int | None = None) -> str:
        """A hash that only the keeper of the door's key can make; a door sees no other's."""
        return salted_hmac(f"ledger {settings.DOOR}", key, algorithm="sha256").hexdigest()

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The numbers, while they are good."""
        row = self._one(f"select numbers from access.access_ledger where {_GOOD}", [self.make_key(key)])
        return list(row[0]) if row else default

    def set(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep numbers for a time."""
        self._sweep()
        self._do(
            f"insert into access.access_ledger (key, numbers, expires) values (%s, %s, {_UNTIL})"
            " on conflict (door, key) do update set numbers = excluded.numbers, expires = excluded.expires",
            [self.make_key(key), numbers_of(value), self._seconds(timeout)],
        )

    def add(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a mark, whatever is handed in, where nothing is kept that is good; says whether it did."""
        return bool(
            self._do(
                f"insert into access.access_ledger as l (key, numbers, expires) values (%s, '{{1}}', {_UNTIL})"
                " on conflict (door, key) do update set numbers = excluded.numbers, expires = excluded.expires"
                " where l.expires <= clock_timestamp()",
                [self.make_key(key), self._seconds(timeout)],
            )
        )

    def count(self, key: str, seconds: float) -> None:
        """Count one more, now. It is forgotten after so many seconds."""
        self._sweep()
        self._do(
            "insert into access.access_ledger as l (key, numbers, expires)"
            f" values (%s, array[extract(epoch from clock_timestamp())]::double precision[], {_UNTIL})"
            f" on conflict (door, key) do update set numbers = (excluded.numbers || l.numbers)[1:{MOST}],"
            " expires = excluded.expires",
            [self.make_key(key), seconds],
        )

    def counted(self, key: str, seconds: float) -> int:
        """How many were counted in the last so many seconds."""
        row = self._one(
            "select count(*) from access.access_ledger l, unnest(l.numbers) at"
            f" where {_GOOD} and at > extract(epoch from clock_timestamp()) - %s",
            [self.make_key(key), seconds],
        )
        return int(row[0]) if row else 0

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep for longer what is kept."""
        statement = f"update access.access_ledger set expires = {_UNTIL} where {_GOOD}"
        return bool(self._do(statement, [self._seconds(timeout), self.make_key(key)]))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget what is kept under a key."""
        return bool(self._do("delete from access.access_ledger where key = %s", [self.make_key(key)]))

    def clear(self) -> None:
        """Forget everything of this door."""
        self._do("delete from access.access_ledger", [])

    def _sweep(self) -> None:
        """Let go of what is over, without waiting for anybody who does the same."""
        self._do(
            "delete from access.access_ledger where (door, key) in (select door, key from access.access_ledger"
            " where expires <= clock_timestamp() limit 100 for update skip locked)",
            [],
        )

    def _seconds(self, timeout: Any) -> float:
        chosen = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return _LONGEST if chosen is None else float(chosen)

    def _do(self, statement: str, values: list[Any]) -> int:
        with connections[settings.LEDGER].cursor() as cursor:
            cursor.execute(statement, values)
            return int(cursor.rowcount)

    def _one(self, statement: str, values: list[Any]) -> Any:
        with connections[settings.LEDGER].cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()


def how_far(key: str) -> dict[str, int]:
    """How much of an upload is read, for the page that shows it."""
    read, whole = cache.get(key) or (0, 1)
    return {"read": int(read), "whole": int(whole)}
