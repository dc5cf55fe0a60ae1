"""The keyed tokens by which an alias is found: in no copy of the data, so made again from the aliases."""

from collections.abc import Iterable, Iterator

from alongside.participants.models import AliasToken, Participant
from alongside.vault import ring, sealing


def tokens_of(alias: str, search_key: bytes | None = None) -> list[bytes]:
    """Every token of an alias."""
    key = search_key or ring.search_key()
    return sorted(sealing.token(key, gram) for gram in sealing.grams(alias))


def make_all_anew(search_key: bytes | None = None) -> int:
    """Put the tokens of every alias in place of those that are there (as the keeper); gives their number.

    An alias whose key is destroyed has none any more.
    """
    AliasToken.objects.all().delete()
    made = 0
    rows = Participant.objects.only("id", "key_id", "alias").order_by("pk").iterator(1000)
    for people in _some_at_a_time(rows):
        fresh = [
            AliasToken(participant_id=person.pk, token=token)
            for person in people
            for token in _if_it_opens(person, search_key)
        ]
        made += len(AliasToken.objects.bulk_create(fresh, batch_size=5000))
        ring.forget()
    return made


def _some_at_a_time(rows: Iterable[Participant]) -> Iterator[list[Participant]]:
    held: list[Participant] = []
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
