"""Reads the environment and the key folder; nonsense is refused loudly, with what to do about it."""

import json
import os
import stat
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from psycopg.conninfo import conninfo_to_dict

MODES = ("demo", "test", "production")
DOORS = ("desk", "workspace")
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


def number(name: str, default: int) -> int:
    """A setting that is a small whole number."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) > 9:
        raise BadEnvironment(f"{name} is {value!r}; it must be a number from 0 to 9.")
    return int(value)


def is_loopback(host: str) -> bool:
    """Whether a name or an address leads nowhere but to this machine."""
    bare = host.strip("[]").lower()
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return bare == "localhost" or bare.endswith(".localhost")


def folder(name: str) -> Path | None:
    """A folder that may be named in the environment."""
    value = os.environ.get(name)
    return Path(value) if value else None


class KeyFolder:
    """The keys: outside the database, in a folder that its owner alone can read, or in the environment.

    `master-desk.key` in the environment is ALONGSIDE_KEY_MASTER_DESK. While a key is being changed, its next
    and its former form stand beside it, and what is sealed with either can be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._secrets: dict[str, tuple[tuple[int, ...], bytes]] = {}

    @staticmethod
    def variable(name: str) -> str:
        """What a key is called in the environment."""
        bare = name.removesuffix(".key").removesuffix(".json")
        return "ALONGSIDE_KEY_" + bare.upper().replace("-", "_")

    def is_in_environment(self, name: str) -> bool:
        """Whether a key comes from the environment and not from the folder."""
        return bool(os.environ.get(self.variable(name)))

    def has(self, name: str) -> bool:
        """Whether there is such a key."""
        return self.is_in_environment(name) or (self.path / name).exists()

    def beside(self, name: str) -> list[bytes]:
        """The next and the former form of a key, where there is one."""
        found = [self.path / f"{name}.{which}" for which in ("next", "former")]
        return [self.secret(path.name) for path in found if path.exists()]

    def read(self, name: str) -> str:
        """The text of one key; refuses a file that others can read."""
        told = os.environ.get(self.variable(name))
        if told:
            return told.strip()
        path = self.path / name
        try:
            mode = path.stat().st_mode
            value = path.read_text().strip()
        except OSError as error:
            if not self.path.exists():
                raise BadEnvironment(
                    f"The folder of keys {self.path} is not there. Without it nothing can be read: put it back "
                    "from the safe, or name where it is in ALONGSIDE_KEYS."
                ) from None
            raise BadEnvironment(f"The key {name} cannot be read in {self.path}: {error.strerror}.") from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise BadEnvironment(f"The key {path} can be read by others; run: chmod 600 {path}")
        return value

    def secret(self, name: str) -> bytes:
        """The bytes of a key that is kept as hexadecimal text.

        A page asks for it many times, so a file is read anew only when it is another than before.
        """
        seen = self._seen(name)
        kept = self._secrets.get(name)
        if kept is None or seen is None or kept[0] != seen:
            try:
                kept = seen or (), bytes.fromhex(self.read(name))
            except ValueError:
                raise BadEnvironment(f"The key {name} is not hexadecimal text.") from None
            self._secrets[name] = kept
        return kept[1]

    def _seen(self, name: str) -> tuple[int, ...] | None:
        """What tells one form of a key's file from the next; None where there is no file to look at."""
        if self.is_in_environment(name):
            return None
        try:
            found = (self.path / name).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_mode

    def role_passwords(self) -> dict[str, str]:
        """The database passwords, by short role name."""
        passwords: dict[str, str] = json.loads(self.read("roles.json"))
        return passwords


def database(conninfo: str, role: str, password: str | None) -> dict[str, Any]:
    """Django's description of the database, signed in as one runtime role."""
    parts = conninfo_to_dict(conninfo)
    known = {"host", "port", "dbname", "user", "password"}
    options: dict[str, Any] = {key: value for key, value in parts.items() if key not in known}
    # Values go beside the statement, so that it is planned once for a connection (ADR 0044).
    options["server_side_binding"] = True
    options["options"] = (
        "-c search_path=core,access,vault,shared,trail,public -c plan_cache_mode=force_generic_plan"
    )
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
