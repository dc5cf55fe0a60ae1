"""A connection of somebody who has a runtime role's password and writes SQL, and no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections


def address(role: str) -> dict[str, Any]:
    """Where this test's database is, and how a role signs in to it."""
    described = connections["default"].settings_dict
    return {
        "host": described["HOST"],
        "port": described["PORT"] or None,
        "dbname": described["NAME"],
        "user": f"alongside_{role}",
        "password": settings.KEYS.role_passwords()[role],
    }


@contextmanager
def connected(role: str, *, autocommit: bool = True) -> Iterator["psycopg.Connection[Any]"]:
    """Signed in as a runtime role, with nobody's signature; it ends with the block."""
    with psycopg.connect(**address(role), autocommit=autocommit) as connection:
        connection.execute("set search_path = core, access, vault, shared, trail, public")
        yield connection
