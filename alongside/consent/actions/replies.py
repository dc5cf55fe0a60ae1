"""What a partner and those who walk with somebody say to each other about a thing that was shared."""

from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.consent import queries
from alongside.consent.choices import Reply, ReplySide
from alongside.consent.models import SharedReply
from alongside.consent.queries import theirs
from alongside.vault.fields import sealed_value


def _say(reply: UUID, item: UUID, key: UUID, kind: str, words: str) -> None:
    row = SharedReply(id=reply, key_id=key, words=words)
    if not call("shared.say", row.pk, item, kind, sealed_value(row, "words")):
        raise TurnedDown("not_here")


@act(Can.ANSWER_AS_PARTNER)
def answer_as_partner(*, by: Actor, item: UUID, reply: UUID, kind: str, words: str = "") -> None:
    """Say something about a thing that was shared with us, while it is. `reply` is its new id.

    It reaches Today of whoever walks with the person; it stays with them when the permission ends.
    """
    found = theirs.item_named(by, item)
    if found is None or kind not in Reply.values:
        raise TurnedDown("not_here")
    _say(reply, item, vars(found)["replies_key"], kind, words)


@act(Can.KEEP_RELEASES)
def answer_partner(
    *, by: Actor, participant: UUID, disclosure: UUID, reply: UUID, kind: str, words: str
) -> None:
    """Ask a partner something about what was shared, or answer them, while they may still read it."""
    found = queries.conversation(by, participant, disclosure)
    if found is None or kind not in (Reply.ASK, Reply.ANSWER):
        raise TurnedDown("not_here")
    _say(reply, found.pk, found.replies_key, kind, words)


@act(Can.KEEP_RELEASES)
def read_replies(*, by: Actor, participant: UUID, disclosure: UUID) -> None:
    """Say that what a partner answered was read; it leaves Today."""
    found = queries.conversation(by, participant, disclosure)
    if found is None:
        raise TurnedDown("not_here")
    unseen = SharedReply.objects.filter(item_id=found.pk, side=ReplySide.THEY, seen_at=None)
    unseen.update(seen_at=clock.now(), seen_by_id=by.id)
