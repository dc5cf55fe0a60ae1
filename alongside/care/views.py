"""The care page: what there is here for workers, how to ask, and what was asked."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.care import actions, forms, queries, queries_review, rules
from alongside.care.choices import Wish
from alongside.keeping.rules import NotHere
from alongside.ui.undo import say


@staff(Can.REFLECT)
@require_http_methods(["GET", "HEAD", "POST"])
def care(request: StaffRequest) -> HttpResponse:
    """What there is and a form to ask with; one press asks, and nothing but whom is needed."""
    actor = request.actor
    readers = queries.readers(actor)
    form = filled(request, forms.AskForm, "care.request:new", readers=readers)
    page = Page(
        title=_("Support for staff"),
        section=_("Support for staff"),
        back="",
        kept=_("Asked. You and the one you chose can read it."),
        template="care/care.html",
        more=lambda: {
            "offers": queries.offers(),
            "keeps": actor.may(Can.KEEP_CARE),
            "readers": readers,
            "mine": queries.my_requests(actor),
            "asked_of_me": queries.asked_of(actor),
            "takes": queries.takes_requests(actor),
            "days": queries.settings().request_days,
            "wishes": Wish,
            "debrief": where("practice:ask_debrief") if actor.may(Can.CONSULT) else "",
            "time_off": where("workforce:time_off"),
            "thanks": queries.thanks_to(actor),
            "thanks_others": actor.may(Can.SUPERVISE),
            "reviews": actor.may(Can.REVIEW_ORGANISATION) or queries_review.concerns(actor),
        },
        refusals={
            rules.NotInReach: ("reader", _("They do not work here any more. Please choose somebody else."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        kind = request.POST.get("wish", "")
        actions.ask_for_support(
            by=actor,
            wished=form.once(),
            reader=UUID(told["reader"]),
            kind=kind if kind in Wish.values else Wish.TALK,
            words=told["words"],
            first_day=told["first_day"],
            last_day=told["last_day"],
        )
        return reverse("care:care")

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_POST
def take(request: StaffRequest) -> HttpResponse:
    """Say that colleagues may turn to me, or take it back."""
    takes = not queries.takes_requests(request.actor)
    actions.take_requests(by=request.actor, take=takes)
    say(
        request,
        _("Colleagues can choose you when they ask for support.")
        if takes
        else _("Colleagues are not offered you any more. What they asked you stays."),
        undo_url=reverse("care:take"),
    )
    return redirect("care:care")


@staff(Can.REFLECT)
@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: StaffRequest, wished: UUID) -> HttpResponse:
    """One request before its two people; the one who was chosen answers it here."""
    found = there(queries.request_named(wished))
    reads = found.reader_id == request.actor.id
    if request.method == "POST" and not reads:
        raise Http404
    form = filled(request, forms.AnswerForm, f"care.answer:{wished}", initial={"words": found.answer})
    page = Page(
        title=_("%(name)s asks you") % {"name": found.by.name} if reads else _("What you asked for"),
        section=_("Support for staff"),
        back=reverse("care:care"),
        kept=_("Your answer is saved. The two of you read it."),
        template="care/wish.html",
        more={
            "row": found,
            "reads": reads,
            "days": queries.settings().request_days,
            "time_off": where("workforce:time_off"),
        },
    )
    if request.method != "POST":
        trail.looked("open_support_request", request.actor.id)

    def keep(told: dict[str, Any]) -> str:
        actions.answer_support_request(by=request.actor, wished=wished, words=told["words"])
        return reverse("care:wish", args=[wished])

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_POST
def take_back(request: StaffRequest, wished: UUID) -> HttpResponse:
    """Take one's own request back for good."""
    try:
        actions.take_support_request_back(by=request.actor, wished=wished)
    except NotHere:
        raise Http404 from None
    say(request, _("Taken back. Nobody can read it now."))
    return redirect("care:care")
