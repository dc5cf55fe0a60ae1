"""Referrals & access at the staff door: drafting, looking, sending, going along, and finding another way."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest

from alongside import clock
from alongside.connection.actions import log_contact
from alongside.consent.models import Disclosure
from alongside.goals.actions import save_goal_sheet
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.referrals import actions
from alongside.referrals.models import Referral, ReferralStateChange, SystemBarrier, WaitingPlace
from alongside.referrals.rules import Warm, priced
from tests import cast
from tests.consent.make import clinic, released
from tests.desk.counting import counted
from tests.people import lantern
from tests.referrals.make import NEED, drafted, sent, service, speaks

STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ADMIN, 403),
    (cast.CUSTODIAN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 403), (None, 302),
]  # fmt: skip
PAGES = ("", "{0}/", "{0}/look/", "{0}/change/", "{0}/first-steps/", "{0}/waiting/", "{0}/answered/")


def page_of(person: uuid.UUID, more: str = "", member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get(f"/people/{person}/{more}").content.decode()


def said(agency: uuid.UUID, **other: Any) -> dict[str, Any]:
    return {
        "agency": str(agency), "need": NEED, "ways": ["call", "interpret"], "purpose": "legal", "method": "letter",
        "information": ["first_contact", "language"], "text": "Somebody would like a first appointment.",
        "called": "the clinic", "can_see": "on", "once": str(uuid.uuid4()),
    } | other  # fmt: skip


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_learns_nothing_and_changes_nothing(member: cast.Member | None, status: int) -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    draft = drafted(person, agency)
    with cast.acting(cast.CM1) as by:
        actions.plan_warm_handoff(
            by=by, participant=person, referral=draft.pk, told=Warm(went="she was kind")
        )
    client = cast.signed_in(member) if member else cast.nobody()
    at = f"/people/{person}/referrals/"
    asked = [("get", at + each.format(draft.pk)) for each in PAGES]
    asked += [("post", f"{at}{draft.pk}/{each}/") for each in ("look", "turn", "remove", "waiting")]
    asked += [("get", f"/people/{person}/{each}/") for each in ("another-way", "doing", "doing/print")]
    asked += [("post", f"/people/{person}/barriers/new/")]
    for method, address in asked:
        answer = getattr(client, method)(address, {"state": "connected"})
        wanted = 401 if method == "post" and member is None else status
        assert answer.status_code == wanted, address
        for word in ("Legal clinic", NEED, "she was kind"):
            assert word not in answer.content.decode()
    with cast.acting(cast.CM1):
        assert Referral.objects.get().removed_at is None
        assert not Disclosure.objects.exists()
        assert not WaitingPlace.objects.exists()


def test_another_s_referral_is_not_reached_through_one_s_own_person() -> None:
    mine, agency = lantern(), clinic()
    other = lantern("Heron")
    draft = drafted(other, agency)
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{mine}/referrals/{draft.pk}/").status_code == 404
    answer = client.post(f"/people/{mine}/referrals/{draft.pk}/turn/", {"state": "connected"})
    assert answer.status_code == 404


def test_send_is_off_with_the_reason_until_there_is_a_yes() -> None:
    person = lantern()
    agency = clinic(their_limits="their own files", our_limits="where she sleeps")
    speaks(person, "Amharic, some English")
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/referrals/new/", said(agency) | {"do": "look"}, follow=True)
    page = answer.content.decode()
    assert "Send is off" in page
    assert "There is no permission for this yet." in page
    assert f"/people/{person}/sharing/new/?to={agency}" in page
    assert "their own files" in page
    assert "where she sleeps" in page
    assert "No agreement is written down." in page
    assert "disabled>Send" in page
    with cast.acting(cast.CM1):
        row = Referral.objects.get()
    previewed = answer.context["previewed"]
    forced = client.post(f"/people/{person}/referrals/{row.pk}/look/", {"previewed": previewed})
    assert forced.status_code == 409
    released(person, agency)
    page = client.get(f"/people/{person}/referrals/{row.pk}/look/").content.decode()
    assert "Send is off" not in page
    client.post(f"/people/{person}/referrals/{row.pk}/look/", {"previewed": previewed})
    with cast.acting(cast.CM1):
        went = Disclosure.objects.get()
        assert went.text.splitlines() == [
            "Somebody would like a first appointment.",
            "We would like to call you with the person on the line.",
            "We bring the interpreter.",
        ]
    assert "Sent" in page_of(person, "referrals/")


def test_nothing_but_whom_it_goes_to_is_needed_and_no_word_is_lost() -> None:
    person, agency = lantern(), clinic()
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/referrals/new/", {"need": "my tooth hurts"})
    assert answer.status_code == 422
    assert "my tooth hurts" in answer.content.decode()
    once = str(uuid.uuid4())
    for _each in range(2):
        client.post(f"/people/{person}/referrals/new/", {"agency": str(agency), "once": once})
    with cast.acting(cast.CM1):
        assert Referral.objects.count() == 1


def test_two_who_write_see_each_other() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM2) as by:
        actions.plan_warm_handoff(
            by=by, participant=person, referral=draft.pk, told=Warm(went="she was kind")
        )
    address = f"/people/{person}/referrals/{draft.pk}/first-steps/"
    answer = client.post(address, {"went": "we waited", "version": "1"})
    assert answer.status_code == 409
    assert "she was kind" in answer.content.decode()
    assert "we waited" in answer.content.decode()


def test_the_waiting_list_and_the_first_steps_are_kept() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    client = cast.signed_in(cast.CM1)
    at = f"/people/{person}/referrals/{draft.pk}/"
    client.post(f"{at}waiting/", {"said_wait": "10 weeks", "every_days": "14", "interim": "the nurse"})
    page = page_of(person, f"referrals/{draft.pk}/")
    for words in ("Waitlisted", "10 weeks", "the nurse", "On the list since"):
        assert words in page
    client.post(f"{at}first-steps/", {"introduced_on": "2027-01-06", "went": "she was kind"})
    assert "she was kind" in page_of(person, f"referrals/{draft.pk}/")
    told = page_of(person, "doing/print/")
    assert "The clinic put you on a waiting list. We will ask again on January 20, 2027." in told
    assert "We introduced you to the clinic." in told
    answer = client.post(f"{at}turn/", {"state": "not_theirs", "words": "she chose another"}, follow=True)
    assert "Not this time: their choice" in answer.content.decode()
    assert "she chose another" in page_of(person)


def test_what_they_are_told_is_plain_and_discreet_and_leaves_out_what_is_not_safe() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    first = sent(person, drafted(person, agency, ways=("call",)))
    hidden = sent(person, drafted(person, agency, called="the secret house", can_see=False))
    with cast.acting(cast.CM1) as by:
        for row in (first, hidden):
            told = Warm(first_contact_on=row.state_at.date(), went="she was kind")
            actions.plan_warm_handoff(by=by, participant=person, referral=row.pk, told=told)
        given: dict[str, Any] = {"by": by, "participant": person, "responded": "Called the embassy"}
        for kind in ("without", "call_for", "call_for"):
            log_contact(**given, note=uuid.uuid4(), kind=kind)
        for kind in ("call_for", "met", "message"):
            log_contact(**given, note=uuid.uuid4(), kind=kind, participant_can_see=kind == "met")
        log_contact(**given, note=uuid.uuid4(), kind="call_for", at=clock.now() - timedelta(days=40))
    for more in ("doing/", "doing/print/"):
        page = page_of(person, more)
        assert "We called the clinic with you." in page
        assert "We did some work for you. You can ask us what it was." in page
        assert page.count("We met.") == 1 and "We wrote to each other." not in page
        january, november = page.split('<h2 class="minor">November 2026')
        called = "We called or wrote to an office for you."
        assert january.count(called) == november.count(called) == 1
        assert january.count("Also:") == 1 and "Also:" not in november
        for word in ("the secret house", "Legal clinic", "embassy"):
            assert word not in page
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.filter(way="own_copy").exists()
    cast.signed_in(cast.CM1).post(f"/people/{person}/doing/print/")
    with cast.acting(cast.CM1):
        assert Disclosure.objects.filter(way="own_copy", what="doing").count() == 1


def test_where_a_referral_is_comes_first_and_is_chosen_and_saved() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    row, client = (
        sent(person, drafted(person, agency, cost="180", who_pays="to be asked")),
        cast.signed_in(cast.CM1),
    )
    at = f"referrals/{row.pk}/"

    def offered() -> list[tuple[str, bool]]:
        card = page_of(person, at).split('aria-labelledby="turn-title"')[1].split("</section>")[0]
        pills = re.findall(r'<input type="radio" name="state" value="(\w+)"([^>]*)>', card)
        return [(value, "checked" in more) for value, more in pills]

    assert offered()[0] == ("sent", True) and sum(chosen for _value, chosen in offered()) == 1
    assert "$180" in page_of(person, at)
    client.post(f"/people/{person}/{at}turn/", {"state": "sent"})
    client.post(f"/people/{person}/{at}turn/", {"state": "accepted", "words": "they called back"})
    assert offered()[0] == ("accepted", True) and "accepted" not in [value for value, _ in offered()[1:]]
    client.post(f"/people/{person}/{at}turn/", {"state": "accepted"})
    assert page_of(person, at).count("they called back") == 1
    with cast.acting(cast.CM1):
        turns = ReferralStateChange.objects.filter(referral=row)  # of one instant, on a clock that stands
        assert sorted(each.state for each in turns) == ["accepted", "sent"]


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("cost", "said"),
    [("180", "$180"), (" 1,200.50 ", "$1,200.50"), ("free", "free"), ("€20", "€20"), ("", "")],
)
def test_a_bare_amount_is_in_dollars(cost: str, said: str) -> None:
    assert priced(cost) == said


def test_another_way_marks_what_was_tried_and_lists_the_others_first() -> None:
    person, agency = lantern(), clinic("Bright Street", "health")
    tried = service(agency, name="Tooth room", kind="dental")
    service(clinic("Second Street", "health"), name="Smile room", kind="dental")
    service(None, name="Church shelter", kind="dental")
    goal = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        words = WrittenGoal(
            goal, words="fix my tooth", tried="church shelter, full", barriers="they ask for papers"
        )
        save_goal_sheet(by=by, participant=person, written=WrittenSheet(goals=(words,)))
        goal = Goal.objects.get(words__isnull=False, participant_id=person).pk
    row = drafted(person, None, service=tried)
    with cast.acting(cast.CM1) as by:
        actions.change_referral_state(
            by=by, participant=person, referral=row.pk, turn=uuid.uuid4(), state="not_provider",
            words="no interpreter",
        )  # fmt: skip
    page = page_of(person, f"another-way/?goal={goal}&kind=dental")
    fresh, again = page.split("Tried already")
    assert "Smile room" in fresh
    assert "Tooth room" not in fresh
    assert "no interpreter" in again
    assert "Church shelter" in again
    assert "they ask for papers" in page
    assert f"?service={tried}&amp;goal={goal}" in again
    start = cast.signed_in(cast.CM1).post(
        f"/people/{person}/referrals/new/?after={row.pk}", said(agency), follow=True
    )
    assert "instead of" in start.content.decode()


def test_a_barrier_belongs_to_a_referral_and_can_be_taken_back() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/barriers/new/?referral={draft.pk}"
    assert client.post(address, {"what": "each waits for the other"}).status_code == 422
    once = str(uuid.uuid4())
    told = {"system": "court", "stuck": "each_other", "what": "each waits for the other", "once": once}
    page = client.post(address, told, follow=True).content.decode()
    assert "Two offices wait for each other" in page
    assert "each waits for the other" in page
    client.post(f"/people/{person}/barriers/{once}/remove/")
    assert "each waits for the other" not in page_of(person, f"referrals/{draft.pk}/")
    back = client.post(f"/people/{person}/barriers/{once}/restore/", follow=True).content.decode()
    assert "It is back." in back
    with cast.acting(cast.CM1):
        assert SystemBarrier.objects.get().removed_at is None
    report = cast.signed_in(cast.DIRECTOR).get("/program/barriers/").content.decode()
    assert "each waits for the other" not in report
    client.post(f"/people/{person}/barriers/{once}/remove/")
    with cast.acting(cast.CM1):
        SystemBarrier.objects.filter(pk=once).update(removed_at=clock.now() - timedelta(days=31))
    back = client.post(f"/people/{person}/barriers/{once}/restore/", follow=True).content.decode()
    assert "It cannot come back any more." in back and "It is back." not in back
    with cast.acting(cast.CM1):
        assert SystemBarrier.objects.get(pk=once).removed_at is not None


def test_the_list_asks_no_more_for_many() -> None:
    person, agency = lantern(), clinic()
    drafted(person, agency)
    client = cast.signed_in(cast.CM1)
    client.get("/people/")
    with counted() as few:
        client.get(f"/people/{person}/referrals/")
    for _each in range(6):
        drafted(person, agency)
    with counted() as many:
        client.get(f"/people/{person}/referrals/")
    assert len(few) == len(many) <= 8, "\n\n".join(many)
