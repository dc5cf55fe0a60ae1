"""Setting up streams of money, and enrolling somebody in one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.agency.models import Program
from alongside.connection.models import ServiceKind
from alongside.funders import catalog
from alongside.funding import stream_rules as rules
from alongside.funding.stream_choices import Asks, StreamKind
from alongside.funding.stream_models import Enrolment, Stream
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten, is_stale
from alongside.participants.queries import participant_named


@act(Can.KEEP_STREAMS)
def save_stream(*, by: Actor, stream: UUID, told: rules.StreamTold, seen: int | None = None) -> Stream:
    """Set up a stream or change it; sent twice, it is one. Raises NothingWritten, DaysTurned, NameTaken,
    ChangedMeanwhile, TurnedDown."""
    if not told.name.strip():
        raise NothingWritten
    if told.begins_on and told.ends_on and told.ends_on < told.begins_on:
        raise rules.DaysTurned
    if (
        told.kind not in StreamKind.values
        or told.asks not in Asks.values
        or told.form not in ("", *catalog.forms())
    ):
        raise TurnedDown("not_offered")
    row = held_or_new(Stream, stream)
    if row is None:
        row = Stream(id=stream, version=0, at=clock.now(), by_id=by.id)
    elif seen is None:
        return row
    elif is_stale(seen, row.version):
        raise ChangedMeanwhile(row)
    _save(row, rules.columns(told))
    return row


def _save(row: Stream, told: Mapping[str, Any]) -> None:
    for name, value in told.items():
        setattr(row, name, value)
    is_new, row.version = row.version == 0, row.version + 1
    with refused_as({"a_stream_has_a_name_of_its_own": rules.NameTaken}):
        row.save(force_insert=is_new)


@act(Can.KEEP_STREAMS)
def end_stream(*, by: Actor, stream: UUID) -> Stream:
    """Nobody new is enrolled; what was is read on."""
    return _ended(stream, ended=True)


@act(Can.KEEP_STREAMS)
def begin_stream_again(*, by: Actor, stream: UUID) -> Stream:
    """Use a stream again that ended."""
    return _ended(stream, ended=False)


def _ended(stream: UUID, *, ended: bool) -> Stream:
    row = held(Stream, stream)
    if bool(row.ended_at) != ended:
        row.ended_at = clock.now() if ended else None
        row.version += 1
        row.save(update_fields=["ended_at", "version"])
    return row


@act(Can.SET_UP_AGENCY)
def import_streams(*, by: Actor, streams: Sequence[Mapping[str, Any]]) -> None:
    """Take streams out of another agency's set-up file; one of the same name takes on what the file says.

    Programs and kinds of service are found by their names; one that is not here is left out.
    """
    programs = {each.name.casefold(): each.pk for each in Program.objects.all()}
    kinds = {(each.key or each.name.casefold()): each.pk for each in ServiceKind.objects.all()}
    last = Stream.objects.aggregate(last=Max("place"))["last"] or 0
    for number, each in enumerate(streams, 1):
        row = Stream.objects.filter(name__iexact=each["name"].strip()).first() or Stream(
            version=0, at=clock.now(), by_id=by.id, place=last + number
        )
        found = [kinds[name.casefold()] for name in each["kinds"] if name.casefold() in kinds]
        if each["kinds"] and not found:
            continue  # without its kinds it would pay for everything
        told = {name: value for name, value in each.items() if name not in ("program", "kinds", "place")}
        told |= {"program_id": programs.get(each["program"].casefold()), "kinds": found}
        _save(row, told | {"name": each["name"].strip()})


@act(Can.CHANGE_RECORD, said=_("wrote down an enrollment in a funding stream"))
def enrol(
    *,
    by: Actor,
    participant: UUID,
    enrolment: UUID,
    stream: UUID,
    begins_on: date,
    ends_on: date | None = None,
) -> Enrolment:
    """Enrol somebody in a stream from a day on; sent twice, it is one. Raises DaysTurned, EnrolledAlready,
    StreamEnded, NotHere."""
    found = held_or_new(Enrolment, enrolment, participant_id=participant)
    if found is not None:
        return found
    person, into = participant_named(participant), Stream.objects.filter(pk=stream).first()
    if person is None or into is None:
        raise NotHere
    if into.ended_at is not None:
        raise rules.StreamEnded
    row = Enrolment(
        id=enrolment, version=0, **authored(by, person), stream=into, begins_on=begins_on, ends_on=ends_on
    )
    _stand(row)
    return row


@act(Can.CHANGE_RECORD, said=_("changed the days of an enrollment in a funding stream"))
def change_enrolment(
    *,
    by: Actor,
    participant: UUID,
    enrolment: UUID,
    begins_on: date,
    ends_on: date | None,
    seen: int | None = None,
) -> Enrolment:
    """Other days, or the last one. Raises DaysTurned, EnrolledAlready, ChangedMeanwhile, NotHere."""
    row = held(Enrolment, enrolment, seen, participant_id=participant, removed_at=None)
    row.begins_on, row.ends_on = begins_on, ends_on
    _stand(row)
    return row


def _stand(row: Enrolment) -> None:
    if row.ends_on and row.ends_on < row.begins_on:
        raise rules.DaysTurned
    is_new, row.version = row.version == 0, row.version + 1
    with refused_as({"enrolled_once_at_a_time": rules.EnrolledAlready}):
        row.save(force_insert=True) if is_new else row.save(update_fields=["begins_on", "ends_on", "version"])


@act(Can.CHANGE_RECORD, said=_("took an enrollment in a funding stream away"))
def take_enrolment_away(*, by: Actor, participant: UUID, enrolment: UUID) -> Enrolment:
    """Take an enrolment away; it counts in no month that is open. Raises NotHere."""
    row = held(Enrolment, enrolment, participant_id=participant)
    row.take_away()
    return row


@act(Can.CHANGE_RECORD, said=_("brought an enrollment in a funding stream back"))
def bring_enrolment_back(*, by: Actor, participant: UUID, enrolment: UUID) -> Enrolment:
    """Bring an enrolment back, within 30 days. Raises EnrolledAlready, NotHere."""
    row = held(Enrolment, enrolment, participant_id=participant)
    with refused_as({"enrolled_once_at_a_time": rules.EnrolledAlready}):
        row.bring_back()
    return row
