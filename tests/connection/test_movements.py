"""How things have moved: strangers first, then three lanes in which what was before stays; and a season taken back."""

import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.connection.actions import add_change_over_time, add_engagement_shift, log_contact, set_season
from alongside.connection.models import ChangeOverTime, SeasonChange
from alongside.participants.models import Need
from tests import cast
from tests.connection import make
from tests.connection.test_strand_pages import STRANGERS
from tests.desk.counting import counted


def moved(person: uuid.UUID, lane: str = "engagement", words: str = "she texts first now") -> uuid.UUID:
    """Something that moved, as its author kept it."""
    with cast.acting(cast.CM1) as by:
        return add_change_over_time(
            by=by, participant=person, movement=uuid.uuid4(), lane=lane, words=words
        ).pk


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person, change = make.person(), uuid.uuid4()
    row = moved(person)
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=person, change=change, season="quiet")
    client = cast.signed_in(member)
    answer = client.get(f"/people/{person}/moved/")
    assert answer.status_code == status
    assert "texts first" not in answer.content.decode()
    for page in ("moved/", f"moved/{row}/remove/", f"season/{change}/remove/", f"season/{change}/restore/"):
        told = {"lane": "needs", "words": "mine"}
        assert client.post(f"/people/{person}/{page}", told).status_code == status, page
    with cast.acting(cast.CM1):
        assert ChangeOverTime.objects.get().removed_at is None
        assert SeasonChange.objects.get().removed_at is None


def test_three_lanes_and_the_need_of_before_stays_with_its_dates() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1):
        told = Need.objects.get(participant_id=person, at=clock.now(), by_id=cast.CM1.id)
    page = client.get(f"/people/{person}/moved/").content.decode()
    assert "my tooth" in page and "a room with a lock" in page
    sent = [
        {"lane": "engagement", "words": "she texts first now"},
        {"lane": "connection", "words": "closer since the clinic"},
        {"lane": "needs", "words": "a dentist who speaks Amharic", "instead_of": f"told:{told.pk}"},
    ]
    for each in sent:
        once = {"once": str(uuid.uuid4())}
        for _click in range(2):
            assert client.post(f"/people/{person}/moved/", each | once).status_code == 302
    with cast.acting(cast.CM1):
        assert ChangeOverTime.objects.count() == 3
    page = client.get(f"/people/{person}/moved/").content.decode()
    engagement, connection, needs = page.split('aria-labelledby="lane-')[1:4]
    assert "she texts first now" in engagement and "closer since the clinic" in connection
    assert "a dentist who speaks Amharic" in needs and "my tooth" in needs
    assert "</time> – <time" in needs and needs.index("a dentist") < needs.index("my tooth")
    timeline = client.get(f"/people/{person}/").content.decode()
    assert "What moved: Needs" in timeline and "a dentist who speaks Amharic" in timeline


def test_what_we_did_not_meet_is_in_no_lane_so_that_nobody_counts_it() -> None:
    person = make.person()
    with cast.acting(cast.CM1) as by:
        for kind in ("not_met", "communication", "feels"):
            add_engagement_shift(by=by, participant=person, shift=uuid.uuid4(), kind=kind)
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/moved/").content.decode()
    assert "Communication changed" in page and "Feels different" in page
    assert "meet" not in page.split("<main")[1]


def test_an_empty_lane_and_a_day_to_come_are_turned_down_with_every_word_kept() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    for told in (
        {"lane": "needs", "words": " "},
        {"lane": "", "words": "kept here"},
        {"lane": "needs", "words": "kept here", "on": tomorrow},
    ):
        answer = client.post(f"/people/{person}/moved/", told)
        assert answer.status_code == 422
        assert told["words"].strip() in answer.content.decode()


def test_what_moved_can_be_taken_back_and_then_the_need_of_before_goes_on() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    first = moved(person, "needs", "a warm coat")
    with cast.acting(cast.CM1) as by:
        add_change_over_time(
            by=by, participant=person, movement=uuid.uuid4(), lane="needs", words="boots",
            instead_of=("moved", first),
        )  # fmt: skip
        second = ChangeOverTime.objects.get(follows=first).pk
    assert "</time> – <time" in client.get(f"/people/{person}/moved/").content.decode()
    client.post(f"/people/{person}/moved/{second}/remove/")
    page = client.get(f"/people/{person}/moved/").content.decode()
    assert "</time> – <time" not in page and "boots" not in page
    assert "boots" not in client.get(f"/people/{person}/").content.decode()
    client.post(f"/people/{person}/moved/{second}/restore/")
    assert "boots" in client.get(f"/people/{person}/moved/").content.decode()
    other = make.person("Heron")
    assert client.post(f"/people/{other}/moved/{second}/remove/").status_code == 404


def test_a_need_of_somebody_else_is_never_taken_the_place_of() -> None:
    person, other = make.person(), make.person("Heron")
    theirs = moved(other, "needs", "a lawyer")
    with cast.acting(cast.CM1) as by:
        row = add_change_over_time(
            by=by, participant=person, movement=uuid.uuid4(), lane="needs", words="boots",
            instead_of=("moved", theirs),
        )  # fmt: skip
        assert row.follows_id is None


def test_a_season_can_be_taken_back_and_comes_back() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    sent = {"season": "distant", "words": "since the move", "once": str(uuid.uuid4())}
    answer = client.post(f"/people/{person}/season/", sent, follow=True)
    with cast.acting(cast.CM1):
        change = SeasonChange.objects.get().pk
    assert f"/people/{person}/season/{change}/remove/" in answer.content.decode()
    client.post(f"/people/{person}/season/{change}/remove/")
    for page in ("", "season/", "moved/"):
        assert "since the move" not in client.get(f"/people/{person}/{page}").content.decode()
    assert "No season recorded" in client.get(f"/people/{person}/").content.decode()
    client.post(f"/people/{person}/season/{change}/restore/")
    assert "since the move" in client.get(f"/people/{person}/season/").content.decode()
    other = make.person("Heron")
    assert client.post(f"/people/{other}/season/{change}/remove/").status_code == 404


def test_the_lanes_take_few_queries_however_much_moved() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{person}/moved/")
    found = []
    for count in (1, 6):
        for _each in range(count):
            moved(person)
        with counted() as queries:
            client.get(f"/people/{person}/moved/")
        found.append(len(queries))
    assert found[0] == found[1] <= 12


def test_a_decision_they_made_stands_in_neutral_style_and_has_no_outcome() -> None:
    person = make.person()
    with cast.acting(cast.CM1) as by:
        log_contact(
            by=by, participant=person, note=uuid.uuid4(), kind="decision", happened="decided not to testify",
            responded="It is yours to decide. I stay.",
        )  # fmt: skip
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/").content.decode()
    assert "A decision they made - how we stood with them" in page and "decided not to testify" in page
    form = cast.signed_in(cast.CM1).get(f"/note/?with={person}").content.decode()
    assert "A decision they made" in form
    for word in ("outcome", "success", "failure"):
        assert word not in form.split("<main")[1].lower()
