"""This room's part of a set-up file: what services count as on funders' forms, and fields that were added."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.funders import actions, catalog, queries, rules
from alongside.funders.choices import Takes, When

_FIELD: dict[str, Any] = {
    "form": 40, "item": 60, "language": 10, "label": 120, "why": 20000, "wording": 20000, "takes": 7, "when": 7,
    "values": list,
}  # fmt: skip


def give() -> dict[str, Any]:
    """Crosswalks with services by their names, and fields with their reasons."""
    names = {each.pk: each.key or each.name for each in queries.kinds()}
    return {
        "crosswalks": [
            {"form": form, "kind": names[kind], "item": row.item}
            for form in catalog.forms()
            for kind, row in sorted(queries.crosswalk(form).items(), key=lambda each: names[each[0]])
        ],
        "fields": [{name: getattr(row, name) for name in _FIELD} for row in queries.fields()],
    }


def take(by: Actor, part: Any) -> None:
    """Put them in place."""
    told = carrying.entry(part, crosswalks=list, fields=list)
    rows = carrying.rows(told["crosswalks"], form=40, kind=80, item=60)
    fields = carrying.rows(told["fields"], **_FIELD)
    for each in fields:
        carrying.texts(each["values"], 80)
        fits = each["takes"] in Takes.values and each["when"] in When.values
        words = all(each[name].strip() for name in ("label", "why", "wording"))
        if not fits or not words or len({rules.key_of(one) for one in each["values"]}) < 2:
            raise carrying.Unreadable
    actions.import_crosswalks(by=by, rows=rows)
    actions.import_form_fields(by=by, rows=fields)
