"""A referral that stands on the partner's own page: what they answer there turns it here when it was read, once."""

import re
import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.clock.models import ClockSetting
from alongside.consent.gate import NoWayOut
from alongside.consent.models import SharedLink, SharedReply
from alongside.keeping.rules import NotHere
from alongside.partners.actions import end_point_of_contact
from alongside.referrals import actions, rules
from alongside.referrals.choices import AS_SAID, State
from alongside.referrals.models import PartnerAnswer, Referral, ReferralStateChange, WaitingPlace
from tests import cast
from tests.agency.test_modules import leave_off
from tests.consent.make import TEXT, clinic, released
from tests.consent.reading import FORM, press_read
from tests.desk.counting import OF_TODAY, counted
from tests.house.writes import written
from tests.people import lantern
from tests.referrals.make import drafted, on_today, sent, service
from tests.referrals.test_pages import said
from tests.workspace.door import Partner, seated

WORDS = "Monday at two is fine."


class Case:
    """A referral on the clinic's page, and whoever sits there."""

    def __init__(self) -> None:
        self.person, self.agency = lantern(), clinic()
        self.release = released(self.person, self.agency, methods=["workspace", "letter"])
        self.alder: Partner = seated(self.agency)
        self.row = sent(self.person, drafted(self.person, self.agency, method="workspace"))
        with cast.acting(cast.CM1):
            self.item = SharedLink.objects.get(disclosure_id=self.row.disclosure_id).pk
        self.page = f"/people/{self.person}/referrals/{self.row.pk}/"

    def says(self, kind: str, words: str = "") -> int:
        status: int = self.alder.post(f"/shared/{self.item}/", kind=kind, words=words).status_code
        return status

    def stops(self) -> None:
        told = {"how": "spoken"}
        cast.signed_in(cast.CM1).post(f"/people/{self.person}/sharing/{self.release.pk}/stop/", told)

    @property
    def state(self) -> str:
        with cast.acting(cast.CM1):
            return Referral.objects.get(pk=self.row.pk).state


def later() -> None:
    ClockSetting.set_to(clock.now() + timedelta(minutes=5), running=False)


@pytest.fixture
def case() -> Case:
    return Case()


def test_it_stands_on_their_page_exactly_as_it_was_shown(case: Case) -> None:
    assert TEXT in case.alder.get(f"/shared/{case.item}/").content.decode()
    with cast.acting(cast.CM1):
        assert Referral.objects.get().disclosure.method == "workspace"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "state"),
    [("accept", "accepted"), ("waitlist", "waitlisted"), ("not_now", "not_provider"), ("update", "sent"),
     ("ask", "sent"), ("unclear", "sent"), ("answer", "sent")],
)  # fmt: skip
def test_what_they_answer_turns_it_and_stands_on_today_and_its_page(
    case: Case, kind: str, state: str
) -> None:
    later()
    assert case.says(kind, WORDS) == 302
    desk = cast.signed_in(cast.CM1)
    today = desk.get("/").content.decode()
    assert "Partners answered" in today
    assert WORDS in today
    assert case.page in today
    page = desk.get(case.page).content.decode()
    for each in (WORDS, State.SENT.label, "said on their own page"):
        assert str(each) in page
    assert case.state == "sent"  # reading moves nothing
    assert press_read(desk, case.page) == 1
    assert case.state == state
    assert str(State(state).label) in desk.get(case.page).content.decode()
    with cast.acting(cast.CM1):
        kept = PartnerAnswer.objects.get()
        assert (kept.answer, kept.words) == (AS_SAID[kind], WORDS)  # type: ignore[index]
        assert WaitingPlace.objects.exists() == (kind == "waitlist")
    assert "Partners answered" not in desk.get("/").content.decode()
    page = desk.get(case.page).content.decode()
    assert WORDS in page
    assert "I have read it" not in page


def test_opening_pages_takes_nothing_in_and_a_press_does_once(case: Case) -> None:
    case.says("accept", WORDS)
    client, paths = cast.signed_in(cast.CM1), ("/", case.page, f"/people/{case.person}/referrals/")
    for member in (cast.CM1, cast.SUPERVISOR):
        for path in (*paths, f"/people/{case.person}/doing/", f"/people/{case.person}/circle/"):
            for method in ("get", "head"):
                with written() as tables:
                    assert getattr(cast.signed_in(member), method)(path).status_code == 200
                assert tables == []
    said = f"/people/{case.person}/sharing/went/{case.row.disclosure_id}/said/"
    found = FORM.findall(client.get(said).content.decode())
    assert press_read(client, case.page) == 1
    for address, inside in found:  # pressed at the same time on another page
        client.post(address, {"reply": re.findall(r'name="reply" value="([^"]+)"', inside)})
    assert press_read(client, case.page) == 0
    with cast.acting(cast.CM1):
        assert PartnerAnswer.objects.count() == 1
        assert ReferralStateChange.objects.filter(state="accepted").count() == 1


