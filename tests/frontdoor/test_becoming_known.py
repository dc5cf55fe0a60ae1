"""From an anonymous contact to somebody known, as far as they wish, and back."""

import uuid

import pytest
from django.urls import reverse

from alongside.access import keeper
from alongside.access.actor import Actor, as_actor
from alongside.access.acts import NotAllowed
from alongside.access.moment_kinds import MomentRow
from alongside.access.roles import Role
from alongside.frontdoor import rules
from alongside.frontdoor.actions import (
    assign_from_contact,
    hear_need,
    log_call,
    save_alias_for,
    start_from_contact,
)
from alongside.frontdoor.models import Contact
from alongside.frontdoor.moments import MOMENTS
from alongside.participants.models import Membership, Need, Participant
from alongside.trail.models import TrailEntry
from tests import cast
from tests.frontdoor.make import WHISPERED, a_call, a_visit, known
from tests.people import lantern


def only_person() -> Participant:
    """The one participant there is."""
    with cast.acting(cast.SUPERVISOR):
        person = Participant.objects.get()
        _ = person.alias
        return person


@pytest.mark.parametrize(
    "member", [each for each in cast.CAST if each not in (cast.DROP_IN, cast.SUPERVISOR)]
)
def test_an_acquaintance_is_a_stranger_to_everybody_else(member: cast.Member) -> None:
    person = known(a_visit(), needs=["my tooth"])
    client = cast.signed_in(member)
    for name in ("acquaintance", "join_here"):
        where = reverse(f"frontdoor:{name}", args=[person])
        for answer in (client.get(where), client.post(where, {"words": "x"})):
            assert answer.status_code in (403, 404, 405)
            assert "my tooth" not in answer.content.decode()


def test_nobody_is_an_acquaintance_of_nobody() -> None:
    where = reverse("frontdoor:acquaintance", args=[known(a_visit())])
    assert cast.nobody().get(where).status_code == 302


def test_call_me_lantern() -> None:
    call, visit = a_call(do_not_call_back=True), a_visit()
    client = cast.signed_in(cast.DROP_IN)
    where = reverse("frontdoor:alias", args=[visit])
    assert "Call, Jan 6, 2 AM" in client.get(where).content.decode()
    sent = {
        "alias": "Lantern",
        "need_1": "a room with a lock",
        "need_2": "my tooth",
        "also": [str(call)],
        "once": str(uuid.uuid4()),
    }
    page = client.post(where, sent, follow=True).content.decode()
    client.post(where, sent)  # a second click
    for words in ("Lantern", "a room with a lock", "my tooth", "joined at their wish, Jan 6", WHISPERED):
        assert words in page
    person = only_person()
    assert (person.alias, person.state, person.case_manager_id) == ("Lantern", "contact", None)
    with cast.acting(cast.SUPERVISOR):
        assert Contact.objects.filter(participant_id=person.pk).count() == 2
        assert Need.objects.count() == 2
        assert TrailEntry.objects.filter(chain=person.pk, act="save_alias_for", outcome="done").exists()


def test_an_alias_may_stay_blank() -> None:
    client = cast.signed_in(cast.ON_CALL)
    client.post(reverse("frontdoor:alias", args=[a_call()]), {})
    assert only_person().alias == "No name yet, Jan 6"


def test_room_for_another_need_loses_no_word() -> None:
    client = cast.signed_in(cast.DROP_IN)
    where = reverse("frontdoor:alias", args=[a_visit()])
    answer = client.post(where, {"alias": "Lan", "need_2": "second", "more": "3"})
    page = answer.content.decode()
    assert answer.status_code == 200 and 'name="need_3"' in page and "second" in page and "Lan" in page


def test_too_long_an_alias_keeps_everything_typed() -> None:
    client = cast.signed_in(cast.DROP_IN)
    where = reverse("frontdoor:alias", args=[a_visit()])
    answer = client.post(where, {"alias": "L" * 200, "need_1": "a room"})
    assert answer.status_code == 422 and "L" * 200 in answer.content.decode()
    assert "a room" in answer.content.decode()


def test_a_drop_in_worker_adds_a_need_once() -> None:
    person = known(a_visit())
    client = cast.signed_in(cast.DROP_IN)
    where = reverse("frontdoor:acquaintance", args=[person])
    sent = {"words": "ጫማ 🥾", "once": str(uuid.uuid4())}
    client.post(where, sent)
    client.post(where, sent)
    client.post(where, {"words": "  "})
    assert client.get(where).content.decode().count("ጫማ 🥾") == 1
    with cast.acting(cast.CM3) as by, pytest.raises(rules.NotWithinReach):
        hear_need(by=by, participant=person, need=uuid.uuid4(), words="x")


def test_a_later_visit_is_joined_from_their_page_and_parted_again() -> None:
    person, later = known(a_visit()), a_visit("again")
    client = cast.signed_in(cast.DROP_IN)
    client.post(reverse("frontdoor:join_here", args=[person]), {"contact": [str(later), "nonsense"]})
    assert "again" in client.get(reverse("frontdoor:acquaintance", args=[person])).content.decode()
    page = client.post(reverse("frontdoor:part", args=[later]), follow=True).content.decode()
    assert "anonymous again" in page and "joined at their wish" not in page
    client.post(reverse("frontdoor:part", args=[later]))  # once more changes nothing
    with cast.acting(cast.DROP_IN):
        assert Contact.objects.get(pk=later).participant_id is None


