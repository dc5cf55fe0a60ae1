"""This room's part of a set-up file: streams of money with their rules and guides. Nobody is in it."""

from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.funders import catalog
from alongside.funding import stream_actions, stream_queries
from alongside.funding import stream_rules as rules
from alongside.funding.stream_choices import Asks, StreamKind

_SHAPE: dict[str, Any] = {
    "name": 80, "kind": 8, "beside": bool, "program": 120, "year_from": int, "zone": 60, "begins_on": 10,
    "ends_on": 10, "rate": 14, "budget": 14, "admin_share": 6, "asks": 7, "approved": bool, "months": int,
    "kinds": list, "form": 40, "who": 20000, "guide": 20000,
}  # fmt: skip
_DAYS, _AMOUNTS = ("begins_on", "ends_on"), ("rate", "budget", "admin_share")


def give() -> list[dict[str, Any]]:
    """The streams in use, in the order in which they pay; programs and kinds of service by their names."""
    keys = {each.pk: each.key or each.name for each in stream_queries.kinds()}
    return [
        {
            name: getattr(each, name)
            for name in ("name", "kind", "beside", "year_from", "zone", "asks", "approved", "form")
        }
        | {name: str(getattr(each, name) or "") for name in _DAYS}
        | {name: "" if getattr(each, name) is None else str(getattr(each, name)) for name in _AMOUNTS}
        | {
            "program": each.program.name if each.program else "",
            "months": each.months or 0,
            "kinds": [keys[kind] for kind in each.kinds if kind in keys],
            "who": each.who,
            "guide": each.guide,
        }
        for each in stream_queries.streams(ended=False)
    ]


def take(by: Actor, part: Any) -> None:
    """Put the streams in place."""
    found = [_read(each) for each in carrying.rows(part, {"form": ""}, **_SHAPE)]
    try:
        stream_actions.import_streams(by=by, streams=found)
    except rules.NameTaken:
        raise carrying.Unreadable from None


def _read(told: dict[str, Any]) -> dict[str, Any]:
    """One stream with its days and amounts as such. Raises Unreadable for what no page would have kept."""
    carrying.texts(told["kinds"], 80)
    days = {name: _day(told[name]) for name in _DAYS}
    amounts = {name: _amount(told[name]) for name in _AMOUNTS}
    begins, ends, share = days["begins_on"], days["ends_on"], amounts["admin_share"]
    fits = (
        told["name"].strip()
        and told["kind"] in StreamKind.values
        and told["asks"] in Asks.values
        and 1 <= told["year_from"] <= 12
        and told["months"] <= 600
        and not (begins and ends and ends < begins)
        and not (share is not None and share > 100)
        and _is_zone(told["zone"])
        and (not told["form"] or told["form"] in catalog.forms())
    )
    if not fits:
        raise carrying.Unreadable
    return told | days | amounts | {"months": told["months"] or None}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise carrying.Unreadable from None


def _amount(text: str) -> Decimal | None:
    with suppress(InvalidOperation):
        amount = Decimal(text) if text else None
        if amount is None or (amount.is_finite() and 0 <= amount < 10**10 and amount == round(amount, 2)):
            return amount
    raise carrying.Unreadable


def _is_zone(name: str) -> bool:
    with suppress(ValueError, OSError):
        return not name or bool(ZoneInfo(name))
    return False
