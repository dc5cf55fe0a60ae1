"""What a colleague is asked: a name to go by, and what the giver wrote. At their yes, what is handed on."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.keeping.rules import NothingWritten
from alongside.transfers import actions, forms, queries
from alongside.transfers.pack import sides


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: StaffRequest, asked_to: UUID) -> HttpResponse:
    """Say yes, or what speaks against it, knowing little; after a yes, read what is handed on."""
    row = queries.ask_named(request.actor, asked_to)
    if row is None:
        raise Http404
    if request.method != "POST":
        trail.looked("open_asked_transfer", row.participant_id)
    start = {
        "words": row.words,
        "answer": "yes" if row.yes else "no" if row.answered_at else "",
    }
    form = filled(request, forms.AnswerForm, f"transfers.answer:{row.pk}", initial=start)
    kept = queries.pack_of(row) if row.yes else None
    page = Page(
        title=_("Will you walk with %(name)s?") % {"name": row.called},
        section=_("Transfer"),
        back=reverse("desk:today"),
        kept=_("Your answer is saved."),
        save=_("Save my answer"),
        template="transfers/asked.html",
        refusals={NothingWritten: ("words", _("Write what speaks against it, in a few words."))},
        more=lambda: {"row": row, "kept": kept, "sides": sides(queries.opened_pack(kept)) if kept else {}},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.answer_transfer(
            by=request.actor,
            participant=row.participant_id,
            ask=row.pk,
            yes=told["answer"] == "yes",
            words=told["words"],
        )
        return request.path

    return ask(request, form, page, keep)
