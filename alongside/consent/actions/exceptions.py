"""Lawful exceptions: one worker asks with a reason, another decides. The house never says that one is due."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.consent import queries, rules
from alongside.consent.actions._latch import held_person
from alongside.consent.choices import Compelled, Decision, Method, Purpose, TellFirst
from alongside.consent.models import LawfulException
from alongside.participants.timeline import mark


@dataclass(frozen=True)
class Asked:
    """What an exception is asked for: what orders it, to whom, how little, and whether they are told first."""

    kind: str
    reason: str
    information: Collection[str]
    methods: Collection[str]
    minimum: str = ""
    protects: str = ""
    agency: UUID | None = None
    person: str = ""
    purpose: str = Purpose.OTHER
    tell_first: str = ""
    tell_first_why: str = ""


def _checked(asked: Asked) -> None:
    if asked.kind not in Compelled.values:
        raise rules.NotNamed("kind")
    if not asked.reason.strip():
        raise rules.NotNamed("reason")
    if (asked.agency is None) == (not asked.person.strip()):
        raise rules.NotNamed("person")
    known = {kind.key for kind in queries.kinds(hidden=True)}
    if not asked.information or not set(asked.information) <= known:
        raise rules.NotNamed("information")
    if not asked.methods or not set(asked.methods) <= set(Method.values):
        raise rules.NotNamed("methods")
    if asked.tell_first not in (TellFirst.YES, TellFirst.NO):
        raise rules.NotNamed("tell_first")
    if asked.tell_first == TellFirst.NO and not asked.tell_first_why.strip():
        raise rules.NotNamed("tell_first_why")
    if rules.is_too_wide(asked.minimum):
        raise rules.TooWide


@act(Can.KEEP_RELEASES, said=_("asked to share without a permission"))
def ask_exception(*, by: Actor, participant: UUID, exception: UUID, asked: Asked) -> LawfulException:
    """Ask for one way out without a permission. Nothing goes out until a second person has agreed."""
    person = held_person(participant)
    there = LawfulException.objects.filter(pk=exception, participant_id=participant).first()
    if there is not None:
        return there
    _checked(asked)
    kept = LawfulException(
        id=exception,
        key_id=person.key_id,
        participant_id=participant,
        kind=asked.kind,
        reason=asked.reason,
        minimum=asked.minimum,
        protects=asked.protects,
        agency_id=asked.agency,
        person=asked.person,
        information=sorted(set(asked.information)),
        purpose=asked.purpose,
        methods=sorted(set(asked.methods)),
        tell_first=asked.tell_first,
        tell_first_why=asked.tell_first_why,
        asked_at=clock.now(),
        by_id=by.id,
    )
    kept.save(force_insert=True)
    mark(by=by, participant=participant, at=kept.asked_at, room="consent", kind="exception", ref=kept.pk)
    return kept


@act(Can.KEEP_RELEASES, said=_("noted when they were told what goes out without their yes"))
def record_notice(*, by: Actor, participant: UUID, exception: UUID, on: date | None) -> LawfulException:
    """Keep the day on which they were told what goes or went out without their yes; None takes it back.
    Raises TurnedDown."""
    held_person(participant)
    kept = LawfulException.objects.filter(pk=exception, participant_id=participant).first()
    if kept is None or kept.decision != Decision.APPROVED:
        raise TurnedDown("not_here")
    kept.told_on, kept.told_by_id = on, by.id if on else None
    kept.save(update_fields=["told_on", "told_by"])
    return kept


@act(Can.APPROVE_EXCEPTION, said=_("decided about sharing without a permission"))
def decide_exception(*, by: Actor, participant: UUID, exception: UUID, decision: str) -> None:
    """Say yes or no to an exception that somebody else has asked for. Who may is checked in the database.
    Raises NotAllowed or NotNamed."""
    if decision not in (Decision.APPROVED, Decision.NOT_NOW):
        raise rules.NotNamed("decision")
    if queries.exception_named(participant, exception) is None:
        raise NotAllowed("decide_exception")
    with refused_as(
        {
            "a_second_person_decides": rules.SecondPerson,
            "decided_already": rules.DecidedAlready,
            "approving_is_a_supervisors": NotAllowed("decide_exception"),
        }
    ):
        call("core.decide_exception", exception, decision)
