"""The keyed tokens by which an alias is found: in no copy of the data, so made again from the aliases."""

from collections.abc import Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from alongside.participants import names
from alongside.participants.choices import Like
from alongside.participants.models import AliasToken, ContactPoint, Likeness, Participant
from alongside.participants.rules import NO_ALIAS, as_dialled
from alongside.vault import ring, sealing
from alongside.vault.folding import fold

R = TypeVar("R")


def tokens_of(alias: str, search_key: bytes | None = None) -> list[bytes]:
    """Every token of an alias."""
    key = search_key or ring.search_key()
    return sorted(sealing.token(key, each) for each in names.beginnings(alias))


def asked_tokens(asked: str) -> list[list[bytes]]:
    """The tokens an alias must have, all of one list, to read like what was asked for."""
    key = ring.search_key()
    return [[sealing.token(key, each) for each in wanted] for wanted in names.asked_for(asked) if wanted]


def alike_by_alias(alias: str, search_key: bytes | None = None) -> bytes | None:
    """The token of a whole alias, equal to another's only where both read the same; none while nobody chose one."""
    whole = names.whole(alias)
    if not whole or fold(alias).startswith(NO_ALIAS):
        return None
    # No part of an alias that has a token holds a sign as this does, so neither is ever taken for the other.
    return sealing.token(search_key or ring.search_key(), f"whole alias: {whole}")


def alike_by_way(channel: str, address: str, search_key: bytes | None = None) -> bytes | None:
    """The token of a number or an email address; none of a way that tells nobody from anybody."""
    dialled = as_dialled(channel, address)
    return sealing.token(search_key or ring.search_key(), f"whole way: {dialled}") if dialled else None


def alike_by_call(alias: str, word: str, search_key: bytes | None = None) -> bytes | None:
    """The token of a whole alias and a code word together; none where either is missing."""
    if not fold(alias) or not fold(word):
        return None
    return said_on_call(alias, word, search_key)


def said_on_call(alias: str, word: str, search_key: bytes | None = None) -> bytes:
    """The token of what a caller says, whatever it is: what has none is worked out alike, and is nobody's."""
    # A folded text holds no line end, so what is said in two parts is never taken for one.
    return sealing.token(search_key or ring.search_key(), f"alias and code word: {fold(alias)}\n{fold(word)}")


def make_all_anew(search_key: bytes | None = None) -> int:
    """Put the tokens of every alias in place of those that are there (as the keeper); gives their number.

    An alias whose key is destroyed has none any more.
    """
    AliasToken.objects.all().delete()
    Likeness.objects.all().delete()
    made = 0
    rows = Participant.objects.only("id", "key_id", "alias").order_by("pk").iterator(1000)
    for people in _some_at_a_time(rows):
        fresh = [
            AliasToken(participant_id=person.pk, token=token)
            for person in people
            for token in _if_it_opens(person, search_key)
        ]
        made += len(AliasToken.objects.bulk_create(fresh, batch_size=5000))
        whole = [_likeness(Like.ALIAS, person.pk, person, search_key) for person in people]
        Likeness.objects.bulk_create((each for each in whole if each), batch_size=5000)
        ring.forget()
    read = ("key_id", "channel", "address", "code_word", "participant__key_id", "participant__alias")
    ways = ContactPoint.objects.select_related("participant").only(*read).order_by("pk")
    for points in _some_at_a_time(ways.iterator(1000)):
        whole = [
            _likeness(of, point.participant_id, point, search_key)
            for point in points
            for of in (Like.WAY, Like.CALL)
        ]
        Likeness.objects.bulk_create((each for each in whole if each), batch_size=5000)
        ring.forget()
    return made


def _likeness(
    of: Like, participant: UUID, row: Participant | ContactPoint, search_key: bytes | None
) -> Likeness | None:
    try:
        if isinstance(row, Participant):
            token = alike_by_alias(row.alias, search_key)
        elif of == Like.CALL:
            token = alike_by_call(row.participant.alias, row.code_word, search_key)
        else:
            token = alike_by_way(row.channel, row.address, search_key)
    except ring.NoKey:
        return None
    return Likeness(participant_id=participant, of=of, ref=row.pk, token=token) if token else None


def _some_at_a_time(rows: Iterable[R]) -> Iterator[list[R]]:
    held: list[R] = []
    for row in rows:
        held.append(row)
        if len(held) == 500:
            yield held
            held = []
    if held:
        yield held


def _if_it_opens(person: Participant, search_key: bytes | None) -> list[bytes]:
    try:
        return tokens_of(person.alias, search_key)
    except ring.NoKey:
        return []
