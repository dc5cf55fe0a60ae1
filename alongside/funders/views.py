"""Pages of funders' forms: what they ask and what services count as, and what somebody said for them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.funders import actions, forms, queries
from alongside.funders.choices import NOT_COLLECTED, Unsaid
from alongside.keeping.rules import NothingWritten
from alongside.participants.opened import opened
from alongside.ui.undo import say

# What somebody said.


@staff(Can.OPEN_RECORD)
@require_safe
def answers(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What somebody said for the forms that streams need in which they are enrolled."""
    person = opened(request.actor, participant, "open_report_answers")
    shown = {"person": person, "sheets": [_told(each, now) for each, now in queries.sheets(participant)]}
    return render(request, "funders/answers.html", shown)


def _told(sheet: queries.Sheet, is_open: bool) -> dict[str, Any]:
    items = [(key, each) for key, each in sheet.form.items.items() if each.is_asked]
    rows = [
        (each.label, sheet.said(key), Unsaid(gone).label if (gone := sheet.unsaid(key)) else "")
        for key, each in items
        if not each.closing or sheet.answers.get(key)
    ]
    return {"form": sheet.form, "rows": rows, "is_open": is_open, "blank": NOT_COLLECTED}


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, participant: UUID, form: str) -> HttpResponse:
    """Write down what somebody said, or that it is not collected."""
    return _asked(request, participant, form, closing=False)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: StaffRequest, participant: UUID, form: str) -> HttpResponse:
    """What a funder asks when an enrollment ended: chosen at month-end, and no part of how we part."""
    return _asked(request, participant, form, closing=True)


