"""The pages of moves: ask, say what columns mean, look, let a second person agree, bring over, take back."""

from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.ledger import how_far
from alongside.access.roles import Can
from alongside.custody import actions, queries
from alongside.custody.choices import FIELDS
from alongside.custody.forms import BringForm, ColumnsForm, TakeForm
from alongside.custody.refusing import NotReadable
from alongside.custody.rules.columns import BARRED, NOWHERE
from alongside.custody.sentences import CANNOT, NOT_TAKEN, PROBLEMS, STANDS, WHOLE
from alongside.ui import dates
from alongside.ui.undo import say

KEPT_SECONDS = 15 * 60
ASKED_AT = {"say_how_days_are_written": "day_style", "say_whether_the_same": "same_people"}
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _there(request: StaffRequest, move: UUID, *, mine: bool = False) -> queries.Move:
    found = queries.move_named(move)
    if found is None or (mine and found.by_id != request.actor.id):
        raise Http404
    return found


def _key(request: StaffRequest, move: object) -> str:
    return f"custody:{request.actor.id}:{move}"


def _teller(request: StaffRequest, move: object) -> actions.Tell:
    """How far it is goes through the cache, which writes on a connection of its own."""

    def tell(done: int, whole: int) -> None:
        cache.set(_key(request, move), [min(done, whole), max(whole, 1)], KEPT_SECONDS)

    return tell


def _to(move: UUID) -> HttpResponse:
    return redirect(reverse("custody:move", args=[move]))


@staff(Can.APPROVE_MOVE)
@require_safe
def moves(request: StaffRequest) -> HttpResponse:
    """Everything that was asked for of late."""
    rows = [
        (
            each,
            STANDS["taken" if each.kind == "take" and each.done_at else queries.stands(each)],
        )
        for each in queries.moves().now()
    ]
    may_ask = request.actor.may(Can.MOVE_RECORDS)
    return render(request, "custody/moves.html", {"moves": rows, "may_ask": may_ask})


@staff(Can.MOVE_RECORDS)
@require_http_methods(["GET", "POST"])
def bring(request: StaffRequest) -> HttpResponse:
    """A spreadsheet taken in, sealed; nobody comes over by this."""
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        try:
            actions.ask_to_bring(
                by=request.actor,
                move=form.once(),
                file=asked["file"],
                purpose=asked["purpose"],
                letters=asked["letters"],
                sheet=asked["sheet"],
                tell=_teller(request, form.once()),
            )
        except NotReadable as no:
            _say_why(form, no)
        else:
            return redirect(reverse("custody:columns", args=[form.once()]))
    progress_url = reverse("custody:progress", args=[form.once()])
    shown = {"form": form, "progress": progress_url}
    return render(request, "custody/bring.html", shown, status=422 if form.is_bound else 200)


def _say_why(form: BringForm, no: NotReadable) -> None:
    if no.why == "several_sheets":
        form.ask_which(list(no.named["sheets"]))
    named = {name: dates.when(value) if name == "day" else value for name, value in no.named.items()}
    form.add_error("file", dates.put(WHOLE[no.why], **named) if named else str(WHOLE[no.why]))


@staff(Can.MOVE_RECORDS)
@require_http_methods(["GET", "POST"])
def take(request: StaffRequest) -> HttpResponse:
    """Ask to take everything along; nothing leaves by this."""
    form = TakeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.ask_to_take(by=request.actor, move=form.once(), purpose=form.cleaned_data["purpose"])
        return _to(form.once())
    return render(request, "custody/take.html", {"form": form}, status=422 if form.is_bound else 200)


@staff(Can.MOVE_RECORDS)
@require_POST
def along(request: StaffRequest, move: UUID) -> HttpResponse:
    """The whole record as one file with a neutral name: a workbook for people, or lines for another installation."""
    _there(request, move, mine=True)
    as_workbook = request.POST.get("as") == "workbook"
    try:
        body = actions.take_along(by=request.actor, move=move, as_workbook=as_workbook)
    except TurnedDown as no:
        say(request, str(CANNOT[str(no)]))
        return _to(move)
    kind, ending = (WORKBOOK, "xlsx") if as_workbook else ("application/json", "jsonl")
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="records.{ending}"'
    return answer


