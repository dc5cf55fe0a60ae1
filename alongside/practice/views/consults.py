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
from alongside.asking.page import Page, ask, ask_once_more, there
from alongside.practice import actions, forms, queries, rules
from alongside.ui.undo import say


@staff(Can.CONSULT)
@require_safe
def consults(request: StaffRequest) -> HttpResponse:
    """Questions that are open, and my own."""
    page = Paginator(queries.consults(), queries.PER_PAGE).get_page(request.GET.get("page"))
    about = queries.open_to_me() if request.actor.may(Can.CHANGE_RECORD) else []
    return render(
        request, "practice/consults.html", {"page": page, "me": request.actor.id, "about_people": about}
    )


@staff(Can.CONSULT)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Put a question to colleagues."""
    form = filled(request, forms.ConsultForm, "practice.consult:new")
    page = Page(
        title=_("Ask colleagues"),
        section=_("Questions to colleagues"),
        back=reverse("practice:consults"),
        kept=_("Asked. Your colleagues see your words, and not who asks or about whom."),
        save=_("Ask"),
        template="practice/new_consult.html",
    )

    def keep(told: dict[str, Any]) -> str:
        asked = actions.ask_colleagues(by=request.actor, consult=form.once(), question=told["question"])
        return reverse("practice:consult", args=[asked.pk])

    return ask(request, form, page, keep)


@staff(Can.CONSULT)
@require_http_methods(["GET", "POST"])
def consult(request: StaffRequest, consult: UUID) -> HttpResponse:
    """One question with its answers; sending the page answers it."""
    found = there(queries.consult_named(consult))
    mine = found.by_id == request.actor.id
    form = filled(request, forms.ReplyForm, f"practice.reply:{consult}")
    page = Page(
        title=_("My question to colleagues") if mine else _("A colleague asks"),
        section=_("Questions to colleagues"),
        back=reverse("practice:consults"),
        kept=_("Your words stand beside the question."),
        save=_("Answer"),
        template="practice/consult.html",
    )
    page.more = {
        "consult": found,
        "mine": mine,
        "me": request.actor.id,
        "replies": queries.replies(consult),
    }

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"consult": consult, "reply": form.once(), "words": told["words"]}
        kept = _do(actions.reply_to_consult, by=request.actor, **given)  # it may be closed this very moment
        page.undo = reverse("practice:take_reply_back", args=[consult, kept.pk])
        return reverse("practice:consult", args=[consult])

    return ask(request, form, page, keep)


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
    page = Page(
        title=_("Delete this for good?"),
        section=_("Questions to colleagues"),
        lede=_("The question, its answers and their key go now and cannot come back."),
        back=reverse("practice:consult", args=[consult]),
        save=_("Delete for good"),
        kept=_("Deleted for good."),
        row=found,
        stands=lambda row: [(_("The question"), row.question)],
    )

    def delete_it() -> str:
        actions.delete_consult(by=request.actor, consult=consult)
        return reverse("practice:consults")

    return ask_once_more(request, page, delete_it)


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


def _do(action: Any, **given: Any) -> Any:
    """Do it, or answer that nothing is here."""
    try:
        return action(**given)
    except rules.NotMine:
        raise Http404 from None
