"""Granting a permission, stopping it, what follows, and holding everything."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.consent import queries, rules
from alongside.consent.actions._latch import held_person
from alongside.consent.choices import HAS_TO_BE_TOLD, FollowUp, Method, Purpose, Said
from alongside.consent.models import Disclosure, Release, ReleaseSigner, SharingPause
from alongside.keeping.rows import authored, held
from alongside.participants.choices import Under18
from alongside.participants.timeline import mark


@dataclass(frozen=True)
class Named:
    """What a permission says: to whom, what, what for, how and until when."""

    purpose: str
    information: Collection[str]
    methods: Collection[str]
    ends_on: date | None = None
    starts_on: date | None = None
    agency: UUID | None = None
    person: str = ""
    exactly: str = ""
    not_shared: str = ""
    purpose_words: str = ""


@dataclass(frozen=True)
class Given:
    """How a yes was given: which text, what was told, who signed, who interpreted."""

    wording: UUID
    told: Collection[str]
    signatures: Sequence[rules.Signature] = field(default_factory=tuple)
    interpreter: str = ""
    alone_because: str = ""


def _day(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.zone())


def _checked(named: Named) -> None:
    if (named.agency is None) == (not named.person.strip()):
        raise rules.NotNamed("person")
    known = {kind.key for kind in queries.kinds(hidden=True)}
    if not named.information or not set(named.information) <= known:
        raise rules.NotNamed("information")
    if named.purpose not in Purpose.values:
        raise rules.NotNamed("purpose")
    if named.purpose == Purpose.OTHER and not named.purpose_words.strip():
        raise rules.NotNamed("purpose_words")
    if not named.methods or not set(named.methods) <= set(Method.values):
        raise rules.NotNamed("methods")
    if any(rules.is_too_wide(words) for words in (named.exactly, named.purpose_words)):
        raise rules.TooWide


@act(Can.KEEP_RELEASES, said=_("kept their permission to share"))
def grant_release(*, by: Actor, participant: UUID, release: UUID, named: Named, given: Given) -> Release:
    """Keep somebody's yes: one recipient, named things, one purpose, until a day. `release` is its new id.
    Raises NotSigned, NotTold or TooLong."""
    person = held_person(participant)
    there = Release.objects.filter(pk=release, participant_id=participant).first()
    if there is not None:
        return there
    _checked(named)
    if not set(HAS_TO_BE_TOLD) <= set(given.told):
        raise rules.NotTold
    why = rules.why_not_signed(
        given.signatures, minor=person.under_18 == Under18.YES, alone_because=given.alone_because
    )
    if why:
        raise rules.NotSigned(why)
    span, now = queries.span_now(), clock.now()
    today = clock.today()
    starts_on = named.starts_on if named.starts_on and named.starts_on > today else None
    starts_at = _day(starts_on) if starts_on else now
    first = starts_on or today
    ends_at = _day((named.ends_on or first + timedelta(days=span.usual_days)) + timedelta(days=1))
    ends_by = _day(first + timedelta(days=span.most_days + 1))
    if not starts_at < ends_at <= ends_by:
        raise rules.TooLong
    kept = Release(
        id=release,
        **authored(by, person, at=now),
        agency_id=named.agency,
        person=named.person,
        information=sorted(set(named.information)),
        exactly=named.exactly,
        not_shared=named.not_shared,
        purpose=named.purpose,
        purpose_words=named.purpose_words,
        methods=sorted(set(named.methods)),
        starts_at=starts_at,
        ends_at=ends_at,
        ends_by=ends_by,
        rule=span.rule,
        wording_id=given.wording,
        told=sorted(set(given.told)),
        interpreter=given.interpreter,
        alone_because=given.alone_because,
        consents_alone=bool(given.alone_because.strip()),
        withdrawn_words="",
    )
    kept.save(force_insert=True)
    for each in given.signatures:
        if each.is_given:
            _sign(by, kept, each)
    mark(by=by, participant=participant, at=now, room="consent", kind="release", ref=kept.pk)
    return kept


def _sign(by: Actor, release: Release, signature: rules.Signature) -> None:
    ReleaseSigner(
        **authored(by, release, at=release.at),
        release=release,
        part=signature.part,
        how=signature.how,
        name=signature.name,
        mark=signature.mark if signature.how == "screen" else "",
        kept_at=signature.kept_at if signature.how == "paper" else "",
        may_have_harmed=signature.may_have_harmed,
    ).save(force_insert=True)


@act(Can.KEEP_RELEASES, said=_("stopped a permission at their word"))
def withdraw_release(
    *, by: Actor, participant: UUID, release: UUID, how: str = Said.SPOKEN, words: str = ""
) -> Release:
    """Stop a permission at their word. It counts at once; a second time changes nothing."""
    held_person(participant)
    stands = held(Release, release, participant_id=participant)
    if stands.withdrawn_at is not None:
        return stands
    went = Disclosure.objects.filter(participant_id=participant, release=stands).exists()
    stands.withdrawn_at, stands.withdrawn_by_id = clock.now(), by.id
    stands.withdrawn_how, stands.withdrawn_words = how, words
    stands.follow_up = FollowUp.OPEN if went else FollowUp.NOTHING
    stands.save(
        update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_how", "withdrawn_words", "follow_up"]
    )
    mark(by=by, participant=participant, at=stands.withdrawn_at, room="consent", kind="stop", ref=stands.pk)
    return stands


@act(Can.KEEP_RELEASES, said=_("noted what became of telling the other side"))
def follow_up_release(*, by: Actor, participant: UUID, release: UUID, follow_up: str) -> Release:
    """Keep what became of telling the other side that a permission was stopped. Raises TurnedDown."""
    stands = held(Release, release, participant_id=participant)
    if stands.withdrawn_at is None or follow_up not in FollowUp.values:
        raise TurnedDown("not_stopped")
    stands.follow_up = follow_up
    stands.followed_up_at, stands.followed_up_by_id = clock.now(), by.id
    stands.save(update_fields=["follow_up", "followed_up_at", "followed_up_by"])
    return stands


@act(Can.KEEP_RELEASES, said=_("paused all sharing, at their wish"))
def pause_sharing(*, by: Actor, participant: UUID) -> SharingPause:
    """Pause all sharing at their wish: nothing goes out until they say so."""
    held_person(participant)
    there = SharingPause.objects.filter(participant_id=participant, lifted_at=None).first()
    return there or SharingPause.objects.create(participant_id=participant, held_at=clock.now(), by_id=by.id)


@act(Can.KEEP_RELEASES, said=_("went on sharing what is permitted, at their wish"))
def resume_sharing(*, by: Actor, participant: UUID) -> None:
    """Go on again, at their wish: permissions that are live count again."""
    held_person(participant)
    for hold in SharingPause.objects.filter(participant_id=participant, lifted_at=None):
        hold.lifted_at, hold.lifted_by_id = clock.now(), by.id
        hold.save(update_fields=["lifted_at", "lifted_by"])
