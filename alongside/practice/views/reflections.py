"""One's own reflections: written, read, changed and deleted by nobody but their author."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.naming import names_said
from alongside.practice import actions, forms, queries, rules
from alongside.practice.feelings import Footing
from alongside.practice.queries import Reflection
from alongside.ui.undo import say

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


@staff(Can.REFLECT)
@require_safe
def reflections(request: StaffRequest) -> HttpResponse:
    """What I wrote for myself, newest first."""
    page = Paginator(queries.reflections(request.actor), queries.PER_PAGE).get_page(request.GET.get("page"))
    trail.looked("list_reflections", request.actor.id)
    rows = [{"reflection": row, "said": said_in(row)} for row in page]
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
    start = {name: getattr(stands, name) or "" for name in (*rules.PROMPTS, "footing")} if stands else {}
    if stands:
        start["begun_from"] = str(stands.version)
    form = filled(request, forms.ReflectionForm, key, initial=start)
    # A draft was begun from the version that stood then, and only a form that knows it can see a conflict.
    form.initial["version"] = form.initial.get("begun_from", "")
    names: list[str] = []
    meanwhile: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        if "anyway" not in request.POST:
            names = names_said(request.actor, [form.said().whole()])
        if not names and _kept(request, form, stands):
            drop_draft(by=request.actor, form=key, once=form.once())
            say(request, _("Kept, for you alone."))
            return redirect("practice:reflections")
        if not names and stands:
            meanwhile = said_in(stands)
    here = reverse("practice:reflection", args=[stands.pk]) if stands else reverse("practice:new_reflection")
    shown = {"form": form, "stands": stands, "names": names, "meanwhile": meanwhile, "here": here}
    status = 200 if not form.is_bound else 409 if meanwhile else 422
    return render(request, "practice/reflection.html", shown, status=status)


def _kept(request: StaffRequest, form: forms.ReflectionForm, stands: Reflection | None) -> bool:
    """Keep it; False where it was saved from another tab since it was read."""
    if stands is None:
        actions.write_reflection(by=request.actor, reflection=form.once(), words=form.said())
        return True
    try:
        actions.change_reflection(
            by=request.actor, reflection=stands.pk, words=form.said(), version=form.seen_version()
        )
    except ChangedMeanwhile:
        form.follow(stands.version)
        form.add_error(None, forms.CHANGED)
        return False
    return True


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def delete(request: StaffRequest, reflection: UUID) -> HttpResponse:
    """Delete one for good, after being asked once."""
    found = _mine_or_404(request, reflection)
    if request.method == "POST":
        actions.delete_reflection(by=request.actor, reflection=found.pk)
        drop_draft(by=request.actor, form=f"practice.reflection:{found.pk}")
        say(request, _("Deleted for good."))
        return redirect("practice:reflections")
    return render(request, "practice/delete_reflection.html", {"reflection": found, "said": said_in(found)})
