"""The register of agreements, their papers, and notes that help to prepare."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.partners import actions, queries
from alongside.partners.forms import agencies as forms
from alongside.partners.views.around import at, keeps
from alongside.partners.views.shown import agreement_state
from alongside.ui.undo import say

GET_AND_POST = ["GET", "POST"]
AGREED = tuple(actions.Agreed.__dataclass_fields__)
CONTENT_TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}


def _standing(row: Any) -> list[tuple[str, str]]:
    told = [
        (_("Who else takes part"), row.parties),
        (_("What it is about"), row.scope),
        (_("What may be shared under it"), row.may_share),
    ]
    return [(label, words) for label, words in told if words]


@staff(Can.SEE_PARTNERS)
@require_safe
def agreements(request: StaffRequest) -> HttpResponse:
    """The register: what holds, what ended, what is to be looked at again."""
    today = clock.today()
    rows = [agreement_state(each, today) for each in queries.agreements()]
    shown = {"rows": rows, "keeps": keeps(request)}
    return render(request, "partners/agreements.html", shown)


@staff(Can.SEE_PARTNERS)
@require_safe
def agreement(request: StaffRequest, pact: UUID) -> HttpResponse:
    """One agreement."""
    return _shown(request, there(queries.agreement_named(pact)), forms.ReviewForm())


def _shown(request: StaffRequest, row: Any, form: forms.ReviewForm) -> HttpResponse:
    shown = {
        **agreement_state(row, clock.today()),
        "told": _standing(row),
        "form": form,
        "keeps": keeps(request),
    }
    return render(request, "partners/agreement.html", shown, status=422 if form.is_bound else 200)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def new_agreement(request: StaffRequest) -> HttpResponse:
    """An agreement that is new in the register."""
    return _edit(request, None)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def edit_agreement(request: StaffRequest, pact: UUID) -> HttpResponse:
    """An agreement, changed."""
    return _edit(request, there(queries.agreement_named(pact)))


def _edit(request: StaffRequest, row: Any) -> HttpResponse:
    actor = request.actor
    agencies = [(str(each.pk), each.name) for each in queries.agencies()]
    if row:
        agencies = [(str(row.agency_id), row.agency.name)]
    start: dict[str, Any] = {"agency": request.GET.get("agency", ""), "kind": "mou"}
    if row:
        start = {name: getattr(row, name) for name in AGREED}
        start["agency"] = str(row.agency_id)
    key = f"partners.agreement:{row.pk if row else 'new'}"
    form = filled(request, forms.AgreementForm, key, initial=start, row=row, agencies=agencies)
    if request.FILES:
        form.files = request.FILES
    page = Page(
        section=_("Agreements"),
        title=_("Agreement with %(agency)s") % {"agency": row.agency.name} if row else _("Add an agreement"),
        back=at("agreement", row.pk) if row else at("agreements"),
        kept=_("The agreement with this partner is saved."),
        with_file=True,
        row=row,
        stands=_standing,
    )

    def keep(told: dict[str, Any]) -> str:
        agreed = actions.Agreed(**{name: told[name] for name in AGREED})
        pact = row.pk if row else form.once()
        actions.save_agreement(
            by=actor,
            agreement=pact,
            agency=UUID(told["agency"]),
            told=agreed,
            paper=told["paper"],
            version=form.seen_version(),
        )
        return at("agreement", pact)

    return ask(request, form, page, keep)


@staff(Can.SEE_PARTNERS)
@require_safe
def paper(request: StaffRequest, pact: UUID) -> HttpResponse:
    """The signed paper, to be kept aside: it is never shown inside a page, and its name says nothing."""
    row = there(queries.paper_of(pact))
    answer = HttpResponse(bytes(row.content), content_type=CONTENT_TYPES[row.kind])
    answer["Content-Disposition"] = f'attachment; filename="paper.{row.kind}"'
    return answer


@staff(Can.KEEP_PARTNERS)
@require_POST
def review(request: StaffRequest, pact: UUID) -> HttpResponse:
    """It was looked at; when to look again."""
    row = there(queries.agreement_named(pact))
    form = forms.ReviewForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, form)
    actions.review_again(by=request.actor, agreement=pact, review_on=form.cleaned_data["review_on"])
    say(request, _("Saved: it was looked at."))
    return redirect(at("agreement", pact))


@staff(Can.SEE_PARTNERS)
@require_safe
def preparing(request: StaffRequest) -> HttpResponse:
    """What helps before a first meeting. Do not assume - ask."""
    language = request.GET.get("language", "").strip()[:60]
    notes = queries.notes_for([language]) if language else queries.preparation_notes()
    shown = {"notes": notes, "language": language, "keeps": keeps(request)}
    return render(request, "partners/preparing.html", shown)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def new_preparation(request: StaffRequest) -> HttpResponse:
    """A note that is new."""
    return _preparation(request, None)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def edit_preparation(request: StaffRequest, advice: UUID) -> HttpResponse:
    """A note, changed."""
    return _preparation(request, there(queries.preparation_note_named(advice)))


def _preparation(request: StaffRequest, row: Any) -> HttpResponse:
    start: dict[str, Any] = {}
    if row:
        start = {"languages": ", ".join(row.languages), "community": row.community, "words": row.words}
    key = f"partners.preparation:{row.pk if row else 'new'}"
    form = filled(request, forms.PreparationForm, key, initial=start, row=row)
    page = Page(
        section=_("Before a first meeting"),
        title=_("Before a first meeting"),
        back=at("preparing"),
        kept=_("What to know before a first meeting is saved."),
        row=row,
    )
    page.stands = lambda now: [(_("What helps us prepare"), now.words)]
    page.lede = _("Do not assume - ask. This helps us prepare; the person alone knows who they are.")

    def keep(told: dict[str, Any]) -> str:
        actions.write_preparation(
            by=request.actor,
            note=row.pk if row else form.once(),
            languages=tuple(told["languages"]),
            community=told["community"],
            words=told["words"],
            version=form.seen_version(),
        )
        return at("preparing")

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def drop_preparation(request: StaffRequest, advice: UUID) -> HttpResponse:
    """A note that does not help any more."""
    row = there(queries.preparation_note_named(advice))
    actions.drop_preparation(by=request.actor, note=row.pk)
    say(
        request,
        _("What to know before a first meeting is taken away."),
        undo_url=at("restore_preparation", advice),
    )
    return redirect(at("preparing"))


@staff(Can.KEEP_PARTNERS)
@require_POST
def restore_preparation(request: StaffRequest, advice: UUID) -> HttpResponse:
    """It helps after all."""
    there(queries.preparation_note_named(advice))
    actions.restore_preparation(by=request.actor, note=advice)
    say(request, _("It is back."))
    return redirect(at("preparing"))
