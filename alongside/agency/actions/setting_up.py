"""Setting up the agency: its names, programs and places, its own words, and what it uses."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside import clock
from alongside.access import actor as actors
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.agency import nouns
from alongside.agency.closed import Day
from alongside.agency.models import Agency, ClosedDay, Program, ProposedWording, Reviewed, Site, Wording
from alongside.clock.models import ClockSetting
from alongside.keeping.rows import held, held_or_new
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale


@act(Can.SET_UP_AGENCY)
def set_up_agency(
    *,
    by: Actor,
    umbrella_name: str,
    short_name: str,
    hotline: str,
    hotline_hours: str,
    version: int | None,
    time_zone: str = "",
    date_order: str = "",
    hours_of_day: str = "",
) -> Agency:
    """Set the umbrella identity, the hotline number, the time zone and the form of dates, once, for everywhere.
    Raises ChangedMeanwhile."""
    agency = Agency.objects.filter(id=1).first() or Agency(version=0)
    if agency.version and is_stale(version, agency.version):
        raise ChangedMeanwhile(agency)
    agency.umbrella_name, agency.short_name = umbrella_name, short_name
    agency.hotline, agency.hotline_hours = hotline, hotline_hours
    agency.time_zone = time_zone or agency.time_zone
    agency.date_order, agency.hours_of_day = date_order, hours_of_day
    agency.version += 1
    agency.save()
    return agency


@act(Can.SET_UP_AGENCY)
def choose_features(*, by: Actor, off: Sequence[str]) -> None:
    """Leave parts of the house off, or use them again. What was kept there stays as it is."""
    Agency.objects.filter(id=1).update(features_off=sorted(set(off)))


@act(Can.SET_UP_AGENCY)
def set_closed_days(*, by: Actor, days: Sequence[Day], version: int | None = None) -> None:
    """Put these days in place of those on which the agency was closed. Raises ChangedMeanwhile."""
    agency = Agency.objects.filter(id=1).first()
    if agency is not None:
        if agency.version and is_stale(version, agency.version):
            raise ChangedMeanwhile(agency)
        agency.version += 1
        agency.save(update_fields=["version"])
    ClosedDay.objects.exclude(day__in=[each.day for each in days]).delete()
    _put_closed_days(days)


def _put_closed_days(days: Sequence[Day]) -> None:
    for each in days:
        ClosedDay.objects.update_or_create(day=each.day, defaults={"name": each.name})


@act(Can.SET_UP_AGENCY)
def add_program(*, by: Actor, name: str, under_umbrella: bool = True) -> Program:
    """Add a program."""
    with refused_as({"a_program_has_a_name_of_its_own": TurnedDown("name_taken")}):
        return Program.objects.create(name=name, under_umbrella=under_umbrella)


@act(Can.SET_UP_AGENCY)
def add_site(*, by: Actor, name: str) -> Site:
    """Add a place where people come in."""
    with refused_as({"a_site_has_a_name_of_its_own": TurnedDown("name_taken")}):
        return Site.objects.create(name=name)


@act(Can.SET_UP_AGENCY)
def reword(*, by: Actor, key: str, language: str, text: str, hidden: bool = False) -> Wording | None:
    """Say something in the agency's own words; empty words bring ours back."""
    Wording.objects.filter(key=key, language=language).delete()
    if not text and not hidden:
        return None
    return Wording.objects.create(key=key, language=language, text=text, hidden=hidden)


@act(Can.SET_UP_AGENCY)
def set_nouns(*, by: Actor, noun: str, language: str, called: nouns.Called | None) -> None:
    """Call something of the interface by another noun, everywhere and at once; None brings ours back."""
    text = nouns.told_as_text(called) if called else ""
    reword(by=by, key=f"{nouns.PREFIX}{noun}", language=language, text=text)


@act(Can.REVIEW_WORDING)
def stamp_wording(*, by: Actor, key: str, language: str, fingerprint: str) -> Reviewed:
    """Keep that a survivor adviser looked at these words; other words lose the stamp by themselves."""
    there = Reviewed.objects.filter(key=key, language=language, fingerprint=fingerprint).first()
    if there:
        return there
    return Reviewed.objects.create(
        key=key, language=language, fingerprint=fingerprint, at=clock.now(), by_id=by.id
    )


@act(Can.REVIEW_WORDING)
def propose_wording(
    *, by: Actor, proposal: UUID, key: str, language: str, fingerprint: str, words: str
) -> ProposedWording:
    """Say how a survivor adviser would put some words; sent twice, it is one. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row = held_or_new(ProposedWording, proposal, by_id=by.id)
    return row or ProposedWording.objects.create(
        id=proposal,
        key=key,
        language=language,
        fingerprint=fingerprint,
        words=words,
        at=clock.now(),
        by_id=by.id,
    )


@act(Can.SET_UP_AGENCY)
def settle_proposed_wording(*, by: Actor, proposal: UUID) -> None:
    """Keep that what an adviser proposed was settled: taken over, or talked about. Raises NotHere."""
    row = held(ProposedWording, proposal)
    row.settled_at = row.settled_at or clock.now()
    row.save(update_fields=["settled_at"])


@act(Can.SET_UP_AGENCY)
def import_set_up(
    *,
    by: Actor,
    wordings: Sequence[Mapping[str, Any]],
    features_off: Sequence[str],
    closed: Sequence[Day] = (),
) -> None:
    """Take the words and the choice of modules out of another agency's set-up file, and its days beside our own."""
    _put_closed_days(closed)
    for each in wordings:
        reword(by=by, key=each["key"], language=each["language"], text=each["text"], hidden=each["hidden"])
    choose_features(by=by, off=features_off)


@act(Can.WORK_HERE)
def set_test_clock(*, by: Actor, moment: datetime | None, running: bool) -> None:
    """Set the clock of a demo or a test; None goes back to real time. Impossible in production."""
    ClockSetting.set_to(moment, running=running)
    actors.enter(by)  # so that the walls go by the new time at once
