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
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.frontdoor import queries, rules, sentences
from alongside.frontdoor.actions import (
    assign_from_contact,
    hear_need,
    join_contact,
    keep_alias_for,
    part_contact,
    start_from_contact,
)
from alongside.frontdoor.forms import NEEDS_SHOWN, AliasForm, AssignForm, NeedForm, SearchForm, StartForm
from alongside.frontdoor.queries import Contact, Participant
from alongside.frontdoor.views.door import contact_or_404, person_url, saved_before, what_next, where
from alongside.participants import alike
from alongside.participants import queries as people
from alongside.participants.finding import found_by_alias
from alongside.participants.rules import HasPrimary, IsPrimary, NotACaseManager, NotTrained
from alongside.participants.views.known import known_by_alias
from alongside.participants.words import NOT_TRAINED
from alongside.ui.forms import KindForm
from alongside.ui.undo import say


def _open_to(request: StaffRequest, contact: UUID, step: str) -> tuple[Contact, Participant | None]:
    row = contact_or_404(contact)
    person = queries.person_of(row)
    if not what_next(request.actor, row, person)[step]:
        raise Http404
    return row, person


def _already(contact: UUID, form: KindForm) -> HttpResponse | None:
    """The page of what a first click has done, for the second one."""
    row = contact_or_404(contact)
    if row.participant_id is not None and row.participant_id == form.once():
        return redirect("frontdoor:contact", row.pk)
    return None


