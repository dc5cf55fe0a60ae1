"""Pages of help with money on somebody's own page: asking, handing over, taking back."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.keeping.rules import ChangedMeanwhile, NotHere, reference
from alongside.participants.opened import opened
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_choices import From, State
from alongside.provisions.assistance_forms import AskForm, ReceiptForm
from alongside.provisions.assistance_words import points_at, so_far, what
from alongside.provisions.rules import PointsAtSomebody
from alongside.ui.undo import say

STILL_OPEN = (State.ASKED, State.AGREED)


def _home(participant: UUID) -> str:
    return reverse("assistance:money", args=[participant])


@staff(Can.OPEN_RECORD)
@require_safe
def money(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What was asked for them, how far each is, and handing over."""
    person = opened(request.actor, participant, "open_money")
    found, had = queries.askings(participant), queries.so_far(participant)
    shown = {
        "person": person,
        "going": [each for each in found if each.line.state in STILL_OPEN],
        "over": [each for each in found if each.line.state not in STILL_OPEN],
        "so_far": so_far(had),
        "is_near": had is not None and had.band > 0,
        "may_ask": request.actor.may(Can.ASK_MONEY),
    }
    return render(request, "provisions/assistance.html", shown)


def _origin(request: StaffRequest) -> rules.Origin:
    for each in From:
        if ref := reference(request.GET.get(each.value)):
            return rules.Origin(each.value, ref)
    return rules.Origin()


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
    return amount if amount > 0 else None


@staff(Can.ASK_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask for help with money."""
    person, origin = opened(request.actor, participant), _origin(request)
    start = {"amount": _amount(request.GET.get("amount", ""))}
    form = _form(request, f"{participant}:{origin.ref or ''}", start, None)
    page = _page(person, _("Ask for help with money"))

    def keep(_told: dict[str, Any]) -> str:
        asking, told = form.once(), form.asked()
        actions.ask_for_help(
            by=request.actor, participant=participant, asking=asking, told=told, origin=origin
        )
        say(request, _("Asked. Whoever decides reads the amount, the kind, and your words for them."))
        return page.back

    return ask(request, form, page, keep)


def _form(request: StaffRequest, about: str, start: dict[str, Any], asking: queries.Asking | None) -> AskForm:
    line = asking.line if asking else None
    hidden = [line.kind] if line and line.kind.hidden else []
    return filled(
        request,
        AskForm,
        f"provisions.money:{about}",
        initial=start,
        row=line,
        kinds=[*queries.kinds(), *hidden],
        funds=queries.funds().values(),
        vouchers=queries.vouchers(),
        kept=line.fund if line else None,
    )


def _page(person: Any, title: str, **more: Any) -> Page:
    return Page(
        title=title,
        section=_("Help with money"),
        about=person,
        back=_home(person.pk),
        refusals={PointsAtSomebody: points_at},
        **more,
    )


@staff(Can.ASK_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, assistance: UUID) -> HttpResponse:
    """Put an asking right while nobody has decided; after that, keep a receipt with it."""
    person = opened(request.actor, participant)
    asking = there(queries.asking_named(participant, assistance))
    if asking.line.state != State.ASKED:
        return _receipt(request, person, asking)
    row, line = asking.row, asking.line
    out_of = f"vouchers:{line.vouchers_id}" if line.vouchers_id else line.fund
    start = {"kind": line.kind_id, "amount": line.amount, "fund": out_of, "words": line.words}
    start |= {"purpose": row.purpose, "unsafe": bool(row.unsafe)}
    form = _form(request, str(row.pk), start, asking)
    page = _page(person, what(line), row=line, kept=_("What you ask for is saved."))

    def keep(_told: dict[str, Any]) -> str:
        actions.change_help(
            by=request.actor,
            participant=participant,
            asking=row.pk,
            told=form.asked(),
            seen=form.seen_version() or 0,
        )
        return page.back

    return ask(request, form, page, keep)


def _receipt(request: StaffRequest, person: Any, asking: queries.Asking) -> HttpResponse:
    row = asking.row
    start = {"receipt": row.receipt, "unsafe": bool(row.unsafe)}
    form = filled(request, ReceiptForm, f"provisions.receipt:{row.pk}", initial=start, row=row)
    page = _page(person, what(asking.line), row=row, kept=_("What belongs to this help is saved."))

    def keep(told: dict[str, Any]) -> str:
        given = {"receipt": told["receipt"], "unsafe": told["unsafe"], "seen": form.seen_version()}
        actions.keep_receipt(by=request.actor, participant=person.pk, asking=row.pk, **given)
        return page.back

    return ask(request, form, page, keep)


Act = Callable[..., Any]
_WHY_NOT: dict[type[Exception], Any] = {
    ChangedMeanwhile: gettext_lazy(
        "Somebody else was here meanwhile, so nothing was changed. This is how it stands."
    ),
    rules.NotEnough: gettext_lazy("There is not so much left in its fund any more. Nothing was changed."),
    rules.FundClosed: gettext_lazy("Its fund gives nothing today. Nothing was changed."),
    rules.NotSoManyVouchers: gettext_lazy("So many of these are not left. Nothing was changed."),
    rules.PastTheCap: gettext_lazy(
        "By now it would be more than one person may have in a year. Please ask anew."
    ),
}


def seen_of(request: StaffRequest) -> int:
    """The number of the step that one had before one's eyes."""
    told = request.POST.get("seen") or request.GET.get("seen", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else -1


def _step(
    request: StaffRequest, participant: UUID, assistance: UUID, act: Act, sentence: Any
) -> HttpResponse:
    opened(request.actor, participant)
    there(queries.asking_named(participant, assistance))
    try:
        act(by=request.actor, participant=participant, asking=assistance, seen=seen_of(request))
    except (NotHere, TurnedDown) as gone:
        raise Http404 from gone
    except tuple(_WHY_NOT) as refused:
        say(request, str(_WHY_NOT[type(refused)]))
    else:
        line = there(queries.asking_named(participant, assistance)).line
        undo = f"{reverse('assistance:undo', args=[participant, assistance])}?seen={line.version}"
        say(request, sentence % {"what": what(line)}, undo_url=undo if line.state_before else "")
    return redirect(_home(participant))


@staff(Can.ASK_MONEY)
@require_POST
def hand_over(request: StaffRequest, participant: UUID, assistance: UUID) -> HttpResponse:
    """Hand over what was agreed."""
    return _step(request, participant, assistance, actions.hand_over_help, _("Handed over: %(what)s."))


@staff(Can.ASK_MONEY)
@require_POST
def take_back(request: StaffRequest, participant: UUID, assistance: UUID) -> HttpResponse:
    """Give back what is not needed."""
    return _step(request, participant, assistance, actions.take_help_back, _("Taken back: %(what)s."))


@staff(Can.ASK_MONEY)
@require_POST
def undo(request: StaffRequest, participant: UUID, assistance: UUID) -> HttpResponse:
    """Undo the last step."""
    return _step(request, participant, assistance, actions.undo_help, _("As before: %(what)s."))
