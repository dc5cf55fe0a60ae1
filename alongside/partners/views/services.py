"""One service: what is known of it, its places, openings, visits, and entries that are the same."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.partners import actions, queries, rules
from alongside.partners.forms import directory as forms
from alongside.partners.views.around import at, keeps
from alongside.partners.views.shown import service_facts, vetting_label
from alongside.ui.undo import say

GET_AND_POST = ["GET", "POST"]
OFFERED = tuple(actions.Offered.__dataclass_fields__)


@staff(Can.SEE_PARTNERS)
@require_safe
def service(request: StaffRequest, service: UUID) -> HttpResponse:
    """What is known of a service, and what is not."""
    actor = request.actor
    row = there(queries.service_named(service))
    visited, months = row.organization.visited_on, queries.check_again_after()
    shown = {
        "row": row,
        "facts": service_facts(row, queries.drawn_today(row)),
        "web": row.url.startswith(("https://", "http://")),
        "places": queries.places_of(service),
        "twins": queries.twins_of(service),
        "visits": queries.visits(row.organization_id),
        "vetting": vetting_label(visited, clock.today(), months),
        "english_only": [each.casefold() for each in row.languages] == ["english"],
        "keeps": keeps(request),
        "me": actor.id,
    }
    return render(request, "partners/service.html", shown)


def _offered(told: dict[str, Any]) -> actions.Offered:
    said: dict[str, Any] = {
        name: tuple(told[name]) if isinstance(told[name], list) else told[name] for name in OFFERED
    }
    return actions.Offered(**said)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def new_service(request: StaffRequest) -> HttpResponse:
    """A service that is new in the directory."""
    actor = request.actor
    agencies = [(str(each.pk), each.name) for each in queries.agencies()]
    start = {"agency": request.GET.get("agency", ""), "status": "active", "kind": "other"}
    form = filled(request, forms.NewServiceForm, "partners.service:new", initial=start, agencies=agencies)
    page = Page(
        section=_("Service"),
        title=_("Add a service"),
        back=at("directory"),
        kept=_("The service is saved. It can be found from now on."),
        lede=_("A name and who offers it are enough to begin."),
    )

    def keep(told: dict[str, Any]) -> str:
        agency = UUID(told["agency"]) if told["agency"] else None
        key = form.once()
        organization = actions.save_organization(
            by=actor, organization=key, name=told["other"], agency=agency, is_ours=told["is_ours"]
        )
        actions.save_service(by=actor, service=key, organization=organization.pk, told=_offered(told))
        return at("service", key)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def edit_service(request: StaffRequest, service: UUID) -> HttpResponse:
    """What a service offers, changed."""
    row = there(queries.service_named(service))
    start = {name: getattr(row, name) for name in OFFERED}
    start["languages"] = ", ".join(row.languages)
    form = filled(request, forms.ServiceForm, f"partners.service:{service}", initial=start, row=row)
    page = Page(
        section=_("Service"),
        title=row.name,
        back=at("service", service),
        kept=_("What we know of this service is saved."),
        lede=row.organization.name,
        row=row,
    )
    page.stands = lambda now: [(_("Name of the service"), now.name), *service_facts(now, {})]

    def keep(told: dict[str, Any]) -> str:
        actions.save_service(
            by=request.actor,
            service=service,
            organization=row.organization_id,
            told=_offered(told),
            version=form.seen_version(),
        )
        return at("service", service)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def openings(request: StaffRequest, service: UUID) -> HttpResponse:
    """How many places are free and how long one waits, as heard just now."""
    row = there(queries.service_named(service))
    form = filled(request, forms.OpeningsForm, f"partners.openings:{service}", initial={"wait": row.wait})
    page = Page(
        section=_("Openings"),
        title=_("Openings: %(name)s") % {"name": row.name},
        back=at("service", service),
        kept=_("What we know of the service is saved, with today's date and your name."),
        lede=_("As you heard it just now. Left blank means: nobody could say."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.save_openings(by=request.actor, service=service, openings=told["openings"], wait=told["wait"])
        return at("service", service)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def visit(request: StaffRequest, service: UUID) -> HttpResponse:
    """One of us went to see them."""
    row = there(queries.service_named(service))
    start = {"on": clock.today()}
    form = filled(request, forms.VisitForm, f"partners.visit:{service}", initial=start)
    page = Page(
        section=_("Visits"),
        title=_("A visit to %(name)s") % {"name": row.organization.name},
        back=at("service", service),
        kept=_("The visit is saved. It shows on everything they offer."),
        lede=_("You cannot tell from a list. What one of us has seen counts."),
        undo=at("visit_back", form.once()),
    )

    def keep(told: dict[str, Any]) -> str | None:
        if told["on"] > clock.today():
            form.add_error("on", _("This day is still to come."))
            return None
        names = ("on", "training_offered", "training_done", "culture_checked", "words")
        given = {name: told[name] for name in names}
        actions.log_visit_to_provider(
            by=request.actor, visit=form.once(), organization=row.organization_id, **given
        )
        return at("service", service)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def visit_back(request: StaffRequest, seen: UUID) -> HttpResponse:
    """One's own visit, taken back."""
    there(queries.visit_named(seen))
    actions.take_visit_back(by=request.actor, visit=seen)
    say(request, _("The visit is taken back."))
    return redirect(at("directory"))


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def new_place(request: StaffRequest, service: UUID) -> HttpResponse:
    """Another place where a service is given."""
    return _place(request, service, None)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def edit_place(request: StaffRequest, service: UUID, place: UUID) -> HttpResponse:
    """Where a service is given, changed."""
    return _place(request, service, there(queries.place_named(place)))


