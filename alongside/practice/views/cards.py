"""In it now: the cards, over whatever page one is on, with the person's own words first."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import GONE_FOR_GOOD, Page, ask, ask_once_more, there
from alongside.practice import actions, forms, queries, rules
from alongside.practice.choices import CardKind
from alongside.practice.views.asked import about_of, asked_about, came_from, language_here
from alongside.practice.views.from_cards import beside
from alongside.ui.about import is_about
from alongside.ui.undo import say

MONTHS = 6


def _own_words(request: StaffRequest, participant: UUID | None) -> dict[str, Any]:
    """What this person said helps, does not, and is wished for in silence; nothing out of reach."""
    if participant is None or not request.actor.may(Can.OPEN_RECORD):
        return {"about": "", "person": None}
    person = queries.own_words_first(request.actor, participant)
    if person is None:
        return {"about": "", "person": None}
    told = person.told
    facts = [
        (_("What helps"), told.helps if told else ""),
        (_("What does not"), told.does_not_help if told else ""),
        (_("If I go quiet"), told.if_quiet if told else ""),
    ]
    return {
        "about": about_of(participant),
        "person": person,
        "facts": facts,
        **beside(request, person.pk),
    }


@staff(Can.WORK_HERE)
@require_safe
def practice(request: StaffRequest) -> HttpResponse:
    """Help for the one who is in it, in one place."""
    cards = queries.cards(language_here())
    shown: dict[str, Any] = {
        "cards": cards,
        "may_reflect": request.actor.may(Can.REFLECT),
        "may_edit": request.actor.may(Can.EDIT_CARDS),
        "may_consult": request.actor.may(Can.CONSULT),
        "training": where("practice:training"),
        "care": where("care:care") if request.actor.may(Can.REFLECT) else "",
    }
    if shown["may_edit"]:
        hidden = queries.cards(language_here(), hidden=True)
        names = {card.id: card for card in (*cards, *hidden)}
        shown["hidden"] = hidden
        shown["notes"] = [
            (each, names[each.card_id]) for each in queries.card_notes() if each.card_id in names
        ]
        shown["pauses"] = queries.cards(language_here(), kind=CardKind.PAUSE)
        since = rules.months_back(clock.today(), MONTHS - 1)
        found = queries.tallies(since)
        shown["tallies"] = [
            {"month": month, "card": names[card], "helped": helped, "not_really": not_really}
            for (card, month), (helped, not_really) in sorted(found.items(), key=lambda row: row[0][1])[::-1]
            if card in names
        ]
    return render(request, "practice/practice.html", shown)


@staff(Can.WORK_HERE)
@require_safe
def cards(request: StaffRequest) -> HttpResponse:
    """The cards: as a page that leads to each, or all unfolding over the page one is on."""
    overlay = request.headers.get("X-Overlay") == "1"
    participant = asked_about(request)
    is_about(request, participant)
    shown: dict[str, Any] = {
        "cards": queries.cards(language_here()),
        "about": about_of(participant),
        "may_consult": request.actor.may(Can.CONSULT),
    }
    if overlay:
        shown |= {"came_from": came_from(request), **_own_words(request, participant)}
    return render(request, "practice/cards_overlay.html" if overlay else "practice/cards.html", shown)


@staff(Can.WORK_HERE)
@require_safe
def card(request: StaffRequest, card: str) -> HttpResponse:
    """One card; opened from somebody's page, their own words come first."""
    found = queries.cards(language_here(), card)
    if not found:
        raise Http404
    participant = asked_about(request)
    is_about(request, participant)
    shown = {
        "card": found[0],
        "may_edit": request.actor.may(Can.EDIT_CARDS),
        "may_consult": request.actor.may(Can.CONSULT),
        **_own_words(request, participant),
    }
    return render(request, "practice/card.html", shown)


