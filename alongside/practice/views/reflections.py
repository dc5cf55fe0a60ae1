"""One's own reflections: written, read, changed and deleted by nobody but their author."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import GONE_FOR_GOOD, Page, ask, ask_once_more
from alongside.connection.queries import notes_at
from alongside.keeping.rules import reference
from alongside.practice import actions, forms, queries, rules
from alongside.practice.feelings import Footing
from alongside.practice.queries import Reflection

KIND = "practice.reflection"


def _mine_or_404(request: StaffRequest, reflection: UUID) -> Reflection:
    found = queries.reflection_named(request.actor, reflection)
    if found is None:
        raise Http404
    return found


def said_in(row: Reflection) -> list[tuple[str, str]]:
    """The prompts that were answered, with the words."""
    labels = forms.ReflectionForm.base_fields
    said = [(str(labels[name].label), words) for name in rules.PROMPTS if (words := getattr(row, name))]
    if row.footing in Footing.values:
        said.append((str(labels["footing"].label), str(Footing(row.footing).label)))
    return said


def _note(beside: str, notes: dict[UUID, datetime]) -> tuple[UUID, datetime] | None:
    """The note a reflection is beside and its day, while its author may read it."""
    note = reference(beside)
    return (note, notes[note]) if note in notes else None


@staff(Can.REFLECT)
@require_safe
def reflections(request: StaffRequest) -> HttpResponse:
    """What I wrote for myself, newest first."""
    page = Paginator(queries.reflections(request.actor), queries.PER_PAGE).get_page(request.GET.get("page"))
    trail.looked("list_reflections", request.actor.id)
    notes = notes_at([note for row in page if (note := reference(row.beside))])
    rows = [{"reflection": row, "said": said_in(row), "note": _note(row.beside, notes)} for row in page]
    return render(request, "practice/reflections.html", {"page": page, "rows": rows})


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Write one."""
    return _writing(request, "practice.reflection:new", None)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, reflection: UUID) -> HttpResponse:
    """Read one again, and change it."""
    found = _mine_or_404(request, reflection)
    if request.method == "GET":
        trail.looked("open_reflection", request.actor.id, KIND, found.pk)
    return _writing(request, f"practice.reflection:{found.pk}", found)


def _writing(request: StaffRequest, key: str, stands: Reflection | None) -> HttpResponse:
    asked = reference(request.GET.get("note"))
    start = {"beside": str(asked or "")}
    if stands:
        start = {name: getattr(stands, name) or "" for name in (*rules.PROMPTS, "footing", "beside")}
    form = filled(request, forms.ReflectionForm, key, initial=start, row=stands)
    beside = reference(form["beside"].value())
    notes = notes_at([beside] if beside else [])
    page = Page(
        title=_("My reflection") if stands else _("Write a reflection"),
        section=_("My reflections"),
        back=reverse("practice:reflections"),
        kept=_("Your reflection is saved, for you alone."),
        row=stands,
        stands=said_in,
        template="practice/reflection.html",
        more={"note": _note(str(beside or ""), notes)},
    )

    def keep(_told: dict[str, Any]) -> str:
        if stands is None:
            known = beside if beside in notes else None
            actions.write_reflection(
                by=request.actor, reflection=form.once(), words=form.said(), beside=known
            )
        else:
            actions.change_reflection(
                by=request.actor, reflection=stands.pk, words=form.said(), version=form.seen_version()
            )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def delete(request: StaffRequest, reflection: UUID) -> HttpResponse:
    """Delete one for good, after being asked once."""
    found = _mine_or_404(request, reflection)
    page = Page(
        title=_("Delete this for good?"),
        section=_("My reflections"),
        lede=GONE_FOR_GOOD,
        back=reverse("practice:reflections"),
        save=_("Delete for good"),
        kept=_("Deleted for good."),
        row=found,
        stands=said_in,
    )

    def delete_it() -> str:
        actions.delete_reflection(by=request.actor, reflection=found.pk)
        return page.back

    return ask_once_more(request, page, delete_it, draft=f"practice.reflection:{found.pk}")
