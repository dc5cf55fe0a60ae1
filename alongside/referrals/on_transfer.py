"""What is handed on of this room: referrals in progress and places on waiting lists."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.agency.modules import is_off
from alongside.referrals.choices import OVER
from alongside.referrals.models import Referral
from alongside.referrals.queries import referrals
from alongside.ui.dates import day, put


def handed(participant: UUID) -> Iterator[Handed]:
    """Where each stands, and since when they wait."""
    going = [] if is_off("referrals:referrals") else referrals(participant)
    lines = [_line(row) for row in going if row.state not in OVER]
    yield Handed("plan", _("Referrals in progress"), tuple(lines))


def _line(row: Referral) -> str:
    waits = getattr(row, "place", None)
    told = f"{row.to}: {row.get_state_display()}, {day(row.state_at)}"
    if waits is None or not waits.next_on:
        return told
    return put(_("%(thing)s, ask again on %(day)s"), thing=told, day=day(waits.next_on))
