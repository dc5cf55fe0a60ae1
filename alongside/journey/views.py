"""Pages of welcome and intake, for a worker and a participant who sit together."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.agency.queries import agency
from alongside.agency.words import Words, fill_in
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.drafts.queries import my_drafts
from alongside.journey import forms, queries, rules
from alongside.journey.actions import save_answers, save_gentle_topics, talk_about_welcome
from alongside.journey.choices import reads_as
from alongside.journey.languages import names_of, page_language
from alongside.journey.words import LAW, SCRIPTS, TOLD, TOLD_UNDER_18
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.actions import set_under_18
from alongside.participants.choices import Topic, Under18
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.participants.queries import gentle_topics, team
from alongside.ui.undo import say


def _home(participant: UUID) -> str:
    return where("desk:participant", participant) or reverse("journey:intake", args=[participant])


def _around(person: Any, words: Words) -> dict[str, Any]:
    """What every page of this room shows around its own."""
    return {
        "person": person,
        "home": _home(person.id),
        "goals": where("goals:sheet", person.id),
        "reaching": where("participants:reaching", person.id),
        "glad": words.say("journey.glad"),
        "glad_end": words.say("journey.glad_end"),
        "ask_first": words.say("journey.ask_first"),
        "scripts": _texts(words, SCRIPTS),
    }


def _texts(words: Words, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Texts with their titles and lines; one the agency hides is left out."""
    texts = []
    for name in names:
        lines = [line.strip() for line in words.say(f"journey.{name}").splitlines() if line.strip()]
        if lines:
            texts.append({"name": name, "title": words.say(f"journey.{name}.title"), "lines": lines})
    return texts


def _told(words: Words, person: Any) -> list[dict[str, Any]]:
    """The welcome as this person hears it; where it tells of law in our words, it is marked as a draft."""
    young = person.under_18 == Under18.YES
    told = _texts(words, TOLD_UNDER_18 if young else TOLD)
    for text in told:
        text["draft"] = text["name"] in LAW and f"journey.{text['name']}" not in words.theirs
    return told


def _filled_in(told: list[dict[str, Any]], participant: UUID) -> list[dict[str, Any]]:
    """The welcome with what we know of this case manager; what we do not is a line to fill in by hand."""
    walks, ours = team(participant), agency()
    who, backup = (each.staff if each else None for each in (walks.case_manager, walks.backup))
    known = {
        "name": who.name if who else "",
        "training": who.credentials if who else "",
        "days": who.hours if who else "",
        "number": " · ".join(part for part in (ours.hotline, ours.hotline_hours) if ours.hotline and part),
        "backup": backup.name if backup else "",
    }
    return [text | {"lines": [fill_in(line, known) for line in text["lines"]]} for text in told]


def _wording(words: Words, person: Any) -> str:
    told = [line for text in _told(words, person) for line in (text["title"], *text["lines"])]
    return rules.wording_of([words.say("journey.glad"), *told, words.say("journey.glad_end")])


