"""What they asked is kept in their words, a promised update comes up without news, and they read what we may tell."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.questions.actions import give_update, keep_asked
from alongside.questions.models import AskedQuestion, QuestionUpdate
from tests import cast
from tests.people import lantern

TRIAL = "When is the trial?"
TOLD: dict[str, Any] = {
    "words": TRIAL,
    "holder": "the victim-witness coordinator",
    "stands": "not_yet",
    "may_tell": "they",
    "teller": "the prosecutor",
    "themselves": "555-0133",
}


def _asked(person: uuid.UUID, **more: Any) -> uuid.UUID:
    question = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given = TOLD | {"asked_on": clock.today(), "next_on": clock.today() + timedelta(days=2)} | more
        keep_asked(by=by, participant=person, question=question, **given)
    return question


def _body(path: str, member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get(path).content.decode().split("<main")[1]


def test_a_question_is_kept_in_their_words_and_only_these_are_needed() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    new = f"/people/{person}/questions/new/"
    answer = client.post(new, {"words": " ", "holder": "the coordinator"})
    assert answer.status_code == 422 and b"the coordinator" in answer.content
    assert client.post(new, {"words": TRIAL}).status_code == 302
    page = _body(f"/people/{person}/questions/")
    assert TRIAL in page and "Asked" in page
    assert "I do not know" in page and "I am not allowed to say" in page
    assert f'href="/people/{person}/rights/"' in page


def test_they_read_when_we_asked_what_may_not_be_said_and_how_to_ask_themselves() -> None:
    person = lantern()
    _asked(person)
    for page in (_body(f"/people/{person}/questions/"), _body(f"/people/{person}/questions/print/")):
        assert "We asked the victim-witness coordinator on Jan 6." in page
        assert "They cannot say yet." in page and "You can ask them yourself: 555-0133" in page
        assert "You hear from us by Jan 8, even if there is no news." in page
    assert "the prosecutor" not in _body(f"/people/{person}/questions/print/")


def test_a_promised_day_comes_up_without_news_and_no_news_is_an_answer() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    question = _asked(person)
    assert TRIAL not in _body("/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=2), running=False)
    assert "Update promised, also without news:" in _body("/") and TRIAL in _body("/")
    assert TRIAL not in _body("/", cast.CM2)
    told = {"kind": "no_news", "stands": "not_yet", "next_on": "1/15/2027"}
    assert client.post(f"/people/{person}/questions/{question}/update/", told).status_code == 302
    assert TRIAL not in _body("/")
    for page in (_body(f"/people/{person}/questions/"), _body(f"/people/{person}/questions/print/")):
        assert "No news yet, Jan 8." in page and "by Jan 15, even if there is no news" in page


def test_a_repair_of_trust_stays_with_us_and_an_answer_settles() -> None:
    person = lantern()
    question = _asked(person)
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person, "question": question}
        give_update(**given, update=uuid.uuid4(), kind="repair", words="I said sorry for the wait")
        give_update(**given, update=uuid.uuid4(), kind="news", words="It is on May 3", stands="answered")
    assert "I said sorry" in _body(f"/people/{person}/questions/")
    paper = _body(f"/people/{person}/questions/print/")
    assert (
        "I said sorry" not in paper and "It is on May 3" in paper and "even if there is no news" not in paper
    )


def test_two_who_change_one_see_each_other_and_a_double_sending_is_one() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    question = _asked(person)
    address = f"/people/{person}/questions/{question}/"
    assert client.post(address, {"words": TRIAL, "version": "1"}).status_code == 302
    answer = cast.signed_in(cast.CM2).post(address, {"words": "mine", "version": "1"})
    assert answer.status_code == 409 and b"mine" in answer.content
    once = {"kind": "no_news", "once": str(uuid.uuid4())}
    for _twice in range(2):
        client.post(f"{address}update/", once)
    with cast.acting(cast.CM1):
        assert QuestionUpdate.objects.count() == 1


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN])
def test_nobody_else_reads_one(member: cast.Member) -> None:
    person = lantern()
    question = _asked(person)
    for path in ("", "new/", "paper/", f"{question}/", f"{question}/update/"):
        assert cast.signed_in(member).get(f"/people/{person}/questions/{path}").status_code in (403, 404)
    with cast.acting(member):
        assert not AskedQuestion.objects.exists() and not QuestionUpdate.objects.exists()