def _place(request: StaffRequest, service: UUID, place: Any) -> HttpResponse:
    row = there(queries.service_named(service))
    start: dict[str, Any] = {}
    if place:
        address: dict[str, Any] = next(iter(place.more.get("addresses", [])), {})
        start = {
            name: getattr(place, name) for name in ("name", "how_to_get_there", "confidential", "is_public")
        }
        start |= {"street": address.get("address_1", place.address), "city": address.get("city", "")}
        start |= {"state": address.get("state_province", ""), "postal_code": address.get("postal_code", "")}
    # Not drafted: what is typed about a place that turns out confidential is not kept anywhere.
    form = forms.PlaceForm(request.POST if request.method == "POST" else None, initial=start)
    page = Page(
        section=_("Service"),
        title=_("Where: %(name)s") % {"name": row.name},
        back=at("service", service),
        kept=_("Where it is given is saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        names = actions.Situated.__dataclass_fields__
        situated = actions.Situated(**{name: told[name] for name in names if name in told})
        key = place.pk if place else form.once()
        actions.save_location(by=request.actor, place=key, service=service, told=situated)
        return at("service", service)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def remove_location(request: StaffRequest, service: UUID, place: UUID) -> HttpResponse:
    """A service is not given there any more."""
    there(queries.place_named(place))
    actions.remove_location(by=request.actor, place=place, service=service)
    say(request, _("The place is taken off this service. It is not given there any more."))
    return redirect(at("service", service))


@staff(Can.SEE_PARTNERS)
@require_safe
def twins(request: StaffRequest) -> HttpResponse:
    """Entries that may be the same service, told twice."""
    groups = queries.may_be_the_same()
    return render(request, "partners/twins.html", {"groups": groups, "keeps": keeps(request)})


@staff(Can.KEEP_PARTNERS)
@require_POST
def same(request: StaffRequest, service: UUID, other: UUID) -> HttpResponse:
    """They are one service; the first is shown through the other from now on."""
    there(queries.service_named(service))
    there(queries.service_named(other))
    try:
        actions.link_duplicates(by=request.actor, service=service, same_as=other)
    except rules.SameAlready:
        say(request, _("One of them is shown through another already. Nothing was changed."))
    else:
        say(request, _("They are one from now on."), undo_url=at("unlink_duplicates", service))
    return redirect(at("twins"))


@staff(Can.KEEP_PARTNERS)
@require_POST
def unlink_duplicates(request: StaffRequest, service: UUID) -> HttpResponse:
    """It is a service of its own after all."""
    there(queries.service_named(service))
    actions.unlink_duplicates(by=request.actor, service=service)
    say(request, _("It stands for itself again."))
    return redirect(at("service", service))


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def check_again(request: StaffRequest) -> HttpResponse:
    """After how many months a visit is due again."""
    start = {"months": queries.check_again_after()}
    form = forms.MonthsForm(request.POST if request.method == "POST" else None, initial=start)
    page = Page(
        section=_("Visits"),
        title=_("Visits"),
        back=at("directory"),
        kept=_("After how many months a visit is due is saved."),
    )
    page.lede = _("After this time a provider reads: check again.")

    def keep(told: dict[str, Any]) -> str:
        actions.set_check_again(by=request.actor, months=told["months"])
        return at("directory")

    return ask(request, form, page, keep)
