"""Partners: the list, one partner, whom to turn to there, and how we work together. No score anywhere."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import staff_list
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.partners import actions, queries, rules
from alongside.partners.choices import ContactPart
from alongside.partners.forms import agencies as forms
from alongside.partners.views.around import at, keeps
from alongside.partners.views.shown import agreement_state, commitment_row, vetting_label
from alongside.ui.dates import clock_of
from alongside.ui.undo import say

GET_AND_POST = ["GET", "POST"]
DESCRIBED = (
    "name",
    "kind",
    "role",
    "responsibilities",
    "perspective",
    "their_limits",
    "our_limits",
    "cannot_do",
    "time_zone",
)


@staff(Can.SEE_PARTNERS)
@require_safe
def agencies(request: StaffRequest) -> HttpResponse:
    """Every partner we work with; one without a contact is named first."""
    found = list(queries.agencies())
    rows = [{"row": each, "contacts": vars(each)["now"], "kind": each.get_kind_display()} for each in found]
    lacking = [row for row in rows if not any(each.part == ContactPart.MAIN for each in row["contacts"])]
    ended = list(queries.agencies(ended=True))
    shown = {"rows": rows, "lacking": lacking, "ended": ended, "keeps": keeps(request)}
    return render(request, "partners/agencies.html", shown)


def _standing(row: Any) -> list[tuple[str, str]]:
    """What is said of a partner, part by part; an empty part is left out."""
    told = [
        (_("Their role"), row.role),
        (_("Their responsibilities"), row.responsibilities),
        (_("What they answer for"), row.perspective),
        (_("What they cannot tell us, or do"), row.their_limits),
        (_("What we cannot tell them, or do"), row.our_limits),
        (_("What this system cannot do just now"), row.cannot_do),
        (_("Languages they speak"), ", ".join(row.languages)),
        (_("Their time zone"), clock_of(row.time_zone)),
    ]
    return [(label, words) for label, words in told if words]


def _beginnings(kind: str) -> list[str]:
    """How working with this kind of partner begins, in sentences."""
    begins = rules.defaults_of(kind)
    told = [
        _("Nothing is shared with them unless somebody says so each time.")
        if begins.shares == rules.NOTHING
        else _("Something is shared when the person has said yes to it, item by item.")
    ]
    if not begins.may_sign_in:
        told.append(_("They get no sign-in."))
    if begins.privilege:
        told.append(
            _(
                "What somebody tells their attorney is protected while it stays between the two. "
                "Do not sit in or carry it, unless the attorney has said how."
            )
        )
    return told


@staff(Can.SEE_PARTNERS)
@require_safe
def agency(request: StaffRequest, partner: UUID) -> HttpResponse:
    """One partner: whom to turn to, limits of both sides, agreements, commitments, what helped."""
    today = clock.today()
    row = there(queries.agency_named(partner))
    people = queries.contacts(partner)
    organization = queries.organization_of(partner)
    months = queries.check_again_after()
    shown = {
        "row": row,
        "told": _standing(row),
        "begins": _beginnings(row.kind),
        "now": [each for each in people if each.until is None],
        "waits": queries.seats_to_agree(partner),
        "before": [each for each in people if each.until is not None],
        "networks": queries.networks_of(partner),
        "agreements": [agreement_state(each, today) for each in queries.agreements(partner)],
        "commitments": [commitment_row(each, today) for each in queries.commitments(partner)],
        "appreciations": queries.appreciations(partner),
        "organization": organization,
        "vetting": vetting_label(organization.visited_on, today, months) if organization else "",
        "services": queries.services_of(organization.pk) if organization else [],
        "keeps": keeps(request),
        "may_sign_in": rules.defaults_of(row.kind).may_sign_in and row.ended_on is None,
        "today": today,
        "led_there": queries.led_there(partner),
    }
    return render(request, "partners/agency.html", shown)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def new_agency(request: StaffRequest) -> HttpResponse:
    """A partner we begin to work with."""
    return _edit(request, None)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def edit_agency(request: StaffRequest, partner: UUID) -> HttpResponse:
    """What we know of a partner, changed."""
    return _edit(request, there(queries.agency_named(partner)))


def _edit(request: StaffRequest, row: Any) -> HttpResponse:
    actor = request.actor
    networks = [(str(each.pk), each.name) for each in queries.networks() if not row or each.pk != row.pk]
    start: dict[str, Any] = {"kind": "other"}
    if row:
        start = {name: getattr(row, name) for name in DESCRIBED} | {
            "languages": ", ".join(row.languages),
            "networks": [str(each.pk) for each in queries.networks_of(row.pk)],
            "owner": str(row.owner_id or ""),
        }
    form = filled(
        request,
        forms.AgencyForm,
        f"partners.agency:{row.pk if row else 'new'}",
        initial=start,
        row=row,
        networks=networks,
        colleagues=[(str(each.pk), each.name) for each in staff_list()],
    )
    page = Page(
        section=_("Partner"),
        title=row.name if row else _("Add a partner"),
        back=at("agency", row.pk) if row else at("agencies"),
        kept=_("What we know of this partner is saved."),
        lede=_("A name is enough to begin. The rest helps whoever turns to them next."),
        refusals={TurnedDown: ("name", forms.NAME_TAKEN)},
        row=row,
        stands=_standing,
    )

    def keep(told: dict[str, Any]) -> str | None:
        described = actions.Described(
            **{name: told[name] for name in DESCRIBED},
            languages=tuple(told["languages"]),
            owner=UUID(told["owner"]) if told["owner"] else None,
            networks=tuple(UUID(each) for each in told.get("networks", ())),
        )
        key = row.pk if row else form.once()
        actions.save_agency(by=actor, agency=key, told=described, version=form.seen_version())
        return at("agency", key)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def contact(request: StaffRequest, partner: UUID) -> HttpResponse:
    """Whom to turn to from now on; whoever it was before stays in the history."""
    row = there(queries.agency_named(partner))
    part = request.GET.get("part", "")
    start = {"part": part if part in ContactPart.values else ContactPart.MAIN}
    form = filled(request, forms.ContactForm, f"partners.contact:{partner}", initial=start)
    page = Page(
        section=_("Our contact"),
        title=_("Our contact at %(agency)s") % {"agency": row.name},
        back=at("agency", partner),
        kept=_("Our contact is saved. Whoever it was before stays in the history."),
        lede=_("One contact and one backup at each partner. A new one takes the place of the one before."),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("name", "reach", "part")}
        actions.add_point_of_contact(by=request.actor, contact=form.once(), agency=partner, **given)
        return at("agency", partner)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def contact_gone(request: StaffRequest, colleague: UUID) -> HttpResponse:
    """They are not our contact any more."""
    row = there(queries.contact_known(colleague))
    actions.end_point_of_contact(by=request.actor, contact=colleague)
    say(request, _("This contact is ended. They stay in the history."))
    return redirect(at("agency", row.agency_id))


@staff(Can.KEEP_PARTNERS)
@require_POST
def end(request: StaffRequest, partner: UUID) -> HttpResponse:
    """We do not work with them any more."""
    there(queries.agency_named(partner))
    actions.end_partnership(by=request.actor, agency=partner)
    say(request, _("The partnership is ended. Everything stays readable."), undo_url=at("resume", partner))
    return redirect(at("agency", partner))


@staff(Can.KEEP_PARTNERS)
@require_POST
def resume(request: StaffRequest, partner: UUID) -> HttpResponse:
    """We work with them again."""
    there(queries.agency_named(partner))
    actions.resume_partnership(by=request.actor, agency=partner)
    say(request, _("The partnership is open again. We work with them again."))
    return redirect(at("agency", partner))


@staff(Can.KEEP_PARTNERS)
@require_POST
def touch(request: StaffRequest, partner: UUID) -> HttpResponse:
    """We were in touch today."""
    there(queries.agency_named(partner))
    actions.log_partner_contact(by=request.actor, agency=partner, on=clock.today())
    say(request, _("Saved: in contact today."))
    return redirect(at("agency", partner))


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def commitment(request: StaffRequest, partner: UUID) -> HttpResponse:
    """What one of both sides said it would do."""
    row = there(queries.agency_named(partner))
    form = filled(request, forms.CommitmentForm, f"partners.commitment:{partner}", initial={"side": "they"})
    page = Page(
        section=_("Commitments"),
        title=_("Add a commitment: %(agency)s") % {"agency": row.name},
        back=at("agency", partner),
        kept=_("The commitment is saved."),
        lede=_("When its day goes by it says: time to check in. Nothing more."),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("words", "side", "who", "by_when")}
        actions.add_commitment(by=request.actor, commitment=form.once(), agency=partner, **given)
        return at("agency", partner)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def another_day(request: StaffRequest, promise: UUID) -> HttpResponse:
    """Another day for what was said; both days stay."""
    row = there(queries.commitment_named(promise))
    form = filled(request, forms.AnotherDayForm, f"partners.another_day:{promise}")
    page = Page(
        section=_("Commitments"),
        title=_("Another day"),
        back=at("agency", row.agency_id),
        kept=_("The new day is saved. Both days stay."),
    )
    page.lede = row.words

    def keep(told: dict[str, Any]) -> str:
        actions.renegotiate(by=request.actor, commitment=promise, by_when=told["by_when"])
        return at("agency", row.agency_id)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def settle(request: StaffRequest, promise: UUID) -> HttpResponse:
    """Kept, let go, or open after all."""
    row = there(queries.commitment_named(promise))
    answer = request.POST.get("answer")
    if answer in ("kept", "let_go"):
        actions.settle_commitment(by=request.actor, commitment=promise, kept=answer == "kept")
        say(request, _("What became of the commitment is saved."), undo_url=at("settle", promise))
    else:
        actions.reopen_commitment(by=request.actor, commitment=promise)
        say(request, _("It is open again."))
    return redirect(at("agency", row.agency_id))


@staff(Can.KEEP_PARTNERS)
@require_http_methods(GET_AND_POST)
def appreciation(request: StaffRequest, partner: UUID) -> HttpResponse:
    """Something they did that helped."""
    row = there(queries.agency_named(partner))
    form = filled(request, forms.AppreciationForm, f"partners.appreciation:{partner}")
    page = Page(
        section=_("Something that helped"),
        title=_("Something that helped, from %(agency)s") % {"agency": row.name},
        back=at("agency", partner),
        kept=_("What helped is saved."),
        undo=at("appreciation_back", form.once()),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.appreciate(by=request.actor, appreciation=form.once(), agency=partner, words=told["words"])
        return at("agency", partner)

    return ask(request, form, page, keep)


@staff(Can.KEEP_PARTNERS)
@require_POST
def appreciation_back(request: StaffRequest, thanks: UUID) -> HttpResponse:
    """One's own word of appreciation, taken back."""
    row = there(queries.appreciation_named(thanks))
    actions.take_appreciation_back(by=request.actor, appreciation=thanks)
    return redirect(at("agency", row.agency_id))
