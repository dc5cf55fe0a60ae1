"""What a partner and those who walk with somebody say to each other about a thing that was shared."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.consent import passages, queries, rules
from alongside.consent.actions._passing import let_pass
from alongside.consent.choices import Reply, ReplySide, WayOut, replies_to
from alongside.consent.models import Disclosure, SharedReply
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
    Raises TurnedDown.
    """
    found = theirs.item_named(item)
    if found is None or kind not in replies_to(found.way):
        raise TurnedDown("not_here")
    _say(reply, item, found.replies_key, kind, words)


@act(Can.KEEP_RELEASES, said=_("asked or answered a partner about what was shared"))
def answer_partner(
    *, by: Actor, participant: UUID, disclosure: UUID, reply: UUID, kind: str, words: str
) -> None:
    """Ask a partner something about what was shared, or answer them, while they may still read it.

    Our words go out as anything does: under the same permission, looked at anew, and kept in the accounting.
    Words that say more than they wish do not go (SaysTooMuch).
    Raises TurnedDown.
    """
    went = queries.disclosure_named(participant, disclosure)
    found = queries.conversation(participant, disclosure)
    if went is None or found is None or kind not in (Reply.ASK, Reply.ANSWER) or not words.strip():
        raise TurnedDown("not_here")
    if too_much := queries.forbidden(participant, words, agency=went.agency_id):
        raise rules.SaysTooMuch(too_much)
    if not Disclosure.objects.filter(pk=reply, participant_id=participant).exists():
        to = passages.To(agency=went.agency_id)
        named = frozenset(went.information)
        way = passages.Passage(participant, to, named, went.purpose, went.method, release=went.release_id)
        let_pass(participant, reply, way, WayOut.WORKSPACE, passages.named(to), words)
    _say(reply, found.pk, found.replies_key, kind, words)


@act(Can.KEEP_RELEASES, said=_("read what a partner answered"))
def read_replies(*, by: Actor, participant: UUID, disclosure: UUID, replies: Collection[UUID]) -> None:
    """Say that these answers of a partner were read; they leave Today. Raises TurnedDown."""
    found = queries.conversation(participant, disclosure)
    if found is None:
        raise TurnedDown("not_here")
    unseen = SharedReply.objects.filter(item_id=found.pk, side=ReplySide.THEY, seen_at=None)
    unseen.filter(pk__in=replies).update(seen_at=clock.now(), seen_by_id=by.id)