@staff(Can.WORK_HERE)
@require_POST
def helped(request: StaffRequest, card: str) -> HttpResponse:
    """Count whether the card helped: a plain number, without the worker and without the person."""
    found = queries.card_named(card)
    if found is None:
        raise Http404
    answer = request.POST.get("answer")
    if answer in ("helped", "not_really"):
        actions.count_card(by=request.actor, card=found.pk, helped=answer == "helped")
        say(request, _("Thank you. It is counted, and nothing says that it was you."))
    return redirect(reverse("practice:card", args=[card]) + about_of(asked_about(request)))


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "POST"])
def note(request: StaffRequest, card: str) -> HttpResponse:
    """Say something about a card, without the worker and without the person."""
    found = there(queries.card_named(card))
    form = filled(request, forms.CardNoteForm, f"practice.card_note:{card}")
    page = Page(
        title=_("A note about this card"),
        section=_("In it now"),
        lede=_("The practice lead reads it with the month, and not who wrote it."),
        back=reverse("practice:card", args=[card]) + about_of(asked_about(request)),
        kept=_("Your note about the card is saved. Nothing says that it was you."),
        save=_("Send"),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.note_card(by=request.actor, card=found.pk, words=told["words"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.EDIT_CARDS)
@require_http_methods(["GET", "POST"])
def delete_note(request: StaffRequest, said: UUID) -> HttpResponse:
    """Delete for good what was said about a card, after being asked once."""
    found = there(next((each for each in queries.card_notes() if each.pk == said), None))
    page = Page(
        title=_("Delete this for good?"),
        section=_("Practice"),
        lede=GONE_FOR_GOOD,
        back=reverse("practice:practice"),
        save=_("Delete for good"),
        kept=_("The note about the card is deleted for good."),
        row=found,
        stands=lambda row: [(_("A note about this card"), row.words)],
    )

    def delete_it() -> str:
        actions.delete_card_note(by=request.actor, said=said)
        return page.back

    return ask_once_more(request, page, delete_it)


@staff(Can.EDIT_CARDS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """A card of the agency's own, in the language one reads in; other languages are worded afterwards."""
    language = language_here()
    form = filled(request, forms.CardForm, "practice.card:new", initial={"language": language})
    page = Page(
        title=_("Add a card"),
        section=_("In it now"),
        lede=_("Everybody who works here reads it under “In it now”."),
        back=reverse("practice:practice"),
        kept=_("The card is added. Everybody finds it under “In it now”."),
    )

    def keep(told: dict[str, Any]) -> str:
        worded = {name: told[name] for name in ("language", "title", "words")}
        row = actions.add_card(by=request.actor, card=form.once(), **worded)
        page.undo = reverse("practice:hide_card", args=[row.key])
        return reverse("practice:card", args=[row.key])

    return ask(request, form, page, keep)


@staff(Can.EDIT_CARDS)
@require_POST
def hide(request: StaffRequest, card: str) -> HttpResponse:
    """Offer a card to nobody any more; its words stay."""
    found = there(queries.card_named(card))
    if found.kind != CardKind.MOMENT:
        raise Http404
    actions.switch_card(by=request.actor, card=found.pk, off=True)
    back = reverse("practice:show_card", args=[card])
    say(request, _("The card is turned off. Nobody is offered it."), undo_url=back)
    return redirect("practice:practice")


@staff(Can.EDIT_CARDS)
@require_POST
def show(request: StaffRequest, card: str) -> HttpResponse:
    """Offer a card again."""
    actions.switch_card(by=request.actor, card=there(queries.card_named(card)).pk, off=False)
    say(request, _("The card is offered again."))
    return redirect("practice:practice")


@staff(Can.EDIT_CARDS)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, card: str) -> HttpResponse:
    """A card in the agency's own words, language by language."""
    found = there(queries.card_named(card))
    asked = request.POST.get("language") or request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else language_here()
    stands = queries.wording(found.pk, language)
    start = {"language": language}
    if stands:
        start |= {"title": stands.title, "words": stands.words}
    key = f"practice.card:{card}:{language}"
    form = filled(request, forms.CardForm, key, initial=start, row=stands)
    page = Page(
        title=_("The words of a card"),
        section=_("In it now"),
        back=reverse("practice:card", args=[card]),
        kept=_("The card is saved. It is read like this from now on."),
        row=stands,
        template="practice/edit_card.html",
        more={"language": language, "languages": settings.LANGUAGES, "card": found},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.word_card(
            by=request.actor,
            card=found.pk,
            language=language,
            title=told["title"],
            words=told["words"],
            version=form.seen_version(),
        )
        return page.back

    return ask(request, form, page, keep)
