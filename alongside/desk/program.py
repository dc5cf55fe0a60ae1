"""The program's page: what each role finds here, and nothing that asks for attention."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import queries as agency
from alongside.agency.modules import where

# Each group with its pages: the address, who may open it, what it is called and what it is for.
GROUPS = (
    (
        _("People"),
        (
            (
                "agency:staff",
                Can.MANAGE_STAFF,
                _("Staff"),
                _("Who works here, in which roles, and which languages they speak."),
            ),
            (
                "workforce:on_call",
                Can.WORK_HERE,
                _("On call"),
                _("Who is first and second, now and in the next two weeks."),
            ),
            (
                "agency:agreements",
                Can.AGREE,
                _("Second approvals"),
                _("Roles and new access that one asks for and another agrees to."),
            ),
        ),
    ),
    (
        pgettext_lazy("a group of pages", "Words"),
        (
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
                "benefits:rules",
                Can.SET_UP_AGENCY,
                _("Rules for clocks"),
                _("When benefits end: dated rules with their sources, which you may change."),
            ),
            (
                "connection:services",
                Can.SET_UP_AGENCY,
                _("Kinds of service"),
                _("What you offer, under the names that you use for it."),
            ),
            (
                "participants:windows",
                Can.SET_UP_AGENCY,
                _("Critical periods"),
                _("How many days of more support are proposed around hard dates."),
            ),
        ),
    ),
    (
        pgettext_lazy("a group of pages", "Sharing"),
        (
            (
                "consent:settings",
                Can.SET_UP_AGENCY,
                _("Permission to share"),
                _("How long a permission holds, what it can name, and how its paper reads."),
            ),
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
                "custody:moves",
                Can.APPROVE_MOVE,
                _("Move records"),
                _(
                    "A spreadsheet from before comes in, or everything is taken along, once a second person has agreed."
                ),
            ),
            (
                "program:set_up_file",
                Can.SET_UP_AGENCY,
                _("Set-up file"),
                _(
                    "Your words, questions, cards and services in one file, for another agency. Nobody is in it."
                ),
            ),
        ),
    ),
    (
        pgettext_lazy("a group of pages", "System"),
        (
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
                "connection:reminder",
                Can.SET_UP_AGENCY,
                _("Check-ins"),
                _("After how many days people with no check-in planned come round on Today."),
            ),
            ("agency:modules", Can.SET_UP_AGENCY, _("Features"), _("What you use, and what you leave off.")),
        ),
    ),
)


def _groups(actor: Actor) -> list[dict[str, Any]]:
    """What this worker may open here, group by group; a group without a page is not there."""
    shown = []
    for called, pages in GROUPS:
        places = [
            {"url": where(name), "label": label, "words": words}
            for name, ability, label, words in pages
            if actor.may(ability) and where(name)
        ]
        if places:
            shown.append({"called": called, "places": places})
    return shown


@staff(Can.SEE_PROGRAM)
@require_safe
def program(request: StaffRequest) -> HttpResponse:
    """A calm page of the places in the program that this worker's roles open."""
    shown = {"groups": _groups(request.actor), "agency": agency.agency()}
    return render(request, "desk/program.html", shown)
