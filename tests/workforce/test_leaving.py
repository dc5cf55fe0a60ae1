"""A colleague leaves: closed from that second, and nobody is left without a word about how it goes on."""

import uuid
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from alongside.access.models import Account
from alongside.clock.models import ClockSetting
from alongside.participants.actions import assign, change_state, open_case, save_alias
from alongside.participants.choices import Part, State
from alongside.participants.models import Membership, Participant
from alongside.workforce.actions import put_on_call
from alongside.workforce.models import OnCallShift
from alongside.workforce.queries import parts_of, standing_in
from tests import cast
from tests.agency.test_coming_in import admitted, answer, asked, change, link_for
from tests.people import lantern


def sparrow() -> uuid.UUID:
    """A participant of case manager 1 without a backup."""
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias="Sparrow", needs=["a bus pass"])
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    with cast.acting(cast.CM1) as by:
        open_case(by=by, participant=person, need="")
    return person


def _later() -> None:
    ClockSetting.set_to(cast.BEGINS + timedelta(days=1), running=False)


def close(member: cast.Member = cast.ADMIN, staff: cast.Member = cast.CM1) -> int:
    return cast.signed_in(member).post(reverse("workforce:leaving", args=[staff.id])).status_code


def test_closed_from_that_second() -> None:
    inside = cast.signed_in(cast.CM1)
    assert inside.get("/").status_code == 200
    assert close() == 302
    assert inside.get("/").status_code == 302
    account = Account.objects.get(pk=cast.CM1.id)
    assert not account.is_active and not account.has_usable_password() and account.roles == frozenset()
    client = cast.nobody()
    client.post("/sign-in/", {"login": "cm1", "password": cast.CM1.password})
    assert client.get("/").url.startswith("/sign-in/")


def test_links_and_what_was_asked_are_gone_as_well() -> None:
    """A link that was not used yet, and a role for whoever leaves that waits for a second person."""
    lantern()
    leaves = admitted()
    link = link_for(leaves)
    assert cast.nobody().get(link).status_code == 200
    change(cast.ADMIN, leaves.pk, "case_manager", "supervisor")
    waiting = asked().pk
    assert cast.signed_in(cast.ADMIN).post(reverse("workforce:leaving", args=[leaves.pk])).status_code == 302
    assert cast.nobody().get(link).status_code == 404
    assert answer(cast.SUPERVISOR, waiting) == 404
    assert Account.objects.get(pk=leaves.pk).roles == frozenset()


def test_their_people_go_on_with_the_backup_or_stand_on_the_supervisors_today() -> None:
    person, alone = lantern(), sparrow()
    _later()
    page = cast.signed_in(cast.ADMIN).get(reverse("workforce:leaving", args=[cast.CM1.id])).content.decode()
    assert "case manager of 2 people" in page
    assert "1 of them goes on with the backup" in page and "1 has nobody" in page
    assert "Lant" not in page and "Sparrow" not in page
    assert close() == 302
    with cast.acting(cast.SUPERVISOR):
        found = dict(Participant.objects.values_list("pk", "case_manager_id"))
        assert found == {person: cast.CM2.id, alone: None}
        backups = Membership.objects.filter(part=Part.BACKUP, during__endswith=None)
        assert not backups.exists()
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    part = page.split("Their case manager or backup left")[1].split("</section>")[0]
    assert "Lantérn" in part and "Case manager 2, the backup, is their case manager for now" in part
    assert "Sparrow" in part and "They have no case manager until you choose" in part
    assert cast.signed_in(cast.CM2).get(f"/people/{person}/").status_code == 200
    assert cast.signed_in(cast.CM2).get(f"/people/{alone}/").status_code == 404
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/").status_code == 404
    assert cast.signed_in(cast.ADMIN).get(f"/people/{person}/").status_code == 403


def test_it_stays_so_when_the_supervisor_says_so() -> None:
    lantern()
    _later()
    close()
    with cast.acting(cast.SUPERVISOR):
        (row,) = standing_in().now()
    for member, status in ((cast.CM2, 403), (cast.ADMIN, 403), (cast.DIRECTOR, 403), (cast.SUPERVISOR, 302)):
        assert cast.signed_in(member).post(reverse("workforce:settle", args=[row.pk])).status_code == status
    assert (
        "Their case manager or backup left" not in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    )


def test_somebody_chosen_anew_stands_there_no_longer() -> None:
    person = sparrow()
    _later()
    close()
    with cast.acting(cast.SUPERVISOR) as by:
        assign(by=by, participant=person, staff=cast.CM3.id, part=Part.CASE_MANAGER, why="new here")
        assert standing_in().now() == []


