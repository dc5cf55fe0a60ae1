"""Pages of the front door: log a call or a visit, contacts not linked, one contact, its words put right."""

from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.queries import agency
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.frontdoor import queries, rules, sentences
from alongside.frontdoor.actions import amend_contact, log_call, log_visit
from alongside.frontdoor.forms import AmendForm, CallForm, LogForm, VisitForm
from alongside.frontdoor.queries import Contact, Participant
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.choices import State
from alongside.ui.forms import KindForm
from alongside.ui.pause import pause_after
from alongside.ui.undo import say


def contact_or_404(contact: UUID) -> Contact:
    """The contact, if its words are open to the one who asks."""
    found = queries.contact_named(contact)
    if found is None:
        raise Http404
    return found


def saved_before(form: KindForm, error: rules.TurnedAway) -> None:
    """Show why something could not be, and give the sending a fresh name."""
    form.add_error(None, sentences.said(error))
    if isinstance(error, rules.SentBefore):
        form.data["once"] = str(uuid4())  # type: ignore[index]


def where(name: str, *parts: Any) -> str:
    """An address of another room, or nothing while that room is not there."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def kept(request: HttpRequest, row: Contact) -> HttpResponse:
    """Say that a contact is kept and show it."""
    say(request, _("Kept: %(contact)s") % {"contact": _lower_first(sentences.contact_name(row.at))})
    onwards = reverse("frontdoor:contact", args=[row.pk])
    return redirect(pause_after(request, where("practice:pause"), onwards))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


@staff(Can.LOG_CALL)
def call(request: StaffRequest) -> HttpResponse:
    """Log a hotline call: one blank with the cursor in it."""
    key = "frontdoor.call:new"
    turned = {"another": True, "themselves": False}.get(request.POST.get("turn", ""))
    given: dict[str, Any] = {} if turned is None else {"about_another": turned}
    form = filled(request, CallForm, key, **given)
    status = 200
    if request.method == "POST" and turned is None:
        if form.is_valid():
            said = form.cleaned_data
            try:
                row = log_call(
                    by=request.actor,
                    contact=form.once(),
                    words=said["words"],
                    safe_to_call_back=said["safe_to_call_back"],
                    do_not_call_back=said["do_not_call_back"],
                    asked_by_other=said["asked_by_other"],
                    at=said["at"],
                )
            except rules.SentBefore as error:
                saved_before(form, error)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                return kept(request, row)
        status = 422
    return _log_page(request, "frontdoor/call.html", form, status)


@staff(Can.LOG_VISIT)
def visit(request: StaffRequest) -> HttpResponse:
    """Log a visit to the drop-in."""
    key = "frontdoor.visit:new"
    form = filled(request, VisitForm, key)
    if request.method == "POST":
        if form.is_valid():
            said = form.cleaned_data
            try:
                row = log_visit(by=request.actor, contact=form.once(), words=said["words"], at=said["at"])
            except rules.SentBefore as error:
                saved_before(form, error)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                return kept(request, row)
        return _log_page(request, "frontdoor/visit.html", form, 422)
    return _log_page(request, "frontdoor/visit.html", form, 200)


def _log_page(request: StaffRequest, template: str, form: LogForm, status: int) -> HttpResponse:
    return render(request, template, {"form": form, "agency": agency()}, status=status)


@staff(Can.KEEP_ALIAS)
@require_safe
def contacts(request: StaffRequest) -> HttpResponse:
    """Contacts that are joined to nobody: mine with their words, others' with their time alone."""
    trail.looked("list_contacts", request.actor.id)
    rows = Paginator(queries.not_joined(), 30).get_page(request.GET.get("page"))
    context = {"page": rows, "others": queries.unlinked_of_others(request.actor)}
    return render(request, "frontdoor/contacts.html", context)


@staff(Can.JOIN_CONTACT)
@require_safe
def contact(request: StaffRequest, contact: UUID) -> HttpResponse:
    """One contact: its words, whom it is joined to, and what can come next."""
    row = contact_or_404(contact)
    person = queries.person_of(row)
    trail.looked("open_contact", row.participant_id or request.actor.id, "frontdoor.contact", row.pk)
    context = {
        "contact": row,
        "young": rules.says_under_18(row.words),
        "person": person,
        "earlier": queries.earlier_words(row.pk) if row.amended_at else [],
        "may": what_next(request.actor, row, person),
        "person_url": person_url(request.actor, person),
    }
    return render(request, "frontdoor/contact.html", context)


def person_url(actor: Actor, person: Participant | None) -> str:
    """Where somebody's page is for the one who asks: the record, or alias and needs at the drop-in."""
    if person is None:
        return ""
    if actor.may(Can.OPEN_RECORD):
        return where("desk:participant", person.pk) or where("frontdoor:acquaintance", person.pk)
    return where("frontdoor:acquaintance", person.pk)


def what_next(actor: Actor, row: Contact, person: Participant | None) -> dict[str, bool]:
    """What the one who looks at a contact can do with it."""
    joined = row.participant_id is not None
    leads = Role.SUPERVISOR in actor.roles
    own = row.by_id == actor.id
    known = person is not None or (not joined and actor.may(Can.KEEP_ALIAS) and not row.asked_by_other)
    return {
        "amend": own and not joined,
        "alias": not joined and actor.may(Can.KEEP_ALIAS) and not row.asked_by_other,
        "join": not joined
        and not row.asked_by_other
        and bool(actor.roles & {Role.DROP_IN, Role.CASE_MANAGER, Role.SUPERVISOR}),
        "part": joined
        and (leads or row.joined_by_id == actor.id or (person is not None and actor.may(Can.OPEN_RECORD))),
        "assign": known and actor.may(Can.ASSIGN) and (person is None or person.primary_id is None),
        "start": known and actor.may(Can.START_CASE) and (person is None or person.state != State.ACTIVE),
    }


@staff(Can.JOIN_CONTACT)
def amend(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Put the words of one's own contact right, as long as it is joined to nobody."""
    row = contact_or_404(contact)
    if not what_next(request.actor, row, None)["amend"]:
        raise Http404
    key = f"frontdoor.words:{row.pk}"
    stands = {
        "words": row.words,
        "safe_to_call_back": row.safe_to_call_back,
        "do_not_call_back": row.do_not_call_back,
        "version": row.version,
    }
    form = filled(request, AmendForm, key, initial=stands)
    if row.asked_by_other:
        form.fields["words"].label = CallForm.ABOUT_ANOTHER
    status, changed = 200, None
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            try:
                amend_contact(
                    by=request.actor,
                    contact=row.pk,
                    words=said["words"],
                    safe_to_call_back=said["safe_to_call_back"],
                    do_not_call_back=said["do_not_call_back"],
                    seen=form.seen_version(),
                )
            except ChangedMeanwhile:
                status, changed = 409, row
                form.data["version"] = str(row.version)  # type: ignore[index]
            except rules.TurnedAway as error:
                form.add_error(None, sentences.said(error))
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                say(request, _("Kept. What stood before is kept too."))
                return redirect("frontdoor:contact", row.pk)
    context = {"form": form, "contact": row, "changed": changed}
    return render(request, "frontdoor/amend.html", context, status=status)
