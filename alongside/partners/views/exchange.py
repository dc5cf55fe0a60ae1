"""Taking a published directory in, seeing how far it is, taking it back; and giving ours out as a file."""

import json
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.ledger import how_far
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.partners import actions, queries, rules
from alongside.partners.forms.directory import ImportForm
from alongside.partners.hsds import exporting
from alongside.partners.hsds.pages import Pages
from alongside.partners.hsds.reading import NotReadable, entries
from alongside.partners.hsds.shape import WhoseIsIt
from alongside.partners.views.around import at
from alongside.ui.undo import say

KEPT_SECONDS = 15 * 60
TOLD = {
    "page": gettext_lazy("This is page %(name)s. Please take in the other pages too."),
    "not_kept": gettext_lazy("Not kept, since it has no id or no name: %(name)s"),
    "another": gettext_lazy("Left out, since another entry has this number here: %(name)s"),
}


def _key(actor: Any, batch: object) -> str:
    return f"partners.import:{actor.id}:{batch}"


@staff(Can.KEEP_PARTNERS)
@require_http_methods(["GET", "POST"])
def exchange(request: StaffRequest) -> HttpResponse:
    """A file taken in, in one piece: all of it, or nothing where it cannot be read."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_bound and form.is_valid():
        try:
            batch = _take_in(request, form)
        except NotReadable:
            form.add_error(
                "file",
                _(
                    "We could not read this as HSDS. Nothing was taken in. Perhaps it is another kind of file?"
                ),
            )
        except WhoseIsIt:
            form.add_error(
                "publisher",
                _(
                    "The entries of this file are only numbered, as those of others are. Please say whose directory it"
                    " is, and choose the file once more. Nothing was taken in."
                ),
            )
        else:
            say(
                request,
                _(
                    "%(added)s new, %(renewed)s renewed, %(left)s left as you wrote them, %(unread)s not understood."
                )
                % {name: getattr(batch, name) for name in ("added", "renewed", "left", "unread")},
                undo_url=at("undo_import", batch.pk),
            )
            return redirect(at("exchange"))
    shown = {
        "form": form,
        "batches": [(each, _told(each)) for each in queries.batches()],
        "progress": at("progress", form.once()),
    }
    return render(request, "partners/exchange.html", shown, status=422 if form.is_bound else 200)


def _told(batch: Any) -> list[str]:
    """What did not come in with a file, or not as it stood there, in words."""
    return [str(TOLD[what]) % {"name": name} for what, name in batch.told if what in TOLD]


def _take_in(request: StaffRequest, form: ImportForm) -> Any:
    """How far it is goes through the cache, which writes on a connection of its own and so can be seen meanwhile."""
    file, once = form.cleaned_data["file"], form.once()
    whole, key, pages = max(file.size, 1), _key(request.actor, once), Pages()

    def tell(read: int) -> None:
        cache.set(key, [min(read, whole), whole], KEPT_SECONDS)

    try:
        return actions.import_directory(
            by=request.actor,
            batch=once,
            entries=entries(file, tell, pages.hear),
            is_public=form.cleaned_data["is_public"],
            publisher=form.cleaned_data["publisher"],
            pages=pages,
        )
    finally:
        cache.delete(key)


@staff(Can.KEEP_PARTNERS)
@require_safe
def progress(request: StaffRequest, batch: UUID) -> HttpResponse:
    """How far an import of one's own is."""
    return JsonResponse(how_far(_key(request.actor, batch)))


@staff(Can.KEEP_PARTNERS)
@require_POST
def undo_import(request: StaffRequest, batch: UUID) -> HttpResponse:
    """The latest import, taken back."""
    with suppress(ValueError):
        there(next((each for each in queries.batches() if each.pk == batch), None))
    try:
        actions.undo_import(by=request.actor, batch=batch)
    except rules.NotTheLatest:
        say(request, _("A later import stands on this one. Please take that one back first."))
    except rules.InUse:
        say(request, _("Some of these entries are in use by now, so nothing was taken back."))
    else:
        say(request, _("Taken back. What it renewed reads as it did before."))
    return redirect(at("exchange"))


@staff(Can.KEEP_PARTNERS)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Every public entry as one HSDS file; what is not public, and every confidential place, stays."""
    body = ",\n".join(json.dumps(doc, ensure_ascii=False) for doc in exporting.services())
    answer = HttpResponse(f"[{body}]", content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="services.json"'
    return answer
