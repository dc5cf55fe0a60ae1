"""The organisation review: the agency's own questions, honest answers, and what follows, year beside year."""

import uuid

import pytest
from django.db import connection
from django.test import Client

from alongside.access.acts import NotAllowed
from alongside.care import reviewing
from alongside.care.models import OrganisationReview, ReviewAction, ReviewAnswer, ReviewQuestion
from alongside.keeping.rules import NotHere
from alongside.vault.models import Key
from tests import cast
from tests.care.make import agreed, reviewed

HONEST = "Only the hotline has an interpreter at night"
FOLLOWS = "Ask the two interpreters we trust for nights"
ABOUT = "Two evenings with the advisers"


def asked(key: str = "language") -> uuid.UUID:
    return ReviewQuestion.objects.get(key=key).pk


def begun(*roles: str) -> tuple[Client, uuid.UUID]:
    """The director begins the review of this year."""
    client, review = cast.signed_in(cast.DIRECTOR), uuid.uuid4()
    sent = {"year": "2027", "roles": list(roles), "about": ABOUT, "once": str(review)}
    assert client.post("/care/review/new/", sent).status_code == 302
    return client, review


def answers(client: Client, review: uuid.UUID, status: int = 302, **told: str) -> None:
    with cast.acting(cast.DIRECTOR):
        question = asked()
    sent = {"state": "partly", "words": HONEST} | told
    answer = client.post(f"/care/review/{review}/of/{question}/", sent)
    assert answer.status_code == status, answer.content.decode()


def acts(client: Client, review: uuid.UUID, owner: cast.Member, **told: str) -> uuid.UUID:
    with cast.acting(cast.DIRECTOR):
        question = asked()
    action = uuid.uuid4()
    sent = {"words": FOLLOWS, "owner": str(owner.id), "due_on": "2027-03-01", "once": str(action)} | told
    answer = client.post(f"/care/review/{review}/of/{question}/action/", sent)
    assert answer.status_code == 302, answer.content.decode()
    return action


def test_a_question_is_answered_in_words_and_what_follows_has_an_owner_and_a_day() -> None:
    client, review = begun()
    answers(client, review)
    acts(client, review, cast.SUPERVISOR)
    page = client.get("/care/review/").content.decode()
    for words in (
        HONEST,
        FOLLOWS,
        ABOUT,
        "In part",
        cast.SUPERVISOR.name,
        "by <time",
        "Never a participant",
    ):
        assert words in page, words
    with cast.acting(cast.DIRECTOR):
        assert ReviewAnswer.objects.count() == ReviewAction.objects.count() == 1
    answers(client, review, words="At night as well since March", version="1")
    answers(client, review, 409, version="1")
    page = client.get("/care/review/").content.decode()
    assert "At night as well since March" in page and HONEST not in page


def test_an_answer_without_a_word_is_asked_again_kindly() -> None:
    client, review = begun()
    answers(client, review, 422, state="", words=" ")


@pytest.mark.parametrize("member", [each for each in cast.CAST if each is not cast.DIRECTOR])
def test_nobody_else_reads_or_writes_it_by_page_or_sql(member: cast.Member) -> None:
    director, review = begun()
    answers(director, review)
    action = acts(director, review, cast.DIRECTOR)
    client = cast.signed_in(member)
    for address in ("/", "/care/review/", "/care/review/print/"):
        page = client.get(address).content.decode()
        assert HONEST not in page and FOLLOWS not in page and ABOUT not in page
    with cast.acting(cast.DIRECTOR):
        question = asked()
    for address in (f"/care/review/{review}/of/{question}/", f"/care/review/actions/{action}/"):
        assert client.get(address).status_code == client.post(address, {"words": "x"}).status_code == 404
    with cast.acting(member) as by, connection.cursor() as cursor:
        for table in ("organisationreview", "reviewanswer", "reviewaction"):
            cursor.execute(f"select count(*) from core.care_{table}")
            assert cursor.fetchone() == (0,)
        assert not Key.objects.filter(thing_id=review).exists()
        with pytest.raises((NotHere, NotAllowed)):
            reviewing.answer_question(by=by, review=review, question=question, state="so", words="Fine")


def test_whom_she_invites_by_role_reads_and_answers_with_her_and_does_not_lead() -> None:
    director, review = begun("adviser", "supervisor")
    answers(director, review)
    adviser = cast.signed_in(cast.ADVISER)
    assert "You are invited to the organisation review 2027" in adviser.get("/").content.decode()
    assert HONEST in adviser.get("/care/review/").content.decode()
    answers(adviser, review, words="Advisers asked for this twice", version="1")
    assert "Advisers asked for this twice" in director.get("/care/review/").content.decode()
    for address in ("/care/review/new/", f"/care/review/{review}/", f"/care/review/{review}/finish/"):
        assert adviser.post(address, {"year": "2028"}).status_code == 403
    sent = {"year": "2027", "roles": ["supervisor"], "about": ABOUT, "version": "1"}
    assert director.post(f"/care/review/{review}/", sent).status_code == 302
    assert HONEST not in adviser.get("/care/review/").content.decode()
    assert "invited" not in adviser.get("/").content.decode()


