"""Admitting staff and changing what colleagues know of them."""

import secrets
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency import actions, queries
from alongside.agency.forms import AdmitForm, StaffForm
from alongside.ui.undo import say

# No letters or figures that are taken for each other when read aloud or copied by hand.
EASY_TO_COPY = "abcdefghjkmnpqrstuvwxyz23456789"


def first_password() -> str:
    """A password to begin with, easy to copy by hand."""
    return "-".join("".join(secrets.choice(EASY_TO_COPY) for _each in range(5)) for _group in range(4))


@staff(Can.MANAGE_STAFF)
@require_safe
def staff_list(request: StaffRequest) -> HttpResponse:
    """Everybody who works here, with roles, languages, supervisor and training."""
    roles = queries.roles_of_staff(request.actor)
    rows = [
        {
            "staff": each,
            "roles": [ROLE_NAMES[role] for role in Role if role in roles.get(each.pk, ())],
        }
        for each in queries.staff_list(request.actor)
    ]
    return render(request, "agency/staff.html", {"rows": rows})


def _choices(request: StaffRequest, but: UUID | None = None) -> dict[str, Any]:
    leads = queries.staff_with_role(request.actor, Role.SUPERVISOR)
    return {
        "supervisors": [(str(each.pk), each.name) for each in leads if each.pk != but],
        "sites": [(str(each.pk), each.name) for each in queries.sites(request.actor)],
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
    """Admit a member of staff; the first password is shown once, on the answer to this form alone."""
    form = AdmitForm(request.POST or None, **_choices(request))
    if request.method == "POST" and form.is_valid():
        account, username = form.once(), form.cleaned_data["username"]
        if account in queries.staff_names(request.actor, [account]):
            say(request, _("They are admitted already. The first password was shown once."))
            return redirect("agency:staff")
        password = first_password()
        try:
            actions.admit_staff(
                by=request.actor, account=account, username=username, password=password, **_told(form)
            )
        except IntegrityError:
            form.add_error(
                "username", _("Somebody signs in with this name already. Please choose another one.")
            )
        else:
            shown = {"name": form.cleaned_data["name"], "username": username, "password": password}
            return render(request, "agency/admitted.html", shown)
    return render(request, "agency/admit.html", {"form": form}, status=422 if form.is_bound else 200)


@staff(Can.MANAGE_STAFF)
def change(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Change what colleagues know of a member of staff, and the roles they hold."""
    found = next((each for each in queries.staff_list(request.actor) if each.pk == staff), None)
    if found is None:
        raise Http404
    held = queries.roles_of_staff(request.actor).get(staff, set())
    start = {
        "name": found.name,
        "roles": [role.value for role in held],
        "supervisor": str(found.supervisor_id or ""),
        "site": str(found.site_id or ""),
        "languages": ", ".join(found.languages),
        "credentials": found.credentials,
        "hours": found.hours,
        "trafficking_training_on": found.trafficking_training_on,
    }
    form = StaffForm(request.POST or None, initial=start, **_choices(request, staff))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_staff(by=request.actor, staff=staff, **_told(form))
        except IntegrityError as error:
            if "another administrator" not in str(error):
                raise
            form.add_error(
                "roles",
                _("Another administrator has to take this role from you. Please ask one of them."),
            )
        else:
            say(request, _("Kept."))
            return redirect("agency:staff")
    shown = {"form": form, "staff": found}
    return render(request, "agency/change_staff.html", shown, status=422 if form.is_bound else 200)
