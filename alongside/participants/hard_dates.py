"""Hard dates that this room knows: the first weeks, coming back, another case manager."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside.access.given import HardDate
from alongside.participants.choices import CriticalKind, Part, State
from alongside.participants.models import Membership, StateChange


def beside() -> dict[str, Combinable]:
    """What comes in the same query as people: when they last came back, and who walks with them since when."""
    told = JSONObject(id="id", at="at")
    back = StateChange.objects.filter(participant=OuterRef("pk"), state=State.ACTIVE, again=True)
    parts = Membership.objects.filter(participant=OuterRef("pk"), part=Part.CASE_MANAGER)
    newest = parts.order_by("-during__startswith").values(json=JSONObject(id="id", at="during__startswith"))
    return {
        "came_back": Subquery(back.order_by("-at").values(json=told)[:1]),
        "walks_since": Subquery(newest[:1]),
        "walked_first": Subquery(parts.order_by("during__startswith").values("pk")[:1]),
    }


def of(person: Any) -> Iterator[HardDate]:
    """The hard dates of somebody whom `beside` came along with."""
    yield HardDate(
        CriticalKind.FIRST_WEEKS, _day(person.started_at or person.first_contact_at), UUID(str(person.pk))
    )
    told = vars(person)
    if back := told.get("came_back"):
        yield HardDate(CriticalKind.BACK, _told(back), UUID(back["id"]))
    if (since := told.get("walks_since")) and UUID(since["id"]) != told["walked_first"]:
        yield HardDate(CriticalKind.CHANGE, _told(since), UUID(since["id"]))


def _told(row: dict[str, str]) -> date:
    return _day(datetime.fromisoformat(row["at"]))


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
