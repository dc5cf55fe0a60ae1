"""Keeping what support there is, and asking one colleague for it."""

from datetime import date
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.care.models import CareOffer, CareSettings, SupportRequest, TakesRequests
from alongside.care.rules import DaysTurned, NotInReach, days_fit
from alongside.keeping.rows import held, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.vault import ring
from alongside.vault.fields import sealed_value

OFFERED = ("kind", "name", "about", "reach", "cost", "hours", "source", "checked_on")
_SEALED = ("kind", "words", "first_day", "last_day")


@act(Can.KEEP_CARE)
def save_care_offer(
    *, by: Actor, offer: UUID, seen: int | None = None, **told: str | date | None
) -> CareOffer:
    """Write down one kind of support there is here, or change it. Raises NothingWritten, ChangedMeanwhile."""
    if not str(told.get("name") or "").strip():
        raise NothingWritten
    row = held_or_new(CareOffer, offer, seen)
    is_new = row is None
    row = row or CareOffer(pk=offer, version=0)
    for name in OFFERED:
        setattr(row, name, told.get(name, getattr(row, name)))
    row.at, row.by_id, row.version = clock.now(), by.id, row.version + 1
    row.save(force_insert=is_new)
    return row


@act(Can.KEEP_CARE)
def take_care_offer_away(*, by: Actor, offer: UUID) -> CareOffer:
    """Take an offer off the page. Raises NotHere."""
    row = held(CareOffer, offer)
    row.take_away()
    return row


@act(Can.KEEP_CARE)
def bring_care_offer_back(*, by: Actor, offer: UUID) -> CareOffer:
    """Put an offer back on the page. Raises NotHere."""
    row = held(CareOffer, offer)
    row.bring_back()
    return row


@act(Can.KEEP_CARE)
def set_care(*, by: Actor, request_days: int, check_days: int) -> None:
    """Say for how many days an answered request, and a check that was read, are kept."""
    row = CareSettings.objects.filter(pk=1).first() or CareSettings(version=0)
    row.request_days, row.check_days, row.version = request_days, check_days, row.version + 1
    row.save()


@act(Can.REFLECT)
def take_requests(*, by: Actor, take: bool) -> None:
    """Say that colleagues may turn to oneself for support, or take that back."""
    if not take:
        TakesRequests.objects.filter(pk=by.id).delete()
    elif not TakesRequests.objects.filter(pk=by.id).exists():
        insert(TakesRequests(pk=by.id, since=clock.now()))


@act(Can.REFLECT)
def ask_for_support(
    *,
    by: Actor,
    wished: UUID,
    reader: UUID,
    kind: str,
    words: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
) -> SupportRequest:
    """Ask one colleague to talk, or for time off. `wished` is the new id; no reason is needed.
    Raises DaysTurned or NotInReach."""
    kept = SupportRequest.objects.filter(pk=wished, by_id=by.id).first()
    if kept is not None:
        return kept
    if not days_fit(first_day, last_day):
        raise DaysTurned
    key_id = uuid4()
    wrapped = ring.make(key_id)
    row = SupportRequest(
        pk=wished, key_id=key_id, kind=kind, words=words, first_day=first_day, last_day=last_day
    )
    with refused_as({"one_asks_a_colleague_who_works_here": NotInReach}):
        call(
            "core.ask_for_support",
            wished,
            key_id,
            wrapped,
            reader,
            [sealed_value(row, each) for each in _SEALED],
        )
    return SupportRequest.objects.get(pk=wished)


@act(Can.REFLECT)
def take_support_request_back(*, by: Actor, wished: UUID) -> None:
    """Take one's own request back for good, answered or not; its key goes with it. Raises NotHere."""
    if not call("core.let_go_of_request", wished):
        raise NotHere


@act(Can.REFLECT)
def answer_support_request(*, by: Actor, wished: UUID, words: str) -> SupportRequest:
    """Answer somebody who asked for support. Raises NotHere or NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row = held(SupportRequest, wished, reader_id=by.id)
    row.answer, row.answered_at = words, clock.now()
    row.save(update_fields=["answer", "answered_at"])
    return row
