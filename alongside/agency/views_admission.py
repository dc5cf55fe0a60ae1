"""Links handed over, coming in by one, and what two people agree to."""

import smtplib
import uuid
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.access import links
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, public, staff
from alongside.access.roles import Can
from alongside.agency import actions, queries
from alongside.agency.forms import ComeInForm, MailForm
from alongside.agency.today import agreement_rows
from alongside.ui.undo import say


def _colleague(who: UUID) -> queries.Staff:
    found = next((each for each in queries.staff_list() if each.pk == who), None)
    if found is None:
        raise Http404
    return found


def _address(token: str) -> str:
    return f"{settings.ORIGIN}{reverse('agency:come_in', args=[token])}"


@staff(Can.MANAGE_STAFF)
@require_POST
def link(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Make the link by which somebody comes in; it is shown on the answer to this form alone."""
    found = _colleague(staff)
    token = links.new_token()
    try:
        actions.invite(by=request.actor, staff=staff, invitation=uuid.uuid4(), token=token)
    except TurnedDown:
        say(request, _("Another administrator agrees first."))
        return redirect("agency:change_staff", staff)
    return _show(request, found, token, MailForm(initial={"token": token}))


def _show(request: StaffRequest, found: queries.Staff, token: str, form: MailForm) -> HttpResponse:
    account = queries.account_named(found.pk)
    shown = {
        "staff": found,
        "username": account.username if account else "",
        "address": _address(token),
        "days": links.DAYS,
        "mail_form": form if settings.EMAIL_HOST else None,
    }
    return render(request, "agency/link.html", shown, status=422 if form.is_bound and form.errors else 200)


@staff(Can.MANAGE_STAFF)
@require_POST
def mail_link(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Send a link that was just made by mail, in words that say nothing. The address is kept nowhere."""
    found = _colleague(staff)
    form = MailForm(request.POST)
    token = form.data.get("token", "")
    if not settings.EMAIL_HOST or links.whose(token) != staff:
        raise Http404
    if form.is_valid():
        words = _("Hello,\n\nhere is your link. It works once and for a few days:\n\n%(link)s\n")
        letter = EmailMessage(
            subject=_("You have an update"),
            body=words % {"link": _address(token)},
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[form.cleaned_data["to"]],
        )
        try:
            letter.send()
        except (OSError, smtplib.SMTPException):
            form.add_error("to", _("The mail could not be sent. Please hand the link over in another way."))
        else:
            say(request, _("Sent. The link works once."))
            return redirect("agency:change_staff", staff)
    return _show(request, found, token, form)


@staff(Can.MANAGE_STAFF)
@require_POST
def take_back(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Take a link back that was not used yet."""
    _colleague(staff)
    actions.take_back_link(by=request.actor, staff=staff)
    say(request, _("The link leads nowhere from now on."))
    return redirect("agency:change_staff", staff)


@staff(Can.MANAGE_STAFF)
@require_POST
def ask_access(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Ask another administrator to agree to a new password and second factor for somebody."""
    _colleague(staff)
    try:
        actions.ask_for_access(by=request.actor, staff=staff, agreement=uuid.uuid4())
    except TurnedDown as turned_down:
        own = "for_you" in str(turned_down)
        say(request, _("Another administrator asks this for you.") if own else _("This is asked already."))
    else:
        say(request, _("Asked. Another administrator finds it on Today, for a day."))
    return redirect("agency:change_staff", staff)


@public(because="whoever was handed a link is not signed in yet; the link works once and ends by itself")
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody opens their link: they choose a password, and then a second factor."""
    who = links.whose(token)
    account = queries.account_named(who) if who else None
    if account is None:
        return render(request, "agency/link_over.html", status=404)
    form = ComeInForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        if links.come_in(token, form.cleaned_data["password"]) is None:
            return render(request, "agency/link_over.html", status=404)
        answer = links.sign_in(request, account.pk)
        return answer if answer.status_code >= 400 else redirect("access:second_factor")
    shown = {"form": form, "account": account}
    return render(request, "agency/come_in.html", shown, status=422 if form.is_bound else 200)


@staff(Can.AGREE)
@require_safe
def agreements(request: StaffRequest) -> HttpResponse:
    """What an administrator asked about colleagues, and a second person agrees to or not."""
    return render(
        request, "agency/agreements.html", {"rows": agreement_rows(request.actor, queries.asked_now().now())}
    )


@staff(Can.AGREE)
@require_POST
def answer(request: StaffRequest, agreement: UUID) -> HttpResponse:
    """A second person's yes or no; whoever asked may take it back."""
    if agreement not in {each.pk for each in queries.asked_now().now()}:
        raise Http404
    yes = request.POST.get("answer") == "yes"
    try:
        actions.agree(by=request.actor, agreement=agreement, yes=yes)
    except TurnedDown:
        say(request, _("Its time is over, or somebody was quicker. Nothing was changed."))
    except NotAllowed:
        say(request, _("Somebody else has to agree to this."))
    else:
        say(request, _("What was asked for is agreed.") if yes else _("Saved: this is not done."))
    return redirect("agency:agreements")
