"""Starting a clock and what becomes of it. It keeps the version of the rule that it was started with."""

from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.benefits import queries, rules
from alongside.benefits.choices import ClockState, How, Turn
from alongside.benefits.models import Clock, ClockChange, ClockRule, FamilyMember
from alongside.keeping.rows import authored, held, held_or_new, insert
from alongside.keeping.rules import NotHere
from alongside.participants import queries as people
from alongside.participants.timeline import mark

_NOW = ("state", "how", "ends_on", "comes_up_on", "is_open", "version", "changed_at", "changed_by")


@act(Can.CHANGE_RECORD, said=_("started a clock"))
def start_clock(*, by: Actor, participant: UUID, running: UUID, told: rules.Started) -> Clock:
    """Start a clock by the rule that counts for its first day at its place; sent twice, it is one.

    Raises NotHere, NoRule, NoStart or NotCountable.
    """
    found = held_or_new(Clock, running, participant_id=participant)
    if found is not None:
        return found
    person = people.participant_named(participant)
    if person is None:
        raise NotHere
    if told.member is not None and not _of_theirs(participant, told.member):
        raise NotHere
    rule = _rule(told)
    ends_on, how = _end(rule, told.starts_on, told.ends_on)
    row = Clock(
        id=running,
        **authored(by, person),
        rule=rule,
        member_id=told.member,
        what=told.what,
        starts_on=told.starts_on,
        ends_on=ends_on,
        how=how,
        state=ClockState.RUNNING,
        comes_up_on=rules.next_reminder(ends_on, rule.remind, clock.today()),
        changed_at=clock.now(),
        changed_by_id=by.id,
    )
    insert(row)
    _write_down(by, row, uuid4(), rules.Turned(Turn.STARTED, told.starts_on))
    return row


def _of_theirs(participant: UUID, member: UUID) -> bool:
    return FamilyMember.objects.filter(pk=member, participant_id=participant, removed_at=None).exists()


def _rule(told: rules.Started) -> ClockRule:
    of = [each for each in queries.rules_now() if each.key == told.key and not each.off]
    on = told.starts_on or told.ends_on or clock.today()
    found = [each for each in rules.ruling(of, on, told.place) if rules.counts_a_clock(each)]
    if not found:
        raise rules.NoRule
    return found[0]


def _end(rule: ClockRule, starts_on: date | None, typed: date | None) -> tuple[date | None, str]:
    """When it ends, and how we know; a day from a document holds before one that is counted."""
    if typed is not None:
        return typed, How.BY_DOCUMENT
    if rule.document:
        return None, How.BY_DOCUMENT
    if starts_on is None and rule.amount is not None:
        raise rules.NoStart
    return rules.ends(rule, starts_on or clock.today()), How.BY_RULE


@act(Can.CHANGE_RECORD, said=_("corrected a clock"))
def correct_clock(
    *, by: Actor, participant: UUID, running: UUID, told: rules.Started, seen: int | None = None
) -> Clock:
    """Correct the first day of a clock, its document or its words. The rule it was started with stays.

    Raises ChangedMeanwhile, NoStart or NotCountable.
    """
    row = held(Clock, running, seen, participant_id=participant)
    ends_on, how = _end(row.rule, told.starts_on, told.ends_on)
    if row.how == How.DECIDED and told.ends_on in (None, row.ends_on):
        ends_on, how = row.ends_on, How.DECIDED
    row.starts_on, row.what, row.ends_on, row.how = told.starts_on, told.what, ends_on, how
    row.comes_up_on = _next(row)
    _put(by, row, "starts_on", "what")
    _write_down(by, row, uuid4(), rules.Turned(Turn.CORRECTED, told.starts_on))
    return row


@act(Can.CHANGE_RECORD, said=_("wrote down what became of a clock"))
def turn_clock(
    *,
    by: Actor,
    participant: UUID,
    running: UUID,
    change: UUID,
    told: rules.Turned,
    seen: int | None = None,
) -> Clock:
    """Write down what became of a clock: asked, answered, suspended, ended. Everything before stays to be read.

    Raises ChangedMeanwhile, NoNewEnd or TurnedDown.
    """
    row = held(Clock, running, participant_id=participant)
    if held_or_new(ClockChange, change, participant_id=participant) is not None:
        return row
    row = held(Clock, running, seen, participant_id=participant)
    if told.turn not in rules.leads_to(row.state):
        raise TurnedDown("not_offered")
    if told.turn == Turn.GRANTED and told.ends_on is None:
        raise rules.NoNewEnd
    row.state = rules.then(row.state, told.turn)
    if told.ends_on is not None and told.turn in (Turn.GRANTED, Turn.RESUMED):
        row.ends_on, row.how = told.ends_on, How.DECIDED
    row.is_open = row.state != ClockState.ENDED
    row.comes_up_on = _next(row)
    _put(by, row)
    _write_down(by, row, change, told)
    return row


@act(Can.CHANGE_RECORD, said=_("looked at a clock that came up"))
def see_clock(*, by: Actor, participant: UUID, running: UUID) -> Clock:
    """Say that a reminder was seen; the clock comes up again on its next day."""
    row = held(Clock, running, participant_id=participant)
    if row.comes_up_on is not None and row.comes_up_on <= clock.today():
        row.comes_up_on = _next(row)
        _put(by, row)
    return row


def _next(row: Clock) -> date | None:
    if row.state != ClockState.RUNNING:
        return None
    return rules.next_reminder(row.ends_on, row.rule.remind, clock.today())


def _put(by: Actor, row: Clock, *more: str) -> None:
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=[*_NOW, *more])


def _write_down(by: Actor, row: Clock, change: UUID, told: rules.Turned) -> None:
    """How it stands now, for good, and on the timeline."""
    kept = ClockChange(
        id=change,
        **authored(by, row),
        clock=row,
        turn=told.turn,
        on=told.on,
        who=told.who,
        words=told.words,
        state=row.state,
        how=row.how,
        ends_on=row.ends_on,
    )
    insert(kept)
    mark(by=by, participant=row.participant_id, at=kept.at, room="benefits", kind="clock", ref=kept.pk)
