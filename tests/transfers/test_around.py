"""What surrounds a transfer: its entry, the plan of who leaves, two records, older ties, and a giver who is gone."""

import uuid

import pytest
from django.db import connection

from alongside.break_glass.actions import restrict_record
from alongside.connection.actions import log_contact
from alongside.participants.choices import Part
from alongside.participants.choosing import request_case_manager
from alongside.participants.continuity import told
from alongside.participants.models import Membership, Participant
from alongside.transfers.models import Transfer
from alongside.workforce.actions import close_desk
from tests import cast
from tests.participants.twice import planted
from tests.people import lantern
from tests.transfers import make


def _leaves(member: cast.Member) -> None:
    with cast.acting(cast.ADMIN) as by:
        close_desk(by=by, staff=member.id)


def test_a_wish_of_theirs_stands_before_every_step() -> None:
    person, other = lantern(), lantern("Maple")
    _would_rather_not(person, cast.CM3)
    new = f"{make.of(person)}new/"
    answer = cast.signed_in(cast.CM1).post(new, {"to": str(cast.CM3.id), "why": make.WHY})
    assert answer.status_code == 422 and "not chosen for them just now" in answer.content.decode()
    # Said in the middle, it closes what was open.
    giver = make.agreed(other)
    asked = f"/transfers/{make.asked(other)}/"
    _would_rather_not(other, cast.CM3)
    assert cast.signed_in(cast.CM3).get(asked).status_code == 404
    assert giver.post(f"{make.of(other)}overlap/", make.UNTIL).status_code == 422


def test_a_record_restricted_to_others_is_not_handed_to_anybody_else() -> None:
    person = lantern()
    giver, asked = make.agreed(person), f"/transfers/{make.asked(person)}/"
    with cast.acting(cast.SUPERVISOR) as by:
        named = [cast.CM1.id]
        restrict_record(by=by, participant=person, restriction=uuid.uuid4(), staff=named, words="a cousin")
    assert cast.signed_in(cast.CM3).get(asked).status_code == 404
    refused = giver.post(f"{make.of(person)}overlap/", make.UNTIL)
    assert refused.status_code == 422 and "not chosen for them just now" in refused.content.decode()


def _would_rather_not(person: uuid.UUID, member: cast.Member) -> None:
    with cast.acting(cast.CM1) as by:
        told = {"kind": "not_them", "words": "not them", "concerns": member.id}
        request_case_manager(by=by, whom=person, ask=uuid.uuid4(), **told)


@pytest.mark.no_database
def test_continuity_is_said_in_changes_and_months() -> None:
    at = cast.BEGINS  # 6 Jan 2027
    later = at.date().replace(year=2028, month=6)
    assert (
        told([at], at, at.date().replace(month=5, day=26))[0] == "This would be the first change in 4 months."
    )
    assert told([at, at], at, later) == ["This would be the 2nd change in 17 months.", "17 months with us."]
    assert told([], at, at.date()) == ["They have had no case manager yet.", "With us for less than a month."]


def test_the_team_page_offers_the_transfer_in_place_of_a_refusal() -> None:
    person = lantern()
    client = cast.signed_in(cast.SUPERVISOR)
    team = f"/people/{person}/team/"
    page = client.get(team).content.decode()
    assert f"{make.of(person)}new/" in page and "Choose as case manager" not in page
    assert "This would be the first change" in page
    answer = client.post(team, {"staff": str(cast.CM3.id), "part": "case_manager"})
    assert answer.status_code == 302 and answer.headers["Location"].endswith(f"new/?to={cast.CM3.id}")
    asking = client.get(answer.headers["Location"]).content.decode()
    assert f'value="{cast.CM3.id}" selected' in asking


def test_what_is_handed_on_says_how_we_responded_and_carries_both_strands() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        log_contact(by=by, participant=person, note=uuid.uuid4(), responded="We waited by the window")
    giver = make.talked(person)
    page = giver.get(f"{make.of(person)}handed/").content.decode()
    assert "How we responded: We waited by the window" in page and "my tooth" in page and "ሻይ" in page
    assert "We waited by the window" in giver.get(f"{make.of(person)}handed/print/").content.decode()
    assert giver.post(f"{make.of(person)}handed/").status_code == 302
    receiver, asked = cast.signed_in(cast.CM3), f"/transfers/{make.asked(person)}/"
    assert "by the window" not in receiver.get(asked).content.decode()
    assert receiver.post(asked, {"answer": "yes"}).status_code == 302
    assert "by the window" in receiver.get(asked).content.decode()
    # A no afterwards closes it again.
    assert receiver.post(asked, {"answer": "no", "words": "I am ill"}).status_code == 302
    assert "by the window" not in receiver.get(asked).content.decode()


STEPS = {"proposed": make.proposed, "talked": make.talked, "agreed": make.agreed, "overlap": make.overlap}


