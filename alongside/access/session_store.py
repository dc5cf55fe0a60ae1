"""Sessions in the database, where two requests of one person do not undo each other.

Django writes a session back whole. A draft that is kept while its form is being sent would then carry off what the
form's answer had just put there, such as the message that it was kept. Here only what a request changed is written,
into the session as it stands by then.
"""

from copy import deepcopy
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as Kept
from django.db import router, transaction

_ABSENT = object()


class SessionStore(Kept):
    """A session that remembers how it was read."""

    def load(self) -> dict[str, Any]:
        """What the session holds, kept beside as it was read."""
        found: dict[str, Any] = super().load()
        self._read = deepcopy(found)
        return found

    def save(self, must_create: bool = False) -> None:
        """Write what was changed since it was read; the row is held until then."""
        if must_create or self.session_key is None or not hasattr(self, "_read"):
            super().save(must_create)
            return
        mine: dict[str, Any] = self._session  # type: ignore[attr-defined]
        with transaction.atomic(using=router.db_for_write(self.model), savepoint=False):
            rows = self.model.objects.filter(session_key=self.session_key)
            row = rows.select_for_update().first()
            if row is not None:
                self._session_cache = self._merged(self.decode(row.session_data), mine)
                told = self.create_model_instance(self._session_cache)
                rows.update(session_data=told.session_data, expire_date=told.expire_date)
        if row is None:
            raise UpdateError  # signed out meanwhile
        self._read = deepcopy(self._session_cache)

    def _merged(self, stands: dict[str, Any], mine: dict[str, Any]) -> dict[str, Any]:
        """The session as it stands, with what this request put in, changed or took out."""
        changed = {key: value for key, value in mine.items() if self._read.get(key, _ABSENT) != value}
        taken_out = self._read.keys() - mine.keys()
        return {key: value for key, value in stands.items() if key not in taken_out} | changed