def test_whoever_ended_with_us_stays_in_reach_of_the_team() -> None:
    person = sparrow()
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.CLOSED)
    _later()
    close()
    assert cast.signed_in(cast.SUPERVISOR).get(f"/people/{person}/").status_code == 200


def test_a_closed_backup_is_not_the_one_who_stands_in() -> None:
    person = lantern()
    _later()
    close(staff=cast.CM2)
    close(staff=cast.CM1)
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.get(pk=person).case_manager_id is None


def test_a_backup_who_left_is_marked_and_told_until_it_is_said_how_it_goes_on() -> None:
    person = lantern()
    close(staff=cast.CM2)
    mine = cast.signed_in(cast.CM1)
    assert "backup: Case manager 2, left" in mine.get(f"/people/{person}/").content.decode()
    for page in ("/people/", f"/people/{person}/team/"):
        assert "Case manager 2" not in mine.get(page).content.decode().split("<main")[1], page
    leads = cast.signed_in(cast.SUPERVISOR)
    part = leads.get("/").content.decode().split("Their case manager or backup left")[1]
    assert "Case manager 2, their backup, left." in part and "Choose a backup" in part
    assert "Case manager 2, their backup" not in cast.signed_in(cast.CM3).get("/").content.decode()
    with cast.acting(cast.SUPERVISOR) as by:
        (row,) = standing_in().now()
    _later()
    with cast.acting(cast.SUPERVISOR) as by:
        assign(by=by, participant=person, staff=cast.CM3.id, part=Part.BACKUP, why="new here")
        assert standing_in().now() == []
    page = mine.get(f"/people/{person}/").content.decode()
    assert "backup: Case manager 3" in page and ", left" not in page
    assert leads.post(reverse("workforce:settle", args=[row.pk])).status_code == 404


def test_without_a_backup_it_may_stay_so() -> None:
    person = lantern()
    _later()
    close(staff=cast.CM2)
    leads = cast.signed_in(cast.SUPERVISOR)
    with cast.acting(cast.SUPERVISOR):
        (row,) = standing_in().now()
    assert leads.post(reverse("workforce:settle", args=[row.pk])).status_code == 302
    assert "their backup, left" not in leads.get("/").content.decode()
    assert "backup: nobody yet" in cast.signed_in(cast.CM1).get(f"/people/{person}/").content.decode()


def test_they_are_off_call() -> None:
    begins = cast.BEGINS - timedelta(hours=1)
    with cast.acting(cast.SUPERVISOR) as by:
        for days in (0, 3):
            put_on_call(
                by=by,
                shift=uuid.uuid4(),
                staff=cast.ON_CALL.id,
                place="first",
                begins=begins + timedelta(days=days),
                ends=begins + timedelta(days=days, hours=12),
            )
    close(staff=cast.ON_CALL)
    with cast.acting(cast.SUPERVISOR):
        (shift,) = OnCallShift.objects.all()
        assert shift.during.upper == cast.BEGINS


@pytest.mark.parametrize("member", [member for member in cast.CAST if member not in (cast.ADMIN, cast.CM3)])
def test_nobody_else_closes_an_account(member: cast.Member) -> None:
    assert close(member, cast.CM3) == 403
    with cast.acting(member), connection.cursor() as cursor:
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("select core.close_desk(%s)", [cast.CM3.id])
        with pytest.raises(DatabaseError), transaction.atomic():
            parts_of(cast.CM3.id)
    assert Account.objects.get(pk=cast.CM3.id).is_active


def test_an_administrator_does_not_close_their_own() -> None:
    assert close(staff=cast.ADMIN) == 404
    with (
        cast.acting(cast.ADMIN),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute("select core.close_desk(%s)", [cast.ADMIN.id])
    assert Account.objects.get(pk=cast.ADMIN.id).is_active


def test_whoever_comes_back_gets_nothing_back_by_itself() -> None:
    lantern()
    close()
    client = cast.signed_in(cast.ADMIN)
    assert (
        "Case manager 1" in client.get(reverse("agency:staff")).content.decode().split("account is closed")[1]
    )
    assert client.post(reverse("workforce:return", args=[cast.CM1.id])).status_code == 302
    account = Account.objects.get(pk=cast.CM1.id)
    assert account.is_active and not account.has_usable_password() and account.roles == frozenset()


def test_colleagues_who_name_them_as_supervisor_are_told() -> None:
    page = cast.signed_in(cast.ADMIN).get(reverse("workforce:leaving", args=[cast.SUPERVISOR.id]))
    assert "Case manager 3" in page.content.decode()


def test_a_demo_in_which_somebody_left_still_says_who_can_sign_in() -> None:
    close(staff=cast.CM2)
    said = StringIO()
    call_command("sign_ins", stdout=said)
    names = [line.split()[0] for line in said.getvalue().splitlines()]
    assert cast.CM1.username in names and cast.CM2.username not in names
