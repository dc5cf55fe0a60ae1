"""This room's part of a set-up file: the rules for clocks that the agency wrote or changed. No clock, and nobody."""

import re
from typing import Any
from uuid import UUID, uuid4

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.benefits import queries, sentences
from alongside.benefits.actions import save_clock_rule
from alongside.benefits.choices import KINDS
from alongside.benefits.forms import ClockRuleForm
from alongside.benefits.models import ClockRule
from alongside.benefits.rules import NoSource, Written

_PLAIN = ("name", "jurisdiction", "who", "anchor", "unit", "way", "says", "confidence")
_SOURCE = ("source_title", "source_url", "source_date", "note")
_DAYS = ("from_on", "ends_on", "never_past", "known_until")
_NAMED = re.compile(r"[-\w]{1,40}", re.ASCII)


def give() -> dict[str, Any]:
    """Each rule of the agency's own as it stands now; those we bring and nobody changed are there anyway."""
    return {"rules": [_told(row) for row in queries.rules_now() if row.by_id is not None]}


def _told(row: ClockRule) -> dict[str, Any]:
    return {
        "line": str(row.line),
        "key": row.key,
        **{name: getattr(row, name) for name in (*_PLAIN, *_SOURCE, "document", "off")},
        **{name: str(getattr(row, name) or "") for name in _DAYS},
        "amount": row.amount or 0,
        "remind": ", ".join(map(str, row.remind)),
        "figures": sentences.figures_in_lines(row.figures),
        "excludes": row.excludes,
    }


def take(by: Actor, part: Any) -> None:
    """Put rules in place, each as a new version; clocks that run keep theirs. What stands so already is left."""
    told = carrying.rows(
        carrying.entry(part, rules=list)["rules"], line=36, key=40, amount=int, remind=400, figures=3000,
        excludes=list, document=bool, off=bool, **dict.fromkeys((*_PLAIN, *_SOURCE, *_DAYS), 3000),
    )  # fmt: skip
    kinds = {key: key for key in (*KINDS, *(each["key"] for each in told))}
    kinds |= dict(queries.kinds_with_clocks())
    for each in told:
        _take(by, each, list(kinds.items()))


def _take(by: Actor, each: dict[str, Any], kinds: list[tuple[str, str]]) -> None:
    line, written = _line(each["line"]), _written(each, kinds)
    stands = queries.rule_now(line)
    if stands is not None and stands.by_id is not None and _told(stands) == each:
        return
    if stands is not None and stands.key != each["key"]:
        raise carrying.Unreadable
    seen = stands.version if stands else None
    try:
        save_clock_rule(by=by, rule=uuid4(), line=line, told=written, seen=seen)
    except NoSource:
        raise carrying.Unreadable from None


def _line(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise carrying.Unreadable from None


def _written(each: dict[str, Any], kinds: list[tuple[str, str]]) -> Written:
    """What the form would take, and nothing that it would not."""
    carrying.texts(each["excludes"], 40)
    form = ClockRuleForm(each | {"amount": each["amount"] or ""}, of=each["key"], kinds=kinds)
    if not _NAMED.fullmatch(each["key"]) or not form.is_valid():
        raise carrying.Unreadable
    return form.written(each["key"])