def test_an_owner_who_is_not_invited_reads_their_action_alone_and_says_what_came_of_it() -> None:
    director, review = begun()
    answers(director, review)
    mine = acts(director, review, cast.ON_CALL)
    acts(director, review, cast.DIRECTOR, words="Look at the lease")
    client = cast.signed_in(cast.ON_CALL)
    today = client.get("/").content.decode()
    assert FOLLOWS in today and "Look at the lease" not in today and HONEST not in today
    for words in (FOLLOWS, "Look at the lease"):
        assert words in director.get("/").content.decode()
    page = client.get("/care/review/").content.decode()
    assert FOLLOWS in page and HONEST not in page and ABOUT not in page and "Look at the lease" not in page
    sent = {"ended_as": "done", "outcome": "Both said yes"}
    assert client.post(f"/care/review/actions/{mine}/", sent).status_code == 302
    assert FOLLOWS not in client.get("/").content.decode()
    assert FOLLOWS not in director.get("/").content.decode()
    page = director.get("/care/review/").content.decode()
    assert FOLLOWS in page and "Both said yes" in page and "Done" in page
    assert client.post(f"/care/review/actions/{mine}/change/", {"words": "x"}).status_code == 404


def test_years_stand_beside_each_other_and_a_finished_one_is_not_written_over() -> None:
    with cast.acting(cast.DIRECTOR) as by:
        before = reviewed(by, 2026, "Nobody at night")
        agreed(by, before, cast.DIRECTOR.id, "Find somebody for nights")
        reviewing.finish_review(by=by, review=before, finish=True)
    client, review = begun()
    answers(client, review)
    page = client.get("/care/review/").content.decode()
    table = page.partition("<table")[2].partition("</table>")[0]
    assert table.index("2027") < table.index("2026")
    for words in (HONEST, "Nobody at night", "Find somebody for nights"):
        assert words in table
    paper = client.get("/care/review/print/").content.decode()
    assert HONEST in paper and "Nobody at night" in paper and "Find somebody for nights" in paper
    answers(client, before, 404)
    with cast.acting(cast.DIRECTOR) as by:
        with pytest.raises(NotHere):
            reviewing.answer_question(by=by, review=before, question=asked(), state="so", words="Fine")
        assert OrganisationReview.objects.filter(finished_at=None).count() == 1
    assert client.post(f"/care/review/{before}/finish/", {"again": "1"}).status_code == 302
    with cast.acting(cast.DIRECTOR):
        assert OrganisationReview.objects.filter(finished_at=None).count() == 2
    again = {"year": "2027", "once": str(uuid.uuid4())}
    assert client.post("/care/review/new/", again).status_code == 422


def test_the_questions_are_the_agencys_own() -> None:
    client, review = begun()
    answers(client, review)
    with cast.acting(cast.DIRECTOR):
        question, other = asked(), asked("access")
    own = {"name": "Who speaks for us at night?", "version": "1"}
    assert client.post(f"/care/review/questions/{question}/", own).status_code == 302
    hidden = {"name": "Can people reach us?", "hidden": "on", "version": "1"}
    assert client.post(f"/care/review/questions/{other}/", hidden).status_code == 302
    new = {"name": "Is there tea?", "once": str(uuid.uuid4())}
    assert client.post("/care/review/questions/new/", new).status_code == 302
    twice = {"name": "is there TEA?", "once": str(uuid.uuid4())}
    assert client.post("/care/review/questions/new/", twice).status_code == 422
    page = client.get("/care/review/").content.decode()
    assert (
        "Who speaks for us at night?" in page
        and "Is there tea?" in page
        and "Can people reach us?" not in page
    )
    # What was answered says which question it answered.
    assert "Asked then: " in page and "in their own language" in page


def test_the_director_is_reminded_when_the_last_one_was_begun_a_year_ago() -> None:
    with cast.acting(cast.DIRECTOR) as by:
        before = reviewed(by, 2026, "Nobody at night")
    page = cast.signed_in(cast.DIRECTOR).get("/").content.decode()
    assert "The organisation review" not in page
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute(
            "update core.care_organisationreview set at = at - interval '13 months' where id = %s", [before]
        )
        cursor.execute("set local role alongside_desk")
    page = cast.signed_in(cast.DIRECTOR).get("/").content.decode()
    assert "The organisation review comes once a year" in page
