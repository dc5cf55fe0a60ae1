"""What a partner said they would do: asked on their own page through the gate, settled by their answer, once."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from alongside import clock
from alongside.access.acts import NotAllowed
from alongside.circle import actions
from alongside.circle.models import CaseCommitment
from alongside.clock.models import ClockSetting
from alongside.consent.models import Disclosure, SharedLink, SharedReply
from alongside.journey.actions import talk_about_welcome
from alongside.keeping.rules import NotHere
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from tests import cast
from tests.consent.make import clinic, released
from tests.consent.reading import press_read
from tests.desk.counting import OF_TODAY, counted
from tests.people import lantern
from tests.workspace.door import seated

PROMISE, WORDS = "a list of interpreters", "It is in the mail."
TOLD = {"text": PROMISE, "information": ["need"]}


class Case:
    """Somebody whom the clinic said it would send a list, and whoever sits at the clinic."""

    def __init__(self) -> None:
        self.person, self.agency = lantern(), clinic()
        self.commitment, self.member = uuid.uuid4(), uuid.uuid4()
        with cast.acting(cast.CM1) as by:
            given: dict[str, Any] = {"by": by, "participant": self.person}
            actions.save_member(
                **given, member=self.member, said=actions.MemberSaid(agency=self.agency, role="her lawyer")
            )
            actions.add_case_commitment(
                **given, commitment=self.commitment, words=PROMISE, member=self.member, by_when=clock.today()
            )
        self.home = f"/people/{self.person}/circle/"
        self.page = f"{self.home}commitments/{self.commitment}/their-page/"

    def permitted(self) -> None:
        self.release = released(self.person, self.agency, methods=["workspace"])
        self.alder = seated(self.agency)

    def asked(self) -> uuid.UUID:
        """Put on their page as a worker does it; gives the copy's reference."""
        client = cast.signed_in(cast.CM1)
        looked = client.post(self.page, TOLD | {"do": "look"})
        assert "Exactly as it goes out" in looked.content.decode()
        sends = TOLD | {"do": "send", "previewed": looked.context["previewed"], "once": str(uuid.uuid4())}
        assert client.post(self.page, sends).status_code == 302
        with cast.acting(cast.CM1):
            return SharedLink.objects.get().pk

    @property
    def row(self) -> CaseCommitment:
        with cast.acting(cast.CM1):
            return CaseCommitment.objects.get(pk=self.commitment)


@pytest.fixture
def case() -> Case:
    return Case()


def test_nothing_is_asked_without_a_yes_and_somebody_who_signs_in(case: Case) -> None:
    client = cast.signed_in(cast.CM1)
    assert "Nobody at this partner signs in here just now." in client.get(case.page).content.decode()
    seated(case.agency)
    page = client.get(case.page).content.decode()
    assert "There is no permission for this yet." in page
    assert PROMISE in page
    sent = client.post(case.page, TOLD | {"do": "send", "previewed": "x"})
    assert sent.status_code == 409
    assert PROMISE in sent.content.decode()
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.exists()


def test_what_stands_there_is_what_was_looked_at(case: Case) -> None:
    case.permitted()
    client = cast.signed_in(cast.CM1)
    looked = client.post(case.page, TOLD | {"do": "look"})
    other = TOLD | {"do": "send", "previewed": looked.context["previewed"], "text": "another text"}
    answer = client.post(case.page, other)
    assert answer.status_code == 409
    assert "has changed since it was looked at" in answer.content.decode()
    item = case.asked()
    page = case.alder.get(f"/shared/{item}/").content.decode()
    for each in (PROMISE, "What we said we would do", "It is done", "Not yet is a good answer too"):
        assert each in page
    for each in ("We can help with this", "Lantérn", "her lawyer", str(case.person), str(case.commitment)):
        assert each not in page
    assert case.alder.post(f"/shared/{item}/", kind="accept").status_code == 422
    assert client.get(case.page).status_code == 302  # it stands there already


def test_done_settles_it_and_reaches_today(case: Case) -> None:
    case.permitted()
    item = case.asked()
    assert case.alder.post(f"/shared/{item}/", kind="done", words=WORDS).status_code == 302
    client = cast.signed_in(cast.CM1)
    today = client.get("/").content.decode()
    for each in ("Partners answered", "It is done", WORDS):
        assert each in today
    assert WORDS in client.get(case.home).content.decode()
    assert (case.row.state, case.row.settled_on) == ("open", None)  # reading settles nothing
    assert press_read(client, case.home) == 1
    assert (case.row.state, case.row.settled_on) == ("kept", clock.today())
    assert "What they answered" in client.get(case.home).content.decode()


def test_not_yet_leaves_it_open_and_blames_nobody(case: Case) -> None:
    case.permitted()
    item = case.asked()
    case.alder.post(f"/shared/{item}/", kind="not_yet", words=WORDS)
    client = cast.signed_in(cast.CM1)
    page = client.get("/").content.decode()
    assert "Not yet" in page
    assert "overdue" not in page.lower()
    press_read(client, case.home)
    assert (case.row.state, case.row.settled_on) == ("open", None)
    case.alder.post(f"/shared/{item}/", kind="done")
    press_read(client, case.home)
    assert case.row.state == "kept"


