"""What can be read of asks. Whose is within reach, and what the desk sees of it, is the walls' matter."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from alongside.participants import queries as people
from alongside.participants.queries import Need
from alongside.provisions import rules
from alongside.provisions.choices import LOOKED_FOR, OVER, STILL_OPEN
from alongside.provisions.models import DonationAsk, Wanted
from alongside.vault.folding import fold


def asks(participant: UUID) -> list[DonationAsk]:
    """What was asked for somebody, the newest first."""
    rows = DonationAsk.objects.filter(participant_id=participant, removed_at=None)
    return list(rows.order_by("-at", "-id"))


def ask_named(participant: UUID, ask: UUID) -> DonationAsk | None:
    """One ask."""
    rows = DonationAsk.objects.filter(pk=ask, participant_id=participant)
    return rows.select_related("changed_by").first()


@dataclass(frozen=True)
class NeedRead:
    """A need in their words with what was asked for it, and under what lasting help may be found."""

    need: Need | None
    going: list[DonationAsk]
    over: list[DonationAsk]
    kind: str = ""


def needs_with_asks(participant: UUID) -> list[NeedRead]:
    """Their needs, oldest first, each with its asks; at the end what belongs to none of them."""
    by_need: dict[UUID | None, list[DonationAsk]] = defaultdict(list)
    for ask in asks(participant):
        by_need[ask.need_id].append(ask)
    told = people.needs([participant]).get(participant, [])
    found = [_read(need, by_need.pop(need.pk, [])) for need in told]
    alone = [ask for rows in by_need.values() for ask in rows]
    return [*found, _read(None, alone)] if alone else found


def _read(need: Need | None, rows: list[DonationAsk]) -> NeedRead:
    return NeedRead(
        need,
        [each for each in rows if each.state in STILL_OPEN],
        [each for each in rows if each.state in OVER],
        rules.looked_for(need.words, LOOKED_FOR) if need else "",
    )


def wanted(*states: str) -> list[Wanted]:
    """What is looked for, by its words: no order of entry, and nothing of whom it is for."""
    rows = Wanted.objects.filter(state__in=states or STILL_OPEN)
    return sorted(rows, key=lambda each: (fold(each.item), fold(each.size), each.pk))