def _asked(request: StaffRequest, participant: UUID, key: str, *, closing: bool) -> HttpResponse:
    person = opened(request.actor, participant)
    there(key if key in queries.needed(participant) else None)
    found = there(queries.form_named(key))
    items = found.asked(closing=closing)
    there(items or None)
    sheet = queries.sheet(participant, found)
    start = {each: list(sheet.answers.get(each, ())) for each in items}
    form = filled(request, forms.AnswersForm, "", initial=start, row=sheet, items=items)
    page = Page(
        title=found.called,
        section=_("For funders' reports"),
        about=person,
        back=reverse("funders:answers", args=[participant]),
        lede=_("For the funder alone, when an enrollment ended. It stands on no page about the person's way.")
        if closing
        else _(
            "Only what they said by themselves. Nothing has to be asked, and a blank counts as not collected."
        ),
        kept=_("The answers are saved. What stays blank counts as not collected."),
        row=sheet,
        stands=lambda row: [(each.label, ", ".join(row.said(name))) for name, each in items.items()],
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.save_report_answers(
            by=request.actor, participant=participant, form=key, told=form.answers(), seen=form.seen_version()
        )
        return page.back

    return ask(request, form, page, keep)


# The forms themselves.


@staff(Can.KEEP_CROSSWALKS)
@require_safe
def forms_of_funders(request: StaffRequest) -> HttpResponse:
    """Every form there is here, with its number and how far it was looked at."""
    return render(request, "funders/forms.html", {"forms": list(queries.forms().values())})


@staff(Can.KEEP_CROSSWALKS)
@require_safe
def form(request: StaffRequest, form: str) -> HttpResponse:
    """One form: where it stands, its items, what services count as, and the fields that were added."""
    found = there(queries.form_named(form))
    services, stands = found.services(), queries.crosswalk(form)
    added = queries.fields(form, hidden=True)
    seen = queries.looked_at(added)
    counted = [
        (each.called, _with_key(stands[each.pk].item, services)) for each in queries.kinds()
        if each.pk in stands and stands[each.pk].item in services
    ]  # fmt: skip
    shown = {
        "form": found,
        "items": [each for each in found.items.values() if each.kind != "services"],
        "services": bool(services),
        "counted": counted,
        "before": [(row.kind.called, services.get(row.item, ""), row) for row in queries.rows_before(form)],
        "fields": [(row, seen.get(row.pk)) for row in added],
    }
    return render(request, "funders/form.html", shown)


def _with_key(key: str, services: dict[str, str]) -> str:
    return f"{key} {services[key]}" if key[0].isupper() else services[key]


@staff(Can.KEEP_CROSSWALKS)
@require_http_methods(["GET", "HEAD", "POST"])
def crosswalk(request: StaffRequest, form: str) -> HttpResponse:
    """Say what kinds of service count as on a form."""
    found = there(queries.form_named(form))
    there(found.services() or None)
    stands = queries.Crosswalk(queries.crosswalk(form))
    kinds = [(each.pk, each.called) for each in queries.kinds()]
    asked = filled(
        request,
        forms.CrosswalkForm,
        "",
        initial={kind.hex: row.item for kind, row in stands.rows.items()},
        row=stands,
        kinds=kinds,
        groups=[each for each in found.items.values() if each.kind == "services"],
    )
    named = found.services()
    page = Page(
        title=_("What our services count as"),
        section=_("Funders' forms"),
        back=reverse("funders:form", args=[form]),
        lede=_(
            "%(form)s. Each service counts once. Where two items look alike, as B3 and E9 or B6 and E7, the setting"
            " decides: choose the one your funder means."
        )
        % {"form": found.called},
        kept=_("What services count as is saved. Reports that were made stay as they are."),
        row=stands,
        stands=lambda row: [
            (called, named.get(row.rows[kind].item, "")) for kind, called in kinds if kind in row.rows
        ],
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.save_crosswalk(by=request.actor, form=form, told=asked.told(), seen=asked.seen_version())
        return page.back

    return ask(request, asked, page, keep)


@staff(Can.KEEP_CROSSWALKS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_field(request: StaffRequest, form: str) -> HttpResponse:
    """A field that a funder asks for: its reason first."""
    return _field(request, form, None)


@staff(Can.KEEP_CROSSWALKS)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: StaffRequest, form: str, field: UUID) -> HttpResponse:
    """Change a field; an adviser looks at it anew."""
    return _field(request, form, _of_form(form, field))


def _of_form(form: str, field: UUID) -> Any:
    row = queries.field_named(field)
    return there(row if row is not None and row.form == form else None)


def _field(request: StaffRequest, key: str, row: Any) -> HttpResponse:
    found = there(queries.form_named(key))
    start: dict[str, Any] = {"takes": "one", "when": "any"}
    if row is not None:
        start = {name: getattr(row, name) for name in ("item", "label", "why", "wording", "takes", "when")}
        start["values"] = "\n".join(row.values)
    waits = [
        (name, each.label)
        for name, each in found.items.items()
        if each.kind != "services" and (not each.values or (row is not None and row.item == name))
    ]
    form = filled(
        request,
        forms.FieldForm,
        f"funders.field:{row.pk if row else key}",
        initial=start,
        row=row,
        items=waits,
    )
    page = Page(
        title=row.label if row else _("Add a field"),
        section=_("Funders' forms"),
        back=reverse("funders:form", args=[key]),
        lede=_(
            "Always optional. It is asked of nobody before a survivor adviser looked at just these words."
        ),
        kept=_("The field is saved. It is used once a survivor adviser looked at it."),
        row=row,
        refusals={
            NothingWritten: (
                None,
                _("It needs a reason, a wording and two answers or more, one on each line."),
            )
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("item", "label", "why", "wording", "takes", "when", "values")}
        actions.save_form_field(
            by=request.actor,
            field=row.pk if row else form.once(),
            form=key,
            language=(row.language if row else get_language() or "en")[:2],
            seen=(form.seen_version() or 0) if row else None,
            **given,
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_CROSSWALKS)
@require_POST
def hide(request: StaffRequest, form: str, field: UUID) -> HttpResponse:
    """Ask it no more; answers that were given stay."""
    row = _of_form(form, field)
    actions.hide_form_field(by=request.actor, field=row.pk, hidden=True)
    say(request, _("Not asked any more."), undo_url=reverse("funders:show_field", args=[form, field]))
    return redirect("funders:form", form)


@staff(Can.KEEP_CROSSWALKS)
@require_POST
def show(request: StaffRequest, form: str, field: UUID) -> HttpResponse:
    """Ask it again."""
    row = _of_form(form, field)
    actions.hide_form_field(by=request.actor, field=row.pk, hidden=False)
    say(request, _("Asked again."), undo_url=reverse("funders:hide_field", args=[form, field]))
    return redirect("funders:form", form)
