"""What the rows of each kind of report are, which of them add up to which, and what they are called."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside.agency.words import Words
from alongside.connection.choices import Effort
from alongside.connection.queries import service_kinds
from alongside.partners.choices import Cost, Fit, Serves, ServiceCategory
from alongside.partners.languages import CODES, name_of
from alongside.provisions.assistance_queries import kinds as kinds_of_help
from alongside.referrals.choices import Stuck, System
from alongside.reports.choices import Kind, Phase, State, Wait

ALL = "*"
SOUGHT = "sought:"  # all that was ticked in one search
NEW = "new"  # new in the fiscal year: new to us, or with us before


def sums_of(kind: str, labels: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Each row that is a sum of others, with these, among rows that were counted."""
    found: dict[tuple[str, str], list[str]] = {}
    rows = sorted({each for each in labels if is_atom(kind, each)})
    for row in rows:
        for whole in _wholes(kind, row):
            found.setdefault((whole, ""), []).append(row)
    for whole in {each for each, _how in found}:
        for above, how in _above(kind, whole):
            found.setdefault((above, how), []).append(whole)
    return [(whole, sorted(parts)) for (whole, _how), parts in sorted(found.items())]


def is_atom(kind: str, label: str) -> bool:
    """Whether a row is no sum of others. What exactly was looked for stands in no table, and adds up to what does."""
    return label.startswith(SOUGHT) if kind == Kind.GAPS else ALL not in label and label != NEW


def _wholes(kind: str, atom: str) -> list[str]:
    if kind == Kind.WAITING:
        return []
    if kind == Kind.BARRIERS:
        system, stuck = atom.split("|")
        return [f"{system}|{ALL}", f"{ALL}|{stuck}", f"{ALL}|{ALL}"]
    if kind == Kind.GAPS:
        return [ALL, *_of_gap(atom.removeprefix(SOUGHT))]
    if kind == Kind.PEOPLE and atom in (State.FIRST, State.AGAIN):
        return [NEW, ALL]
    return [ALL]


def _above(kind: str, whole: str) -> list[tuple[str, str]]:
    """Of a row that is a sum, the larger one it is a part of, and in which way."""
    if kind == Kind.GAPS and whole.startswith("kind="):
        return [(ALL, "kind")]
    if kind == Kind.BARRIERS and whole.count(ALL) == 1:
        return [(f"{ALL}|{ALL}", "system" if whole.endswith(ALL) else "stuck")]
    return []


def _of_gap(sought: str) -> list[str]:
    told: dict[str, list[str]] = {}
    for part in filter(None, sought.split("&")):
        name, _sign, value = part.partition("=")
        told.setdefault(name, []).append(value)
    kind = (told.pop("kind", None) or [""])[0]
    found = [f"kind={kind}"]
    if "serves" in told:
        found.append(f"group={kind}|{'+'.join(told['serves'])}")
    return found + [f"{name}={value}" for name, values in told.items() for value in values]


def _of_list(list_of: Any, code: str) -> str:
    return str(list_of(code).label) if code in list_of.values else code


class Names:
    """What rows are called, in today's language and in the agency's words."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.kinds: dict[str, Any] = {}  # the agency's own list, where the rows are of one
        if kind == Kind.SERVICES:
            self.kinds = {str(each.pk): each for each in service_kinds(hidden=True)}
        if kind == Kind.ASSISTANCE:
            self.kinds = {str(each.pk): each for each in kinds_of_help(hidden=True)}
        self.words: Mapping[str, str] = {}
        if kind == Kind.TIME:
            words = Words()
            self.words = {
                level: words.say(f"phase.{level}") or _of_list(Phase, level) for level in Phase.values
            }

    def of(self, label: str) -> str:
        """What one row is called."""
        if label in (ALL, f"{ALL}|{ALL}"):
            return pgettext("a sum of rows", "Total")
        named: dict[str, Any] = {
            Kind.SERVICES: self._of_ours, Kind.ASSISTANCE: self._of_ours, Kind.TIME: self._phase,
            Kind.ACTIVITY: lambda each: _of_list(Effort, each), Kind.LANGUAGES: self._language,
            Kind.PEOPLE: self._people, Kind.BARRIERS: self._barrier,
            Kind.WAITING: lambda each: _of_list(Wait, each), Kind.GAPS: self._gap,
        }  # fmt: skip
        return str(named[self.kind](label))

    def order(self, label: str) -> tuple[int, str]:
        """Where a row stands: groups of rows one after the other, sums last."""
        place = 9 if label in (ALL, f"{ALL}|{ALL}") else 0
        if label in self.kinds:
            return place, f"{self.kinds[label].place:04}"
        if self.kind == Kind.TIME and label in Phase.values:
            return place, str(Phase.values.index(label))
        if self.kind == Kind.PEOPLE:
            return [*State.values, NEW, ALL].index(label), ""
        if self.kind == Kind.BARRIERS and not place:
            system, stuck = label.split("|")
            place = 2 if system == ALL else 1 if stuck == ALL else 0
        if self.kind == Kind.GAPS and not place:
            name = label.split("=", maxsplit=1)[0]
            known = ["kind", "group", "serves", "language", "fit", "cost", "tonight", "openings"]
            place = known.index(name) if name in known else 8
        return place, self.of(label)

    def _of_ours(self, label: str) -> str:
        return self.kinds[label].called if label in self.kinds else label

    def _phase(self, label: str) -> str:
        return self.words.get(label) or _("No intensity recorded")

    def _language(self, label: str) -> str:
        return {
            "interpreter": _("With an interpreter"), "without": _("Without an interpreter"),
        }.get(label) or _("Not recorded")  # fmt: skip

    def _people(self, label: str) -> str:
        return _("New in this fiscal year, both") if label == NEW else _of_list(State, label)

    def _barrier(self, label: str) -> str:
        system, stuck = label.split("|")
        if stuck == ALL:
            return _("%(system)s, all of it") % {"system": _of_list(System, system)}
        if system == ALL:
            return _("All systems: %(stuck)s") % {"stuck": _of_list(Stuck, stuck)}
        return f"{_of_list(System, system)}: {_of_list(Stuck, stuck)}"

    def _gap(self, label: str) -> str:
        name, _sign, value = label.partition("=")
        if name == "group":
            kind, _bar, served = value.partition("|")
            people = " + ".join(_of_list(Serves, each) for each in served.split("+"))
            return f"{self._gap(f'kind={kind}')} / {people}"
        if name == "kind":
            return _of_list(ServiceCategory, value) if value else _("Any service")
        if name == "language":
            return name_of(CODES.get(value, value))
        if name in ("tonight", "openings"):
            return _("Open tonight") if name == "tonight" else _("Has openings")
        return _of_list({"serves": Serves, "fit": Fit, "cost": Cost}[name], value)
