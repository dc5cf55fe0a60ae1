"""Events around which a critical period is proposed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside.access.given import HardDate
from alongside.agency.modules import is_off
from alongside.legal.choices import EventKind
from alongside.legal.models import StrandEvent
from alongside.participants.choices import CriticalKind
from alongside.vault.opening import open_told

# Fingerprints ask for no more support than any other day; what is the agency's own, somebody adds if it is hard.
KINDS = {
    EventKind.INTERVIEW: CriticalKind.OTHER,
    EventKind.DEPOSITION: CriticalKind.DEPOSITION,
    EventKind.HEARING: CriticalKind.COURT,
    EventKind.SENTENCING: CriticalKind.COURT,
    EventKind.CONSULATE: CriticalKind.OTHER,
    EventKind.RENEWAL: CriticalKind.RENEWAL,
    EventKind.REUNIFICATION: CriticalKind.REUNIFICATION,
}
MOST = 20  # the latest of them


def beside() -> dict[str, Combinable]:
    """What comes in the same query as people: the latest events that were not called off."""
    rows = StrandEvent.objects.filter(participant=OuterRef("pk"), meeting__cancelled_at=None)
    told = JSONObject(id=F("id"), key=F("key_id"), kind=F("kind"), at=F("meeting__at"))
    return {"strand_events": ArraySubquery(rows.order_by("-meeting__at", "-id").values(json=told)[:MOST])}


def of(person: Any) -> Iterator[HardDate]:
    """The hard dates of somebody whom `beside` came along with."""
    for told in [] if is_off("legal:plan") else vars(person)["strand_events"]:
        ref, table = UUID(told["id"]), StrandEvent._meta.db_table
        kind = EventKind(open_told(UUID(told["key"]), table, "kind", ref, told["kind"]))
        if kind in KINDS:
            day = timezone.localtime(datetime.fromisoformat(told["at"])).date()
            yield HardDate(KINDS[kind], day, ref)