def test_a_list_says_that_they_answered_and_what_was_done_follows_the_press(case: Case) -> None:
    client = cast.signed_in(cast.CM1)
    pages = [f"/people/{case.person}/{path}" for path in ("referrals/", "doing/")]
    assert "They answered" not in client.get(pages[0]).content.decode()
    case.says("accept")
    assert "They answered" in client.get(pages[0]).content.decode()
    assert "The clinic said yes." not in client.get(pages[1]).content.decode()
    press_read(client, case.page)
    assert "Accepted" in client.get(pages[0]).content.decode()
    assert "The clinic said yes." in client.get(pages[1]).content.decode()


def test_an_answer_that_came_after_the_page_waits_to_be_read(case: Case) -> None:
    case.says("ask", "Which day?")
    client, said = (
        cast.signed_in(cast.CM1),
        f"/people/{case.person}/sharing/went/{case.row.disclosure_id}/said/",
    )
    [(address, inside)] = FORM.findall(client.get(said).content.decode())
    later()
    case.says("accept", WORDS)
    client.post(address, {"reply": re.findall(r'name="reply" value="([^"]+)"', inside)})
    assert case.state == "sent"
    today = client.get("/").content.decode()
    assert WORDS in today
    assert "Which day?" not in today
    assert client.post(address, {"reply": ["nothing", str(uuid.uuid4())]}).status_code == 302
    assert WORDS in client.get("/").content.decode()


def test_today_asks_no_more_once_it_was_brought(case: Case) -> None:
    desk = cast.signed_in(cast.CM1)
    case.says("accept")
    desk.get("/")
    with counted() as few:
        desk.get("/")
    for _each in range(4):
        case.says("update", WORDS)
    desk.get("/")
    with counted() as many:
        desk.get("/")
    assert len(few) == len(many) <= OF_TODAY, "\n\n".join(many)


def test_an_answer_after_they_stopped_it_changes_nothing(case: Case) -> None:
    case.stops()
    assert case.says("accept", WORDS) == 404
    cast.signed_in(cast.CM1).get("/")
    assert case.state == "sent"
    with cast.acting(cast.CM1):
        assert not SharedReply.objects.exists()
        assert not PartnerAnswer.objects.exists()


def test_what_they_said_before_it_was_stopped_stays_said(case: Case) -> None:
    case.says("not_now", WORDS)
    case.stops()
    client = cast.signed_in(cast.CM1)
    assert WORDS in client.get(case.page).content.decode()
    press_read(client, case.page)
    assert case.state == "not_provider"


@pytest.mark.parametrize("state", ["not_theirs", "connected", "introduced"])
def test_what_was_chosen_or_is_under_way_is_not_turned_back(case: Case, state: str) -> None:
    with cast.acting(cast.CM1) as by:
        told = {"participant": case.person, "referral": case.row.pk}
        actions.change_referral_state(by=by, **told, turn=uuid.uuid4(), state=state)
    later()
    case.says("accept", WORDS)
    press_read(cast.signed_in(cast.CM1), case.page)
    assert WORDS in cast.signed_in(cast.CM1).get(case.page).content.decode()
    assert case.state == state


def test_what_was_kept_here_after_they_said_it_stands(case: Case) -> None:
    case.says("accept", WORDS)
    later()
    with cast.acting(cast.CM1) as by:
        told = {"participant": case.person, "referral": case.row.pk}
        actions.change_referral_state(by=by, **told, turn=uuid.uuid4(), state="waitlisted")
    press_read(cast.signed_in(cast.CM1), case.page)
    assert WORDS in cast.signed_in(cast.CM1).get(case.page).content.decode()
    assert case.state == "waitlisted"


def test_taken_back_it_is_not_brought_again(case: Case) -> None:
    later()
    case.says("accept")
    desk = cast.signed_in(cast.CM1)
    press_read(desk, case.page)
    with cast.acting(cast.CM1):
        turn = ReferralStateChange.objects.get(state="accepted").pk
    desk.post(f"{case.page}turn/{turn}/back/")
    desk.get(case.page)
    assert case.state == "sent"


def test_where_referrals_are_left_off_what_they_said_is_read_all_the_same(case: Case) -> None:
    leave_off("referrals", "circle")
    case.says("accept", WORDS)
    today = cast.signed_in(cast.CM1).get("/").content.decode()
    assert WORDS in today
    assert case.page not in today
    said = f"/people/{case.person}/sharing/went/{case.row.disclosure_id}/said/"
    assert said in today
    assert press_read(cast.signed_in(cast.CM1), said) == 1
    assert case.state == "sent"
    leave_off()
    assert press_read(cast.signed_in(cast.CM1), case.page) == 1
    assert case.state == "accepted"


