"""A connection of somebody who has a runtime role's password and writes SQL, and the house's own beside it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections

from alongside import trail


def address(role: str, database: str = "") -> dict[str, Any]:
    """Where this test's database is, or another of its server, and how a role signs in to it."""
    described = connections["default"].settings_dict
    return {
        "host": described["HOST"],
        "port": described["PORT"] or None,
        "dbname": database or described["NAME"],
        "user": f"alongside_{role}",
        "password": settings.KEYS.role_passwords()[role],
    }


@contextmanager
def connected(
    role: str, *, database: str = "", autocommit: bool = True
) -> Iterator["psycopg.Connection[Any]"]:
    """Signed in as a runtime role, with nobody's signature; it ends with the block."""
    with psycopg.connect(**address(role, database), autocommit=autocommit) as connection:
        connection.execute("set search_path = core, access, vault, shared, trail, public")
        yield connection


def in_the_house(database: str, work: Callable[[], Any], role: str = "desk") -> Any:
    """What the house's own code does on connections of its own, committed; gives what it returns."""
    results: list[Any] = []
    told = address(role, database)

    def run() -> None:
        for alias in connections:
            connections[alias].settings_dict = {
                **connections[alias].settings_dict,
                "NAME": database,
                "USER": told["user"],
                "PASSWORD": told["password"],
            }
        try:
            results.append((work(), None))
        except BaseException as error:
            results.append((None, error))
        finally:
            trail.clear()
            connections.close_all()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(60)
    value, error = results[0]
    if error:
        raise error
    return value
