"""Somebody goes from one case manager to another: in this order, with their say, and never by a name alone."""

from alongside.clock import now
from alongside.participants.models import Membership, Participant
from alongside.transfers.models import Transfer, TransferPack
from tests import cast
from tests.people import lantern
from tests.transfers import make


def test_a_transfer_goes_its_way_and_access_ends_with_the_tie() -> None:
    person = lantern()
    record = f"/people/{person}/"
    giver, receiver = cast.signed_in(cast.CM1), cast.signed_in(cast.CM3)
    assert receiver.get(record).status_code == 404
    make.proposed(person)
    # Not completed without the conversation, and the colleague finds nothing yet.
    refused = giver.post(f"{make.of(person)}complete/")
    assert refused.status_code == 422 and "First write down the conversation" in refused.content.decode()
    assert "Lantérn" not in receiver.get("/").content.decode()
    talk = f"{make.of(person)}talk/"
    nothing = giver.post(talk, {"whether": "yes, gladly", "version": "1"})
    assert nothing.status_code == 422 and "yes, gladly" in nothing.content.decode()
    assert giver.post(talk, make.SAID | {"asks": make.ASKS, "version": "1"}).status_code == 302
    refused = giver.post(f"{make.of(person)}overlap/", make.UNTIL)
    assert refused.status_code == 422
    assert "after the conversation with them and the yes" in refused.content.decode()

    asked = f"/transfers/{make.asked(person)}/"
    today = receiver.get("/").content.decode()
    assert "Lantérn" in today and asked in today
    page = receiver.get(asked).content.decode()
    assert make.ASKS in page and "a room with a lock" not in page and make.WHY not in page
    assert receiver.get(record).status_code == 404
    assert receiver.post(asked, {"answer": "no"}).status_code == 422
    assert receiver.post(asked, {"answer": "yes"}).status_code == 302
    assert receiver.get(record).status_code == 404
    assert "said yes: begin the overlap" in giver.get("/").content.decode()

    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 302
    assert giver.get(record).status_code == receiver.get(record).status_code == 200
    assert "Overlap with their case manager through" in receiver.get("/").content.decode()
    words = {"met_on": "1/6/2027", "to_know": "do not ask me to start over", "goodbye": "with tea"}
    sent = words | {"version": str(make.version(person))}
    assert giver.post(f"{make.of(person)}words/", sent).status_code == 302
    assert "do not ask me to start over" in receiver.get(make.of(person)).content.decode()
    make.later()
    assert giver.post(f"{make.of(person)}complete/").status_code == 302
    assert make.state(person) == "done"
    assert giver.get(record).status_code == 404
    assert receiver.get(record).status_code == 200
    page = receiver.get(make.of(person)).content.decode()
    assert "do not ask me to start over" in page and make.WHY in page
    assert "new with you" in receiver.get("/").content.decode()
    assert "Change of case manager" in receiver.get(f"/people/{person}/periods/").content.decode()
    with cast.acting(cast.CM3):
        assert Participant.objects.get(pk=person).case_manager_id == cast.CM3.id
        during = Membership.objects.filter(participant_id=person, during__contains=now())
        assert {(row.part, row.staff_id) for row in during} == {
            ("case_manager", cast.CM3.id),
            ("backup", cast.CM2.id),
        }


def test_an_overlap_that_is_over_opens_nothing_any_more_and_can_be_given_another_day() -> None:
    person = lantern()
    giver = make.overlap(person)
    receiver = cast.signed_in(cast.CM3)
    assert receiver.get(f"/people/{person}/").status_code == 200
    make.later(15)
    assert receiver.get(f"/people/{person}/").status_code == 404
    assert "The overlap ended on" in giver.get(make.of(person)).content.decode()
    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 422
    assert giver.post(f"{make.of(person)}overlap/", {"until": "2/1/2027"}).status_code == 302
    assert receiver.get(f"/people/{person}/").status_code == 200


