"""A funder's form as a report: what is counted of it, which rows add up, and what they are called."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside.funders import queries
from alongside.funders.choices import NOT_COLLECTED, Unsaid
from alongside.funders.rules import UNSAID, Form

ALL_SERVICES, EVERYBODY, NEW, CONTINUING = "s|*", "p|*", "p|new", "p|continuing"
BLANK = "blank"  # no answer: not collected


def made_of(form: Form) -> dict[str, Any]:
    """What a report of a form is counted by: kinds of service with what they count as, and items with whom they count.

    A form without services of its own counts whoever was given any.
    """
    groups = {
        key: name for name, each in form.items.items() if each.kind == "services" for key in each.values
    }
    stands = queries.counts_as(form.key)
    kinds = [
        {"kind": str(kind), "item": item, "group": groups[item]}
        for item, these in sorted(stands.items())
        if item in groups
        for kind in these
    ]
    if not groups:
        kinds = [{"kind": str(each.pk), "item": "any", "group": "any"} for each in queries.kinds()]
    items = [
        {"item": key, "only_new": each.counted == "new", "one": each.kind == "one"}
        for key, each in form.items.items()
        if each.is_asked
    ]
    return {"kinds": kinds, "items": items}


def sums_of(made: Mapping[str, Any], labels: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Each row that is a sum of others, with these."""
    known = set(labels)
    groups: dict[str, set[str]] = {}
    for each in made["kinds"]:
        groups.setdefault(f"g|{each['group']}", set()).add(f"s|{each['item']}")
    found = [(group, sorted(parts & known)) for group, parts in sorted(groups.items())]
    found.append((ALL_SERVICES, sorted(groups.keys() & known)))
    found.append((EVERYBODY, sorted({NEW, CONTINUING} & known)))
    for each in made["items"]:
        parts = sorted(label for label in known if label.startswith(f"a|{each['item']}|"))
        found.append((NEW if each["only_new"] else EVERYBODY, parts))
    return [(whole, parts) for whole, parts in found if parts]


def people_add(made: Mapping[str, Any], parts: Sequence[str]) -> bool:
    """Whether everybody stands in just one of these rows."""
    alone = {each["item"] for each in made["items"] if each["one"]}
    sort, _bar, rest = parts[0].partition("|")
    return sort == "p" or (sort == "a" and rest.partition("|")[0] in alone)


class FormNames:
    """What the rows of a form are called, section by section, in its own words."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.rows: dict[str, tuple[str, str]] = {}  # of each row its section and what it is called
        for name, item in form.items.items():
            if item.kind == "services":
                self._services(name, item.label, item.values)
        if form.services():
            self.rows[ALL_SERVICES] = (_("Services"), pgettext("a sum of rows", "Total"))
        whom = _("People, each once")
        self.rows[NEW] = (whom, _("New in this fiscal year"))
        self.rows[CONTINUING] = (whom, _("Continuing from earlier in this fiscal year"))
        self.rows[EVERYBODY] = (whom, pgettext("a sum of rows", "Total"))
        for name, item in form.items.items():
            if item.is_asked:
                self._item(name, item)

    def _services(self, name: str, label: str, values: Mapping[str, str]) -> None:
        for key, value in values.items():
            self.rows[f"s|{key}"] = (label, f"{key} {value}" if key[0].isupper() else value)
        self.rows[f"g|{name}"] = (label, pgettext("a sum of rows", "Total"))

    def _item(self, name: str, item: Any) -> None:
        who = _("of those who are new") if item.counted == "new" else _("of everybody")
        section = f"{item.label}, {who}"
        ours = {**{each: str(Unsaid(each).label) for each in UNSAID}, BLANK: str(NOT_COLLECTED)}
        theirs = {"declined": item.declined, "unknown": item.unknown, BLANK: item.blank}
        for key, value in item.values.items():
            self.rows[f"a|{name}|{key}"] = (section, value)
        for key, said in ours.items():
            same = not theirs[key] or theirs[key].casefold() == said.casefold()
            self.rows[f"a|{name}|{key}"] = (section, said if same else f"{theirs[key]}: {said}")

    def of(self, label: str) -> str:
        """What one row is called."""
        return self.rows.get(label, ("", label))[1]

    def section(self, label: str) -> str:
        """The part of the form that it stands in."""
        return self.rows.get(label, ("", ""))[0]

    def order(self, label: str) -> tuple[int, str]:
        """Where it stands: as on the form."""
        keys = list(self.rows)
        return (keys.index(label), "") if label in self.rows else (len(keys), label)

    def measures(self, label: str) -> tuple[str, ...]:
        """What is counted of it."""
        if label == ALL_SERVICES:
            return ("times",)  # whoever was given one of them is whoever the form counts
        return ("people", "times") if label[0] in "sg" else ("people",)
