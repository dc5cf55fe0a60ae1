"""The row lock, tried as the desk's own role with data present that could leak."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.access.actor import as_actor
from alongside.participants.finding import found_by_alias
from alongside.participants.models import Details, Membership, Need, Participant
from alongside.vault.ring import NoKey
from tests import cast
from tests.people import lantern


@pytest.mark.parametrize("member", [cast.CM1, cast.CM2, cast.SUPERVISOR])
def test_those_who_walk_with_her_read_her_words(member: cast.Member) -> None:
    person = lantern()
    with cast.acting(member) as actor:
        assert Participant.objects.get(pk=person).alias == "Lantérn"
        assert {need.words for need in Need.objects.all()} == {"a room with a lock", "my tooth"}
        assert Details.objects.get(participant_id=person).helps == "ሻይ, sitting near a door"
        assert [p.pk for p in found_by_alias(actor, "LANTER")] == [person]
        assert [p.pk for p in found_by_alias(actor, "te")] == [person]


@pytest.mark.parametrize(
    "member",
    [
        cast.CM3,
        cast.ON_CALL,
        cast.DROP_IN,
        cast.DIRECTOR,
        cast.CUSTODIAN,
        cast.ADMIN,
        cast.ADVISER,
        cast.PRACTICE,
    ],
)
def test_a_stranger_finds_no_row_and_no_key(member: cast.Member) -> None:
    person = lantern()
    with cast.acting(cast.CM1):
        key_id = Participant.objects.get(pk=person).key_id
    with cast.acting(member) as actor:
        assert not Participant.objects.exists()
        assert not Need.objects.exists()
        assert not Details.objects.exists()
        assert not Membership.objects.exists()
        assert found_by_alias(actor, "lantern") == []
        from alongside.vault import ring

        with pytest.raises(NoKey):
            ring.key(key_id)


def test_nobody_at_all_finds_no_row() -> None:
    lantern()
    with as_actor(None):
        assert not Participant.objects.exists()


def test_an_unsigned_or_forged_actor_is_nobody() -> None:
    lantern()
    with connection.cursor() as cursor:
        for forged in (str(cast.CM1.id), f"{cast.CM1.id}..{'0' * 64}", "nonsense"):
            cursor.execute("select set_config('alongside.actor', %s, true)", [forged])
            cursor.execute("select access.actor()")
            assert cursor.fetchone()[0] is None


def test_a_door_cannot_write_what_decides_reach() -> None:
    person = lantern()
    with cast.acting(cast.CM3), connection.cursor() as cursor:
        for statement in (
            "insert into core.participants_membership (id, participant_id, staff_id, part, during)"
            f" values (gen_random_uuid(), '{person}', '{cast.CM3.id}', 'backup', tstzrange(now(), null))",
            "update core.participants_membership set staff_id = staff_id",
            "update core.participants_participant set case_manager_id = null",
            "update core.agency_staff set supervisor_id = null",
            "insert into access.access_roleheld (id, account_id, role)"
            f" values (gen_random_uuid(), '{cast.CM3.id}', 'supervisor')",
            "select * from access.access_signingkey",
            "update trail.trail_trailentry set act = 'x'",
            "insert into trail.trail_trailhead (chain, place, link) values (gen_random_uuid(), 0, '')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