def test_taken_back_or_paused_it_opens_nothing() -> None:
    person = lantern()
    giver = make.agreed(person)
    receiver, asked = cast.signed_in(cast.CM3), f"/transfers/{make.asked(person)}/"
    assert giver.post(f"{make.of(person)}handed/").status_code == 302
    assert "my tooth" in receiver.get(asked).content.decode()
    assert giver.post(f"{make.of(person)}stop/", {"do": "pause", "words": "she is ill"}).status_code == 302
    assert receiver.get(asked).status_code == 404
    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 422
    assert giver.post(f"{make.of(person)}go-on/").status_code == 302
    assert receiver.get(asked).status_code == 200
    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 302
    assert receiver.get(asked).status_code == 404
    with cast.acting(cast.CM1):
        assert not TransferPack.objects.exists()
    make.later()
    assert giver.post(f"{make.of(person)}stop/", {"do": "take_back"}).status_code == 302
    assert receiver.get(f"/people/{person}/").status_code == 404
    assert giver.get(f"/people/{person}/").status_code == 200
    assert make.state(person) == "taken"
    # And another one may begin.
    make.proposed(person, cast.CM2)


def test_what_speaks_against_it_leads_to_another_colleague_and_to_the_person_again() -> None:
    person = lantern()
    giver = make.talked(person)
    asked = f"/transfers/{make.asked(person)}/"
    cm3 = cast.signed_in(cast.CM3)
    assert cm3.post(asked, {"answer": "no", "words": "I am away all of February"}).status_code == 302
    page = giver.get(make.of(person)).content.decode()
    assert "I am away all of February" in page
    assert giver.post(f"{make.of(person)}another/", {"to": str(cast.CM2.id)}).status_code == 302
    assert make.state(person) == "proposed"
    assert cm3.get(asked).status_code == 404
    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 422


def test_a_sudden_leave_by_a_supervisors_words_and_the_talk_is_still_owed() -> None:
    person = lantern()
    at_once = f"{make.of(person)}at-once/"
    told = {"to": str(cast.CM3.id), "stands": "CM1 fell ill today", "anyway": make.ANYWAY}
    assert cast.signed_in(cast.CM1).post(at_once, told).status_code == 403
    supervisor = cast.signed_in(cast.SUPERVISOR)
    make.later()
    assert supervisor.post(at_once, told | {"stands": " "}).status_code == 422
    assert supervisor.post(at_once, told).status_code == 302
    receiver = cast.signed_in(cast.CM3)
    assert cast.signed_in(cast.CM1).get(f"/people/{person}/").status_code == 404
    assert receiver.get(f"/people/{person}/").status_code == 200
    assert "Talk with them about the change" in receiver.get("/").content.decode()
    assert receiver.post(f"{make.of(person)}complete/").status_code == 422
    assert receiver.post(f"{make.of(person)}stop/", {"do": "take_back"}).status_code == 422
    said = {"unreached": "she did not answer three texts", "version": str(make.version(person))}
    assert receiver.post(f"{make.of(person)}talk/", said).status_code == 302
    assert receiver.post(f"{make.of(person)}complete/").status_code == 302
    assert make.state(person) == "done"


def test_one_at_a_time_and_nobody_who_cannot_walk_with_them() -> None:
    person = lantern()
    new, client = f"{make.of(person)}new/", cast.signed_in(cast.CM1)

    def refused(to: cast.Member) -> str:
        answer = client.post(new, {"to": str(to.id), "why": make.WHY})
        assert answer.status_code == 422
        page = answer.content.decode()
        assert make.WHY in page  # every word typed is still there
        return page

    refused(cast.CM1)  # to oneself: not among those one can choose
    refused(cast.ADMIN)
    assert client.post(new, {"to": str(cast.CM3.id), "why": ""}).status_code == 422
    make.proposed(person)
    assert "one at a time" in refused(cast.CM2)
    with cast.acting(cast.CM1):
        assert Transfer.objects.count() == 1


def test_the_backup_reads_it_and_moves_nothing_and_strangers_find_nothing() -> None:
    person = lantern()
    make.talked(person)
    backup = cast.signed_in(cast.CM2)
    assert make.WHY in backup.get(make.of(person)).content.decode()
    for step, sent in (("overlap", make.UNTIL), ("complete", {}), ("stop", {"do": "take_back"})):
        answer = backup.post(f"{make.of(person)}{step}/", sent)
        assert answer.status_code == 404, step
    assert make.state(person) == "talked"
    stranger = cast.signed_in(cast.CM3)
    for page in ("", "new/", "talk/", "words/", "overlap/", "another/", "stop/", "handed/", "handed/print/"):
        answer = stranger.get(make.of(person) + page)
        assert answer.status_code == 404 and "Lantérn" not in answer.content.decode(), page
    assert backup.get(f"/transfers/{make.asked(person)}/").status_code == 404
