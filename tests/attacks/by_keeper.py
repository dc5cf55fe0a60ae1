"""Rows of a world that the keeper puts in: nobody has to do beforehand what every colleague would see."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection

from alongside.break_glass.choices import Outcome
from alongside.break_glass.models import Opening, Restriction
from alongside.participants.models import CallBrief, ChosenAnyway, Participant
from alongside.vault.fields import sealed_value
from tests import cast

if TYPE_CHECKING:
    from tests.attacks.world import World


def left_by_somebody(made: "World") -> None:
    """Put in by the keeper: nobody's account has to be shut for it, which every colleague would see."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.workforce_standin (id, participant_id, left_id, part, at)"
            " values (%s, %s, %s, 'case_manager', %s)",
            [made.stand_in, made.participant, cast.DROP_IN.id, cast.BEGINS],
        )
        cursor.execute("set local role alongside_desk")


def opened_at_night(made: "World") -> None:
    """Put in by the keeper: nobody has to be put on call for it, which every colleague would see."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_briefopening (id, participant_id, brief_id, at, by_id)"
            " values (%s, %s, %s, %s, %s)",
            [uuid.uuid4(), made.participant, made.brief, cast.BEGINS, cast.ON_CALL.id],
        )
        cursor.execute("set local role alongside_desk")


def chosen_anyway(made: "World", case_manager: cast.Member) -> None:
    """Put in by the keeper: the colleagues of this world may have their training."""
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        key_id = Participant.objects.values_list("key_id", flat=True).get(pk=made.participant)
        row = ChosenAnyway(id=uuid.uuid4(), key_id=key_id, words=f"{made.word} why")
        told = [row.id, key_id, made.participant, case_manager.id, sealed_value(row, "words"), cast.BEGINS]
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_chosenanyway (id, key_id, participant_id, staff_id, part, words, at, by_id)"
            " values (%s, %s, %s, %s, 'case_manager', %s, %s, %s)",
            [*told, cast.SUPERVISOR.id],
        )
        cursor.execute("set local role alongside_desk")


def was_opened_on_call(participant: uuid.UUID, brief: uuid.UUID, reason: str) -> tuple[uuid.UUID, uuid.UUID]:
    """Put in by the keeper: a record was opened on call and is closed again, and they called and were known. Gives
    the opening and the call."""
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        row = Opening(id=uuid.uuid4(), key_id=CallBrief.objects.get(pk=brief).key_id, reason=reason)
        row.outcome, row.follows, called = Outcome.TALKED, reason, uuid.uuid4()
        sealed = [sealed_value(row, name) for name in ("reason", "outcome", "follows")]
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.break_glass_opening (id, key_id, participant_id, brief_id, until, at, by_id,"
            " reason, outcome, follows) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [row.id, row.key_id, participant, brief, cast.BEGINS, cast.BEGINS, cast.ON_CALL.id, *sealed],
        )
        cursor.execute(
            "insert into core.break_glass_codetry (id, participant_id, at, by_id) values (%s, %s, %s, %s)",
            [called, participant, cast.BEGINS, cast.SUPERVISOR.id],
        )
        cursor.execute("set local role alongside_desk")
    return row.id, called


def away(off: uuid.UUID, staff: cast.Member) -> None:
    """Put in by the keeper: a colleague was away, as every colleague knows."""
    begins = cast.BEGINS - timedelta(days=9 + off.int % 5000)  # nobody is away twice at a time
    ends = begins + timedelta(hours=8)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.agency_timeoff (id, staff_id, during, at, by_id, confirmed_at, confirmed_by_id)"
            " values (%s, %s, tstzrange(%s, %s), %s, %s, %s, %s)",
            [off, staff.id, begins, ends, begins, staff.id, begins, cast.SUPERVISOR.id],
        )
        cursor.execute("set local role alongside_desk")


def covered_and_restricted(made: "World") -> None:
    """Put in by the keeper: somebody covered for the colleague, and the record was restricted."""
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        key_id = Participant.objects.values_list("key_id", flat=True).get(pk=made.participant)
        row = Restriction(id=uuid.uuid4(), key_id=key_id, words=f"{made.word} restricted")
        by = cast.SUPERVISOR.id
        told = [
            row.id,
            key_id,
            made.participant,
            sealed_value(row, "words"),
            cast.BEGINS,
            by,
            cast.BEGINS,
            by,
        ]
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.workforce_cover (id, off_id, participant_id, staff_id, at, by_id)"
            " values (%s, %s, %s, %s, %s, %s)",
            [uuid.uuid4(), made.away, made.participant, by, cast.BEGINS, by],
        )
        cursor.execute(
            "insert into core.break_glass_restriction (id, key_id, participant_id, words, at, by_id, ended_at,"
            " ended_by_id) values (%s, %s, %s, %s, %s, %s, %s, %s)",
            told,
        )
        cursor.execute("set local role alongside_desk")
