"""The goal sheet as a page for their own hands: what goes on it, in the umbrella's name and nobody else's."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from alongside import clock
from alongside.agency.queries import agency
from alongside.agency.words import Words
from alongside.goals.forms import Said
from alongside.goals.queries import GoalRead, SheetRead, StepRead
from alongside.ui.dates import dated
from alongside.ui.paper import cannot_print, pdf, words

# What may name a person, a debt or a place: on paper only when asked for.
HEAVY = ("barriers", "tried")


def goals_page(sheet: SheetRead, said: Said, parts: Collection[str] = ()) -> bytes:
    """The page as a PDF, with the heavy parts that were asked for."""
    return pdf("goals", _data(sheet, said, parts))


def boxes(sheet: SheetRead, said: Said, parts: Collection[str] = ()) -> str:
    """The letters that the PDF cannot show: the browser's print can."""
    return cannot_print(_data(sheet, said, parts))


def _data(sheet: SheetRead, said: Said, asked: Collection[str]) -> dict[str, Any]:
    parts = [
        (said("later"), [words(read.goal.words) for read in sheet.later]),
        (said("fits_around"), [words(sheet.fits_around)] if sheet.fits_around else []),
        (said("signs"), [words(sign.words) for sign in sheet.signs]),
        (said("learned"), [words(thing.words) for thing in sheet.learned]),
    ]
    ours = agency()
    number = " · ".join(part for part in (ours.hotline, ours.hotline_hours) if ours.hotline and part)
    return {
        "umbrella": ours.umbrella_name,
        "title": said("title") or _("Page"),
        "glad": Words().say("journey.glad"),
        "when": dated(clock.today()),
        "paper": "us-letter",
        "foot": " · ".join(part for part in (said("paper_foot"), number) if part),
        "goals": [_goal(read, said, asked) for read in sheet.standing],
        "parts": [{"label": label, "items": items} for label, items in parts if label and items],
    }


def _goal(read: GoalRead, said: Said, asked: Collection[str]) -> dict[str, Any]:
    goal = read.goal
    state = "" if goal.state == "open" else said(goal.state)
    horizon = said(goal.horizon) if goal.horizon else ""
    more = [(said(part), getattr(goal, part)) for part in HEAVY if part in asked]
    return {
        "words": words(goal.words),
        "note": ", ".join(each for each in (horizon, state) if each),
        "steps": [_step(step, said) for step in read.steps],
        "more": [{"label": label, "words": words(text)} for label, text in more if label and text],
    }


def _step(read: StepRead, said: Said) -> dict[str, Any]:
    step = read.step
    return {
        "words": words(step.words),
        "who": said(step.who) if step.who else "",
        "state": "" if step.state == "open" else said(step.state),
        "on": dated(step.on) if step.on else "",
    }