def test_it_is_brought_once_and_what_we_say_after_stands(case: Case) -> None:
    case.permitted()
    item = case.asked()
    case.alder.post(f"/shared/{item}/", kind="done")
    client = cast.signed_in(cast.CM1)
    press_read(client, case.home)
    client.post(f"{case.home}commitments/{case.commitment}/settle/", {})
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR):
        cast.signed_in(member).get("/")
        cast.signed_in(member).get(case.home)
    assert (case.row.state, len(case.row.heard)) == ("open", 1)
    with cast.acting(cast.CM1) as by:
        reply = SharedReply.objects.get().pk
        actions.bring_settled(by=by, participant=case.person, commitment=case.commitment, reply=reply)
    assert (case.row.state, len(case.row.heard)) == ("open", 1)


def test_after_they_stopped_it_nothing_is_answered(case: Case) -> None:
    case.permitted()
    item = case.asked()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{case.person}/sharing/{case.release.pk}/stop/", {"how": "spoken"})
    assert case.alder.post(f"/shared/{item}/", kind="done").status_code == 404
    assert PROMISE not in case.alder.get("/").content.decode()
    client.get("/")
    assert case.row.state == "open"
    with cast.acting(cast.CM1):
        assert not SharedReply.objects.exists()


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DIRECTOR, cast.ADMIN])
def test_a_stranger_asks_nobody_and_settles_nothing(case: Case, member: cast.Member) -> None:
    case.permitted()
    item = case.asked()
    case.alder.post(f"/shared/{item}/", kind="done", words=WORDS)
    client = cast.signed_in(member)
    for answer in (client.get(case.page), client.post(case.page, TOLD), client.get(case.home)):
        assert answer.status_code in (403, 404)
        assert PROMISE not in answer.content.decode()
    assert WORDS not in client.get("/").content.decode()
    with cast.acting(cast.CM1):
        reply = SharedReply.objects.get().pk
    with cast.acting(member) as by, pytest.raises((NotAllowed, NotHere)):
        actions.bring_settled(by=by, participant=case.person, commitment=case.commitment, reply=reply)
    assert case.row.state == "open"


def test_an_answer_about_something_else_settles_nothing(case: Case) -> None:
    case.permitted()
    item = case.asked()
    case.alder.post(f"/shared/{item}/", kind="done")
    other = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": case.person, "commitment": other}
        actions.add_case_commitment(**given, words="something else", member=case.member)
        with pytest.raises(NotHere):
            actions.bring_settled(**given, reply=SharedReply.objects.get().pk)


def test_ours_and_those_of_people_are_asked_on_no_page(case: Case) -> None:
    ours, aunt, hers = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": case.person}
        actions.add_case_commitment(**given, commitment=ours, words="our part", side="we", member=case.member)
        actions.save_member(**given, member=aunt, said=actions.MemberSaid(kind="person", name="an aunt"))
        actions.add_case_commitment(**given, commitment=hers, words="her part", member=aunt)
    client = cast.signed_in(cast.CM1)
    for each in (ours, hers):
        answer = client.get(f"{case.home}commitments/{each}/their-page/")
        assert answer.headers["Location"].endswith("/circle/#commitments")
    assert client.get(case.home).content.decode().count("Ask on their page") == 1


# The day has come -----------------------------------------------------------------------------------------


def test_the_day_of_what_was_said_comes_up_on_today_of_whoever_walks_with_them(case: Case) -> None:
    with cast.acting(cast.CM1) as by:
        begun = {"welcomed": uuid.uuid4(), "wording": "x", "language": "en"}
        talk_about_welcome(by=by, participant=case.person, **begun)
    client = cast.signed_in(cast.CM1)
    page = client.get("/").content.decode()
    for each in ("time to check in", "said they would: ", PROMISE, f"{case.home}#commitments"):
        assert each in page
    assert "overdue" not in page.lower()
    for member in (cast.CM2, cast.CM3, cast.ON_CALL):
        assert "time to check in" not in cast.signed_in(member).get("/").content.decode()
    client.post(f"{case.home}commitments/{case.commitment}/settle/", {"answer": "let_go"})
    assert "time to check in" not in client.get("/").content.decode()


def test_before_its_day_it_says_nothing_and_a_pause_is_a_pause(case: Case) -> None:
    with cast.acting(cast.CM1) as by:
        begun = {"welcomed": uuid.uuid4(), "wording": "x", "language": "en"}
        talk_about_welcome(by=by, participant=case.person, **begun)
        actions.another_day_for_case_commitment(
            by=by, participant=case.person, commitment=case.commitment,
            by_when=clock.today() + timedelta(days=2),
        )  # fmt: skip
    client = cast.signed_in(cast.CM1)
    assert "time to check in" not in client.get("/").content.decode()
    ClockSetting.set_to(clock.now() + timedelta(days=2), running=False)
    assert "time to check in" in client.get("/").content.decode()
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=case.person, state=State.PAUSED)
    assert "time to check in" not in client.get("/").content.decode()


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR])
def test_today_asks_no_more_for_all_of_it(case: Case, member: cast.Member) -> None:
    case.permitted()
    item = case.asked()
    case.alder.post(f"/shared/{item}/", kind="not_yet")
    client = cast.signed_in(member)
    client.get("/")
    with counted() as few:
        client.get("/")
    for _each in range(4):
        case.alder.post(f"/shared/{item}/", kind="not_yet")
    client.get("/")
    with counted() as many:
        client.get("/")
    assert len(few) == len(many) <= OF_TODAY, "\n\n".join(many)
