"""Finding the row that is written on, and waiting for whoever else writes on it."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import one_at_a_time
from alongside.access.refusals import refused_as
from alongside.keeping.rules import ChangedMeanwhile, KeptAlready, NotHere, is_stale

M = TypeVar("M", bound=models.Model)


def authored(by: Actor, of: Any, at: datetime | None = None) -> dict[str, Any]:
    """What each new row about a participant has: under whose key it is, about whom, when and by whom it was written.

    `of` is the participant, or another row about them; `at` is now, where it is not told.
    """
    whom = getattr(of, "participant_id", of.pk)
    return {"key_id": of.key_id, "participant_id": whom, "at": at or clock.now(), "by_id": by.id}


def insert(row: models.Model) -> None:
    """Keep a new row. Raises KeptAlready where something has its id, perhaps out of sight."""
    with refused_as({f"{row._meta.db_table}_pkey": KeptAlready}):
        row.save(force_insert=True)


def held(model: type[M], row: UUID | str, seen: int | None = None, **scope: Any) -> M:
    """The row, held until the act ends.

    Raises NotHere where it is not within `scope` or out of reach, ChangedMeanwhile where `seen`, the version that the
    writer had before their eyes, is not the one that stands.
    """
    found = model._default_manager.select_for_update(of=("self",)).filter(pk=row, **scope).first()
    if found is None:
        raise NotHere
    if seen is not None and is_stale(seen, getattr(found, "version")):  # noqa: B009
        raise ChangedMeanwhile(found)
    return found


def held_or_new(model: type[M], row: UUID, seen: int | None = None, **scope: Any) -> M | None:
    """The row, held until the act ends, or None where this id is new; two who begin it at once wait for each other.

    Raises NotHere where the id names a row of somebody else, ChangedMeanwhile as `held` does.
    """
    one_at_a_time(row)
    if not model._default_manager.filter(pk=row).exists():
        return None
    return held(model, row, seen, **scope)
