"""Somebody gives a yes: first to whom, then what, what for and until when, then how they signed."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.asking.steps import in_steps, moved_on, preset
from alongside.consent import actions, queries, rules
from alongside.consent.actions.releases import Given, Named
from alongside.consent.forms import GrantForm
from alongside.consent.forms.sharing import KIND, NOT_SIGNED, NOT_TOLD, TOO_LONG, TOO_WIDE
from alongside.consent.views.around import asking, other_side
from alongside.keeping.rules import reference
from alongside.participants.choices import Under18
from alongside.participants.opened import opened
from alongside.partners.queries import agencies

if TYPE_CHECKING:
    from alongside.consent.models import ReleaseWording
    from alongside.participants.queries import Participant

# What a permission for most partners begins from: enough for a first contact. For those with whom we share
# nothing unless asked, it begins from nothing.
USUAL = ("first_contact", "language")


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A new permission to share."""
    person = opened(request.actor, participant)
    to = request.GET.get("to", "")
    if to != "person" and not reference(to):
        chosen = {"person": person, "agencies": list(agencies())}
        return render(request, "consent/choose.html", chosen)
    side = other_side(reference(to))
    if to != "person" and not side:
        raise Http404
    paper, languages = _paper(request)
    span = queries.span_now()
    begins = _begins(request, side, paper, span.usual_days)
    form = filled(
        request,
        GrantForm,
        f"consent.grant:{participant}:{to}",
        initial=begins,
        kinds=queries.kinds(),
        by_name=to == "person",
    )
    if not form.is_bound:
        form.initial["wording"] = str(paper.pk)  # what is shown is what is signed, whatever was begun in
    onward = moved_on(request, form)
    if onward is not None:
        return onward
    filled_in = {name: begins[name] for name in ("information", "purpose", "ends_on")}
    preset(form, filled_in, _("Where most begin. Change it as they wish."))
    shown = {
        "side": side,
        "to": to,
        "paper": [line for line in paper.text.splitlines() if line.strip()],
        "wording": paper,
        "languages": languages,
        "minor": person.under_18 == Under18.YES,
        "span": span,
    }
    page = _page(
        person,
        side,
        span.most_days,
        lambda: shown | {"person": person, "steps": in_steps(request, form, GrantForm.STEPS)},
    )

    def keep(told: dict[str, Any]) -> str:
        what = {name: told[name] for name in (*form.WHAT, *form.WHEN)}
        named = Named(agency=reference(to), person=told.get("person", ""), **what)
        kept = actions.grant_release(
            by=request.actor, participant=participant, release=form.once(), named=named, given=_given(form)
        )
        return reverse("consent:release", args=[participant, kept.pk])

    return ask(request, form, page, keep)


def _page(
    person: "Participant", side: dict[str, Any], most: int, shown: Callable[[], dict[str, Any]]
) -> Page:
    title = _("Permission to share with one person")
    lede = _("Filled in together. They see or hear all of it first, and can change it.")
    if side:
        title = _("Permission to share with %(who)s") % {"who": side["agency"].name}
    if contact := side.get("contact"):
        told = _(
            "Our contact there now: %(who)s. The permission stays with the agency when somebody else takes over."
        )
        lede = told % {"who": contact.name}
    return asking(
        person,
        title,
        section=_("New permission"),
        lede=lede,
        kept=_("The permission is saved. It counts from now on, and they can stop it at any time by a word."),
        save=_("Save permission"),
        template="consent/grant.html",
        more=shown,
        refusals={
            rules.NotNamed: lambda wanting: (wanting.field, KIND[wanting.field]),
            rules.TooWide: ("exactly", TOO_WIDE),
            rules.TooLong: ("ends_on", TOO_LONG % {"days": most}),
            rules.NotTold: ("told", NOT_TOLD),
            rules.NotSigned: lambda wanting: NOT_SIGNED[wanting.why],
        },
    )


def _paper(request: StaffRequest) -> "tuple[ReleaseWording, list[tuple[str, str]]]":
    """The text that is shown: the version that was read, where one was sent; and the languages there are."""
    asked = request.GET.get("in", "") or (translation.get_language() or "en")[:2]
    read = reference(request.POST.get("wording")) if request.method == "POST" else None
    found = queries.wording_named(read) if read else None
    languages = sorted({each.language for each in queries.wordings()})
    named = [(code, translation.get_language_info(code)["name_local"]) for code in languages]
    return found or queries.wording_now(asked[:10]), named


def _begins(
    request: StaffRequest, side: dict[str, Any], paper: "ReleaseWording", days: int
) -> dict[str, Any]:
    """Where it begins: from what a referral tells, where it comes from one, else from what is usual."""
    nothing = not side or side["shares_nothing"]
    told = [each.key for each in queries.kinds() if each.key in request.GET.getlist("tells")]
    return {
        "wording": str(paper.pk),
        "information": told or ([] if nothing else list(USUAL)),
        "purpose": "legal" if side and side["privilege"] else "",
        "ends_on": clock.today() + timedelta(days=days),
    }


def _given(form: GrantForm) -> Given:
    said = form.cleaned_data
    wording = reference(said["wording"])
    if wording is None or queries.wording_named(wording) is None:
        wording = queries.wording_now("en").pk
    return Given(
        wording=wording,
        told=said["told"],
        signatures=form.signatures(),
        interpreter=said["interpreter"],
        alone_because=said["alone_because"],
    )
