"""The program's page: what each role finds here, and nothing that asks for attention."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import queries as agency
from alongside.agency.modules import is_off


def _places(request: StaffRequest) -> list[dict[str, str]]:
    """What this worker may open here, each with what it is for."""
    offered = [
        (
            "connection:activity",
            Can.SEE_ACTIVITY,
            _("Services and minutes"),
            _("What was given in a month, in kinds and minutes. No names."),
        ),
        (
            "referrals:report",
            Can.SEE_BARRIERS,
            _("System barriers"),
            _("Which systems do not fit, in whole months. No names."),
        ),
        (
            "workforce:on_call",
            Can.WORK_HERE,
            _("On call"),
            _("Who is first and second, now and in the next two weeks."),
        ),
        (
            "agency:staff",
            Can.MANAGE_STAFF,
            _("Staff"),
            _("Who works here, in which roles, and which languages they speak."),
        ),
        (
            "agency:agency",
            Can.SET_UP_AGENCY,
            _("Agency and hotline"),
            _("The name people outside read, and the hotline number, set once for everywhere."),
        ),
        (
            "agency:programs",
            Can.SET_UP_AGENCY,
            _("Programs and places"),
            _("The programs you run and the places where people come in."),
        ),
        (
            "connection:services",
            Can.SET_UP_AGENCY,
            _("Kinds of service"),
            _("What you offer, under the names that you use for it."),
        ),
        (
            "connection:reminder",
            Can.SET_UP_AGENCY,
            _("Check-ins"),
            _("After how many days people with no check-in planned come round on Today."),
        ),
        (
            "consent:settings",
            Can.SET_UP_AGENCY,
            _("Permission to share"),
            _("How long a permission holds, what it can name, and how its paper reads."),
        ),
        (
            "custody:moves",
            Can.APPROVE_MOVE,
            _("Move records"),
            _(
                "A spreadsheet from before comes in, or everything is taken along, once a second person has agreed."
            ),
        ),
        (
            "agency:words",
            Can.SET_UP_AGENCY,
            _("Words"),
            _("What people read in your own words, in each language, or not at all."),
        ),
        (
            "agency:called",
            Can.SET_UP_AGENCY,
            _("What things are called"),
            _("Your own nouns in place of ours, on every page."),
        ),
        (
            "journey:questions",
            Can.EDIT_FORMS,
            _("Questions"),
            _("What is asked at the beginning: in your words, in your order, never required."),
        ),
        (
            "agency:modules",
            Can.SET_UP_AGENCY,
            _("Features"),
            _("What you use, and what you leave off."),
        ),
        (
            "agency:agreements",
            Can.AGREE,
            _("Second approvals"),
            _("Roles and new access that one asks for and another agrees to."),
        ),
        (
            "program:set_up_file",
            Can.SET_UP_AGENCY,
            _("Set-up file"),
            _("Your words, questions, cards and services in one file, for another agency. Nobody is in it."),
        ),
    ]
    places = []
    for name, ability, label, words in offered:
        if not request.actor.may(ability) or is_off(name):
            continue
        try:
            places.append({"url": reverse(name), "label": label, "words": words})
        except NoReverseMatch:
            continue
    return places


@staff(Can.SEE_PROGRAM)
@require_safe
def program(request: StaffRequest) -> HttpResponse:
    """A calm page of the places in the program that this worker's roles open."""
    shown = {"places": _places(request), "agency": agency.agency()}
    return render(request, "desk/program.html", shown)
