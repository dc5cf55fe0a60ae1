"""What feels off: kept for oneself, put into words, read by a colleague one chose, raised, agreed on."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.circle import rules
from alongside.circle.choices import ConcernState, How, WorryChoice
from alongside.circle.models import Concern, PeerReview, RaisedConcern, Worry
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten, is_stale
from alongside.participants.naming import NamesSomebody, names_said
from alongside.vault import ring


@act(Can.REFLECT)
def save_worry(*, by: Actor, worry: UUID, words: str, agency: UUID | None = None) -> Worry:
    """Keep that something feels off, for oneself alone. `worry` is the new id. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    one_at_a_time(worry)
    there = Worry.objects.filter(pk=worry, by_id=by.id).first()
    if there is not None:
        return there
    row = Worry(pk=worry, key_id=own_key(by), words=words, agency_id=agency, at=clock.now(), by_id=by.id)
    row.remind_on = rules.remind_on(clock.today())
    row.save(force_insert=True)
    return row


@act(Can.REFLECT)
def choose_for_worry(*, by: Actor, worry: UUID, choice: str) -> Worry:
    """Choose one of the three ways on: sit with it, take it to supervision, raise it; or none of them yet.
    Raises NotHere."""
    row = Worry.objects.select_for_update().filter(pk=worry, by_id=by.id).first()
    if row is None or choice not in WorryChoice.values:
        raise NotHere
    row.choice = choice
    # What nobody can read cannot be asked for: the day alone says whether it comes back.
    row.remind_on = rules.remind_on(clock.today()) if choice == WorryChoice.NONE else None
    row.save(update_fields=["choice", "remind_on"])
    return row


@act(Can.REFLECT)
def drop_worry(*, by: Actor, worry: UUID) -> None:
    """Drop one's own worry for good."""
    Worry.objects.filter(pk=worry, by_id=by.id).delete()


@dataclass(frozen=True)
class Composed:
    """A concern in four parts; the story stays with its author."""

    saw: str = ""
    story: str = ""
    impact: str = ""
    ask: str = ""


def _mine(by: Actor, concern: UUID) -> Concern:
    row = Concern.objects.select_for_update().filter(pk=concern, by_id=by.id).first()
    if row is None:
        raise NotHere
    return row


@act(Can.REFLECT)
def compose_concern(
    *,
    by: Actor,
    concern: UUID,
    said: Composed,
    agency: UUID | None = None,
    worry: UUID | None = None,
    version: int | None = None,
) -> Concern:
    """Put a concern into words, for oneself alone. `concern` is its id, new or known.
    Raises ChangedMeanwhile or NothingWritten."""
    if not any(getattr(said, each.name).strip() for each in fields(said)):
        raise NothingWritten
    one_at_a_time(concern)
    row = Concern.objects.filter(pk=concern, by_id=by.id).first()
    if row is None:
        row = Concern(pk=concern, key_id=own_key(by), by_id=by.id, at=clock.now(), agreed="", version=0)
        row.worry_id = worry
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    elif version is None and row.version == 1:
        return row  # sent twice
    for each in fields(said):
        setattr(row, each.name, getattr(said, each.name))
    if row.state == ConcernState.WRITING:
        row.agency_id = agency
    row.version += 1
    row.save(force_insert=row._state.adding)
    return row


@act(Can.REFLECT)
def hold_concern(*, by: Actor, concern: UUID, hold: bool) -> Concern:
    """Let a concern rest until tomorrow: nothing is raised before. Or take that back.

    A colleague one chose may read it meanwhile; waiting a night and asking somebody go together.
    """
    row = _mine(by, concern)
    row.held_until = clock.today() + timedelta(days=1) if hold else None
    row.save(update_fields=["held_until"])
    return row


@act(Can.REFLECT)
def drop_concern(*, by: Actor, concern: UUID) -> None:
    """Drop one's own concern for good, and what a colleague was asked to read of it."""
    PeerReview.objects.filter(concern_id=concern, by_id=by.id).delete()
    Concern.objects.filter(pk=concern, by_id=by.id).delete()


def _not_held(row: Concern) -> None:
    if rules.is_held(row.held_until, clock.today()):
        raise rules.Held


@act(Can.REFLECT)
def ask_for_peer_review(*, by: Actor, concern: UUID, reader: UUID) -> PeerReview:
    """Ask one colleague to read three parts of a concern. The story does not go along."""
    row = _mine(by, concern)
    there = PeerReview.objects.filter(concern_id=concern, by_id=by.id, reader_id=reader).first()
    if there is None:
        read, key_id = uuid4(), uuid4()
        call("core.ask_peer", read, key_id, ring.make(key_id), concern, reader)
        there = PeerReview.objects.get(pk=read)
    there.saw, there.impact, there.ask = row.saw, row.impact, row.ask
    there.save(update_fields=["saw", "impact", "ask"])
    return there


@act(Can.REFLECT)
def answer_peer_review(*, by: Actor, read: UUID, words: str) -> PeerReview:
    """Say to a colleague how their words read. Raises NotHere."""
    row = PeerReview.objects.filter(pk=read, reader_id=by.id).first()
    if row is None:
        raise NotHere
    row.reply = words
    row.save(update_fields=["reply"])
    return row


@act(Can.REFLECT)
def take_peer_review_back(*, by: Actor, read: UUID) -> None:
    """Take back what a colleague was asked to read."""
    PeerReview.objects.filter(pk=read, by_id=by.id).delete()


@act(Can.REFLECT)
def raise_concern(*, by: Actor, concern: UUID, how: str) -> Concern:
    """Say that a concern was raised. The partner's history keeps the day, and no word of it.
    Raises NotHere."""
    row = _mine(by, concern)
    _not_held(row)
    if how not in How.values:
        raise NotHere
    if how == How.WRITTEN:
        _about_nobody(by, row.saw, row.impact, row.ask)
    if row.state == ConcernState.WRITING:
        row.state = ConcernState.RAISED
    row.how, row.held_until = how, None
    row.save(update_fields=["state", "how", "held_until"])
    if row.agency_id and not RaisedConcern.objects.filter(pk=row.pk).exists():
        RaisedConcern.objects.create(id=row.pk, agency_id=row.agency_id, on=clock.today(), by_id=by.id)
    return row


@act(Can.REFLECT)
def agree_on_concern(
    *, by: Actor, concern: UUID, agreed: str, state: str, check_in_on: date | None
) -> Concern:
    """Keep what was agreed, about nobody, and when to check in; or that it is settled or still open.
    Raises NotHere."""
    row = _mine(by, concern)
    if state not in ConcernState.values or row.state == ConcernState.WRITING:
        raise NotHere
    _about_nobody(by, agreed)
    row.agreed, row.state, row.check_in_on = agreed, state, check_in_on
    row.save(update_fields=["agreed", "state", "check_in_on"])
    RaisedConcern.objects.filter(pk=row.pk, by_id=by.id).update(
        agreed=agreed, state=state, check_in_on=None if state == ConcernState.SETTLED else check_in_on
    )
    return row


def _about_nobody(by: Actor, *texts: str) -> None:
    found = names_said(by, texts)
    if found:
        raise NamesSomebody(found)
