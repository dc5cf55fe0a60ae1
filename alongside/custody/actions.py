"""What is done about moves: asking, saying what columns mean, checking, agreeing, bringing over, taking back."""

import io
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import IO

from django.db import IntegrityError, connection

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.custody import queries, reading, workbook
from alongside.custody.bringing import Bringing
from alongside.custody.choices import MoveKind
from alongside.custody.models import KnownColumn, Move, Piece, print_token, said_token, token_of
from alongside.custody.noticing import Noticed
from alongside.custody.refusing import NotReadable
from alongside.custody.rules import columns as meant
from alongside.custody.rules.rows import Checked, Earlier, Known, Told, held_back, only_new, read
from alongside.custody.whole import taken
from alongside.participants.tasks import look_for_same
from alongside.vault import ring

ROWS_IN_A_PIECE = 250
Tell = Callable[[int, int], None]


def _nothing_told(done: int, whole: int) -> None:
    """For whoever follows no progress."""


@act(Can.MOVE_RECORDS)
def ask_to_bring(
    *,
    by: Actor,
    move: uuid.UUID,
    file: IO[bytes],
    purpose: str,
    letters: str = "",
    sheet: str = "",
    tell: Tell = _nothing_told,
) -> Move:
    """Take in a spreadsheet, sealed under a key of its own, and ask to bring over whom it names.
    Raises NotReadable."""
    one_at_a_time(move)
    if there := Move.objects.filter(pk=move).first():
        return there
    rows = reading.rows(file, letters, sheet)
    head = next(rows)
    names = [cell.strip() for cell in head.cells]
    while names and not names[-1]:
        names.pop()
    known = queries.known_columns(names)
    guessed = [known.get(at, guess) for at, guess in enumerate(meant.meanings(names))]
    noticed = Noticed(head, names, meant.settled(names, guessed), queries.known(by))
    asked = _asked(by, move, purpose, kind=MoveKind.BRING, columns=json.dumps(names))
    file_key = uuid.uuid4()
    call("access.share_key", asked.file_id, file_key, ring.make(file_key))
    asked.row_count = 0
    for part in _parts(noticed.passing(rows)):
        said = json.dumps([[row.number, row.cells, row.flaw] for row in part])
        Piece.objects.create(key_id=file_key, move=asked, first=part[0].number, cells=said)
        asked.row_count += len(part)
        tell(asked.row_count, reading.MOST_ROWS)
    asked.print_of = print_token(noticed.print_of())
    if came := queries.came_already(asked):
        raise NotReadable("same_file", day=came.done_at)
    asked.chosen, asked.noticed = json.dumps(noticed.taken()), noticed.told()
    asked.day_style = noticed.days.style()
    asked.save(update_fields=["row_count", "print_of", "chosen", "noticed", "day_style"])
    return asked


def _asked(by: Actor, move: uuid.UUID, purpose: str, **more: object) -> Move:
    key = uuid.uuid4()
    wrapped = ring.make(key)
    asked = Move(id=move, key_id=key, purpose=purpose, asked_at=clock.now(), by_id=by.id, **more)
    asked.save(force_insert=True)
    call("access.share_key", move, key, wrapped)
    return asked


def _parts(rows: Iterator[reading.Row]) -> Iterator[list[reading.Row]]:
    while part := list(islice(rows, ROWS_IN_A_PIECE)):
        yield part


@act(Can.MOVE_RECORDS)
def choose_columns(
    *, by: Actor, move: uuid.UUID, chosen: Sequence[str], day_style: str, same_people: str = ""
) -> Move:
    """Say what each column means, kept for the next file with such columns. What was checked is checked anew.

    Where numbers of the file came before, it has to be said whether they name the same people.
    Raises TurnedDown.
    """
    row = Move.objects.select_for_update().get(pk=move)
    names = row.names
    settled = meant.settled(names, list(chosen))
    if meant.twice(settled):
        raise TurnedDown("one_column_each")
    if not day_style:
        raise TurnedDown("say_how_days_are_written")
    if not same_people and queries.came_before(row, settled):
        raise TurnedDown("say_whether_the_same")
    row.chosen, row.day_style, row.same_people = json.dumps(settled), day_style, same_people
    row.checked_at = None
    row.save(update_fields=["chosen", "day_style", "same_people", "checked_at"])
    for name, field in zip(names, settled, strict=True):
        if name and field != meant.BARRED:
            KnownColumn.objects.update_or_create(token=token_of(name), defaults={"field": field})
    return row


@act(Can.MOVE_RECORDS)
def check_rows(*, by: Actor, move: uuid.UUID, tell: Tell = _nothing_told) -> Move:
    """Try every row without bringing anybody over, and keep what is wrong with each."""
    row = Move.objects.select_for_update().get(pk=move)
    checked, known, done, refused = Checked(), queries.known(by), 0, 0
    seen: set[str] = set()
    added: set[str] = set()
    alone = 0
    for piece in queries.pieces(move):
        found = []
        told_of = list(_told(piece, row, known))
        earlier = queries.earlier(row, {told.one("number") for told, _cells in told_of})
        for told, cells in told_of:
            checked.look(told, cells)
            _leave_what_came(told, earlier)
            found += [(told.row, what, where) for what, where in told.problems]
            number = told.one("number")
            if told.problems:
                refused += 1
            elif number:
                (added if number in earlier else seen).add(number)
            else:
                alone += 1
            done += 1
        _keep_problems(piece, found)
        tell(done, row.row_count)
    if checked.ill:
        refused += _hold_back(row, known, checked.ill)
    row.refused, row.people, row.checked_at = refused, alone + len(seen - checked.ill), clock.now()
    row.added_to = len(added - checked.ill)
    row.save(update_fields=["refused", "people", "added_to", "checked_at"])
    return row


