"""Pages by which an anonymous contact becomes somebody known, as far as they wish."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, shown, there
from alongside.frontdoor import queries, rules, sentences
from alongside.frontdoor.actions import (
    assign_from_contact,
    hear_need,
    link_contact,
    save_alias_for,
    start_from_contact,
    unlink_contact,
)
from alongside.frontdoor.forms import NEEDS_SHOWN, AliasForm, AssignForm, NeedForm, SearchForm, StartForm
from alongside.frontdoor.queries import Contact, Participant
from alongside.frontdoor.views.door import person_url, turned_away, what_next
from alongside.keeping.rules import reference
from alongside.participants import alike
from alongside.participants import queries as people
from alongside.participants.finding import found_by_alias
from alongside.participants.rules import HasCaseManager, IsCaseManager, NotACaseManager, NotTrained
from alongside.participants.views.known import known_by_alias
from alongside.participants.words import NOT_TRAINED
from alongside.ui.forms import KindForm
from alongside.ui.undo import say


def _open_to(request: StaffRequest, contact: UUID, step: str) -> tuple[Contact, Participant | None]:
    row = there(queries.contact_named(contact))
    person = queries.person_of(row)
    if not what_next(request.actor, row, person)[step]:
        raise Http404
    return row, person


def _already(contact: UUID, form: KindForm) -> HttpResponse | None:
    """The page of what a first click has done, for the second one."""
    row = there(queries.contact_named(contact))
    if row.participant_id is not None and row.participant_id == form.once():
        return redirect("frontdoor:contact", row.pk)
    return None


@staff(Can.KEEP_ALIAS)
def alias(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Keep an alias and needs for a contact; earlier contacts are joined where they wish it."""
    more = request.POST.get("more", "")
    lines = min(int(more), 30) if more.isascii() and more.isdigit() and len(more) < 3 else NEEDS_SHOWN
    offered = queries.can_be_joined(request.actor, but=contact)
    form = filled(request, AliasForm, f"frontdoor.alias:{contact}", offered=offered, lines=lines)
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, _person = _open_to(request, contact, "alias")
    known: dict[str, Any] = {"more": min(form.lines + 1, 30)}
    page = _page(row, None, _("Save an alias"), _("An alias is enough; no name is asked."))
    page.template, page.more, page.save = "frontdoor/alias.html", known, _("Save the alias")
    page.refusals = turned_away(form)
    if more:
        return shown(request, form, page)

    def keep(told: dict[str, Any]) -> str | None:
        if people := _known(request, form):
            page.more = {**known, "known": people, "anyway": told["alias"]}
            return None
        joined = save_alias_for(
            by=request.actor,
            contact=row.pk,
            participant=form.once(),
            alias=told["alias"],
            needs=form.needs(),
            also=form.also_joined(),
        )
        page.kept, page.undo = _("Joined at their wish."), reverse("frontdoor:part", args=[row.pk])
        return _person_of(request, joined)

    return ask(request, form, page, keep)


def _page(row: Contact, person: Participant | None, title: str, told: str, section: str = "") -> Page:
    who = person.alias if person else sentences.contact_name(row.at)
    back = reverse("frontdoor:contact", args=[row.pk])
    return Page(title, back, section=section, lede=f"{who}. {told}", leave=_("Close"))


def _known(request: StaffRequest, form: KindForm) -> list[dict[str, Any]]:
    """Whom one may see already by this alias."""
    return known_by_alias(request, form.cleaned_data["alias"], form.once())


def _person_of(request: StaffRequest, row: Contact) -> str:
    """Where there is to see what one may see of the person a contact is joined to now."""
    person = queries.person_of(row)
    if person is not None and not request.actor.may(Can.OPEN_RECORD):
        return reverse("frontdoor:acquaintance", args=[person.pk])
    return reverse("frontdoor:contact", args=[row.pk])


