"""What we are doing for somebody, in plain words."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.connection import queries as connection
from alongside.connection.choices import NoteKind
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.provisions import assistance_queries as assistance
from alongside.referrals import queries as referrals

# What a note is told as to the participant: plain, and nothing for whoever looks over their shoulder.
TOLD_AS = {
    NoteKind.MET: gettext_lazy("We met."),
    NoteKind.CALL: gettext_lazy("We talked on the phone."),
    NoteKind.MESSAGE: gettext_lazy("We wrote to each other."),
    NoteKind.NO_ANSWER: gettext_lazy("We tried to reach you."),
    NoteKind.DECISION: gettext_lazy("We talked about something you decided."),
    NoteKind.OTHER: gettext_lazy("We did something for you. You can ask us what it was."),
    NoteKind.CALL_FOR: gettext_lazy("We called or wrote to an office for you."),
    NoteKind.WITHOUT_CONTACT: gettext_lazy("We did some work for you. You can ask us what it was."),
}


@dataclass(frozen=True)
class Done:
    """One thing that was done for somebody, on a day, and at an hour where that is known."""

    on: date
    sentence: str
    words: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Told:
    """One sentence, and each time it was so in a month, newest first."""

    first: Done
    more: list[Done]


def _doing(participant: UUID) -> list[Done]:
    """What we did with them and on their behalf; what is not safe to show is in neither room's answer."""
    done = [Done(each.on, each.sentence, each.words, each.at) for each in referrals.doing(participant)]
    done += [
        Done(localtime(at).date(), str(TOLD_AS[NoteKind(kind)]), at=at)
        for kind, at in connection.told_to_them(participant)
    ]
    done += [Done(on, _capital(words)) for on, words in assistance.doing(participant)]
    return sorted(done, key=lambda each: (each.on, each.at is not None, each.at or clock.now()), reverse=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


def _by_month(done: list[Done]) -> list[tuple[date, list[Told]]]:
    """By month, newest first. The same sentence stands once in a month, with every day it was so."""
    months: dict[date, dict[tuple[str, str], Told]] = {}
    for each in done:
        told = months.setdefault(each.on.replace(day=1), {})
        stands = told.setdefault((each.sentence, each.words), Told(each, []))
        if stands.first is not each:
            stands.more.append(each)
    return [(month, list(told.values())) for month, told in months.items()]


@staff(Can.OPEN_RECORD)
@require_safe
def doing(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What we are doing for them, as they can see it."""
    person = opened(request.actor, participant, "open_doing")
    shown = {"person": person, "months": _by_month(_doing(participant))}
    return render(request, "desk/doing.html", shown)


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_doing(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same on paper, for their own hands, in the umbrella's name."""
    opened(request.actor, participant)
    shown = {"participant": participant, "months": _by_month(_doing(participant))}
    thing = gate.OwnThing.DOING
    return own_page(request, participant, thing, "print_doing", "desk/print_doing.html", shown)
