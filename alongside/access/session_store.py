"""Sessions in the database, named by a hash of their key and sealed: whoever reads a row has nothing to come in with.

The key stands in the cookie alone. What goes to the database is a hash of it, and the row is named by a hash of that;
the keeper's functions read, keep and end the one session whose key is known, and no door may look through the table.

Django writes a session back whole. A draft that is kept while its form is being sent would then carry off what the
form's answer had just put there, such as the message that it was kept. Here only what a request changed is written,
into the session as it stands by then.
"""

import hashlib
from copy import deepcopy
from typing import Any

from django.contrib.sessions.backends.base import VALID_KEY_CHARS, CreateError, SessionBase, UpdateError
from django.db import transaction
from django.utils.crypto import get_random_string

from alongside.access.keeper import told
from alongside.vault.sealing import DoesNotOpen
from alongside.vault.secrets import open_for_a_while, seal_for_a_while

_ABSENT = object()


def known_by(key: str) -> str:
    """What the database is told of a session's key."""
    return hashlib.sha256(f"session|{key}".encode()).hexdigest()


def named(key: str) -> str:
    """What a session's row is called."""
    return hashlib.sha256(known_by(key).encode()).hexdigest()


class SessionStore(SessionBase):
    """A session that remembers how it was read."""

    _read: dict[str, Any]
    _was: bytes | None = None  # as it lay in the database when it was read

    def load(self) -> dict[str, Any]:
        """What the session holds, kept beside as it was read."""
        self._was = self._row()
        found = self._opened(self._was)
        if found is None:
            self._session_key = None
            return {}
        self._read = deepcopy(found)
        return found

    def save(self, must_create: bool = False) -> None:
        """Write what was changed since it was read. Where somebody else wrote meanwhile, the row is held until then."""
        if self.session_key is None:
            self.create()
        elif must_create or not hasattr(self, "_read"):
            if must_create:
                self._session_cache: dict[str, Any] = getattr(
                    self, "_session_cache", {}
                )  # nothing to be read
            self._keep(dict(self.items()), new=must_create)
        elif self._update():
            self._read = deepcopy(self._session_cache)
        else:
            with transaction.atomic(savepoint=False):
                stands = self._opened(self._row(hold=True))
                if stands is not None:
                    self._session_cache = self._merged(stands, dict(self.items()))
                    self._keep(self._session_cache, new=False)
            if stands is None:
                raise UpdateError  # signed out meanwhile
            self._read = deepcopy(self._session_cache)

    def create(self) -> None:
        """A session under a new key."""
        self._session_key = get_random_string(32, VALID_KEY_CHARS)
        self.save(must_create=True)
        self.modified = True

    def exists(self, session_key: str) -> bool:
        """Whether there is a session with this key."""
        return told("select access.session_held(%s, false)", known_by(session_key)) is not None

    def delete(self, session_key: str | None = None) -> None:
        """End the session with this key, or this one."""
        key = session_key or self.session_key
        if key:
            told("select access.end_session(%s)", known_by(key))

    def belongs_to(self, account: Any, browser: str, sign: str) -> None:
        """Let it stand in the list of an account's sessions."""
        told("select access.own_session(%s, %s, %s, %s)", known_by(self._key), account, browser, sign)

    @property
    def _key(self) -> str:
        return self.session_key or ""

    def _row(self, *, hold: bool = False) -> bytes | None:
        held: bytes | None = told("select access.session_held(%s, %s)", known_by(self._key), hold)
        return held

    def _update(self) -> bool:
        """Write it in one go, if it still lies there as it was read."""
        self._session_cache = dict(self.items())
        held = self._sealed(self._session_cache)
        ends = self.get_expiry_date()
        done = bool(
            told("select access.update_session(%s, %s, %s, %s)", known_by(self._key), self._was, held, ends)
        )
        if done:
            self._was = held
        return done

    def _keep(self, data: dict[str, Any], *, new: bool) -> None:
        held = self._sealed(data)
        ends = self.get_expiry_date()
        if not told("select access.keep_session(%s, %s, %s, %s)", known_by(self._key), held, ends, new):
            raise CreateError if new else UpdateError
        self._was = held

    def _sealed(self, data: dict[str, Any]) -> bytes:
        sealed: bytes = seal_for_a_while(self._purpose(), self.serializer().dumps(data).decode("latin-1"))
        return sealed

    def _opened(self, held: bytes | None) -> dict[str, Any] | None:
        if held is None:
            return None
        try:
            found: dict[str, Any] = self.serializer().loads(
                open_for_a_while(self._purpose(), held).encode("latin-1")
            )
        except DoesNotOpen:
            return None
        return found

    def _purpose(self) -> str:
        return f"session|{named(self._key)}"

    def _merged(self, stands: dict[str, Any], mine: dict[str, Any]) -> dict[str, Any]:
        """The session as it stands, with what this request put in, changed or took out."""
        changed = {key: value for key, value in mine.items() if self._read.get(key, _ABSENT) != value}
        taken_out = self._read.keys() - mine.keys()
        return {key: value for key, value in stands.items() if key not in taken_out} | changed
