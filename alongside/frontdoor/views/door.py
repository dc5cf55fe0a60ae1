"""Pages of the front door: log a call or a visit, contacts not linked, one contact, its words put right."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import where
from alongside.agency.queries import agency
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, shown, there
from alongside.frontdoor import queries, rules, sentences
from alongside.frontdoor.actions import amend_contact, log_call, log_visit
from alongside.frontdoor.forms import AmendForm, CallForm, LogForm, VisitForm
from alongside.frontdoor.queries import Contact, Participant
from alongside.participants.choices import State
from alongside.ui.forms import KindForm
from alongside.ui.pause import pause_after

AMENDED = ("words", "safe_to_call_back", "do_not_call_back")


def turned_away(form: KindForm) -> dict[type[Exception], Any]:
    """What is said where something could not be; a sending whose name is taken gets a fresh one."""

    def why(error: rules.TurnedAway) -> tuple[None, str]:
        if isinstance(error, rules.SentBefore):
            form.put_once_more()
        return None, sentences.said(error)

    return {rules.TurnedAway: why}


def _log_page(form: LogForm, title: str, **more: Any) -> Page:
    return Page(
        title,
        "/",
        lede=_("Anonymous. Everything may stay blank."),
        leave=_("Close"),
        refusals=turned_away(form),
        more=lambda: {"agency": agency()},
        **more,
    )


def _kept(request: StaffRequest, page: Page, row: Contact) -> str:
    name = sentences.contact_name(row.at)
    page.kept = _("Saved: %(contact)s") % {"contact": name[:1].lower() + name[1:]}
    onwards = reverse("frontdoor:contact", args=[row.pk])
    return pause_after(request, where("practice:pause"), onwards)


@staff(Can.LOG_CALL)
def call(request: StaffRequest) -> HttpResponse:
    """Log a hotline call: one blank with the cursor in it."""
    turned = {"another": True, "themselves": False}.get(request.POST.get("turn", ""))
    given: dict[str, Any] = {} if turned is None else {"about_another": turned}
    form = filled(request, CallForm, "frontdoor.call:new", **given)
    page = _log_page(
        form, _("Log a call"), section=_("Call"), save=_("Save this call"), template="frontdoor/call.html"
    )
    if form.about_another:
        page.lede = _("Somebody asks about another person. No name, number or sign of that person is kept.")
    if turned is not None:
        return shown(request, form, page)

    def keep(said: dict[str, Any]) -> str:
        told = ("words", "safe_to_call_back", "do_not_call_back", "asked_by_other", "at")
        row = log_call(by=request.actor, contact=form.once(), **{name: said[name] for name in told})
        return _kept(request, page, row)

    return ask(request, form, page, keep)


@staff(Can.LOG_VISIT)
def visit(request: StaffRequest) -> HttpResponse:
    """Log a visit to the drop-in."""
    form = filled(request, VisitForm, "frontdoor.visit:new")
    page = _log_page(
        form, _("Log a visit"), section=_("Visit"), save=_("Save this visit"), template="frontdoor/visit.html"
    )

    def keep(said: dict[str, Any]) -> str:
        row = log_visit(by=request.actor, contact=form.once(), words=said["words"], at=said["at"])
        return _kept(request, page, row)

    return ask(request, form, page, keep)


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
    row = there(queries.contact_named(contact))
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
        "assign": known and actor.may(Can.ASSIGN) and (person is None or person.case_manager_id is None),
        "start": known and actor.may(Can.START_CASE) and (person is None or person.state != State.ACTIVE),
    }


@staff(Can.JOIN_CONTACT)
def amend(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Put the words of one's own contact right, as long as it is joined to nobody."""
    row = there(queries.contact_named(contact))
    if not what_next(request.actor, row, None)["amend"]:
        raise Http404
    start = {name: getattr(row, name) for name in AMENDED}
    form = filled(request, AmendForm, f"frontdoor.words:{row.pk}", initial=start, row=row)
    if row.asked_by_other:
        form.fields["words"].label = CallForm.ABOUT_ANOTHER
    stays = _("What stands now is kept as well.")
    page = Page(
        title=_("Edit"),
        section=_("Contact"),
        back=reverse("frontdoor:contact", args=[row.pk]),
        lede=f"{sentences.contact_name(row.at)}. {stays}",
        kept=_("The contact's words are saved. What stood before is kept too."),
        save=_("Save these words"),
        leave=_("Close"),
        row=row,
        template="frontdoor/amend.html",
        refusals=turned_away(form),
    )

    def keep(said: dict[str, Any]) -> str:
        words = {name: said[name] for name in AMENDED}
        amend_contact(by=request.actor, contact=row.pk, seen=form.seen_version(), **words)
        return page.back

    return ask(request, form, page, keep)
