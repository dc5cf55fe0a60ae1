"""This room's part of a set-up file: kinds of help with money, and its limits. Nobody is in it."""

from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_actions import import_kinds_of_help
from alongside.provisions.assistance_choices import KINDS


def give() -> dict[str, Any]:
    """Kinds of help in their order, and the limits."""
    limits = queries.limits()
    return {
        "kinds": [
            {name: getattr(each, name) for name in ("key", "name", "words", "place", "hidden")}
            for each in queries.kinds(hidden=True)
        ],
        "limits": {
            "limit": _said(limits.limit),
            "cap": _said(limits.cap),
            "year_from": limits.year_from,
        },
    }


def _said(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def take(by: Actor, part: Any) -> None:
    """Put the kinds and the limits in place."""
    told = carrying.entry(part, kinds=list, limits=dict)
    kinds = carrying.rows(told["kinds"], key=40, name=60, words=80, place=int, hidden=bool)
    limits = carrying.entry(told["limits"], limit=14, cap=14, year_from=int)
    if any(each["key"] not in KINDS if each["key"] else not each["name"].strip() for each in kinds):
        raise carrying.Unreadable
    if not 1 <= limits["year_from"] <= 12:
        raise carrying.Unreadable
    found = rules.Limits(_amount(limits["limit"]), _amount(limits["cap"]) or None, limits["year_from"])
    try:
        import_kinds_of_help(by=by, kinds=kinds, limits=found)
    except rules.NameTaken:
        raise carrying.Unreadable from None


def _amount(text: str) -> Decimal | None:
    with suppress(InvalidOperation):
        amount = Decimal(text) if text else None
        if amount is None or (amount.is_finite() and 0 <= amount < 10**10 and amount == round(amount, 2)):
            return amount
    raise carrying.Unreadable
