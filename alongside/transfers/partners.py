"""Whom at other agencies one might tell of a change, and the words. The product sends nothing."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from alongside.agency.modules import where
from alongside.consent.choices import Standing
from alongside.consent.queries import hold_of, kinds, releases, sender, wish_bars
from alongside.transfers.choices import TransferState

if TYPE_CHECKING:
    from alongside.participants.queries import Participant
    from alongside.transfers.models import Transfer


@dataclass(frozen=True)
class ToTell:
    """A recipient with a live permission: what it names, until when, the words one might say, and where to share."""

    called: str
    names: str
    last_day: date
    words: str
    address: str


def whom_to_tell(person: "Participant", row: "Transfer | None") -> list[ToTell]:
    """Recipients with a live permission, once the overlap began. While all sharing is paused, nobody."""
    if row is None or row.state not in (TransferState.OVERLAP, TransferState.DONE) or hold_of(person.pk):
        return []
    live = [
        each
        for each in releases(person.pk)
        if each.standing in (Standing.LIVE, Standing.ENDS_SOON) and not wish_bars(person.pk, each.agency_id)
    ]
    if not live:
        return []
    called = {each.key: each.name for each in kinds(hidden=True)}
    said = _("From now on please turn to %(name)s at %(sender)s.")
    words = said % {"name": row.receiver.name, "sender": sender(person.pk)}
    return [
        ToTell(
            each.agency.name if each.agency else each.person,
            ", ".join(called.get(key, key) for key in each.information),
            each.last_day,
            words,
            where("consent:release", person.pk, each.pk),
        )
        for each in live
    ]