@staff(Can.JOIN_CONTACT)
def join(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Join a contact to somebody within reach, found by any part of their alias."""
    row, _person = _open_to(request, contact, "join")
    said = ""
    if request.method == "POST" and "participant" in request.POST:
        try:
            link_contact(by=request.actor, contact=row.pk, participant=UUID(request.POST["participant"]))
        except (rules.TurnedAway, ValueError) as error:
            said = str(sentences.SAID.get(type(error), sentences.SAID[rules.NotWithinReach]))
        else:
            say(request, _("Joined at their wish."), undo_url=reverse("frontdoor:part", args=[row.pk]))
            return redirect(_person_of(request, there(queries.contact_named(row.pk))))
    form = SearchForm(request.POST if request.method == "POST" else None)
    asked = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    if asked:
        trail.looked("search", request.actor.id)
    found = _found(request, asked) if asked else []
    context = {"contact": row, "form": form, "asked": asked, "found": found, "said": said}
    return render(request, "frontdoor/join.html", context, status=422 if said else 200)


def _found(request: StaffRequest, asked: str) -> list[Participant]:
    """People by any part of their alias; of two records brought together, the one that is kept."""
    found = found_by_alias(request.actor, asked, along=alike.led_beside)
    leads = [each for each in found if each.led_to]
    there = {each.pk for each in found}
    kept = alike.named(request.actor, [led for row in leads if (led := row.led_to) and led not in there])
    return [*(each for each in found if each not in leads), *dict.fromkeys(kept)]


@staff(Can.JOIN_CONTACT)
@require_POST
def part(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Part a contact from the participant it is joined to; it is anonymous again."""
    row = there(queries.contact_named(contact))
    joined_to = row.participant_id
    if joined_to is not None:
        try:
            unlink_contact(by=request.actor, contact=row.pk, participant=joined_to)
        except rules.TurnedAway as error:
            raise Http404 from error
        say(request, _("Parted. The contact is anonymous again, as it was before."))
    if queries.contact_named(row.pk) is not None:
        return redirect("frontdoor:contact", row.pk)
    person = people.participant_named(joined_to) if joined_to else None
    return redirect(person_url(request.actor, person) or "/")


@staff(Can.ASSIGN)
def assign(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Assign a case manager to a contact, before any intake."""
    form = AssignForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, person = _open_to(request, contact, "assign")
    known: dict[str, Any] = {
        "contact": row,
        "person": person,
        "chosen": {name: str(form[name].value() or "") for name in ("case_manager", "backup")},
        "case_managers": [(each, str(each.pk)) for each in queries.case_managers()],
    }
    stay = _("Before any intake; they stay together when case management starts.")
    page = _page(row, person, _("Assign a case manager"), stay, _("Assign"))
    page.template, page.more, page.save = "frontdoor/assign.html", known, _("Assign")
    page.kept = _("Assigned. They stand on their case manager's Today now.")
    page.refusals = turned_away(form) | dict.fromkeys(
        (HasCaseManager, IsCaseManager, NotACaseManager, NotTrained, TurnedDown), _why_not
    )

    def keep(said: dict[str, Any]) -> str | None:
        if people := [] if person else _known(request, form):
            page.more = {**known, "known": people, "anyway": said["alias"]}
            return None
        assign_from_contact(
            by=request.actor,
            contact=row.pk,
            participant=row.participant_id or form.once(),
            **{name: said[name] for name in ("case_manager", "backup", "alias", "why")},
        )
        return page.back

    return ask(request, form, page, keep)


def _why_not(error: Exception) -> tuple[str | None, str]:
    return "why" if isinstance(error, NotTrained) else None, _sentence(error)


def _sentence(error: Exception) -> str:
    if isinstance(error, TurnedDown):
        return _("Somebody chose at this very moment too. Please look once more.")
    if isinstance(error, HasCaseManager):
        return _("They have a case manager already. To change that is a transfer, made from their own page.")
    if isinstance(error, IsCaseManager):
        return _("Case manager and backup are two people. Please choose another backup, or none yet.")
    if isinstance(error, NotTrained):
        return str(NOT_TRAINED)
    return _("Only a colleague who works as a case manager can be chosen here.")


@staff(Can.START_CASE)
def start(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Start case management with one sentence in their own words."""
    form = filled(request, StartForm, f"frontdoor.start:{contact}")
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, person = _open_to(request, contact, "start")
    needs = people.needs([person.pk]).get(person.pk, []) if person else []
    nothing_else = _("Nothing else is asked: no proof, no age, no status.")
    page = _page(row, person, _("Start case management"), nothing_else, _("Start"))
    page.template, page.more, page.save = "participants/start.html", {"needs": needs}, page.title
    page.kept = _("Case management has begun.")
    page.refusals = {rules.OneNeed: lambda error: ("need", sentences.said(error))} | turned_away(form)

    def keep(told: dict[str, Any]) -> str:
        return _record_of(
            start_from_contact(
                by=request.actor,
                contact=row.pk,
                participant=row.participant_id or form.once(),
                need=told["need"],
            )
        )

    return ask(request, form, page, keep)


def _record_of(row: Contact) -> str:
    fresh = queries.contact_named(row.pk)
    page = where("desk:participant", fresh.participant_id) if fresh else ""
    return page or reverse("frontdoor:contact", args=[row.pk])


@staff(Can.SEE_PEOPLE)
def acquaintance(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Alias and needs of somebody of one's site, and the contacts they wished to have joined."""
    person = there(people.participant_named(participant))
    form = filled(request, NeedForm, f"frontdoor.need:{participant}")
    page = Page(
        title=person.alias,
        section=_("Alias and needs"),
        back="",
        save=_("Add this need"),
        template="frontdoor/acquaintance.html",
        more=lambda: _acquainted(request, person),
    )

    def keep(told: dict[str, Any]) -> str:
        words = told["words"]
        heard = hear_need(by=request.actor, participant=person.pk, need=form.once(), words=words)
        page.kept = _("What they told us is saved, in their own words.") if heard is not None else ""
        return request.path

    return ask(request, form, page, keep)


def _acquainted(request: StaffRequest, person: Participant) -> dict[str, Any]:
    trail.looked("open_acquaintance", person.pk)
    helps = queries.what_helps_here(person.pk)
    if helps is not None:
        trail.looked("open_what_helps_here", person.pk)
    return {
        "helps": helps,
        "person": person,
        "needs": people.needs([person.pk]).get(person.pk, []),
        "contacts": queries.contacts_of(person.pk),
        "offered": queries.can_be_joined(request.actor) if request.actor.may(Can.KEEP_ALIAS) else [],
    }


@staff(Can.JOIN_CONTACT)
@require_POST
def join_here(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Join earlier calls and visits to somebody, at their wish."""
    person = there(people.participant_named(participant))
    chosen = [each for sent in request.POST.getlist("contact") if (each := reference(sent))]
    undo = ""
    for contact in chosen:
        try:
            link_contact(by=request.actor, contact=contact, participant=person.pk)
        except rules.TurnedAway as error:
            say(request, sentences.said(error))
            return redirect("frontdoor:acquaintance", person.pk)
        undo = reverse("frontdoor:part", args=[contact]) if len(chosen) == 1 else ""
    if chosen:
        say(request, _("Joined at their wish."), undo_url=undo)
    return redirect("frontdoor:acquaintance", person.pk)
