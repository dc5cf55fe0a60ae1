"""Moving a transfer on. The order is held in the database; the words are kept here."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, act
from alongside.access.keeper import call
from alongside.access.keys import shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rows import held
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants.anyway import said_anyway
from alongside.participants.queries import participant_named
from alongside.participants.rules import NotTrained
from alongside.participants.timeline import mark, move
from alongside.transfers import pack, rules
from alongside.transfers.models import Transfer, TransferAsk, TransferPack
from alongside.vault.fields import sealed_value


@contextmanager
def _refused() -> Iterator[None]:
    with refused_as(
        {
            "not_yours_to_hand_over": NotAllowed("transfer"),
            "one_transfer_at_a_time": rules.AlreadyGoesOn,
            "is_the_case_manager": rules.CannotReceive,
            "not_a_case_manager": rules.CannotReceive,
            "not_past_their_wish": rules.CannotReceive,
            "record_is_restricted": rules.CannotReceive,
            "chosen_without_training": NotTrained,
            "a_transfer_is_between_two": rules.CannotReceive,
            "transfer_is_over": rules.IsOver,
            "transfer_is_paused": rules.Paused,
            "transfer_out_of_order": rules.OutOfOrder,
            "conversation_comes_first": rules.TalkFirst,
            "nobody_asks_this": NotHere,
        }
    ):
        yield


def _move(
    row: Transfer,
    to: str,
    *,
    until: datetime | None = None,
    words: bytes | None = None,
    anyway: str = "",
    past_their_room: bool = False,
) -> None:
    chosen, said = said_anyway(row.participant_id, anyway)
    with _refused():
        call("core.move_transfer", row.pk, to, until, words, chosen, said)
        if past_their_room and said:
            call("core.chosen_past_room", chosen, row.participant_id, row.receiver_id, "case_manager", said)


def _the_one(participant: UUID, transfer: UUID, version: int | None = None) -> Transfer:
    return held(Transfer, transfer, version, participant_id=participant)


def _said(row: Transfer, column: str, words: str) -> bytes:
    setattr(row, column, words.strip())
    return sealed_value(row, column)


@act(Can.CHANGE_RECORD, said=_("proposed another case manager"))
def propose_transfer(
    *, by: Actor, participant: UUID, transfer: UUID, to: UUID, why: str, last_day: date | None = None
) -> None:
    """Propose that somebody goes on with a colleague. `transfer` is the new id; sent twice, it is one.

    Raises NothingWritten, AlreadyGoesOn, CannotReceive, NotAllowed."""
    _propose(by, participant, transfer, to, why, last_day)


def _propose(
    by: Actor, participant: UUID, transfer: UUID, to: UUID, why: str, last_day: date | None
) -> Transfer:
    person = participant_named(participant)
    if person is None:
        raise NotHere
    if not why.strip():
        raise NothingWritten
    given: dict[str, Any] = {"key_id": person.key_id, "participant_id": participant, "receiver_id": to}
    row = Transfer(id=transfer, why=why.strip(), **given)
    is_new = not Transfer.objects.filter(pk=transfer).exists()
    with _refused():
        call("core.propose_transfer", transfer, participant, to, last_day, sealed_value(row, "why"))
    if is_new:
        mark(by=by, participant=participant, at=clock.now(), room="transfers", kind="transfer", ref=transfer)
    return row


@act(Can.ASSIGN, said=_("gave them another case manager in a sudden leave"))
def transfer_at_once(
    *,
    by: Actor,
    participant: UUID,
    transfer: UUID,
    stands: str,
    to: UUID | None = None,
    why: str = "",
    last_day: date | None = None,
    anyway: str = "",
    past_their_room: bool = False,
) -> None:
    """Whoever walked with them cannot be there any more: a supervisor's words stand for the talk and the yes, and the
    colleague is their case manager from now on. The talk is still to come. `anyway` says why them, if their training
    about trafficking is not recorded, or they are `past_their_room`.

    Raises NothingWritten, AlreadyGoesOn, CannotReceive, NotTrained, NotAllowed."""
    if not stands.strip():
        raise NothingWritten
    if to is None:
        row = _the_one(participant, transfer)
    else:
        row = _propose(by, participant, transfer, to, why or stands, last_day)
    _move(row, "sudden", words=_said(row, "stands", stands), anyway=anyway, past_their_room=past_their_room)


@dataclass(frozen=True)
class Talked:
    """What was talked about with them, and what they say in it; or why it could not be."""

    talked_on: date | None = None
    unreached: str = ""
    whether: str = ""
    whom: str = ""
    how: str = ""

    @property
    def is_said(self) -> bool:
        """Whether there was a conversation, or a reason why not."""
        return bool(self.talked_on or self.unreached.strip())


@act(Can.CHANGE_RECORD, said=_("talked with them about another case manager"))
def talk_about_transfer(
    *, by: Actor, participant: UUID, transfer: UUID, told: Talked, asks: str = "", version: int | None = None
) -> Transfer:
    """Keep the conversation, or why they could not be reached; then the colleague is asked, and reads `asks`.

    Raises TalkFirst, ChangedMeanwhile, Paused, IsOver, NotAllowed."""
    if not told.is_said:
        raise rules.TalkFirst
    row = _the_one(participant, transfer, version)
    _keep(row, vars(told))
    if row.told_at is None:
        _move(row, "talked")
    if not row.stands:
        _ask(by, row, asks)
    return row


def _keep(row: Transfer, words: dict[str, Any]) -> None:
    for name, said in words.items():
        setattr(row, name, said)
    row.version += 1
    row.save(update_fields=[*words, "version"])


def _ask(by: Actor, row: Transfer, asks: str) -> None:
    """What the colleague reads, anew or put right."""
    person = participant_named(row.participant_id)
    words = {"called": person.alias if person else "", "why": asks.strip() or row.why}
    there = TransferAsk.objects.filter(transfer=row, withdrawn_at=None).first()
    if there is not None:
        there.called, there.why = words["called"], words["why"]
        there.save(update_fields=["called", "why"])
        return
    new = uuid.uuid4()
    TransferAsk.objects.create(
        id=new,
        key_id=shared_key(new),
        participant_id=row.participant_id,
        transfer=row,
        staff_id=row.receiver_id,
        at=clock.now(),
        by_id=by.id,
        **words,
    )


@act(Can.CHANGE_RECORD, said=_("chose another colleague to ask"))
def ask_another_colleague(*, by: Actor, participant: UUID, transfer: UUID, to: UUID) -> None:
    """Ask somebody else; it begins again with the person. Raises CannotReceive, OutOfOrder, NotAllowed."""
    row = _the_one(participant, transfer)
    with _refused():
        call("core.ask_another_to_receive", row.pk, to)


@act(Can.CHANGE_RECORD, said=_("put together what is handed on"))
def hand_pack(*, by: Actor, participant: UUID, transfer: UUID) -> TransferPack:
    """Keep what is handed on as it stands now, for the colleague who is asked: it opens to them at their yes.

    Raises OutOfOrder where nobody is asked."""
    row = _the_one(participant, transfer)
    ask = TransferAsk.objects.filter(transfer=row, withdrawn_at=None).first()
    if ask is None or row.state not in ("talked", "agreed"):
        raise rules.OutOfOrder
    TransferPack.objects.filter(ask=ask).delete()
    return TransferPack.objects.create(
        key_id=ask.key_id,
        participant_id=participant,
        ask=ask,
        at=clock.now(),
        by_id=by.id,
        words=pack.as_words(pack.of_person(participant)),
    )


@act(Can.CHANGE_RECORD, said=_("answered whether they can walk with them"))
def answer_transfer(*, by: Actor, participant: UUID, ask: UUID, yes: bool, words: str = "") -> None:
    """Say yes, or what speaks against it. Raises NotHere, NothingWritten."""
    if not yes and not words.strip():
        raise NothingWritten
    row = TransferAsk.objects.filter(pk=ask, staff=by.id, participant_id=participant).first()
    if row is None:
        raise NotHere
    row.words = words.strip()
    with _refused():
        call("core.answer_transfer", ask, yes, sealed_value(row, "words"))


@act(Can.CHANGE_RECORD, said=_("saved what is handed on in their words"))
def save_handover(
    *, by: Actor, participant: UUID, transfer: UUID, words: dict[str, Any], version: int | None = None
) -> Transfer:
    """Keep the joint meeting, what they want the new colleague to know, what not to ask again, the goodbye.
    Raises ChangedMeanwhile."""
    row = _the_one(participant, transfer, version)
    named = ("meeting_id", "met_on", "to_know", "not_again", "goodbye")
    _keep(row, {name: words[name] for name in named})
    return row


@act(Can.CHANGE_RECORD, said=_("began the overlap of two case managers"))
def begin_overlap(
    *,
    by: Actor,
    participant: UUID,
    transfer: UUID,
    until: date,
    anyway: str = "",
    past_their_room: bool = False,
) -> None:
    """Both are there until the end of that day; said again, it ends another day. `anyway` as in `transfer_at_once`.
    Raises OutOfOrder, CannotReceive, NotTrained, Paused, IsOver, NotAllowed."""
    row = _the_one(participant, transfer)
    if not rules.is_a_day_to_come(until, clock.today()):
        raise rules.OutOfOrder
    ends = datetime.combine(until + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())
    _move(row, "overlap", until=ends, anyway=anyway, past_their_room=past_their_room)


@act(Can.CHANGE_RECORD, said=_("completed the transfer"))
def complete_transfer(*, by: Actor, participant: UUID, transfer: UUID) -> None:
    """The colleague is their case manager from now on, and the one before is it no more.
    Raises TalkFirst, OutOfOrder, CannotReceive, Paused, IsOver, NotAllowed."""
    row = _the_one(participant, transfer)
    # Whoever gives does not reach them any more afterwards.
    move(ref=transfer, room="transfers", at=clock.now())
    _move(row, "done")


@act(Can.CHANGE_RECORD, said=_("paused the transfer"))
def pause_transfer(*, by: Actor, participant: UUID, transfer: UUID, words: str = "") -> None:
    """It stands still, as it is. Raises IsOver, Paused, NotAllowed."""
    row = _the_one(participant, transfer)
    _move(row, "paused", words=_said(row, "stopped", words))


@act(Can.CHANGE_RECORD, said=_("went on with the transfer"))
def resume_transfer(*, by: Actor, participant: UUID, transfer: UUID) -> None:
    """It goes on where it stood. Raises IsOver, NotAllowed."""
    _move(_the_one(participant, transfer), "resumed")


@act(Can.CHANGE_RECORD, said=_("took the transfer back"))
def take_back_transfer(*, by: Actor, participant: UUID, transfer: UUID, words: str = "") -> None:
    """Everything stays as it was before; who was to receive them reaches nothing of it any more.
    Raises OutOfOrder, IsOver, NotAllowed."""
    row = _the_one(participant, transfer)
    _move(row, "taken", words=_said(row, "stopped", words))
