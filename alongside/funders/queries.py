"""Reading forms, answers on them, and what services count as there. Who reads what is the walls' matter."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.access.given import ToReview
from alongside.agency.reviewing import stamps
from alongside.connection.models import ServiceKind
from alongside.funders import catalog, rules
from alongside.funders.models import CrosswalkRow, FormField, ReportAnswer


@dataclass(frozen=True)
class Sheet:
    """What somebody answered on one form, as a whole."""

    form: rules.Form
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: Any = None
    at: datetime | None = None

    @property
    def version(self) -> int:
        """Another number whenever an answer is another one."""
        return rules.state_of(self.answers)

    def said(self, item: str) -> list[str]:
        """The answer to one item: values of the form as it calls them."""
        values = self.form.items[item].values
        return [values[each] for each in self.answers.get(item, ()) if each in values]

    def unsaid(self, item: str) -> str:
        """Whether an item was declined or is not known; empty where it is neither."""
        return next((each for each in self.answers.get(item, ()) if each in rules.UNSAID), "")


def fields(form: str = "", *, hidden: bool = False) -> list[FormField]:
    """The fields that the agency added for its funders."""
    rows = FormField.objects.order_by("form", "at", "id")
    return [each for each in rows if (not form or each.form == form) and (hidden or each.hidden_at is None)]


def field_named(key: UUID) -> FormField | None:
    """One of them."""
    return FormField.objects.filter(pk=key).first()


def as_reviewed(row: FormField) -> ToReview:
    """What a survivor adviser looks at of a field: any change of it wants another look."""
    text = "\n".join((row.label, row.wording, row.why, *row.values))
    return ToReview(f"funders.field.{row.pk.hex}", row.language, "funders", text)


def looked_at(rows: list[FormField]) -> dict[UUID, datetime]:
    """When a survivor adviser looked at just these words."""
    asked = {row.pk: as_reviewed(row) for row in rows}
    seen = stamps(asked.values())
    return {
        key: seen[each.key, each.language] for key, each in asked.items() if (each.key, each.language) in seen
    }


def forms() -> dict[str, rules.Form]:
    """Every form with the fields that the agency added and an adviser looked at."""
    found = dict(catalog.forms())
    added = fields()
    seen = looked_at(added) if added else {}
    for row in added:
        if row.pk in seen and row.form in found:
            found[row.form] = _with(found[row.form], row)
    return found


def form_named(key: str) -> rules.Form | None:
    """One form, with what was added to it."""
    return forms().get(key)


def _with(form: rules.Form, row: FormField) -> rules.Form:
    values = {rules.key_of(each): each for each in row.values}
    theirs = form.items.get(row.item)
    if theirs is not None:
        return replace(form, items={**form.items, row.item: replace(theirs, values=values)})
    own = rules.Item(row.label, row.takes, closing=row.when == "closing", values=values)
    return replace(form, items={**form.items, f"own-{row.pk.hex[:12]}": own})


# Answers.


def needed(participant: UUID) -> list[str]:
    """The forms that streams need in which somebody is enrolled."""
    with connection.cursor() as cursor:
        cursor.execute("select form from core.forms_needed(%s) order by form", [participant])
        return [row[0] for row in cursor.fetchall()]


def sheet(participant: UUID, form: rules.Form) -> Sheet:
    """What somebody answered on a form."""
    rows = list(
        ReportAnswer.objects.filter(participant_id=participant, form=form.key)
        .select_related("by")
        .order_by("at", "value")
    )
    told: dict[str, tuple[str, ...]] = {}
    for row in rows:
        told[row.item] = (*told.get(row.item, ()), row.value)
    last = rows[-1] if rows else None
    return Sheet(form, told, last.by if last else None, last.at if last else None)


def sheets(participant: UUID) -> list[tuple[Sheet, bool]]:
    """Every form that is needed for somebody or was answered, and whether it may be answered now."""
    now = needed(participant)
    old = ReportAnswer.objects.filter(participant_id=participant).values_list("form", flat=True).distinct()
    known = forms()
    keys = [*now, *(each for each in sorted(old) if each not in now)]
    return [(sheet(participant, known[key]), key in now) for key in keys if key in known]


# Crosswalks.


@dataclass(frozen=True)
class Crosswalk:
    """What stands of a crosswalk, as a whole."""

    rows: Mapping[UUID, CrosswalkRow]

    @property
    def version(self) -> int:
        """Another number whenever a service counts as something else."""
        return rules.state_of({str(kind): (row.item,) for kind, row in self.rows.items() if row.item})

    @property
    def last(self) -> CrosswalkRow | None:
        """What was said last."""
        return max(self.rows.values(), key=lambda row: row.at, default=None)

    @property
    def by(self) -> Any:
        """Who said it."""
        return self.last.by if self.last else None

    @property
    def at(self) -> datetime | None:
        """When."""
        return self.last.at if self.last else None


def crosswalk(form: str) -> dict[UUID, CrosswalkRow]:
    """What each kind of service counts as on a form just now."""
    rows = CrosswalkRow.objects.filter(form=form, ended_at=None).select_related("by")
    return {row.kind_id: row for row in rows}


def counts_as(form: str) -> dict[str, list[UUID]]:
    """Of each item of a form the kinds of service that count as it."""
    found: dict[str, list[UUID]] = {}
    for kind, row in sorted(crosswalk(form).items()):
        if row.item:
            found.setdefault(row.item, []).append(kind)
    return found


def kinds() -> list[ServiceKind]:
    """The kinds of service on the agency's list, those that are hidden last."""
    return list(ServiceKind.objects.order_by("hidden", "place", "id"))


def rows_before(form: str) -> list[CrosswalkRow]:
    """What was changed of a crosswalk, the newest first."""
    rows = CrosswalkRow.objects.filter(form=form).exclude(ended_at=None)
    return list(rows.select_related("by", "kind").order_by("-ended_at", "id")[:20])


def every_field(form: str) -> rules.Form:
    """A form with every field that was added, those too that nobody is asked any more: what counts answers reads it."""
    found = catalog.forms()[form]
    for row in fields(form, hidden=True):
        found = _with(found, row)
    return found


def answered_items(form: str, people: Collection[UUID]) -> set[tuple[UUID, str]]:
    """Of these people, within reach, which items of a form have an answer."""
    rows = ReportAnswer.objects.filter(form=form, participant_id__in=people)
    return set(rows.values_list("participant_id", "item"))