def test_joined_by_alias_within_reach() -> None:
    call, person = a_call(), lantern()
    lantern("Harbor")
    client = cast.signed_in(cast.SUPERVISOR)
    where = reverse("frontdoor:join", args=[call])
    page = client.post(where, {"q": "ANTER"}).content.decode()
    assert "Lantérn" in page and "Harbor" not in page
    assert "Nobody within your reach" in client.post(where, {"q": "zzz"}).content.decode()
    assert client.post(where, {"participant": "nonsense"}).status_code == 422
    page = client.post(where, {"participant": str(person)}, follow=True).content.decode()
    assert "joined at their wish, Jan 6" in page and "Undo" in page


def test_a_case_manager_assigned_before_any_intake_stays() -> None:
    call = a_call()
    client = cast.signed_in(cast.SUPERVISOR)
    where = reverse("frontdoor:assign", args=[call])
    page = client.get(where).content.decode()
    assert page.count("trafficking training not recorded") == 1 and "English, Spanish" in page
    assert client.post(where, {}).status_code == 422
    assert (
        client.post(where, {"case_manager": str(cast.CM1.id), "backup": str(cast.CM1.id)}).status_code == 422
    )
    sent = {"case_manager": str(cast.CM1.id), "backup": str(cast.CM2.id), "once": str(uuid.uuid4())}
    client.post(where, sent)
    client.post(where, sent)  # a second click
    person = only_person()
    assert (person.alias, person.case_manager_id, person.state) == (
        "No name yet, Jan 6",
        cast.CM1.id,
        "contact",
    )
    start = cast.signed_in(cast.CM1)
    start.post(reverse("frontdoor:start", args=[call]), {"need": "a room with a lock"})
    person = only_person()
    assert (person.case_manager_id, person.state) == (cast.CM1.id, "active")
    with cast.acting(cast.CM1):
        assert sorted(Membership.objects.values_list("part", flat=True)) == ["backup", "case_manager"]


def test_only_a_case_manager_can_be_assigned() -> None:
    where = reverse("frontdoor:assign", args=[a_call()])
    answer = cast.signed_in(cast.SUPERVISOR).post(where, {"case_manager": str(cast.DIRECTOR.id)})
    assert answer.status_code == 422
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()


def test_case_management_starts_with_one_sentence_and_asks_for_nothing_else() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    where = reverse("frontdoor:start", args=[a_call()])
    answer = client.post(where, {"need": " "})
    assert answer.status_code == 422 and "One sentence in their own words" in answer.content.decode()
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()
    sent = {"need": "I want to know if I may stay", "once": str(uuid.uuid4())}
    client.post(where, sent)
    client.post(where, sent)  # a second click
    assert only_person().state == "active"
    with cast.acting(cast.SUPERVISOR):
        assert [need.words for need in Need.objects.all()] == ["I want to know if I may stay"]


def test_a_need_told_before_is_enough() -> None:
    call = a_call()
    known(call, cast.ON_CALL, needs=["my tooth"])
    client = cast.signed_in(cast.SUPERVISOR)
    assert "my tooth" in client.get(reverse("frontdoor:start", args=[call])).content.decode()
    client.post(reverse("frontdoor:start", args=[call]), {})
    assert only_person().state == "active"


def test_in_a_small_agency_one_person_does_it_all() -> None:
    both = Actor(cast.CM1.id, cast.CM1.name, frozenset({Role.CASE_MANAGER, Role.ON_CALL}))
    with cast.acting(cast.ADMIN):
        keeper.call("access.set_roles", both.id, ["case_manager", "on_call"])
    call, person = uuid.uuid4(), uuid.uuid4()
    with as_actor(both):
        log_call(by=both, contact=call, words="hello")
        start_from_contact(by=both, contact=call, participant=person, need="a bed")
        assert Participant.objects.get().case_manager_id == cast.CM1.id


def test_a_case_manager_alone_keeps_no_alias_for_a_contact() -> None:
    call = a_call()
    with cast.acting(cast.CM1) as by:
        with pytest.raises(NotAllowed):
            save_alias_for(by=by, contact=call, participant=uuid.uuid4())
        with pytest.raises(NotAllowed):
            assign_from_contact(by=by, contact=call, participant=uuid.uuid4(), case_manager=cast.CM1.id)
        with pytest.raises(rules.NotWithinReach):
            start_from_contact(by=by, contact=call, participant=uuid.uuid4(), need="x")


def test_somebody_asked_about_does_not_become_known_by_it() -> None:
    call = a_call(asked_by_other=True)
    with cast.acting(cast.ON_CALL) as by, pytest.raises(rules.AboutAnother):
        save_alias_for(by=by, contact=call, participant=uuid.uuid4())


def test_the_timeline_shows_what_was_joined() -> None:
    call = a_call(safe_to_call_back="mornings")
    person = known(call, cast.ON_CALL)
    with cast.acting(cast.SUPERVISOR):
        [[row]] = MOMENTS.rows(person)
        found = MomentRow(*row)
        thing = MOMENTS.shown(found)
    assert (found.room, found.ref, thing["words"], thing["safe_to_call_back"]) == (
        "frontdoor",
        call,
        WHISPERED,
        "mornings",
    )
    assert str(thing["door"]) == "Call" and thing["joined_at"] == cast.BEGINS


def test_a_contact_joined_to_her_person_opens_to_the_case_manager() -> None:
    call, person = a_call(), lantern()
    cast.signed_in(cast.SUPERVISOR).post(reverse("frontdoor:join", args=[call]), {"participant": str(person)})
    client = cast.signed_in(cast.CM1)
    page = client.get(reverse("frontdoor:contact", args=[call])).content.decode()
    assert WHISPERED in page and "Lantérn" in page and "Part it again" in page
    answer = client.post(reverse("frontdoor:part", args=[call]))
    assert answer.status_code == 302
    assert client.get(reverse("frontdoor:contact", args=[call])).status_code == 404