@staff(Can.MOVE_RECORDS)
@require_http_methods(["GET", "POST"])
def columns(request: StaffRequest, move: UUID) -> HttpResponse:
    """What each column means; saying so checks every row."""
    row = _there(request, move, mine=True)
    if row.kind == "take" or queries.stands(row) not in ("new", "asked"):
        return _to(move)
    names, chosen = row.names, row.meanings
    sent = request.POST if request.method == "POST" else None
    form = ColumnsForm(
        sent, columns=names, chosen=chosen, style=row.day_style, example=row.stood_out.get("days", "")
    )
    if row.same_people or "same_people" in form.data:
        form.ask_whether_the_same(row.same_people)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        style, same = said["day_style"] or row.day_style, said.get("same_people", "")
        try:
            actions.choose_columns(
                by=request.actor, move=move, chosen=form.chosen(), day_style=style, same_people=same
            )
        except TurnedDown as no:
            if str(no) == "say_whether_the_same":
                came = queries.came_before(row, form.chosen())
                form.ask_whether_the_same(when=dates.when(came) if came else "")
            form.add_error(ASKED_AT.get(str(no)), str(CANNOT[str(no)]))
        else:
            actions.check_rows(by=request.actor, move=move, tell=_teller(request, move))
            return _to(move)
    shown = {
        "form": form,
        "move": row,
        "columns": names,
        "stood_out": _stood_out(row, names),
        "rows": _by_column(names, chosen, queries.first_rows(move)),
        "barred": [name for name, field in zip(names, chosen, strict=True) if field == BARRED],
        "progress": reverse("custody:progress", args=[move]),
    }
    return render(request, "custody/columns.html", shown, status=422 if form.is_bound else 200)


def _stood_out(row: queries.Move, names: list[str]) -> dict[str, Any]:
    """What stood out while the file was taken in, in words."""
    told = row.stood_out
    not_taken = [(names[at], str(NOT_TAKEN[why]), cell) for at, why, cell in told.get("not_taken", [])]
    return {"headings": told.get("headings"), "not_taken": not_taken}


def _by_column(names: list[str], chosen: list[str], rows: list[list[str]]) -> list[tuple[str, list[str]]]:
    """What the first rows say in each column, but for what is not brought over: that is shown to nobody."""
    return [
        (name, said)
        for at, (name, field) in enumerate(zip(names, chosen, strict=True))
        if field != BARRED and (said := [row[at] for row in rows if at < len(row) and row[at].strip()])
    ]


@staff(Can.APPROVE_MOVE)
@require_safe
def move(request: StaffRequest, move: UUID) -> HttpResponse:
    """One move: what comes over, what does not, and what is next."""
    row = _there(request, move)
    mine = row.by_id == request.actor.id
    stands = queries.stands(row)
    names, chosen = row.names, row.meanings
    pairs = list(zip(names, chosen, strict=True))
    shown: dict[str, Any] = {
        "move": row,
        "mine": mine,
        "stands": stands,
        "stands_words": STANDS[stands if (stands, row.kind) != ("done", "take") else "taken"],
        "is_take": row.kind == "take",
        "sound": row.row_count - row.refused,
        "barred": [name for name, field in pairs if field == BARRED],
        "left": [name for name, field in pairs if field == NOWHERE and name],
        "problems": _said(queries.problems(move)) if mine and not row.file_gone_at else [],
        "may_agree": stands == "asked" and not mine,
        "may_move": stands == "open" and mine,
        "may_take_back": stands == "done" and mine and row.kind == "bring",
        "progress": reverse("custody:progress", args=[move]),
    }
    return render(request, "custody/move.html", shown)


def _said(found: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    return [(row, str(FIELDS.get(where, "")), str(PROBLEMS[what])) for row, what, where in found]


@staff(Can.APPROVE_MOVE)
@require_POST
def agree(request: StaffRequest, move: UUID) -> HttpResponse:
    """Agree to what another asked for."""
    _there(request, move)
    try:
        actions.agree_to_move(by=request.actor, move=move)
    except NotAllowed:
        say(request, _("Nothing was agreed to. Somebody else than the one who asked agrees, within a day."))
    else:
        say(request, _("Agreed. It is open for four hours."))
    return _to(move)


@staff(Can.MOVE_RECORDS)
@require_POST
def over(request: StaffRequest, move: UUID) -> HttpResponse:
    """Bring them over: all who can come, in one piece."""
    _there(request, move, mine=True)
    try:
        row = actions.bring_over(by=request.actor, move=move, tell=_teller(request, move))
    except TurnedDown as no:
        say(request, str(CANNOT[str(no)]))
    else:
        back_url = reverse("custody:back", args=[move])
        say(request, _("People who came over: %(people)s.") % {"people": row.people}, undo_url=back_url)
    return _to(move)


@staff(Can.MOVE_RECORDS)
@require_POST
def back(request: StaffRequest, move: UUID) -> HttpResponse:
    """Take a whole import back."""
    row = _there(request, move, mine=True)
    if row.undone_at is None and row.done_at:
        try:
            actions.take_back_move(by=request.actor, move=move)
        except TurnedDown as no:
            say(request, str(CANNOT[str(no)]))
        else:
            say(request, _("Taken back. Nobody of this file is here any more."))
    return _to(move)


@staff(Can.MOVE_RECORDS)
@require_POST
def let_go(request: StaffRequest, move: UUID) -> HttpResponse:
    """Destroy the file now."""
    _there(request, move, mine=True)
    actions.destroy_file(by=request.actor, move=move)
    say(request, _("The file is destroyed. Nothing of it was kept."))
    return _to(move)


@staff(Can.MOVE_RECORDS)
@require_safe
def progress(request: StaffRequest, move: UUID) -> HttpResponse:
    """How far something of one's own is."""
    return JsonResponse(how_far(_key(request, move)))
