"""Setting up the agency in the browser: its names and hotline, programs and places, and its own words."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import actions, closed, queries
from alongside.agency.forms import AgencyForm, ClosedDaysForm, PhraseForm, ProgramForm, SiteForm
from alongside.agency.nouns import LABEL, labels_of_ours
from alongside.agency.words import phrases, sections
from alongside.asking.page import Page, ask
from alongside.keeping.rules import NotHere, reference
from alongside.ui.forms import KindForm
from alongside.ui.undo import say

AGENCY_FIELDS = (
    "umbrella_name",
    "short_name",
    "hotline",
    "hotline_hours",
    "time_zone",
    "date_order",
    "hours_of_day",
)


@staff(Can.SET_UP_AGENCY)
def agency(request: StaffRequest) -> HttpResponse:
    """The umbrella identity and the hotline number, set once for everywhere."""
    stands = queries.agency()
    start = {name: getattr(stands, name) for name in AGENCY_FIELDS} | {"version": stands.version}
    start["time_zone"] = start["time_zone"] or settings.TIME_ZONE
    form = AgencyForm(request.POST or None, initial=start)
    page = Page(
        title=_("Agency and hotline"),
        section=_("Agency"),
        lede=_("Set once, it shows everywhere: on pages, prints, cards and calendar files."),
        back=reverse("program:program"),
        kept=_("The agency's details are saved. It shows everywhere from now on."),
        row=stands,
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in AGENCY_FIELDS}
        actions.set_up_agency(by=request.actor, version=form.seen_version(), **given)
        return reverse("agency:agency")

    return ask(request, form, page, keep)


@staff(Can.SET_UP_AGENCY)
def closed_days(request: StaffRequest) -> HttpResponse:
    """The days on which the agency is closed, as one list."""
    stands = queries.agency()
    form = ClosedDaysForm(request.POST or None, initial={"days": closed.told(), "version": stands.version})
    page = Page(
        title=_("Days when you are closed"),
        section=_("Agency"),
        lede=_("They are no working days, and being on call on one of them is counted as a holiday."),
        back=reverse("program:program"),
        kept=_("The days are saved."),
        row=stands,
        stands=lambda _row: [(form.fields["days"].label, closed.told())],
    )

    def keep(told: dict[str, Any]) -> str:
        actions.set_closed_days(by=request.actor, days=told["days"], version=form.seen_version())
        return reverse("agency:closed_days")

    return ask(request, form, page, keep)


def _add(form: KindForm, add: Callable[..., Any], request: StaffRequest) -> bool:
    """Add a program or a place; a name that is there already is said kindly."""
    if not form.is_valid():
        return False
    told = {name: form.cleaned_data[name] for name in type(form).base_fields}
    try:
        add(by=request.actor, **told)
    except TurnedDown:
        form.add_error("name", _("This name is in the list already. Please choose another one."))
        return False
    say(request, _("It is added to the list."))
    return True


@staff(Can.SET_UP_AGENCY)
def programs(request: StaffRequest) -> HttpResponse:
    """The programs that run and the places where people come in."""
    sent = request.POST if request.method == "POST" else None
    is_site = sent is not None and "site-name" in sent
    program = ProgramForm(sent if not is_site else None)
    site = SiteForm(sent if is_site else None)
    if sent is not None:
        added = (
            _add(site, actions.add_site, request) if is_site else _add(program, actions.add_program, request)
        )
        if added:
            return redirect("agency:programs")
    shown = {
        "programs": queries.programs(),
        "sites": queries.sites(),
        "program_form": program,
        "site_form": site,
    }
    return render(request, "agency/programs.html", shown, status=200 if sent is None else 422)


def _language(request: StaffRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else (translation.get_language() or "en")[:2]


def _phrase_rows(room: str, language: str, sent: PhraseForm | None) -> list[dict[str, Any]]:
    """Each phrase of a room with our words, the agency's own, and the form to change it."""
    with translation.override(language), labels_of_ours():
        ours = {key: str(text) for key, text in phrases().items() if key.split(".")[0] == room}
        own = queries.wordings(ours)
    rows = []
    for key, text in ours.items():
        chosen = own.get(key, "")
        start = {"key": key, "language": language, "text": chosen or "", "hidden": chosen is None}
        waiting = sent if sent is not None and sent.data.get("key") == key else None
        rows.append(
            {
                "key": key,
                "ours": text,
                "own": chosen or "",
                "hidden": chosen is None,
                "changed": key in own,
                "is_label": key.startswith(LABEL),
                "form": waiting or PhraseForm(initial=start, auto_id=f"id_{key.replace('.', '_')}_%s"),
                "open": waiting is not None,
            }
        )
    return rows


@staff(Can.SET_UP_AGENCY)
def words(request: StaffRequest) -> HttpResponse:
    """What people read, in our words or the agency's own, in each language."""
    rooms, language = sections({key.split(".")[0] for key in phrases()}), _language(request)
    room = request.GET.get("room", "")
    room = room if room in rooms else next(iter(rooms), "")
    if settled := reference(request.POST.get("settled")):
        try:
            actions.settle_proposed_wording(by=request.actor, proposal=settled)
        except NotHere:
            raise Http404 from None
        say(request, _("The proposal is settled. Your words are changed below, where you wish it."))
        return redirect(request.get_full_path())
    sent = PhraseForm(request.POST) if request.method == "POST" else None
    if sent is not None and sent.is_valid() and sent.cleaned_data["key"] in phrases():
        told = sent.cleaned_data
        own = "" if "ours" in request.POST else told["text"]
        hidden = told["hidden"] and "ours" not in request.POST
        actions.reword(by=request.actor, key=told["key"], language=told["language"], text=own, hidden=hidden)
        say(request, _said(own, hidden))
        place = f"?room={told['key'].split('.')[0]}&language={told['language']}"
        return redirect(f"{reverse('agency:words')}{place}")
    shown = {
        "rooms": rooms,
        "room": room,
        "language": language,
        "languages": settings.LANGUAGES,
        "rows": _phrase_rows(room, language, sent),
        "proposals": queries.proposed_wordings(),
    }
    return render(request, "agency/words.html", shown, status=200 if sent is None else 422)


def _said(own: str, hidden: bool) -> str:
    if hidden:
        return _("The phrase is hidden. This is not shown any more.")
    return _("Your words are saved. People read your words from now on.") if own else _("Our words are back.")
