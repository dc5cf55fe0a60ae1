"""A safety plan as it is written and read: in their own words, whole, and with what they take along."""

import uuid

import pytest

from alongside.agency.actions import reword
from alongside.safety.models import PlanVersion
from tests import cast
from tests.people import lantern
from tests.safety.make import planned


def test_it_is_written_in_their_words_and_what_it_said_before_stays() -> None:
    person = lantern()
    page = f"/people/{person}/safety-plan/"
    client = cast.signed_in(cast.CM1)
    assert "There is no safety plan yet" in client.get(page).content.decode()
    form = client.get(f"{page}write/").content.decode()
    assert "While I am still there" in form and "We are glad you are here" in form
    assert client.post(f"{page}write/", {"copy": "none"}).status_code == 422
    told = {"coping": "A walk to the river", "there": "Her sister", "copy": "heart", "version": "0"}
    assert client.post(f"{page}write/", told).status_code == 302
    assert client.post(f"{page}write/", told | {"coping": "Two walks", "version": "1"}).status_code == 302
    body = client.get(page).content.decode()
    assert body.index("Two walks") < body.index("A walk to the river")
    assert "Her sister" in body and "Told by heart" in body and "Version 2" in body


def test_two_who_write_at_once_see_each_other() -> None:
    person = lantern()
    planned(person)
    page = f"/people/{person}/safety-plan/write/"
    mine = {"coping": "Music", "copy": "none", "version": "1"}
    assert cast.signed_in(cast.CM2).post(page, mine).status_code == 302
    late = cast.signed_in(cast.CM1).post(page, mine | {"coping": "Dance"})
    assert late.status_code == 409
    body = late.content.decode()
    assert "Dance" in body and "Music" in body


def test_a_part_that_the_agency_hides_is_not_asked_and_what_it_said_stays() -> None:
    person = lantern()
    planned(person, work="The back room is safe", coping="Tea")
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="safety.work", language="en", text="", hidden=True)
        reword(by=by, key="safety.coping", language="en", text="What gets me through")
    client = cast.signed_in(cast.CM1)
    page = f"/people/{person}/safety-plan/"
    form = client.get(f"{page}write/").content.decode()
    assert 'name="work"' not in form and "What gets me through" in form
    assert (
        client.post(f"{page}write/", {"coping": "Music", "copy": "none", "version": "1"}).status_code == 302
    )
    body = client.get(page).content.decode()
    assert "The back room is safe" in body and "Music" in body


@pytest.mark.parametrize("copy", ["none", "heart"])
def test_no_copy_is_respected_by_every_print(copy: str) -> None:
    person = lantern()
    planned(person, copy=copy, coping="Tea by the river")
    client = cast.signed_in(cast.CM1)
    page = f"/people/{person}/safety-plan/"
    assert "/print/" not in client.get(page).content.decode()
    for answer in (
        client.get(f"{page}print/"),
        client.post(f"{page}print/"),
        client.post(f"{page}paper.pdf"),
    ):
        assert answer.status_code == 302 and answer["Location"] == page
    assert "printed a copy" not in client.get(f"/people/{person}/record/").content.decode()


def test_a_page_and_a_card_say_no_name_and_nothing_that_would_alarm() -> None:
    person = lantern()
    told = {
        "numbers": "555-0177",
        "coping": "Tea with Lantérn's cousin",
        "signs": "He threatens me",
        "places": "The library",
        "court": "Blue scarf",
    }
    planned(person, copy="paper", **told)
    client = cast.signed_in(cast.CM1)
    page = f"/people/{person}/safety-plan/"
    shown = client.get(f"{page}print/").content.decode()
    sheet = shown[shown.index('class="sheet"') : shown.index("</main>")]
    assert "555-0177" in sheet and "The library" in sheet and "Blue scarf" in sheet
    for word in ("Lant", "threat", "afety", "Court", "still there", "Case manager 1", "Alongside"):
        assert word not in sheet
    assert "<title>Page" in shown
    # What was left out is named to whoever prints, and comes only when it is ticked.
    assert "threatens" in shown
    assert "He threatens me" in client.get(f"{page}print/?part=signs").content.decode()
    pdf = client.post(f"{page}paper.pdf")
    assert pdf["Content-Type"] == "application/pdf" and b"Lant" not in pdf.content
    planned(person, copy="card", **told)
    card = client.get(f"{page}print/").content.decode()
    sheet = card[card.index('class="sheet"') : card.index("</main>")]
    assert "555-0177" in sheet and "Blue scarf" not in sheet and "<h2>" not in sheet
    record = client.get(f"/people/{person}/record/").content.decode()
    assert "printed a copy of their safety plan" in record


def test_a_plan_is_begun_by_who_walks_with_them() -> None:
    person = lantern()
    client = cast.signed_in(cast.SUPERVISOR)
    assert (
        "Their case manager or backup writes it"
        in client.get(f"/people/{person}/safety-plan/").content.decode()
    )
    assert client.get(f"/people/{person}/safety-plan/write/").status_code == 404
    assert client.post(f"/people/{person}/safety-plan/write/", {"coping": "x"}).status_code == 404
    with cast.acting(cast.CM1):
        assert not PlanVersion.objects.filter(participant_id=person).exists()


def test_opening_it_stands_in_who_looked() -> None:
    person = lantern()
    planned(person)
    client = cast.signed_in(cast.CM2)
    client.get(f"/people/{person}/safety-plan/")
    assert "read their safety plan" in client.get(f"/people/{person}/record/").content.decode()
    assert cast.signed_in(cast.CM3).get(f"/people/{uuid.uuid4()}/safety-plan/").status_code == 404


def test_words_about_nobody_chosen_are_asked_again_and_stay() -> None:
    person = lantern()
    planned(person)
    answer = cast.signed_in(cast.CM1).post(
        f"/people/{person}/safety-plan/who/", {"words": "she asked for him"}
    )
    assert answer.status_code == 422
    assert "she asked for him" in answer.content.decode()
    assert "Please choose a colleague first." in answer.content.decode()


def test_the_timeline_says_that_it_was_talked_through_and_not_one_word_of_it() -> None:
    person = lantern()
    planned(person, coping="A walk to the river")
    said = "We talked through the safety plan"
    hers = cast.signed_in(cast.CM1).get(f"/people/{person}/timeline/").content.decode()
    assert said in hers and "A walk to the river" not in hers
    theirs = cast.signed_in(cast.SUPERVISOR).get(
        f"/people/{person}/timeline/"
    )  # to whom the plan does not open
    assert theirs.status_code == 200 and said not in theirs.content.decode()
