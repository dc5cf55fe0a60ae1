"""The pages of one person's transfer: where it is, and each step of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.acts import NotAllowed
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.keeping.rules import NotHere, reference
from alongside.participants.beside_colleague import Beside, beside_colleagues
from alongside.participants.continuity import facts
from alongside.participants.opened import opened
from alongside.participants.queries import has_record_open
from alongside.participants.rules import NotTrained
from alongside.participants.words import NOT_TRAINED
from alongside.transfers import actions, forms, queries, rules
from alongside.transfers.partners import whom_to_tell
from alongside.transfers.steps import steps
from alongside.ui.dates import exactly
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.participants.queries import Participant
    from alongside.transfers.queries import Transfer

BOTH = ["GET", "HEAD", "POST"]
WHY_NOT: Mapping[type[Exception], tuple[str | None, Promise]] = {
    rules.AlreadyGoesOn: (None, gettext_lazy("A transfer goes on already. There is one at a time.")),
    rules.CannotReceive: (
        None,
        gettext_lazy("This colleague is not chosen for them just now. Please choose another."),
    ),
    rules.OutOfOrder: (None, gettext_lazy("Another step comes first. The page of the transfer says which.")),
    rules.TalkFirst: (
        None,
        gettext_lazy(
            "First write down the conversation with them: the day, or why you could not reach them. Without it no"
            " transfer is completed."
        ),
    ),
    rules.Paused: (None, gettext_lazy("This transfer is paused. Go on with it first.")),
    rules.IsOver: (None, gettext_lazy("This transfer is done or was taken back.")),
    NotTrained: ("anyway", NOT_TRAINED),
    NotAllowed: (None, gettext_lazy("Their case manager or a supervisor does this step.")),
}


def home(participant: UUID) -> str:
    """The page of somebody's transfer."""
    return reverse("transfers:transfer", args=[participant])


def _page(person: "Participant", title: str, **more: Any) -> Page:
    given: dict[str, Any] = {"section": _("Transfer"), "about": person, "back": home(person.pk)}
    return Page(**given | {"title": title, "refusals": WHY_NOT} | more)


