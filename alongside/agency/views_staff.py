"""Admitting staff and changing what colleagues know of them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency import actions, queries
from alongside.agency.forms import AdmitForm, StaffForm
from alongside.asking.page import Page, ask


@staff(Can.MANAGE_STAFF)
@require_safe
def staff_list(request: StaffRequest) -> HttpResponse:
    """Everybody who works here, with roles, languages, supervisor and training; then whose account is closed."""
    roles = queries.roles_of_staff()
    asked = {each.account_id for each in queries.asked_now().now()}
    rows = [
        {
            "staff": each,
            "roles": [ROLE_NAMES[role] for role in Role if role in roles.get(each.pk, ())],
            "asked": each.pk in asked,
        }
        for each in queries.staff_list()
    ]
    return render(request, "agency/staff.html", {"rows": rows, "away": queries.staff_away()})


def _choices(but: UUID | None = None) -> dict[str, Any]:
    leads = queries.staff_with_role(Role.SUPERVISOR)
    return {
        "supervisors": [(str(each.pk), each.name) for each in leads if each.pk != but],
        "sites": [(str(each.pk), each.name) for each in queries.sites()],
    }


def _told(form: StaffForm) -> dict[str, Any]:
    told = form.cleaned_data
    return {
        "name": told["name"],
        "roles": [Role(role) for role in told["roles"]],
        "supervisor": UUID(told["supervisor"]) if told["supervisor"] else None,
        "site": UUID(told["site"]) if told["site"] else None,
        "languages": told["languages"],
        "credentials": told["credentials"],
        "hours": told["hours"],
        "trafficking_training_on": told["trafficking_training_on"],
    }


@staff(Can.MANAGE_STAFF)
def admit(request: StaffRequest) -> HttpResponse:
    """Admit a member of staff; then their link is made, from their own page."""
    form = AdmitForm(request.POST or None, **_choices())
    page = Page(
        title=_("Add a staff member"),
        section=_("Staff"),
        lede=_(
            "Then you make a link to hand over. By it they choose a password and a second factor of their own."
        ),
        back=reverse("agency:staff"),
        save=_("Add"),
        kept=_("The staff member is added. Now make the link by which they come in."),
        refusals={
            TurnedDown: (
                "username",
                _("Somebody signs in with this name already. Please choose another one."),
            )
        },
    )

    def keep(told: dict[str, Any]) -> str:
        account, username = form.once(), told["username"]
        if account not in queries.staff_names([account]):
            actions.add_staff(
                by=request.actor, account=account, username=username, password=None, **_told(form)
            )
        return reverse("agency:change_staff", args=[account])

    return ask(request, form, page, keep)


def _access(request: StaffRequest, staff: UUID) -> dict[str, Any]:
    """How somebody comes in: by a link, or with a password of theirs; and what waits for a second person."""
    asked = [each for each in queries.asked_now().now() if each.account_id == staff]
    access = next((each for each in asked if each.kind == queries.SecondApproval.Kind.ACCESS), None)
    waiting = next((each for each in asked if each.kind == queries.SecondApproval.Kind.ROLES), None)
    return {
        "link": queries.link_of(staff),
        "has_come_in": queries.has_come_in(staff),
        "asked_access": access,
        "waiting": waiting,
        "waiting_roles": [ROLE_NAMES[Role(role)] for role in waiting.roles] if waiting else [],
        "is_me": staff == request.actor.id,
        "nobody_else": len(queries.staff_with_role(Role.ADMINISTRATOR)) < 2,
    }


def _why_not(turned_down: TurnedDown) -> tuple[str, str]:
    """At which blank it is said that another administrator does this."""
    if str(turned_down) == "another_administrator_lets_you_lead_them":
        return "supervisor", _(
            "Another administrator has to choose you here, as it opens the records of their people to you."
            " Please ask one of them."
        )
    return "roles", _("Another administrator has to take this role from you. Please ask one of them.")


@staff(Can.MANAGE_STAFF)
def change(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Change what colleagues know of a member of staff, and the roles they hold."""
    found = next((each for each in queries.staff_list() if each.pk == staff), None)
    if found is None:
        raise Http404
    held = queries.roles_of_staff().get(staff, set())
    access = _access(request, staff)
    waiting = access["waiting"].roles if access["waiting"] else []
    start = {
        "name": found.name,
        "roles": [*(role.value for role in held), *waiting],
        "supervisor": str(found.supervisor_id or ""),
        "site": str(found.site_id or ""),
        "languages": ", ".join(found.languages),
        "credentials": found.credentials,
        "hours": found.hours,
        "trafficking_training_on": found.trafficking_training_on,
    }
    form = StaffForm(request.POST or None, initial=start, **_choices(staff))
    page = Page(
        title=found.name,
        section=_("Staff"),
        back=reverse("agency:staff"),
        kept=_("What we know of this colleague is saved."),
        template="agency/change_staff.html",
        more={"staff": found, **access},
    )

    def keep(_told_there: dict[str, Any]) -> str | None:
        try:
            actions.change_staff(by=request.actor, staff=staff, **_told(form))
        except TurnedDown as turned_down:
            form.add_error(*_why_not(turned_down))
            return None
        return page.back

    return ask(request, form, page, keep)
