"""Asking colleagues. No address, form or page here knows a participant."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.practice import actions, forms, queries, rules
from alongside.ui.undo import say


@staff(Can.CONSULT)
@require_safe
def consults(request: StaffRequest) -> HttpResponse:
    """Questions that are open, and my own."""
    page = Paginator(queries.consults(), queries.PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "practice/consults.html", {"page": page, "me": request.actor.id})


@staff(Can.CONSULT)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Put a question to colleagues."""
    key = "practice.consult:new"
    form = filled(request, forms.ConsultForm, key)
    pointers: list[str] = []
    if request.method == "POST" and form.is_valid():
        question = form.cleaned_data["question"]
        pointers = _pointers(request, question)
        if not pointers:
            asked = actions.ask_colleagues(by=request.actor, consult=form.once(), question=question)
            drop_draft(by=request.actor, form=key)
            say(request, _("Asked. Your colleagues see your words, and not who asks or about whom."))
            return redirect("practice:consult", asked.pk)
    shown = {"form": form, "pointers": pointers, "here": reverse("practice:new_consult")}
    return render(request, "practice/new_consult.html", shown, status=422 if form.is_bound else 200)


def _pointers(request: StaffRequest, text: str) -> list[str]:
    """What the writer is warned of, until they say that it may stay."""
    return [] if "anyway" in request.POST else queries.pointers_in(request.actor, text)


@staff(Can.CONSULT)
@require_http_methods(["GET", "POST"])
def consult(request: StaffRequest, consult: UUID) -> HttpResponse:
    """One question with its answers; sending the page answers it."""
    found = queries.consult_named(consult)
    if found is None:
        raise Http404
    key = f"practice.reply:{consult}"
    form = filled(request, forms.ReplyForm, key)
    pointers: list[str] = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        pointers = _pointers(request, words)
        if not pointers:
            return _answered(request, consult, form.once(), words, key)
    shown: dict[str, Any] = {
        "consult": found,
        "mine": found.by_id == request.actor.id,
        "me": request.actor.id,
        "replies": queries.replies(consult),
        "form": form,
        "pointers": pointers,
        "here": reverse("practice:consult", args=[consult]),
    }
    return render(request, "practice/consult.html", shown, status=422 if form.is_bound else 200)


def _answered(request: StaffRequest, consult: UUID, once: UUID, words: str, key: str) -> HttpResponse:
    try:
        kept = actions.reply_to_consult(by=request.actor, consult=consult, reply=once, words=words)
    except rules.NotMine:
        raise Http404 from None  # it was closed this very moment
    drop_draft(by=request.actor, form=key)
    back = reverse("practice:take_reply_back", args=[consult, kept.pk])
    say(request, _("Your words stand beside the question."), undo_url=back)
    return redirect("practice:consult", consult)


@staff(Can.CONSULT)
@require_POST
def close(request: StaffRequest, consult: UUID) -> HttpResponse:
    """Close one's own question."""
    _do(actions.close_consult, by=request.actor, consult=consult)
    back = reverse("practice:reopen_consult", args=[consult])
    say(request, _("Closed. From now on only you read it."), undo_url=back)
    return redirect("practice:consult", consult)


@staff(Can.CONSULT)
@require_POST
def reopen(request: StaffRequest, consult: UUID) -> HttpResponse:
    """Open one's own question again."""
    _do(actions.reopen_consult, by=request.actor, consult=consult)
    say(request, _("It is open to colleagues again."))
    return redirect("practice:consult", consult)


@staff(Can.CONSULT)
@require_http_methods(["GET", "POST"])
def delete(request: StaffRequest, consult: UUID) -> HttpResponse:
    """Delete one's own question for good, after being asked once."""
    found = queries.consult_named(consult)
    if found is None or found.by_id != request.actor.id:
        raise Http404
    if request.method == "POST":
        actions.delete_consult(by=request.actor, consult=consult)
        say(request, _("Deleted for good."))
        return redirect("practice:consults")
    return render(request, "practice/delete_consult.html", {"consult": found})


@staff(Can.CONSULT)
@require_POST
def thank(request: StaffRequest, consult: UUID, reply: UUID) -> HttpResponse:
    """Thank a colleague for an answer."""
    found = queries.consult_named(consult)
    if found is None or found.by_id != request.actor.id:
        raise Http404
    actions.thank_for_reply(by=request.actor, reply=reply)
    say(request, _("They can see your thanks."))
    return redirect("practice:consult", consult)


@staff(Can.CONSULT)
@require_POST
def take_back(request: StaffRequest, consult: UUID, reply: UUID) -> HttpResponse:
    """Take back what one answered."""
    _do(actions.take_reply_back, by=request.actor, reply=reply)
    back = reverse("practice:bring_reply_back", args=[consult, reply])
    say(request, _("Taken back. Nobody reads it."), undo_url=back)
    return redirect("practice:consult", consult)


@staff(Can.CONSULT)
@require_POST
def bring_back(request: StaffRequest, consult: UUID, reply: UUID) -> HttpResponse:
    """Bring back what one answered."""
    _do(actions.bring_reply_back, by=request.actor, reply=reply)
    say(request, _("It is back."))
    return redirect("practice:consult", consult)


def _do(action: Any, **given: Any) -> None:
    """Do it, or answer that nothing is here."""
    try:
        action(**given)
    except rules.NotMine:
        raise Http404 from None
