"""This room's part of a set-up file: how many days before and after a hard date of each kind. Nobody's dates."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.participants import critical
from alongside.participants.agreeing import set_windows
from alongside.participants.choices import CriticalKind
from alongside.participants.rules import LONGEST_WINDOW


def give() -> dict[str, Any]:
    """The days of every kind as they stand here."""
    found = critical.windows().items()
    return {"critical_days": [{"kind": kind, "before": days[0], "after": days[1]} for kind, days in found]}


def take(by: Actor, part: Any) -> None:
    """Put the days in place; what was agreed with somebody stays, and a kind that is not known here is left out."""
    told = carrying.rows(
        carrying.entry(part, critical_days=list)["critical_days"], kind=40, before=int, after=int
    )
    if any(max(each["before"], each["after"]) > LONGEST_WINDOW for each in told):
        raise carrying.Unreadable
    stands = critical.windows()
    days = {each["kind"]: (each["before"], each["after"]) for each in told if each["kind"] in CriticalKind}
    set_windows(by=by, days={kind: each for kind, each in days.items() if each != stands[kind]})