@staff(Can.KEEP_ALIAS)
def alias(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Keep an alias and needs for a contact; earlier contacts are joined where they wish it."""
    key = f"frontdoor.alias:{contact}"
    more = request.POST.get("more", "")
    lines = min(int(more), 30) if more.isascii() and more.isdigit() and len(more) < 3 else NEEDS_SHOWN
    offered = queries.can_be_joined(request.actor, but=contact)
    form = filled(request, AliasForm, key, offered=offered, lines=lines)
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, _person = _open_to(request, contact, "alias")
    status, known = 200, []
    if request.method == "POST" and not more:
        status = 422
        if form.is_valid() and not (known := _known(request, form)):
            try:
                row = keep_alias_for(
                    by=request.actor,
                    contact=row.pk,
                    participant=form.once(),
                    alias=form.cleaned_data["alias"],
                    needs=form.needs(),
                    also=form.also_joined(),
                )
            except rules.TurnedAway as error:
                saved_before(form, error)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                return _joined(request, row)
    context = {"form": form, "contact": row, "more": min(form.lines + 1, 30)}
    context |= {"known": known, "anyway": form.cleaned_data["alias"] if known else ""}
    return render(request, "frontdoor/alias.html", context, status=status)


def _known(request: StaffRequest, form: KindForm) -> list[dict[str, Any]]:
    """Whom one may see already by this alias."""
    return known_by_alias(request, form.cleaned_data["alias"], form.once())


def _joined(request: StaffRequest, row: Contact) -> HttpResponse:
    """Say that a contact is joined, with the way back, and show what there is to see of the person now."""
    say(request, _("Joined at their wish."), undo_url=reverse("frontdoor:part", args=[row.pk]))
    person = queries.person_of(row)
    if person is not None and not request.actor.may(Can.OPEN_RECORD):
        return redirect("frontdoor:acquaintance", person.pk)
    return redirect("frontdoor:contact", row.pk)


@staff(Can.JOIN_CONTACT)
def join(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Join a contact to somebody within reach, found by any part of their alias."""
    row, _person = _open_to(request, contact, "join")
    said = ""
    if request.method == "POST" and "participant" in request.POST:
        try:
            join_contact(by=request.actor, contact=row.pk, participant=UUID(request.POST["participant"]))
        except (rules.TurnedAway, ValueError) as error:
            said = str(sentences.SAID.get(type(error), sentences.SAID[rules.NotWithinReach]))
        else:
            return _joined(request, contact_or_404(row.pk))
    form = SearchForm(request.POST if request.method == "POST" else None)
    asked = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    if asked:
        trail.looked("search", request.actor.id)
    found = _found(request, asked) if asked else []
    context = {"contact": row, "form": form, "asked": asked, "found": found, "said": said}
    return render(request, "frontdoor/join.html", context, status=422 if said else 200)


def _found(request: StaffRequest, asked: str) -> list[Participant]:
    """People by any part of their alias; of two records brought together, the one that is kept."""
    found = found_by_alias(request.actor, asked, along=alike.led_beside())
    leads = [each for each in found if vars(each)["led_to"]]
    there = {each.pk for each in found}
    kept = alike.named(request.actor, [each for row in leads if (each := vars(row)["led_to"]) not in there])
    return [*(each for each in found if each not in leads), *dict.fromkeys(kept)]


@staff(Can.JOIN_CONTACT)
@require_POST
def part(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Part a contact from the participant it is joined to; it is anonymous again."""
    row = contact_or_404(contact)
    joined_to = row.participant_id
    if joined_to is not None:
        try:
            part_contact(by=request.actor, contact=row.pk, participant=joined_to)
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
    form = AssignForm(request.POST or None)
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, person = _open_to(request, contact, "assign")
    status, known = 200, []
    if request.method == "POST":
        status = 422
        if form.is_valid() and not (known := [] if person else _known(request, form)):
            said = form.cleaned_data
            try:
                assign_from_contact(
                    by=request.actor,
                    contact=row.pk,
                    participant=row.participant_id or form.once(),
                    primary=said["primary"],
                    backup=said["backup"],
                    alias=said["alias"],
                    why=said["why"],
                )
            except rules.TurnedAway as error:
                saved_before(form, error)
            except (HasPrimary, IsPrimary, NotACaseManager, NotTrained, TurnedDown) as error:
                form.add_error("why" if isinstance(error, NotTrained) else None, _sentence(error))
            else:
                say(request, _("Assigned. They stand on their case manager's Today now."))
                return redirect("frontdoor:contact", row.pk)
    chosen = {name: str(form[name].value() or "") for name in ("primary", "backup")}
    context = {
        "form": form,
        "contact": row,
        "person": person,
        "chosen": chosen,
        "known": known,
        "anyway": form.cleaned_data["alias"] if known else "",
        "case_managers": [(each, str(each.pk)) for each in queries.case_managers()],
    }
    return render(request, "frontdoor/assign.html", context, status=status)


def _sentence(error: Exception) -> str:
    if isinstance(error, TurnedDown):
        return _("Somebody chose at this very moment too. Please look once more.")
    if isinstance(error, HasPrimary):
        return _("They have a case manager already. To change that is a transfer, made from their own page.")
    if isinstance(error, IsPrimary):
        return _("Case manager and backup are two people. Please choose another backup, or none yet.")
    if isinstance(error, NotTrained):
        return str(NOT_TRAINED)
    return _("Only a colleague who works as a case manager can be chosen here.")


@staff(Can.START_CASE)
def start(request: StaffRequest, contact: UUID) -> HttpResponse:
    """Start case management with one sentence in their own words."""
    key = f"frontdoor.start:{contact}"
    form = filled(request, StartForm, key)
    if request.method == "POST" and (done := _already(contact, form)) is not None:
        return done
    row, person = _open_to(request, contact, "start")
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = start_from_contact(
                    by=request.actor,
                    contact=row.pk,
                    participant=row.participant_id or form.once(),
                    need=form.cleaned_data["need"],
                )
            except rules.OneNeed as error:
                form.add_error("need", sentences.said(error))
            except rules.TurnedAway as error:
                saved_before(form, error)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                say(request, _("Case management has begun."))
                return redirect(_record_of(row))
    needs = people.needs([person.pk]).get(person.pk, []) if person else []
    context = {"form": form, "contact": row, "person": person, "needs": needs}
    return render(request, "frontdoor/start.html", context, status=status)


def _record_of(row: Contact) -> str:
    fresh = queries.contact_named(row.pk)
    page = where("desk:participant", fresh.participant_id) if fresh else ""
    return page or reverse("frontdoor:contact", args=[row.pk])


@staff(Can.SEE_PEOPLE)
def acquaintance(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Alias and needs of somebody of one's site, and the contacts they wished to have joined."""
    person = people.participant_named(participant)
    if person is None:
        raise Http404
    key = f"frontdoor.need:{participant}"
    form = filled(request, NeedForm, key)
    if request.method == "POST" and form.is_valid():
        heard = hear_need(
            by=request.actor, participant=person.pk, need=form.once(), words=form.cleaned_data["words"]
        )
        drop_draft(by=request.actor, form=key, once=form.once())
        if heard is not None:
            say(request, _("Kept, in their own words."))
        return redirect("frontdoor:acquaintance", person.pk)
    trail.looked("open_acquaintance", person.pk)
    helps = queries.what_helps_here(person.pk)
    if helps is not None:
        trail.looked("open_what_helps_here", person.pk)
    context = {
        "helps": helps,
        "person": person,
        "form": form,
        "needs": people.needs([person.pk]).get(person.pk, []),
        "contacts": queries.contacts_of(person.pk),
        "offered": queries.can_be_joined(request.actor) if request.actor.may(Can.KEEP_ALIAS) else [],
    }
    return render(request, "frontdoor/acquaintance.html", context, status=422 if form.is_bound else 200)


@staff(Can.JOIN_CONTACT)
@require_POST
def join_here(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Join earlier calls and visits to somebody, at their wish."""
    person = people.participant_named(participant)
    if person is None:
        raise Http404
    chosen = _references(request.POST.getlist("contact"))
    undo = ""
    for contact in chosen:
        try:
            join_contact(by=request.actor, contact=contact, participant=person.pk)
        except rules.TurnedAway as error:
            say(request, sentences.said(error))
            return redirect("frontdoor:acquaintance", person.pk)
        undo = reverse("frontdoor:part", args=[contact]) if len(chosen) == 1 else ""
    if chosen:
        say(request, _("Joined at their wish."), undo_url=undo)
    return redirect("frontdoor:acquaintance", person.pk)


def _references(sent: list[str]) -> list[UUID]:
    found = []
    for text in sent:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