def _told(piece: Piece, move: Move, known: Known) -> Iterator[tuple[Told, list[str]]]:
    chosen = move.meanings
    for number, cells, flaw in json.loads(piece.cells):
        yield read(number, cells, chosen, move.day_style, known, flaw), cells


def _leave_what_came(told: Told, earlier: dict[str, Earlier]) -> None:
    number = told.one("number")
    if number in earlier and not told.problems:
        only_new(told, earlier[number], lambda said: said_token(number, said))


def _keep_problems(piece: Piece, found: list[tuple[int, str, str]]) -> None:
    said = json.dumps(found) if found else ""
    if said != (piece.problems or ""):
        piece.problems = said
        piece.save(update_fields=["problems"])


def _hold_back(move: Move, known: Known, ill: set[str]) -> int:
    """Nobody comes over by half: where one row of somebody has a problem, their other rows stay as well."""
    more = 0
    for piece in queries.pieces(move.pk):
        found = [tuple(each) for each in json.loads(piece.problems or "[]")]
        wrong = {row for row, _what, _where in found}
        sound = (told for told, _cells in _told(piece, move, known) if told.row not in wrong)
        back = [(told.row, what, where) for told in held_back(sound, ill) for what, where in told.problems]
        if back:
            _keep_problems(piece, sorted([*found, *back]))
            more += len(back)
    return more


@act(Can.MOVE_RECORDS)
def ask_to_take(*, by: Actor, move: uuid.UUID, purpose: str) -> Move:
    """Ask to take the whole record along."""
    one_at_a_time(move)
    there = Move.objects.filter(pk=move).first()
    return there or _asked(by, move, purpose, kind=MoveKind.TAKE, checked_at=clock.now())


@act(Can.MOVE_RECORDS)
def take_along(*, by: Actor, move: uuid.UUID, as_workbook: bool = False) -> bytes:
    """Take the whole record along, once, within the time that was opened: as lines, or as a workbook."""
    _open(move, MoveKind.TAKE)
    out = io.BytesIO()
    people = 0

    def passing() -> Iterator[str]:
        nonlocal people
        for line in taken(lambda table, after, most: queries.rows_of(move, table, after, most)):
            people += '"table": "participants_participant"' in line
            yield line

    if as_workbook:
        workbook.written(passing(), out)
    else:
        out.writelines(line.encode() for line in passing())
    call("core.move_done", move, MoveKind.TAKE.value, people)
    return out.getvalue()


@act(Can.APPROVE_MOVE)
def agree_to_move(*, by: Actor, move: uuid.UUID) -> None:
    """Agree to what another asked for, for some hours. Nobody agrees to what they asked for themselves."""
    with refused_as({"nothing_to_agree_to": NotAllowed("agree_to_move")}):
        call("core.agree_to_move", move)


@act(Can.MOVE_RECORDS)
def bring_over(*, by: Actor, move: uuid.UUID, tell: Tell = _nothing_told) -> Move:
    """Bring over every row without a problem, all of them or none, and destroy the file.
    Raises TurnedDown."""
    one_at_a_time(move)
    row = Move.objects.get(pk=move)
    if row.done_at:
        return row
    _open(move, MoveKind.BRING)
    if queries.came_already(row):
        raise TurnedDown("same_file")
    _still([not row.same_people and queries.came_before(row, row.meanings)])
    known, bringing, done = queries.known(by), Bringing(move, by.id), 0
    for piece in queries.pieces(move):
        wrong = {number for number, _what, _where in json.loads(piece.problems or "[]")}
        sound = _sound(_told(piece, row, known), wrong)
        earlier = queries.earlier(row, {told.one("number") for told in sound})
        for told in sound:
            _leave_what_came(told, earlier)
        _still(told.problems for told in sound)
        bringing.tell(sound, queries.people_of(row, set(earlier)))
        done += len(json.loads(piece.cells))
        tell(done, row.row_count)
    bringing.remember()
    _still([len(bringing.brought) != row.people, len(bringing.added) != row.added_to])
    call("core.move_done", move, MoveKind.BRING.value, len(bringing.brought))
    for person in (*bringing.brought, *bringing.added):
        look_for_same.ask(by=by, participant=person)
    return queries.move_named(move) or row


def _sound(rows: Iterable[tuple[Told, list[str]]], wrong: set[int]) -> list[Told]:
    """The rows that were found right. One that has gone wrong since, as staff or services changed, stops all."""
    sound = [told for told, _cells in rows if told.row not in wrong]
    _still(told.problems for told in sound)
    return sound


def _still(changed: Iterable[object]) -> None:
    if any(changed):
        raise TurnedDown("check_again")


def _open(move: uuid.UUID, kind: str) -> None:
    with refused_as({"this_move_is_not_open": TurnedDown("not_open")}):
        call("core.open_move", move, kind)


@act(Can.MOVE_RECORDS)
def take_back_move(*, by: Actor, move: uuid.UUID) -> int:
    """Take a whole import back. Where something was written about somebody since, nothing is taken back.
    Raises TurnedDown."""
    try:
        since = call("core.take_back_move", move)
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate; set constraints all deferred")
    except IntegrityError:
        raise TurnedDown("in_use") from None
    if since:
        raise TurnedDown("in_use")
    return 0


@act(Can.MOVE_RECORDS)
def destroy_file(*, by: Actor, move: uuid.UUID) -> None:
    """Destroy an uploaded file before its day is over."""
    call("core.destroy_file", move)
