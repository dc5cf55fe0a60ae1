"""Rows of a world that the keeper puts in: nobody has to do beforehand what every colleague would see."""

import uuid
from typing import TYPE_CHECKING

from django.db import connection

from alongside.participants.models import ChosenAnyway, Participant
from alongside.vault.fields import sealed_value
from tests import cast

if TYPE_CHECKING:
    from tests.attacks.make import World


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