@staff(Can.WELCOME)
def welcome(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What we are and are not, and the limits: before any question."""
    actor = request.actor
    person = opened(actor, participant)
    words = Words()
    form = filled(request, forms.WelcomeForm, f"journey.welcome:{participant}")
    page = Page(
        title=_("Before we begin"),
        section=_("Welcome"),
        about=person,
        back="",
        kept=_("Saved: you talked about this. The questions can come now, or another day."),
        template="journey/welcome.html",
    )

    def keep(told: dict[str, Any]) -> str:
        talk_about_welcome(
            by=actor,
            participant=participant,
            welcomed=form.once(),
            wording=_wording(words, person),
            language=page_language(),
            interpreter=told["interpreter"],
        )
        return reverse("journey:intake", args=[participant])

    def more() -> dict[str, Any]:
        trail.looked("open_welcome", participant)
        told = _told(words, person)
        return _around(person, words) | {
            "told": _filled_in(told, participant),
            "draft": [text["title"] for text in told if text["draft"]],
            "welcomed": queries.welcomed_on(participant),
            "minor": _texts(words, ("minor",)),
            "minor_say": words.say("journey.minor.say").splitlines(),
            "minor_open": person.under_18 == Under18.YES,
            "tick": forms.Under18Form(initial={"under_18": person.under_18}, auto_id="tick_%s"),
        }

    page.more = more
    return ask(request, form, page, keep)


@staff(Can.WELCOME)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_welcome(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same words on one page of paper, to take along or not. Law in our draft words does not go on paper."""
    person = opened(request.actor, participant)
    words = Words()
    told = _told(words, person)
    if any(text["draft"] for text in told):
        say(
            request, _("Add your agency's own limits first, in this language. Until then nothing is printed.")
        )
        return redirect("journey:welcome", participant)
    shown = {
        "title": _("Before we begin"),
        "told": _filled_in(told, participant),
        "glad": words.say("journey.glad"),
        "glad_end": words.say("journey.glad_end"),
        "back": reverse("journey:welcome", args=[participant]),
    }
    thing = gate.OwnThing.WELCOME
    return own_page(request, participant, thing, "print_welcome", "journey/print_welcome.html", shown)


@staff(Can.WELCOME)
@require_POST
def under_18(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A worker's tick, outside the blanks; it opens a panel and closes nothing."""
    opened(request.actor, participant)
    form = forms.Under18Form(request.POST)
    if form.is_valid():
        set_under_18(by=request.actor, participant=participant, under_18=form.cleaned_data["under_18"])
        say(request, _("The tick for under 18 is saved."))
    return redirect("journey:welcome", participant)


@staff(Can.WELCOME)
@require_safe
def intake(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The parts of the intake, to begin wherever they like."""
    actor = request.actor
    person = opened(actor, participant)
    welcomed = queries.welcomed_on(participant)
    if welcomed is None:
        return redirect("journey:welcome", participant)
    trail.looked("open_intake", participant)
    begun = {draft.form for draft in my_drafts(actor)}
    summary = {part.key: part.told for part in queries.intake_summary(participant)}
    parts = [
        {
            "part": part,
            "begun": f"journey.intake:{participant}:{part.key}" in begun,
            "told": summary.get(part.key, []),
        }
        for part in queries.parts()
    ]
    words = Words()
    shown = _around(person, words) | {
        "first": words.say("aloud.today"),
        "parts": parts,
        "welcomed": welcomed,
        "gentle": list(gentle_topics(participant).values()),
    }
    return render(request, "journey/intake.html", shown)


def _languages(asked: list[queries.Asked]) -> list[tuple[str, str]]:
    """The languages in which every question of a section can be asked."""
    return names_of(frozenset.intersection(*(question.languages for question in asked))) if asked else []


@dataclass
class _Desk:
    """One section on the table: its questions, what stands, and what is being written."""

    person: Any
    part: queries.Part
    asked: list[queries.Asked]
    stands: queries.Stands
    words: Words
    form: Any
    language: str


@staff(Can.WELCOME)
def section(request: StaffRequest, participant: UUID, section: str) -> HttpResponse:
    """One part of the intake: open blanks, each with its whole answers beside it."""
    actor = request.actor
    person = opened(actor, participant)
    if request.method != "POST" and queries.welcomed_on(participant) is None:
        return redirect("journey:welcome", participant)
    language = request.GET.get("in", "")[:10] or page_language()
    parts = queries.parts(language)
    part = next((each for each in parts if each.key == section), None)
    if part is None:
        raise Http404
    desk = _laid_out(request, person, part, language)
    page = Page(
        title=part.title,
        section=_("Welcome"),
        about=person,
        back="",
        row=desk.stands,
        stands=lambda _now: [],  # beside each question instead
        template="journey/section.html",
    )
    welcome_first = _("First talk about what we are and what the limits are. Your words are still here.")
    page.refusals = {rules.WelcomeComesFirst: (None, welcome_first)}

    def more() -> dict[str, Any]:
        trail.looked("open_intake", participant)
        gentle = gentle_topics(participant)
        return _around(person, desk.words) | {
            "part": part,
            "parts": parts,
            "following": _following(parts, part),
            "language": language,
            "languages": _languages(desk.asked),
            "questions": [_shown(desk, question, gentle) for question in desk.asked],
        }

    page.more = more
    return ask(request, desk.form, page, lambda _told: _keep(request, desk, page))


def _laid_out(request: StaffRequest, person: Any, part: queries.Part, language: str) -> _Desk:
    asked = queries.questions(part.id, language)
    stands = queries.stands(person.id, asked)
    words = Words()
    form: Any = filled(
        request,
        forms.section_form(asked, words),
        f"journey.intake:{person.id}:{part.key}",
        initial=forms.answers_shown(asked, stands.said),
        row=stands,
    )
    desk = _Desk(person, part, asked, stands, words, form, language)
    if form.is_begun_before(stands):
        _leave_theirs(desk)
    return desk


def _keep(request: StaffRequest, desk: _Desk, page: Page) -> str:
    try:
        kept = save_answers(
            by=request.actor,
            participant=desk.person.id,
            section=desk.part.id,
            sitting=desk.form.once(),
            said=forms.answers_of(desk.form, desk.asked),
            language=desk.language,
            seen=desk.form.seen_version(),
        )
    except ChangedMeanwhile:
        _leave_theirs(desk)
        raise ChangedMeanwhile(desk.stands) from None
    page.kept = (
        _("The answers are saved, as they were said.")
        if kept
        else _("Nothing was changed, and that is fine.")
    )
    return _next(request, desk.person.id)


def _leave_theirs(desk: _Desk) -> None:
    """What this writer left empty shows what somebody else wrote there meanwhile, so that it stays."""
    answers = desk.form.data if desk.form.is_bound else desk.form.initial
    for question in desk.asked:
        if not forms.answer_in(desk.form, question).anything:
            now = desk.stands.said[question.id]
            answers[f"words_{question.key}"] = now.words
            answers[f"choice_{question.key}"] = now.choice


def _shown(desk: _Desk, question: queries.Asked, gentle: dict[str, Any]) -> forms.Shown:
    """A question, with what stands now where that differs; the page shows it where somebody else may have written."""
    now = desk.stands.said[question.id]
    if now == forms.answer_in(desk.form, question):
        return forms.question_shown(desk.form, question, gentle)
    by, at = desk.stands.by_whom(question)
    return forms.question_shown(
        desk.form, question, gentle, now=now, now_reads=reads_as(now.choice), now_by=by, now_at=at
    )


def _following(parts: list[queries.Part], part: queries.Part) -> queries.Part | None:
    place = parts.index(part)
    return parts[place + 1] if place + 1 < len(parts) else None


def _next(request: HttpRequest, participant: UUID) -> str:
    """Where they want to go from here."""
    then = request.POST.get("then", "")
    if then == "stop":
        return _home(participant)
    if then == "goals":
        return where("goals:sheet", participant) or _home(participant)
    return reverse("journey:intake", args=[participant])


@staff(Can.CHANGE_RECORD)
def gentle(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Topics to go gently with, so that every form keeps to it."""
    actor = request.actor
    person = opened(actor, participant)
    stands = gentle_topics(participant)
    row = SimpleNamespace(version=rules.fingerprint(each.id for each in stands.values()))
    form: Any = filled(
        request,
        forms.GentleForm,
        f"journey.gentle:{participant}",
        initial=forms.gentle_shown(stands),
        row=row,
    )
    page = Page(
        title=_("Topics to go gently with"),
        section=_("Welcome"),
        about=person,
        lede=_("What they choose here stands beside every question that touches the topic."),
        back=reverse("journey:intake", args=[participant]),
        kept=_("The gentle topics are saved. Every question keeps to it from now on."),
        save=_("Save these"),
        leave=_("Close"),
        row=row,
        stands=lambda _now: [],  # beside each topic instead
        template="journey/gentle.html",
    )

    def keep(_told: dict[str, Any]) -> str:
        topics = forms.gentle_sent(form)
        save_gentle_topics(by=actor, participant=participant, topics=topics, seen=form.seen_version())
        return _home(participant)

    def more() -> dict[str, Any]:
        trail.looked("open_gentle_topics", participant)
        return {"topics": [forms.topic_shown(form, topic, stands.get(topic)) for topic in Topic.values]}

    page.more = more
    return ask(request, form, page, keep)
