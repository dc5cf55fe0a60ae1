"""Reads the environment and the key folder; nonsense is refused loudly, with what to do about it."""

import json
import os
import stat
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from psycopg.conninfo import conninfo_to_dict

MODES = ("demo", "test", "production")
ROLES = ("owner", "desk", "portal", "workspace", "worker", "backup", "tester")


class BadEnvironment(SystemExit):
    """The surroundings are not as they must be; the message is one line for the person who runs it."""


def text(name: str, default: str | None = None) -> str:
    """A setting from the environment; without a default it must be there."""
    value = os.environ.get(name, default)
    if value is None or value == "":
        raise BadEnvironment(f"{name} is not set. Start with ./run, or see docs/OPERATIONS.md.")
    return value


def optional(name: str) -> str:
    """A setting that need not be there."""
    return os.environ.get(name, "")


def mail_server(address: str) -> tuple[str, int, str, str, bool, bool]:
    """Host, port, name, password, STARTTLS and TLS out of smtp://name:password@host:587 or smtps://..."""
    parts = urlsplit(address)
    if address and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
        raise BadEnvironment("ALONGSIDE_SMTP must look like smtp://name:password@host:587 or smtps://host.")
    secure = parts.scheme == "smtps"
    port = parts.port or (465 if secure else 587)
    named = (unquote(parts.username or ""), unquote(parts.password or ""))
    # Without a name to sign in with, as on a relay of one's own machine, there is nothing to hide on the way.
    return parts.hostname or "", port, *named, bool(named[0]) and not secure, secure


def one_of(name: str, choices: tuple[str, ...], default: str | None = None) -> str:
    """A setting that must be one of a few words."""
    value = text(name, default)
    if value not in choices:
        raise BadEnvironment(f"{name} is {value!r}; it must be one of {', '.join(choices)}.")
    return value


class KeyFolder:
    """The folder of keys: outside the database, readable by its owner alone."""

    def __init__(self, data: Path) -> None:
        self.path = data / "keys"

    def read(self, name: str) -> str:
        """The text of one key file; refuses a file that others can read."""
        path = self.path / name
        try:
            mode = path.stat().st_mode
            value = path.read_text().strip()
        except OSError as error:
            raise BadEnvironment(f"The key {name} cannot be read in {self.path}: {error.strerror}.") from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise BadEnvironment(f"The key {path} can be read by others; run: chmod 600 {path}")
        return value

    def secret(self, name: str) -> bytes:
        """The bytes of a key that is kept as hexadecimal text."""
        try:
            return bytes.fromhex(self.read(name))
        except ValueError:
            raise BadEnvironment(f"The key {name} is not hexadecimal text.") from None

    def role_passwords(self) -> dict[str, str]:
        """The database passwords, by short role name."""
        passwords: dict[str, str] = json.loads(self.read("roles.json"))
        return passwords


def database(conninfo: str, role: str, password: str | None) -> dict[str, Any]:
    """Django's description of the database, signed in as one runtime role."""
    parts = conninfo_to_dict(conninfo)
    known = {"host", "port", "dbname", "user", "password"}
    options: dict[str, Any] = {key: value for key, value in parts.items() if key not in known}
    options["options"] = "-c search_path=core,access,vault,trail,public"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": parts.get("host") or "",
        "PORT": parts.get("port") or "",
        "NAME": parts.get("dbname") or "alongside",
        "USER": f"alongside_{role}",
        "PASSWORD": password or "",
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {},
    }
