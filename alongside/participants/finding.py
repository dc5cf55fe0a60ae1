"""Finding somebody within reach by their alias, as people type names."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from alongside.access import written
from alongside.access.actor import Actor
from alongside.participants import names
from alongside.participants.along import held
from alongside.participants.models import AliasToken, Participant
from alongside.participants.queries import Along, among
from alongside.participants.tokens import asked_tokens
from alongside.vault.folding import fold
from alongside.vault.models import Key

MOST_OPENED = 800  # aliases at once: some thousandths of a second for a team's people, see bench/README.md


def found_by_alias(
    actor: Actor, asked: str, count: int = 25, along: Along | None = None
) -> list[Participant]:
    """People within reach whose alias has every word of `asked` in it, as people type names; whoever's name begins
    so comes first.

    MOST_OPENED aliases are opened. Whoever reaches more people finds the others by whole words and by beginnings
    of four letters and more, which have tokens. `along` is what a room above wants to know in the same query.
    """
    if not fold(asked):
        return []
    reached = held(written.asked(_aliases, MOST_OPENED + 1))
    matching = _like(reached[:MOST_OPENED], asked)
    if len(reached) > MOST_OPENED:
        matching |= _like(held(_aliases(MOST_OPENED, _with_tokens(asked))), asked)
    first = sorted(matching.items(), key=lambda each: (not names.begins_like(each[1], asked), fold(each[1])))
    wanted = [pk for pk, _alias in first[:count]]
    rows = {row.pk: row for row in among(actor, wanted, along)}
    return [rows[pk] for pk in wanted if pk in rows]


def _aliases(most: int, only: Q | None = None) -> QuerySet[Participant]:
    """Aliases within reach, with their keys."""
    key = Key.objects.filter(key_id=OuterRef("key_id"), door=settings.DOOR)
    rows = Participant.objects.only("id", "key_id", "alias").annotate(
        wrapped=Subquery(key.values("wrapped")[:1])
    )
    return rows.filter(only or Q()).order_by("-state_since", "pk")[:most]


def _like(rows: Iterable[Participant], asked: str) -> dict[UUID, str]:
    return {row.pk: row.alias for row in rows if names.reads_like(row.alias, asked)}


def _with_tokens(asked: str) -> Q:
    found = Q()
    for tokens in asked_tokens(asked):
        hits = AliasToken.objects.filter(token__in=tokens).values("participant_id")
        hits = hits.annotate(found=Count("token", distinct=True)).filter(found=len(tokens))
        found |= Q(pk__in=hits.values("participant_id"))
    return found