@pytest.mark.parametrize("at", STEPS)
def test_the_giver_is_gone_between_two_steps_and_a_supervisor_continues(at: str) -> None:
    person = lantern()
    STEPS[at](person)
    make.later()
    _leaves(cast.CM1)  # case manager 2, the backup, is their case manager for now
    make.later()
    boss = cast.signed_in(cast.SUPERVISOR)
    plan = boss.get(f"/transfers/of/{cast.CM1.id}/").content.decode()
    assert "Lantérn" in plan and "Their account is closed" in plan
    if at == "proposed":
        sent = make.SAID | {"version": str(make.version(person))}
        assert boss.post(f"{make.of(person)}talk/", sent).status_code == 302
    if at in ("proposed", "talked"):
        asked = f"/transfers/{make.asked(person, cast.SUPERVISOR)}/"
        assert cast.signed_in(cast.CM3).post(asked, {"answer": "yes"}).status_code == 302
    if at != "overlap":
        assert boss.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 302
    make.later()
    assert boss.post(f"{make.of(person)}complete/").status_code == 302
    receiver = cast.signed_in(cast.CM3)
    assert receiver.get(f"/people/{person}/").status_code == 200
    assert cast.signed_in(cast.CM2).get(f"/people/{person}/").status_code == 404
    with cast.acting(cast.CM3):
        assert Participant.objects.get(pk=person).case_manager_id == cast.CM3.id


def test_the_receiver_is_gone_and_nobody_is_without_somebody() -> None:
    person = lantern()
    giver = make.overlap(person)
    make.later()
    _leaves(cast.CM3)
    answer = giver.post(f"{make.of(person)}complete/")
    assert answer.status_code == 422 and "not chosen for them just now" in answer.content.decode()
    assert giver.get(f"/people/{person}/").status_code == 200
    assert giver.post(f"{make.of(person)}stop/", {"do": "take_back"}).status_code == 302


def test_the_backup_receives_them_and_no_older_tie_stands_before_the_new_one() -> None:
    person = lantern()
    giver = make.overlap(person, cast.CM2)
    assert "They will have no backup after this" in giver.get(make.of(person)).content.decode()
    make.later()
    assert giver.post(f"{make.of(person)}complete/").status_code == 302
    make.later()
    with cast.acting(cast.CM2):
        rows = Membership.objects.filter(participant_id=person, staff_id=cast.CM2.id)
        assert [row.part for row in rows if row.during.upper is None] == [Part.CASE_MANAGER]
    assert "new with you" in cast.signed_in(cast.CM2).get("/").content.decode()


def test_both_records_of_one_person_move_together() -> None:
    person = lantern()
    pair = uuid.uuid4()
    planted(pair, person, tied=True)
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select other_id, kept_id from core.participants_linkedrecords where ended_at is null")
        other, kept = cursor.fetchone()
        cursor.execute("set local role alongside_desk")
    assert kept == person
    giver, receiver = make.overlap(person), cast.signed_in(cast.CM3)
    with cast.acting(cast.CM3):
        assert Participant.objects.filter(pk__in=[person, other]).count() == 2
    assert receiver.get(f"/people/{person}/").status_code == 200
    boss = cast.signed_in(cast.SUPERVISOR)
    refused = boss.post(f"{make.of(other)}new/", {"to": str(cast.CM2.id), "why": "again"})
    assert refused.status_code == 422 and "one at a time" in refused.content.decode()
    make.later()
    assert giver.post(f"{make.of(person)}complete/").status_code == 302
    with cast.acting(cast.CM3):
        whose = Participant.objects.filter(pk__in=[person, other]).values_list("case_manager_id", flat=True)
        assert set(whose) == {cast.CM3.id}


def test_a_plan_of_a_leaving_worker_has_each_of_many_people_and_none_of_another() -> None:
    people = [lantern(f"Alias {number}") for number in range(11)]
    boss = cast.signed_in(cast.SUPERVISOR)
    make.proposed(people[3])
    page = boss.get(f"/transfers/of/{cast.CM1.id}/").content.decode()
    assert page.count("Start a transfer") == 10 and "To Case manager 3: Proposed" in page
    assert "Alias 3" not in boss.get(f"/transfers/of/{cast.CM3.id}/").content.decode()
    assert "Alias 3" in boss.get("/transfers/").content.decode()
    assert cast.signed_in(cast.CM2).get(f"/transfers/of/{cast.CM1.id}/").status_code == 403
    admin = cast.signed_in(cast.ADMIN).get(f"/program/staff/{cast.CM1.id}/leaving/")
    assert (
        "A transfer goes on for 1 of them" in admin.content.decode()
        and "Alias 3" not in admin.content.decode()
    )


def test_the_state_is_nobodys_to_write_but_the_keepers() -> None:
    person = lantern()
    make.proposed(person)
    with cast.acting(cast.CM1):
        row = Transfer.objects.get(participant_id=person)
    for sql in (
        "update core.transfers_transfer set state = 'done' where id = %s",
        "update core.transfers_transfer set told_at = now() where id = %s",
        "delete from core.transfers_transfer where id = %s",
        "select core.becomes_case_manager(participant_id, receiver_id) from core.transfers_transfer where id = %s",
    ):
        with (
            cast.acting(cast.CM1),
            pytest.raises(Exception, match="permission denied"),
            connection.cursor() as cursor,
        ):
            cursor.execute("savepoint here")
            try:
                cursor.execute(sql, [row.pk])
            finally:
                cursor.execute("rollback to here")


def test_it_speaks_spanish() -> None:
    person = lantern()
    make.talked(person)
    client = cast.signed_in(cast.CM1)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "es"
    page = client.get(make.of(person)).content.decode()
    assert "Traspaso" in page and "Sería el primer cambio" in page