# Strangers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DIRECTOR, cast.ADMIN])
def test_a_stranger_reads_nothing_of_it_and_turns_nothing(case: Case, member: cast.Member) -> None:
    case.says("accept", WORDS)
    client = cast.signed_in(member)
    assert WORDS not in client.get("/").content.decode()
    assert client.get(case.page).status_code in (403, 404)
    address = f"/people/{case.person}/answered/{case.row.disclosure_id}/"
    with cast.acting(cast.CM1):
        told = {"reply": str(SharedReply.objects.get().pk)}
    assert client.post(address, told).status_code in (403, 404)
    with cast.acting(member) as by:
        assert on_today(by) == []
        reply = uuid.uuid4()
        with pytest.raises((NotAllowed, NotHere)):
            actions.bring_answer(by=by, participant=case.person, referral=case.row.pk, reply=reply)
    with cast.acting(cast.CM1):
        assert not PartnerAnswer.objects.exists()


def test_an_answer_to_something_else_turns_no_referral(case: Case) -> None:
    other = sent(case.person, drafted(case.person, case.agency, method="workspace"))
    case.says("not_now")
    with cast.acting(cast.CM1) as by:
        reply = SharedReply.objects.get().pk
        with pytest.raises(TurnedDown):
            actions.bring_answer(by=by, participant=case.person, referral=other.pk, reply=reply)
    press_read(cast.signed_in(cast.CM1), case.page)
    with cast.acting(cast.CM1):
        assert Referral.objects.get(pk=other.pk).state == "sent"


# The form -------------------------------------------------------------------------------------------------


def test_a_page_of_theirs_is_offered_where_somebody_there_signs_in() -> None:
    person, agency = lantern(), clinic()
    released(person, agency, methods=["workspace"])
    client = cast.signed_in(cast.CM1)
    path = f"/people/{person}/referrals/new/?step=1"
    page = client.get(path).content.decode()
    assert "Nobody there signs in here yet" in page
    assert 'value="workspace"' not in page
    seated(agency)
    page = client.get(path).content.decode()
    assert "A page of their own is open to: Legal clinic." in page
    assert 'value="workspace"' in page
    dental = clinic("Dental clinic", "health")
    answer = client.post(path, said(dental, method="workspace", need="my tooth"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nobody there signs in here yet" in page
    assert "my tooth" in page
    told = said(agency, method="workspace") | {"do": "look"}
    answer = client.post(path, told, follow=True)
    page = answer.content.decode()
    assert "On the partner&#39;s own page here" in page
    assert "Send is off" not in page
    answer = client.post(answer.request["PATH_INFO"], {"previewed": answer.context["previewed"]})
    assert answer.status_code == 302
    with cast.acting(cast.CM1):
        row = Referral.objects.get()
        assert row.state == "sent"
        assert row.disclosure is not None
        assert row.disclosure.method == "workspace"


def test_a_service_says_who_reads_it_or_that_nobody_does() -> None:
    person, agency = lantern(), clinic()
    chosen = service(agency)
    client = cast.signed_in(cast.CM1)
    path = f"/people/{person}/referrals/new/?service={chosen}&step=1"
    seated(clinic("Dental clinic", "health"), "beech")
    page = client.get(path).content.decode()
    assert "Nobody there signs in here yet" in page
    assert 'value="workspace"' not in page
    seated(agency)
    assert "On their own page: Ms. Alder reads it there" in client.get(path).content.decode()


def test_it_does_not_go_where_nobody_signs_in_any_more() -> None:
    person, agency = lantern(), clinic()
    released(person, agency, methods=["workspace"])
    alder = seated(agency)
    draft = drafted(person, agency, method="workspace")
    with cast.acting(cast.CM1) as by:
        end_point_of_contact(by=by, contact=alder.contact)
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/referrals/{draft.pk}/look/").content.decode()
    assert "Nobody at this partner signs in here just now." in page
    with pytest.raises(NoWayOut):
        sent(person, draft)


# A day to ask again ---------------------------------------------------------------------------------------


def test_the_day_to_ask_again_comes_up_and_goes_with_another_day() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    row = sent(person, drafted(person, agency))
    with cast.acting(cast.CM1) as by:
        told = rules.Warm(follow_up_on=clock.today() + timedelta(days=3))
        actions.plan_warm_handoff(by=by, participant=person, referral=row.pk, told=told)
        assert on_today(by) == []
    ClockSetting.set_to(clock.now() + timedelta(days=3), running=False)
    client = cast.signed_in(cast.CM1)
    page = client.get("/").content.decode()
    assert "Ask Legal clinic again" in page and 'aria-label="We asked, for ' in page
    assert "overdue" not in page.lower()
    for member in (cast.CM2, cast.CM3, cast.SUPERVISOR):
        assert "Ask Legal clinic" not in cast.signed_in(member).get("/").content.decode()
    client.post(f"/people/{person}/referrals/{row.pk}/first-steps/", {"follow_up_on": "2027-03-01"})
    assert "Ask Legal clinic" not in client.get("/").content.decode()
    with cast.acting(cast.CM1) as by:
        told = rules.Warm(follow_up_on=clock.today())
        actions.plan_warm_handoff(by=by, participant=person, referral=row.pk, told=told)
        actions.change_referral_state(
            by=by, participant=person, referral=row.pk, turn=uuid.uuid4(), state="not_theirs"
        )
        assert on_today(by) == []
