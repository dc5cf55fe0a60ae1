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
                "transfers:going_on",
                Can.ASSIGN,
                _("Transfers"),
                _("From one case manager to another; and all people of a colleague who leaves."),
            ),
            (
                "caseload:board",
                Can.SEE_TEAM_LOAD,
                _("Load board"),
                _("What each colleague of your team carries, of the hours they work."),
            ),
            (
                "caseload:overview",
                Can.SEE_OVERVIEW,
                _("Overview"),
                _("Capacity by team, who waits, agreements that end, and what a year was. No names."),
            ),
            (
                "funding:funds",
                Can.KEEP_FUNDS,
                _("Funds"),
                _("What there is to help with: balances, what is set aside and spent, by month. No names."),
            ),
            (
                "assistance:to_decide",
                Can.DECIDE_MONEY,
                _("Help with money"),
                _("What was asked for and waits for your decision. It does not say whom it is for."),
            ),
            (
                "streams:streams",
                Can.KEEP_STREAMS,
                _("Funding streams"),
                _("Funding streams in plain language, and what each pays, in order. No names."),
            ),
            (
                "streams:month_end",
                Can.KEEP_STREAMS,
                _("Month-end"),
                _("What each stream comes to, a check before claiming, and closing a month. No names."),
            ),
            (
                "streams:team_hours",
                Can.SEE_TEAM_LOAD,
                _("Hours of the team"),
                _("How the hours of your team divide over streams and programs."),
            ),
            (
                "caseload:waiting",
                Can.ASSIGN,
                _("Waiting list"),
                _("Who waits for a case manager, since when, and who is there meanwhile."),
            ),
            (
                "care:care",
                Can.KEEP_CARE,
                _("Support for staff"),
                _("What there is here for workers, how long requests are kept, and asking for it yourself."),
            ),
            (
                "care:thanks",
                Can.SUPERVISE,
                _("Respite and thanks"),
                _("A day off, a token or words for somebody who works here; and who had none lately."),
            ),
            (
                "care:reviews",
                Can.REVIEW_ORGANISATION,
                _("Organisation review"),
                _("Once a year: our own questions, honest answers, and what follows, by whom and when."),
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
        pgettext_lazy("a group of pages", "Words and rules"),
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
                _("Intake questions"),
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
                "assistance:kinds",
                Can.KEEP_MONEY_RULES,
                _("Kinds of help, and limits"),
                _("What help there is, in whose words; up to which amount, and a cap for a year."),
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
                "reports:reports",
                Can.SEE_PROGRAM,
                _("Reports"),
                _("Counts of services, people, time, gaps and barriers, for any dates. No names."),
            ),
            (
                "funders:forms",
                Can.KEEP_CROSSWALKS,
                _("Funders' forms"),
                _("What each form asks, and what your services count as on it. No names."),
            ),
            (
                "extracts:extracts",
                Can.APPROVE_EXTRACT,
                _("Files with one line for each person"),
                _("For a funder or research: only who gave permission, without names."),
            ),
            (
                "connection:activity",
                Can.SEE_ACTIVITY,
                _("Services and minutes"),
                _("What was given in a month, in kinds and minutes. No names."),
            ),
            (
                "stock:months",
                Can.COUNT_STOCK,
                _("Basic needs by month"),
                _("What was taken from stock and what came in. No names."),
            ),
            (
                "referrals:report",
                Can.SEE_BARRIERS,
                _("System barriers"),
                _("Which systems do not fit. No names."),
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
                "agency:closed_days",
                Can.SET_UP_AGENCY,
                _("Days when you are closed"),
                _("Holidays and other days without anybody in the office."),
            ),
            (
                "connection:reminder",
                Can.SET_UP_AGENCY,
                _("Check-ins"),
                _("After how many days people with no check-in planned come round on Today."),
            ),
            (
                "caseload:measures",
                Can.SET_UP_AGENCY,
                _("Load and capacity"),
                _("What walking with one person weighs, and what fits a week."),
            ),
            (
                "reports:settings",
                Can.SET_UP_AGENCY,
                _("How counts are told"),
                _("The smallest number that is told, and when a fiscal year begins."),
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
