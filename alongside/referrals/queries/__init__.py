"""What can be read of referrals. Who is within reach is the wall's matter."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.written import Read, later
from alongside.consent.choices import Method
from alongside.consent.gate import NoWayOut, To, why_not
from alongside.meetings.queries import still_planned
from alongside.participants.queries import Participant
from alongside.partners.choices import Fit
from alongside.partners.needs import fits_of
from alongside.partners.queries import service_named, with_page
from alongside.referrals import rules
from alongside.referrals.choices import DID_NOT_WORK, NOT_SENT, OVER, State, Stuck, System, Way
from alongside.referrals.models import (
    PartnerAnswer,
    Referral,
    ReferralStateChange,
    SystemBarrier,
    WaitCheck,
    WaitingPlace,
)
from alongside.ui.dates import dated, exactly, put
from alongside.vault.opening import open_told

TODAY_SHOWN = 20
_HOLDS = Q(holds=True, removed_at=None)


def _standing() -> QuerySet[Referral]:
    return Referral.objects.select_related("service__organization", "agency", "place", "instead_of")


def referrals(participant: UUID) -> list[Referral]:
    """Every referral of somebody, the newest first."""
    rows = _standing().filter(participant_id=participant, removed_at=None)
    return list(rows.order_by("-at", "-id"))


def holding(participant: UUID) -> list[Referral]:
    """Referrals that rest without a next step, for as long as they do."""
    return list(_standing().filter(_HOLDS, participant_id=participant).order_by("held_at", "id"))


def holding_beside() -> Combinable:
    """For a query over people: whether a referral of theirs holds."""
    return Exists(Referral.objects.filter(_HOLDS, participant=OuterRef("pk")))


def held_beside() -> dict[str, Combinable]:
    """For a query over people: referrals that hold, whom they go to and since when."""
    rows = Referral.objects.filter(_HOLDS, participant=OuterRef("pk"))
    name = Coalesce("service__name", "agency__name", Value(""))
    its = JSONObject(id=F("id"), key=F("key_id"), provider=F("provider"), name=name, since=F("held_at"))
    return {"referrals_held": ArraySubquery(rows.order_by("held_at", "id").values(json=its))}


def held_of(person: Participant) -> list[tuple[str, datetime | None]]:
    """To whom referrals go that hold, of somebody who came with `held_beside`, and since when."""
    found: list[tuple[str, datetime | None]] = []
    for told in vars(person)["referrals_held"]:
        since = datetime.fromisoformat(told["since"]) if told["since"] else None
        table, row = Referral._meta.db_table, UUID(told["id"])
        named = told["name"] or open_told(UUID(told["key"]), table, "provider", row, told["provider"])
        found.append((named, since))
    return found


def referral_named(participant: UUID, referral: UUID) -> Referral | None:
    """One referral with its history, its waiting place and what the other side said."""
    turns = ReferralStateChange.objects.filter(removed_at=None).select_related("by").order_by("-at", "-id")
    checks = WaitCheck.objects.select_related("by").order_by("-on", "-id")
    answers = PartnerAnswer.objects.select_related("by").order_by("-at", "-id")
    barriers = SystemBarrier.objects.filter(removed_at=None).order_by("-on", "-id")
    return (
        _standing()
        .filter(pk=referral, participant_id=participant)
        .select_related(
            "service__organization",
            "agency",
            "place",
            "instead_of",
            "disclosure",
            "changed_by",
            "participant",
        )
        .prefetch_related(
            Prefetch("turns", queryset=turns, to_attr="history"),
            Prefetch("place__checks", queryset=checks, to_attr="asked"),
            Prefetch("answers", queryset=answers),
            Prefetch("barriers", queryset=barriers, to_attr="stuck"),
        )
        .first()
    )


def to_of(referral: Referral) -> To:
    """The recipient a referral is for: the partner, or somebody by name."""
    return To(agency=referral.agency_id, person="" if referral.agency_id else referral.to)


def has_a_page(referral: Referral) -> bool:
    """Whether somebody there reads it, where it is meant for a page of theirs; other ways need none."""
    return referral.method != Method.WORKSPACE or referral.agency_id in with_page()


def why_not_yet(referral: Referral) -> str:
    """Why it cannot go out just now, in a plain sentence; empty where it can."""
    if not has_a_page(referral):
        return str(NoWayOut("no seat").sentence)
    return why_not(
        referral.participant_id,
        to=to_of(referral),
        information=referral.information,
        purpose=referral.purpose,
        method=referral.method,
    )


def spoken(person: Participant, referral: Referral) -> rules.Spoken:
    """Whether the provider speaks what they speak, as far as anybody has asked."""
    service = referral.service or None
    offered = (
        list(service.languages) if service else list(referral.agency.languages) if referral.agency else []
    )
    interprets = bool(service) and "interpreter" in (service.fits if service else [])
    return rules.spoken(person.told.languages if person.told else "", offered, interprets=interprets)


def culture(person: Participant, referral: Referral) -> rules.Culture:
    """Whether the place fits their body, faith and kitchen, as their words say it and the directory holds it."""
    service, told = referral.service, person.told
    if service is None:
        return rules.Culture()
    wanted = fits_of(referral.fit, referral.need, *((told.helps, told.does_not_help) if told else ()))
    lacks = tuple(str(Fit(each).label) for each in wanted if each not in service.fits)
    return rules.Culture(lacks, service.culture)


def system_of(service: UUID | None) -> str:
    """What a service is for, in the list of the directory; nothing where it is in none."""
    found = service_named(service) if service else None
    return found.kind if found else ""


def barriers(participant: UUID) -> list[SystemBarrier]:
    """What is stuck in systems, the newest first."""
    rows = SystemBarrier.objects.filter(participant_id=participant, removed_at=None)
    return list(rows.select_related("referral").order_by("-on", "-id"))


def barrier_named(participant: UUID, barrier: UUID) -> SystemBarrier | None:
    """One system barrier."""
    return SystemBarrier.objects.filter(pk=barrier, participant_id=participant).first()


@dataclass(frozen=True)
class Tried:
    """A service or partner that was tried, and why it did not work."""

    why: str
    state: str


def tried(participant: UUID) -> dict[UUID, Tried]:
    """Services and partners that were tried without success, each with the words said about it."""
    rows = Referral.objects.filter(participant_id=participant, removed_at=None, state__in=DID_NOT_WORK)
    turns = ReferralStateChange.objects.filter(removed_at=None, state__in=DID_NOT_WORK).order_by("-at", "-id")
    found: dict[UUID, Tried] = {}
    for row in rows.prefetch_related(Prefetch("turns", queryset=turns)).order_by("at"):
        last = next(iter(row.turns.all()), None)
        told = Tried(last.words if last else "", str(State(row.state).label))
        # A partner with several services was tried at the one that was asked.
        key = row.service_id or row.agency_id
        if key:
            found[key] = told
    return found


@dataclass(frozen=True)
class ForToday:
    """A waiting list to ask about, a day to ask again, or something the other side said."""

    referral: Referral
    place: WaitingPlace | None = None
    answer: PartnerAnswer | None = None


def said_today(actor: Actor) -> Read[list[ForToday]]:
    """What the other side said and nobody read yet, of people I walk with.

    What they said on their own page comes with `consent.queries.new_replies`.
    """
    read = later(_answered, me=actor.id)
    return read.into(lambda rows: [ForToday(each.referral, answer=each) for each in rows])


def asks_today(actor: Actor) -> Read[list[ForToday]]:
    """Whom to ask again about now, of people I walk with."""
    on = clock.today()
    return later(_to_ask_again, me=actor.id, on=on).into(lambda rows: [_asks(each, on) for each in rows])


def _asks(row: Referral, on: date) -> ForToday:
    place = getattr(row, "place", None)
    is_waiting = row.state == State.WAITLISTED and place and place.next_on and place.next_on <= on
    return ForToday(row, place=place if is_waiting else None)


def _answered(me: UUID) -> QuerySet[PartnerAnswer]:
    rows = PartnerAnswer.objects.filter(
        participant__case_manager_id=me, seen_at=None, on_their_page=False, referral__removed_at=None
    )
    along = ("referral__participant", "referral__agency", "referral__service__organization")
    return rows.select_related(*along).order_by("at")[:TODAY_SHOWN]


def _to_ask_again(me: UUID, on: date) -> QuerySet[Referral]:
    waits = Q(state=State.WAITLISTED, place__next_on__lte=on)
    again = Q(follow_up_on__lte=on) & ~Q(state__in=(*NOT_SENT, *OVER))
    due = _standing().filter(Q(participant__case_manager_id=me), waits | again, removed_at=None)
    along = ("participant", "agency", "service__organization", "place")
    due = due.exclude(participant__state__in=["paused", "closed"]).select_related(*along)
    return due.order_by(Coalesce("place__next_on", "follow_up_on"), "id")[:TODAY_SHOWN]


def answers_beside() -> dict[str, Combinable]:
    """For a query over what partners said on their pages: the referral it is about, and whether it stands there."""
    about = Referral.objects.filter(disclosure_id=OuterRef("item__disclosure_id")).values("pk")[:1]
    return {
        "referral": Subquery(about),
        "is_brought": Exists(PartnerAnswer.objects.filter(pk=OuterRef("pk"))),
    }


def barriers_told() -> list[tuple[str, str]]:
    """What was stuck in a year, by name; how often is told by a report."""
    with connection.cursor() as cursor:
        cursor.execute("select system, stuck from core.barriers_told()")
        return sorted(
            (str(System(system).label), str(Stuck(stuck).label)) for system, stuck in cursor.fetchall()
        )


_DONE: dict[str, str | Promise] = {
    State.SENT: _("We asked %(place)s to help. You said yes to this."),
    State.ACCEPTED: _("%(place)s said yes."),
    State.WAITLISTED: _("%(place)s put you on a waiting list. We keep asking."),
    State.CONNECTED: _("You and %(place)s are in touch now."),
    State.NOT_THEIRS: _("You asked us to stop with %(place)s. We stopped."),
    State.NOT_PROVIDER: _(
        "%(place)s cannot help this time. This is not your fault. We keep looking with you."
    ),
    State.ANOTHER_WAY: _("We are looking for a place other than %(place)s."),
}


_BESIDES: dict[str, str | Promise] = {
    Way.INTERPRET: _("We bring the interpreter."),
    Way.TRANSPORT: _("We arrange the ride."),
}


@dataclass(frozen=True)
class Doing:
    """One thing we do for somebody, in plain words that tell others little."""

    on: date
    sentence: str
    words: str = field(default="")
    at: datetime | None = None  # the hour, of what is still to come


def _sentence(row: Referral, state: str, place: dict[str, str]) -> str:
    """What became of it, with the day on which we ask a waiting list again where one is chosen."""
    waits = getattr(row, "place", None) if state == State.WAITLISTED == row.state else None
    if waits is not None and waits.next_on:
        said = _("%(place)s put you on a waiting list. We will ask again on %(day)s.")
        told = put(said, **place, day=dated(waits.next_on))
    else:
        told = str(_DONE[state]) % place
    return told[:1].upper() + told[1:]


def _together(row: Referral, at: datetime, place: str, who: str) -> str:
    """That we come along, where, when and who."""
    said = _("We go with you to %(place)s on %(day)s. %(who)s comes along.")
    if Way.CALL in row.ways:
        said = _("We call %(place)s with you on %(day)s. %(who)s is with you.")
    told = put(said, place=place, day=exactly(at), who=who)
    return " ".join([told, *(str(words) for way, words in _BESIDES.items() if way in row.ways)])


def doing(participant: UUID) -> list[Doing]:
    """What we did for them on their way to others, newest first; what is not safe to show is not in it."""
    rows = _standing().filter(participant_id=participant, removed_at=None, can_see=True)
    shown = rows.exclude(state__in=NOT_SENT).prefetch_related(
        Prefetch("turns", queryset=ReferralStateChange.objects.filter(removed_at=None))
    )
    found, together = [], still_planned(participant)
    for row in shown.order_by("at"):
        place = {"place": row.called.strip() or str(_("an office"))}
        for turn in row.turns.all():
            if turn.state in _DONE:
                found.append(Doing(localtime(turn.at).date(), _sentence(row, turn.state, place)))
        called = Way.CALL in row.ways
        if row.introduced_on:
            found.append(Doing(row.introduced_on, str(_("We introduced you to %(place)s.")) % place))
        if row.first_contact_on:
            said = (
                _("We called %(place)s with you.")
                if called
                else _("You had your first visit or call with %(place)s.")
            )
            found.append(Doing(row.first_contact_on, str(said) % place, row.went))
        if row.pk in together and row.state not in OVER:
            at, who = together[row.pk]
            found.append(Doing(localtime(at).date(), _together(row, at, place["place"], who), at=at))
    return sorted(found, key=lambda each: each.on, reverse=True)
