"""Who acts: the signed-in person, told to the database with a signature it can check."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings

from alongside import clock
from alongside.access.keeper import told
from alongside.access.roles import OF_DOOR, Can, Role, abilities
from alongside.vault import ring


@dataclass(frozen=True)
class Actor:
    """Who acts just now: a member of staff, or at the partner's door a point of contact, who has no role.

    `without` are abilities that the agency does not use.
    """

    id: UUID
    name: str
    roles: frozenset[Role]
    door: str = "desk"
    without: frozenset[Can] = frozenset()
    can: frozenset[Can] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "can", (abilities(self.roles) | OF_DOOR.get(self.door, frozenset())) - self.without
        )

    def may(self, ability: Can) -> bool:
        """Whether one of the roles brings this ability."""
        return ability in self.can


@dataclass(frozen=True)
class _Acting:
    """Who acts, whether they have shown just now that it is them, and whether a card of the demo let them in."""

    actor: Actor | None = None
    fresh: bool = False
    by_card: bool = False


_acting: ContextVar[_Acting | None] = ContextVar("acting", default=None)


def acting() -> Actor | None:
    """Who acts just now, if anybody does."""
    found = _acting.get()
    return found.actor if found else None


def mac_key() -> bytes:
    """The key that signs an actor for this door; the database holds its pads for the keeper alone."""
    return settings.KEYS.secret(f"actor-{settings.SIGNS_AS}.key")


def signed(said: str, transaction: str = "") -> str:
    """A signature over something said at this door, good in the transaction that runs and in no other."""
    transaction = transaction or str(told("select pg_current_xact_id()"))
    whole = f"{settings.SIGNS_AS}|{transaction}|{said}"
    return hmac.new(mac_key(), whole.encode(), hashlib.sha256).hexdigest()


def enter(actor: Actor | None, *, fresh: bool = False, by_card: bool = False, transaction: str = "") -> None:
    """Let the database know who acts until this transaction ends; nobody, if None.

    `fresh` tells that they have shown just now that it is them, which whoever came in by a card of the demo
    (`by_card`) never has. `transaction` is the number of the one that runs, where it is known already.
    """
    ring.forget()
    _acting.set(_Acting(actor, fresh, by_card))
    token = ""
    if actor:
        standing = "card" if by_card else "fresh" if fresh else ""
        token = f"{actor.id}.{standing}.{signed(f'actor|{actor.id}|{standing}', transaction)}"
    told(
        "select set_config('alongside.actor', %s, true), set_config('alongside.now', %s, true)",
        token,
        _work_time(),
    )


def leave() -> None:
    """Forget who acted; the transaction ends, and with it what the database was told."""
    ring.forget()
    _acting.set(None)


def _work_time() -> str:
    """What the walls take for now: given only where a test clock exists, and then when it is set."""
    moment: datetime | None = clock.now() if clock.may_be_set() and clock.is_set() else None
    return moment.isoformat() if moment else ""


@contextmanager
def as_actor(actor: Actor | None, *, fresh: bool = False, by_card: bool = False) -> Iterator[None]:
    """Act as somebody inside an open transaction: commands, demo data, tests."""
    before = _acting.get() or _Acting()
    enter(actor, fresh=fresh, by_card=by_card)
    try:
        yield
    finally:
        enter(before.actor, fresh=before.fresh, by_card=before.by_card)