@staff(Can.OPEN_RECORD)
@require_safe
def transfer(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Where the transfer is, what comes next, and those before it."""
    person = opened(request.actor, participant, "open_transfer")
    return _shown(request, person)


def _shown(request: StaffRequest, person: "Participant", why: str = "", status: int = 200) -> HttpResponse:
    now = queries.open_one(person.pk)
    earlier = queries.earlier(person.pk)
    shown: dict[str, Any] = {
        "person": person,
        "now": now,
        "facts": facts(person),
        "earlier": earlier,
        "why": why,
        "may_move": queries.may_move(request.actor, person),
        "partners": whom_to_tell(person, now or (earlier[0] if earlier else None)),
    }
    if now is not None:
        asked = queries.ask_of(now)
        shown |= {
            "ask": asked,
            "kept": queries.pack_of(asked) if asked else None,
            "before": queries.asks_before(now),
            "steps": steps(now),
            "has_backup": bool(person.backup_id) and person.backup_id != now.receiver_id,
            "is_past": now.overlap_until is not None and now.overlap_until <= clock.now(),
        }
    return render(request, "transfers/transfer.html", shown, status=status)


def _now(participant: UUID) -> "Transfer":
    return there(queries.open_one(participant))


def _may_choose(request: StaffRequest, person: "Participant", but: UUID | None = None) -> dict[str, Any]:
    """Colleagues who may be chosen, and what stands beside them for whoever may read it."""
    colleagues = [each for each in queries.colleagues(person) if each.pk != but]
    beside = beside_colleagues(request.actor, person.pk, [each.pk for each in colleagues])
    return {"colleagues": colleagues, "beside": beside}


def _past(request: StaffRequest, person: "Participant", to: UUID) -> list[str]:
    """Why this colleague is let in with a supervisor's words alone; of whose load one may not read, nothing."""
    return beside_colleagues(request.actor, person.pk, [to]).get(to, Beside()).past


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def propose(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Propose another case manager: to whom, and why."""
    person = opened(request.actor, participant)
    if request.method != "POST" and queries.open_one(participant):
        return redirect(home(participant))
    start = {"to": request.GET.get("to", "")}
    key = f"transfers.propose:{participant}"
    form = filled(request, forms.ProposeForm, key, initial=start, **_may_choose(request, person))
    page = _page(
        person,
        _("Transfer to another case manager"),
        lede=_(
            "A change of case manager is a setback. It takes a conversation, time with both, and a goodbye."
        ),
        back=reverse("participants:team", args=[participant]),
        kept=_("The transfer is proposed. The conversation with them comes next."),
        save=_("Propose the transfer"),
        template="transfers/asking.html",
        more=lambda: {"facts": facts(person), "left_today": request.actor.may(Can.ASSIGN)},
    )

    def keep(told: dict[str, Any]) -> str:
        to = UUID(told["to"])
        given = {"transfer": form.once(), "why": told["why"], "last_day": told["last_day"]}
        actions.propose_transfer(by=request.actor, participant=participant, to=to, **given)
        return home(participant)

    return ask(request, form, page, keep)


@staff(Can.ASSIGN)
@require_http_methods(BOTH)
def at_once(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A sudden leave: a supervisor's words stand for the conversation and the yes."""
    person = opened(request.actor, participant)
    now = queries.open_one(participant)
    start = {"to": str(now.receiver_id) if now else request.GET.get("to", "")}
    key = f"transfers.at_once:{participant}"
    offered = _may_choose(request, person)
    form = filled(request, forms.AtOnceForm, key, initial=start, **offered)
    chosen = [each for each in offered["colleagues"] if str(each.pk) == form["to"].value()]
    past = [why for each in chosen for why in offered["beside"].get(each.pk, Beside()).past]
    form.only_if(any(queries.lacks_training(request.actor, each) for each in chosen), past)
    page = _page(
        person,
        _("They left today"),
        lede=_(
            "The colleague you choose is their case manager from this moment, and the one before opens nothing any"
            " more. The transfer stays open until somebody has talked about it with them."
        ),
        kept=_("The transfer is saved. The conversation with them is still to come."),
        save=_("Choose as case manager now"),
        template="transfers/asking.html",
        more=lambda: {"facts": facts(person), "left_today": False},
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant}
        words: dict[str, Any] = {"stands": told["stands"], "anyway": told.get("anyway", "")}
        words["past_their_room"] = bool(past)
        to = UUID(told["to"])
        if now is None:
            actions.transfer_at_once(**given, **words, transfer=form.once(), to=to)
        else:
            if now.receiver_id != to:
                actions.ask_another_colleague(**given, transfer=now.pk, to=to)
            actions.transfer_at_once(**given, **words, transfer=now.pk)
        return onward(participant)

    return ask(request, form, page, keep)


def onward(participant: UUID) -> str:
    """Where it goes on for whoever has just given them to somebody: they may not reach them any more."""
    return home(participant) if has_record_open(participant) else reverse("desk:people")


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def talk(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The conversation with them, or why there was none; and what the colleague reads."""
    person = opened(request.actor, participant)
    row = _now(participant)
    names = ("talked_on", "unreached", "whether", "whom", "how")
    start = {name: getattr(row, name) for name in names}
    standing = queries.ask_of(row)
    start["asks"] = standing.why if standing else row.why
    form = filled(request, forms.TalkForm, f"transfers.talk:{row.pk}", initial=start, row=row)
    if row.stands or row.state == "overlap":
        del form.fields["asks"]
    page = _page(
        person,
        _("The conversation with them"),
        lede=_("Whether, with whom and how is theirs to say. Write it in their words."),
        kept=_("The conversation is saved."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        actions.talk_about_transfer(
            by=request.actor,
            participant=participant,
            transfer=row.pk,
            told=actions.Talked(**{name: told[name] for name in names}),
            asks=told.get("asks", ""),
            version=form.seen_version(),
        )
        return home(participant)

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def another(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask another colleague."""
    person = opened(request.actor, participant)
    row = _now(participant)
    form = filled(request, forms.ToForm, "", **_may_choose(request, person, but=row.receiver_id))
    page = _page(
        person,
        _("Ask another colleague"),
        lede=_("It begins with the conversation again: with whom they go on is theirs to say."),
        kept=_("Another colleague is chosen. The conversation with them comes next."),
        save=_("Choose this colleague"),
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "transfer": row.pk}
        actions.ask_another_colleague(**given, to=UUID(told["to"]))
        return home(participant)

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def handover(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The meeting of all three, what they want the colleague to know, what not to ask again, the goodbye."""
    person = opened(request.actor, participant)
    row = _now(participant)
    rows = queries.meetings_to_choose(participant, row.meeting_id)
    start = {name: getattr(row, name) for name in ("met_on", "to_know", "not_again", "goodbye")}
    start["meeting"] = str(row.meeting_id or "")
    meetings = [(str(each.pk), exactly(each.at)) for each in rows]
    key = f"transfers.handover:{row.pk}"
    form = filled(request, forms.HandoverForm, key, initial=start, row=row, meetings=meetings)
    page = _page(
        person,
        _("What is handed on in their words"),
        kept=_("Their words and the goodbye are saved."),
        row=row,
        template="transfers/words.html",
    )

    def keep(told: dict[str, Any]) -> str:
        words = told | {"meeting_id": reference(told["meeting"])}
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "transfer": row.pk}
        actions.save_handover(**given, words=words, version=form.seen_version())
        return home(participant)

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def overlap(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Both are there until a day; or until another day than was said."""
    person = opened(request.actor, participant)
    row = _now(participant)
    form = filled(request, forms.OverlapForm, "", initial={"until": row.last_day})
    past = _past(request, person, row.receiver_id) if row.state != "overlap" else []
    form.only_if(row.state != "overlap" and queries.lacks_training(request.actor, row.receiver), past)
    page = _page(
        person,
        _("Begin the overlap"),
        lede=_(
            "From now until that day both of you are there. Then the transfer is completed, with the goodbye."
        ),
        kept=_("The overlap is saved."),
        save=_("Begin the overlap"),
        refusals={**WHY_NOT, rules.OutOfOrder: _no_overlap(row)},
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "transfer": row.pk}
        anyway = {"anyway": told.get("anyway", ""), "past_their_room": bool(past)}
        actions.begin_overlap(**given, until=told["until"], **anyway)
        return home(participant)

    return ask(request, form, page, keep)


def _no_overlap(row: "Transfer") -> tuple[str | None, Promise]:
    if row.state in ("agreed", "overlap"):
        return "until", gettext_lazy("Choose today or a day to come.")
    said = gettext_lazy("The overlap begins after the conversation with them and the yes of the colleague.")
    return None, said


@staff(Can.CHANGE_RECORD)
@require_POST
def complete(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The colleague is their case manager from now on."""
    return _pressed(request, participant, actions.complete_transfer, _("The transfer is completed."))


@staff(Can.CHANGE_RECORD)
@require_POST
def go_on(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Go on after a pause."""
    return _pressed(request, participant, actions.resume_transfer, _("The transfer goes on where it stood."))


def _pressed(request: StaffRequest, participant: UUID, does: Callable[..., None], kept: str) -> HttpResponse:
    person = opened(request.actor, participant)
    row = _now(participant)
    try:
        does(by=request.actor, participant=participant, transfer=row.pk)
    except NotHere as gone:
        raise Http404 from gone
    except tuple(WHY_NOT) as refused:
        return _shown(request, person, str(WHY_NOT[type(refused)][1]), 422)
    say(request, kept)
    return redirect(onward(participant))


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def stop(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Pause it, or take it back."""
    person = opened(request.actor, participant)
    row = _now(participant)
    form = filled(request, forms.StopForm, f"transfers.stop:{row.pk}")
    page = _page(
        person,
        _("Pause or take back"),
        lede=_(
            "Paused, it stays as it is. Taken back, they keep their case manager, and what was written stays."
        ),
        refusals={
            **WHY_NOT,
            rules.OutOfOrder: (
                None,
                _("The colleague is their case manager already. That is a new transfer."),
            ),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        does, page.kept = (
            (actions.pause_transfer, _("The transfer is paused."))
            if told["do"] == "pause"
            else (actions.take_back_transfer, _("The transfer is taken back."))
        )
        does(by=request.actor, participant=participant, transfer=row.pk, words=told["words"])
        return home(participant)

    return ask(request, form, page, keep)
