"""Who reads what somebody said at the door: tried as the desk's own role."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.access.actor import as_actor
from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.frontdoor import rules
from alongside.frontdoor.actions import link_contact, log_call, log_visit, unlink_contact
from alongside.frontdoor.models import Contact
from alongside.frontdoor.queries import contacts_of, not_joined, unlinked_of_others
from alongside.participants.models import Moment, Need, Participant
from alongside.vault import ring
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from tests import cast
from tests.frontdoor.make import WHISPERED, a_call, a_visit, known
from tests.people import lantern

STRANGERS = [
    cast.DROP_IN,
    cast.CM1,
    cast.CM3,
    cast.DIRECTOR,
    cast.CUSTODIAN,
    cast.ADMIN,
    cast.ADVISER,
    cast.PRACTICE,
]


def key_of(contact: uuid.UUID) -> uuid.UUID:
    with cast.acting(cast.SUPERVISOR):
        return Contact.objects.get(pk=contact).key_id


def turned_away(statement: str, *values: Any) -> None:
    """The database itself says no."""
    with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(statement, list(values) or None)


@pytest.mark.parametrize("member", STRANGERS)
def test_an_anonymous_call_is_not_there_for_others_nor_is_its_key(member: cast.Member) -> None:
    contact = a_call()
    key_id = key_of(contact)
    with cast.acting(member):
        assert not Contact.objects.exists()
        assert not Key.objects.filter(contact_id=contact).exists()
        with pytest.raises(NoKey):
            ring.key(key_id)
    with as_actor(None):
        assert not Contact.objects.exists()


def test_another_on_call_worker_learns_the_time_alone() -> None:
    contact = a_call(member=cast.SUPERVISOR)
    key_id = key_of(contact)
    with cast.acting(cast.ON_CALL) as by:
        assert not Contact.objects.exists()
        assert [(row.id, row.door) for row in unlinked_of_others(by)] == [(contact, "call")]
        with pytest.raises(NoKey):
            ring.key(key_id)
        with connection.cursor() as cursor:
            cursor.execute("select * from core.unlinked_contacts()")
            assert [column.name for column in cursor.description] == ["id", "at", "door", "about_another"]


def test_the_author_and_a_supervisor_read_it() -> None:
    contact = a_call()
    for member in (cast.ON_CALL, cast.SUPERVISOR):
        with cast.acting(member):
            assert not_joined().get().words == WHISPERED
            assert contact in {row.pk for row in not_joined()}


def test_others_learn_nothing_of_contacts_older_than_ninety_days() -> None:
    a_call(member=cast.SUPERVISOR, at=cast.BEGINS - timedelta(days=91))
    with cast.acting(cast.ON_CALL) as by:
        assert unlinked_of_others(by) == []


def test_a_drop_in_worker_learns_of_calls_but_of_no_visit_elsewhere() -> None:
    call = a_call()
    a_visit(member=cast.SUPERVISOR)  # at no site
    with cast.acting(cast.DROP_IN) as by:
        assert [row.id for row in unlinked_of_others(by)] == [call]


@pytest.mark.parametrize("member", [cast.CM1, cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN])
def test_nobody_away_from_the_door_learns_of_others_contacts(member: cast.Member) -> None:
    a_call()
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select * from core.unlinked_contacts()")
        assert cursor.fetchall() == []


def test_each_door_is_logged_by_those_who_stand_at_it() -> None:
    with cast.acting(cast.DROP_IN) as by, pytest.raises(NotAllowed):
        log_call(by=by, contact=uuid.uuid4())
    with cast.acting(cast.ON_CALL) as by, pytest.raises(NotAllowed):
        log_visit(by=by, contact=uuid.uuid4())


def test_the_wall_keeps_the_doors_apart_too() -> None:
    statement = (
        "insert into core.frontdoor_contact (id, key_id, door, at, by_id, words, safe_to_call_back,"
        " do_not_call_back, asked_by_other, version)"
        " values (gen_random_uuid(), gen_random_uuid(), %s, now(), %s, '', '', false, false, 1)"
    )
    for member, door in ((cast.DROP_IN, "call"), (cast.ON_CALL, "visit"), (cast.CM1, "call")):
        with cast.acting(member):
            turned_away(statement, door, member.id)
    with cast.acting(cast.ON_CALL):
        turned_away(statement, "call", cast.CM1.id)


def test_a_door_joins_nothing_by_itself() -> None:
    contact, person = a_call(), lantern()
    for statement in (
        f"update core.frontdoor_contact set participant_id = '{person}', joined_at = now(),"
        f" joined_by_id = '{cast.ON_CALL.id}' where id = '{contact}'",
        f"update vault.vault_key set participant_id = '{person}' where contact_id = '{contact}'",
        f"delete from core.frontdoor_contact where id = '{contact}'",
        f"update core.frontdoor_contact set by_id = '{cast.CM1.id}' where id = '{contact}'",
        "insert into vault.vault_key (id, key_id, door, contact_id, wrapped)"
        f" values (gen_random_uuid(), gen_random_uuid(), 'desk', '{contact}', 'x')",
    ):
        with cast.acting(cast.ON_CALL):
            turned_away(statement)


def test_joined_at_their_wish_it_opens_to_those_who_walk_with_them() -> None:
    contact, person = a_call(), lantern()
    with cast.acting(cast.SUPERVISOR) as by:
        link_contact(by=by, contact=contact, participant=person)
        link_contact(by=by, contact=contact, participant=person)  # a second click
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR, cast.ON_CALL):
        with cast.acting(member) as by:
            assert [row.words for row in contacts_of(person)] == [WHISPERED]
    with cast.acting(cast.CM3) as by:
        assert contacts_of(person) == []
    with cast.acting(cast.CM1):
        moment = Moment.objects.get(room="frontdoor", ref=contact)
        assert (moment.participant_id, moment.at, moment.by_id) == (person, cast.BEGINS, cast.ON_CALL.id)
        assert Key.objects.get(contact_id=contact).participant_id == person
    with cast.acting(cast.DROP_IN) as by:
        assert unlinked_of_others(by) == []


def test_parting_undoes_all_of_it() -> None:
    contact, person = a_call(), lantern()
    key_id = key_of(contact)
    with cast.acting(cast.SUPERVISOR) as by:
        link_contact(by=by, contact=contact, participant=person)
    with cast.acting(cast.CM1) as by:
        unlink_contact(by=by, contact=contact, participant=person)
        assert not Contact.objects.exists()
        assert not Moment.objects.filter(room="frontdoor").exists()
        with pytest.raises(NoKey):
            ring.key(key_id)
    with cast.acting(cast.ON_CALL) as by:
        row = not_joined().get()
        assert (row.words, row.joined_at, row.joined_by) == (WHISPERED, None, None)


def test_nobody_joins_to_a_person_out_of_reach() -> None:
    contact, person = a_call(), lantern()
    for member in (cast.ON_CALL, cast.DROP_IN):
        with cast.acting(member) as by, pytest.raises(rules.NotWithinReach):
            link_contact(by=by, contact=contact, participant=person)


def test_a_case_manager_joins_no_contact_she_cannot_see() -> None:
    contact, person = a_call(), lantern()
    with cast.acting(cast.CM1) as by, pytest.raises(rules.NotWithinReach):
        link_contact(by=by, contact=contact, participant=person)


@pytest.mark.parametrize("member", [cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN, cast.ADVISER, cast.PRACTICE])
def test_other_roles_join_nothing(member: cast.Member) -> None:
    contact, person = a_call(), lantern()
    with cast.acting(member) as by:
        with pytest.raises(NotAllowed):
            link_contact(by=by, contact=contact, participant=person)
        with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("select core.link_contact(%s, %s, true)", [contact, person])


def test_a_contact_belongs_to_one_person_at_a_time() -> None:
    contact, one, other = a_call(), lantern(), lantern("Harbor")
    with cast.acting(cast.SUPERVISOR) as by:
        link_contact(by=by, contact=contact, participant=one)
        with pytest.raises(rules.JoinedElsewhere):
            link_contact(by=by, contact=contact, participant=other)


def test_a_stranger_parts_nothing() -> None:
    contact, person = a_call(), lantern()
    with cast.acting(cast.SUPERVISOR) as by:
        link_contact(by=by, contact=contact, participant=person)
    for member in (cast.CM3, cast.ON_CALL, cast.DROP_IN):
        with cast.acting(member) as by, pytest.raises((NotAllowed, rules.NotWithinReach)):
            unlink_contact(by=by, contact=contact, participant=person)


def test_on_call_keeps_an_alias_and_gains_no_record() -> None:
    contact = a_call()
    person = known(contact, cast.ON_CALL, needs=["a room with a lock"])
    with cast.acting(cast.ON_CALL) as by:
        assert not Participant.objects.exists()
        assert not Need.objects.exists()
        assert Contact.objects.get(pk=contact).participant_id == person
        assert unlinked_of_others(by) == []
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.get(pk=person).alias == "Lantern"


def test_a_keeper_of_an_alias_does_not_keep_the_door_open_to_it() -> None:
    person = known(a_call(), cast.ON_CALL)
    later = a_call(member=cast.SUPERVISOR)
    ClockSetting.set_to(cast.BEGINS + timedelta(hours=1), running=False)
    with cast.acting(cast.ON_CALL) as by, pytest.raises(rules.NotWithinReach):
        link_contact(by=by, contact=later, participant=person)


def test_the_dropped_in_person_is_known_by_alias_and_needs_at_their_site() -> None:
    call, visit = a_call(), a_visit()
    person = known(visit, needs=["a room with a lock", "my tooth"], also=[call])
    with cast.acting(cast.DROP_IN):
        assert Participant.objects.get(pk=person).alias == "Lantern"
        assert sorted(need.words for need in Need.objects.all()) == ["a room with a lock", "my tooth"]
        assert {row.pk for row in contacts_of(person)} == {call, visit}
        assert not Moment.objects.exists()
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.get(pk=person).state == "contact"
        assert Moment.objects.filter(room="frontdoor", participant_id=person).count() == 2
