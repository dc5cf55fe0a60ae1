"""A letter, or a text for a partner's own page: looked at exactly as it goes out, sent through the gate, read after."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, shown, there
from alongside.consent import gate, queries
from alongside.consent.choices import BY_VOICE, Method, Purpose, WayOut, way_of
from alongside.consent.forms import LetterForm
from alongside.consent.gate import NotAsPreviewed, NoWayOut, SaysTooMuch, To
from alongside.consent.views.around import (
    asking,
    called_to,
    home_of,
    names_of_kinds,
    other_side,
    to_of,
    what_it_told,
)
from alongside.keeping.rules import reference
from alongside.participants.opened import opened

if TYPE_CHECKING:
    from alongside.consent.models import Disclosure, LawfulException, Release

NOT_SEEN = gettext_lazy("The text has changed since it was looked at. Here it is as it would go out now.")


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write a letter. Whether it may go out is said before anything is written."""
    return _write(request, participant, Method.LETTER)


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def on_their_page(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write what a partner's point of contact reads at their own door, while the permission stands."""
    return _write(request, participant, Method.WORKSPACE)


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down what is told by voice or in a message: first as it will be said, then kept as it was."""
    how = request.GET.get("how", "")
    return _write(request, participant, Method(how) if how in (*BY_VOICE, Method.MESSAGE) else Method.CALL)


def _under(request: StaffRequest, participant: UUID) -> "Release | LawfulException | None":
    """The permission, or the approved exception, that it goes out under; None where an agency alone is named."""
    under, without = reference(request.GET.get("under")), reference(request.GET.get("without"))
    if under:
        return queries.release_named(participant, under)
    return queries.exception_named(participant, without) if without else None


def _write(request: StaffRequest, participant: UUID, method: Method) -> HttpResponse:
    actor = request.actor
    person = opened(actor, participant)
    under = _under(request, participant)
    to = to_of(under) if under else To(agency=reference(request.GET.get("to")))
    side = other_side(to.agency)
    if under is None and not side:
        return redirect(home_of(participant))
    start: dict[str, Any] = {"purpose": under.purpose if under else Purpose.SERVICE}
    # Before anything is ticked: whether something of what the permission names may go out by this way at all.
    covered = start | {"information": under.information if under else ["first_contact"]}
    key = f"consent.{method}:{participant}:{to.agency or (under and under.pk)}"
    approved = None if reference(request.GET.get("under")) else under
    kinds = [each for each in queries.kinds() if approved is None or each.key in approved.information]
    form = filled(request, LetterForm, key, initial=start, kinds=kinds)
    names = names_of_kinds()
    if approved:
        form.fields["text"].help_text = ""  # whether they hear it first stands in the exception
    spoken = way_of(method) in (WayOut.SPOKEN, WayOut.MESSAGE)
    more = {
        "person": person,
        "side": side,
        "to": called_to(to),
        "without": bool(approved),
        "approved": approved,
        "approved_names": [names.get(key, key) for key in approved.information] if approved else [],
        "names": names,
        "covers": queries.covers_to(participant, agency=to.agency, person=to.person),
        "sender": queries.sender(participant),
        "why_not": _why_not(participant, to, covered | {"method": method}),
        "on_their_page": method == Method.WORKSPACE,
        "told": method.label if spoken else "",
    }
    page = _page(method, more)
    if request.POST.get("do") == "change":
        return shown(request, form, page)
    return ask(
        request,
        form,
        page,
        lambda said: _looked_at(request, to, form, more, said | {"method": method}),
    )


def _page(method: Method, more: dict[str, Any]) -> Page:
    section, title = _("A letter"), _("A letter to %(who)s")
    kept = _("Saved as sent. Print it, or send it the way you agreed.")
    if method == Method.WORKSPACE:
        title = _("For the page of %(who)s")
        kept = _("It stands on their page now, until the permission ends or is stopped.")
    elif more["told"]:
        section, title, kept = more["told"], _("%(how)s: what %(who)s is told"), _("Saved as it was told.")
    told = title % {"who": more["to"], "how": more["told"]}
    return asking(more["person"], told, section=section, kept=kept, template="consent/letter.html", more=more)


def _asked(said: dict[str, Any]) -> dict[str, Any]:
    return {
        "information": said.get("information") or [],
        "purpose": said.get("purpose") or Purpose.SERVICE,
        "method": said["method"],
    }


def _why_not(participant: UUID, to: To, said: dict[str, Any]) -> str:
    return gate.why_not(participant, to=to, **_asked(said))


def _looked_at(
    request: StaffRequest, to: To, form: LetterForm, more: dict[str, Any], said: dict[str, Any]
) -> HttpResponse | str | None:
    """The text exactly as it goes out; sent, when that was pressed and nothing stands against it."""
    participant, text = more["person"].pk, said["text"]
    if not text:
        form.add_error("text", _("A sentence is needed before there is anything to look at."))
    if not said["information"]:
        form.add_error("information", _("Please tick what stands in the text. It is kept as what went out."))
    if form.errors:
        return None
    look = more | {
        "form": form,
        "text": text,
        "previewed": gate.digest(text),
        "found": gate.says_too_much(participant, text, to),
        "information": [more["names"].get(key, key) for key in said["information"]],
        "why_not": _why_not(participant, to, said),
        "knowing": request.POST.get("knowing") == "yes",
    }
    if request.POST.get("do") != "send":
        return render(request, "consent/look.html", look)
    try:
        sent = gate.disclose(
            by=request.actor,
            participant=participant,
            disclosure=form.once(),
            passage=gate.passage(participant, to=to, **_asked(said)),
            way=way_of(said["method"]),
            previewed=said["previewed"],
            text=text,
            knowing=look["knowing"],
        )
    except NoWayOut as no:
        return render(request, "consent/look.html", look | {"why_not": no.sentence}, status=409)
    except NotAsPreviewed:
        return render(request, "consent/look.html", look | {"not_seen": NOT_SEEN}, status=409)
    except SaysTooMuch as words:
        return render(request, "consent/look.html", look | {"found": words.found}, status=422)
    leads = "consent:said" if said["method"] == Method.WORKSPACE else "consent:went"
    return reverse(leads, args=[participant, sent.pk])


def _went(participant: UUID, disclosure: UUID) -> "Disclosure":
    found = there(queries.disclosure_named(participant, disclosure))
    return there(found if found.way != WayOut.OWN_COPY else None)


@staff(Can.OPEN_RECORD)
@require_safe
def went(request: StaffRequest, participant: UUID, disclosure: UUID) -> HttpResponse:
    """What went out, exactly as it was."""
    person = opened(request.actor, participant, "open_disclosure")
    found = _went(participant, disclosure)
    names = names_of_kinds()
    shown = {
        "person": person,
        "row": found,
        "way": WayOut(found.way).label,
        "told": what_it_told(person, found, names),
        "why_not": _why_not_again(found),
        "spoken": found.way == WayOut.SPOKEN,
        "on_their_page": found.method == Method.WORKSPACE
        and queries.conversation(participant, disclosure) is not None,
    }
    return render(request, "consent/went.html", shown)


def _why_not_again(found: "Disclosure") -> str:
    """The letter asking to stop stays printable; all else only while its permission stands."""
    return "" if found.way == WayOut.STOP else gate.still_open(found)


@staff(Can.KEEP_RELEASES)
@require_safe
def print_went(request: StaffRequest, participant: UUID, disclosure: UUID) -> HttpResponse:
    """The letter on paper, in the name they chose; gone when its permission is."""
    opened(request.actor, participant, "print_letter")
    found = _went(participant, disclosure)
    if _why_not_again(found):
        return redirect("consent:went", participant, disclosure)
    shown = {
        "row": found,
        "participant": participant,
        "sender": queries.sender(participant),
        "lines": found.text.split("\n"),
        "is_stop": found.way == WayOut.STOP,
    }
    return render(request, "consent/print_went.html", shown)
