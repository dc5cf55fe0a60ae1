"""Thanking a worker: a day, a token, or words."""

from datetime import date
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.care.models import Appreciation
from alongside.care.rules import NotInReach
from alongside.keeping.rows import held
from alongside.keeping.rules import NotHere
from alongside.vault import ring
from alongside.vault.fields import sealed_value

_SEALED = ("kind", "day", "words")


@act(Can.SUPERVISE)
def thank_worker(
    *, by: Actor, thanked: UUID, worker: UUID, kind: str, day: date | None = None, words: str = ""
) -> Appreciation:
    """Grant a worker a day, a token or words. `thanked` is the new id. Raises NotInReach."""
    kept = Appreciation.objects.filter(pk=thanked, by_id=by.id).first()
    if kept is not None:
        return kept
    key_id = uuid4()
    wrapped = ring.make(key_id)
    row = Appreciation(pk=thanked, key_id=key_id, kind=kind, day=day, words=words)
    sealed = [sealed_value(row, name) for name in _SEALED]
    with refused_as({"one_thanks_somebody_who_works_here": NotInReach}):
        call("core.thank_worker", thanked, key_id, wrapped, worker, sealed)
    return Appreciation.objects.get(pk=thanked)


@act(Can.REFLECT)
def see_thanks(*, by: Actor, thanked: UUID) -> None:
    """Say that one has seen what one was granted; it leaves Today. Raises NotHere."""
    row = held(Appreciation, thanked, worker_id=by.id)
    row.seen_at = row.seen_at or clock.now()
    row.save(update_fields=["seen_at"])


@act(Can.SUPERVISE)
def take_thanks_back(*, by: Actor, thanked: UUID) -> None:
    """Take back for good what one granted. Raises NotHere."""
    if not call("core.let_go_of_thanks", thanked):
        raise NotHere
