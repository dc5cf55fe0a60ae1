"""What a Circle decided, met for and promised, and how it stands on other pages."""

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside import clock
from alongside.circle import actions
from alongside.circle.models import (
    Attendee,
    CaseCommitment,
    CaseDecision,
    Matter,
)
from alongside.clock.models import ClockSetting
from alongside.consent import actions as consent
from alongside.consent.models import Disclosure
from tests import cast
from tests.circle.make import BLAME, main, whole
from tests.consent import make as sharing
from tests.desk.counting import OF_TODAY, counted
from tests.goals.make import lantern


@pytest.fixture
def client() -> Iterator[Client]:
    yield cast.signed_in(cast.CM1)


# Decisions and clarity -----------------------------------------------------------------------------------


def test_a_decision_without_their_voice_is_kept_and_asks_gently(client: Client) -> None:
    person = lantern()
    place = f"/people/{person}/circle/decisions/new/"
    answer = client.post(place, {"words": "a later date"}, follow=True)
    assert (
        "Was the participant part of this? It can be answered whenever you know." in answer.content.decode()
    )
    with cast.acting(cast.CM1):
        row = CaseDecision.objects.get()
    told = {"words": "a later date", "their_part": "partly", "voice": "after the fast", "version": "1"}
    assert client.post(f"/people/{person}/circle/decisions/{row.pk}/", told).status_code == 302
    for page in (f"/people/{person}/circle/", f"/people/{person}/"):
        shown = main(client.get(page))
        assert "a later date" in shown and "Partly" in shown and "after the fast" in shown, page


def test_views_that_differ_stand_side_by_side_and_offer_a_huddle(client: Client) -> None:
    person = lantern()
    place = f"/people/{person}/circle/clarity/"
    client.post(place, {"sees": "worker", "answer": "clear"})
    assert "Plan a huddle</a></p></div>" not in main(client.get(f"/people/{person}/circle/"))
    client.post(place, {"sees": "they", "answer": "not_clear", "words": "who is my lawyer?"})
    page = main(client.get(f"/people/{person}/circle/"))
    assert "It looks different from different places." in page
    assert ">Clear<" in page and "Not clear" in page and "who is my lawyer?" in page
    assert "average" not in page and "%" not in re.sub(r"<[^>]+>", "", page)


# Huddles -------------------------------------------------------------------------------------------------


def test_who_has_no_permission_is_flagged_and_hears_nothing(client: Client) -> None:
    person, agency = lantern(), sharing.clinic()
    ids = whole(person, agency)
    page = main(client.get(f"/people/{person}/circle/huddles/{ids['huddle']}/"))
    assert "There is no permission for this yet." in page
    assert page.index("There is no permission for this yet.") < page.index("her room")
    place = f"/people/{person}/circle/huddles/invite/{ids['attendee']}/"
    assert client.get(place).status_code == 409
    answer = client.post(place, {"text": "Good day.", "do": "send", "previewed": "x"})
    assert answer.status_code == 409
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.exists()
        assert Attendee.objects.get().invited_at is None


def test_an_invitation_goes_out_through_the_gate_exactly_as_looked_at(client: Client) -> None:
    person, agency = lantern(), sharing.clinic()
    ids = whole(person, agency)
    sharing.released(person, agency, purpose="together", methods=["meeting"])
    place = f"/people/{person}/circle/huddles/invite/{ids['attendee']}/"
    looked = client.get(place)
    assert looked.status_code == 200
    assert not re.search("Lantern|her room|traffick", str(looked.context["text"]))
    looked = client.post(place, {"text": looked.context["text"], "do": "look"})
    told = {"text": looked.context["text"], "do": "send", "once": str(uuid.uuid4())}
    assert client.post(place, told | {"previewed": "another"}).status_code == 409
    assert client.post(place, told | {"previewed": looked.context["previewed"]}).status_code == 302
    with cast.acting(cast.CM1):
        sent = Disclosure.objects.get()
        assert (sent.way, sent.method) == ("huddle", "meeting")
        assert Attendee.objects.get().disclosure == sent.pk


def test_what_came_of_a_huddle_is_linked(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    place = f"/people/{person}/circle/huddles/{ids['huddle']}/"
    told = {"matter": "who pays the bus", "decision": "meet monthly", "commitment": "send the list"}
    assert client.post(place, told).status_code == 302
    with cast.acting(cast.CM1):
        for model in (Matter, CaseDecision, CaseCommitment):
            assert model.objects.filter(huddle_id=ids["huddle"]).count() == 1, model
        assert Matter.objects.get(huddle_id=ids["huddle"]).holder == "unclear"
    assert all(words in main(client.get(place)) for words in told.values())


# Commitments ---------------------------------------------------------------------------------------------


def test_a_day_gone_by_says_time_to_check_in_and_both_dates_stay(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    ClockSetting.set_to(cast.BEGINS + timedelta(days=9), running=False)
    client = cast.signed_in(cast.CM1)
    page = main(client.get(f"/people/{person}/circle/"))
    assert "Time to check in" in page and not BLAME.search(re.sub(r"<[^>]+>", " ", page))
    place = f"/people/{person}/circle/commitments/{ids['commitment']}/"
    client.post(f"{place}day/", {"by_when": (clock.today() + timedelta(days=5)).isoformat()})
    page = main(client.get(f"/people/{person}/circle/"))
    assert "Renegotiated" in page and "before that:" in page and "Time to check in" not in page
    client.post(f"{place}settle/", {"answer": "kept"})
    with cast.acting(cast.CM1):
        row = CaseCommitment.objects.get()
        assert (row.state, len(row.earlier)) == ("kept", 1)


# Budgets -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 12])
def test_the_page_asks_no_more_with_more_rows(client: Client, rows: int) -> None:
    person, agency = lantern(), sharing.clinic()
    for _each in range(rows):
        with cast.acting(cast.CM1) as by:
            given: dict[str, Any] = {"by": by, "participant": person}
            member = uuid.uuid4()
            actions.save_member(**given, member=member, said=actions.MemberSaid(agency=agency))
            actions.save_matter(**given, matter=uuid.uuid4(), words="a thing", holder="member", member=member)
            actions.save_decision(**given, decision=uuid.uuid4(), words="a thing")
            actions.add_case_commitment(**given, commitment=uuid.uuid4(), words="a thing", member=member)
            actions.plan_huddle(**given, huddle=uuid.uuid4(), agenda="a thing", members=(member,))
    client.get("/people/")
    with counted() as asked:
        assert client.get(f"/people/{person}/circle/").status_code == 200
    assert len(asked) <= 21, "\n\n".join(asked)


def test_what_is_unclear_stands_on_a_supervisor_s_today_within_its_budget() -> None:
    for _each in range(12):
        person = lantern()
        with cast.acting(cast.CM1) as by:
            actions.save_matter(by=by, participant=person, matter=uuid.uuid4(), words="who calls")
    client = cast.signed_in(cast.SUPERVISOR)
    client.get("/people/")
    with counted() as asked:
        assert main(client.get("/")).count("who calls") == 10
    assert len(asked) <= OF_TODAY, "\n\n".join(asked)


# On the timeline -----------------------------------------------------------------------------------------


def test_what_a_circle_holds_stands_on_the_timeline(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        aunt = uuid.uuid4()
        actions.save_member(**given, member=aunt, said=actions.MemberSaid(kind="person", name="Aunt Rosa"))
        actions.save_matter(
            **given, matter=ids["matter"], words="the deposit letter", next="she asks again", holder="member",
            member=aunt, version=1,
        )  # fmt: skip
        actions.answer_clarity(
            **given, clarity=uuid.uuid4(), sees="member", member=aunt, answer="not_clear", words="who pays?"
        )
        actions.leave_circle(**given, member=ids["member"])
    line = client.get(f"/people/{person}/timeline/?strand=plan").content.decode().split('id="timeline"')[1]
    for words in (
        "Legal clinic", "her lawyer", "Not involved any more", "the deposit letter", "Unclear", "she asks again",
        "Aunt Rosa", "Not clear", "who pays?", "They said they would", "a list of interpreters",
        f"/people/{person}/circle/matters/{ids['matter']}/", f"/people/{person}/circle/#commitments",
    ):  # fmt: skip
        assert words in line, words
    assert line.count("the deposit letter") == 2  # each time somebody else holds it, and never who was blamed
    other = cast.signed_in(cast.CM1).get(f"/people/{person}/timeline/?strand=connection").content.decode()
    assert "deposit letter" not in other.split('id="timeline"')[1]


def test_a_permission_that_is_over_reads_as_what_it_is(client: Client) -> None:
    person, agency = lantern(), sharing.clinic()
    whole(person, agency)
    page = f"/people/{person}/circle/"
    assert "No permission" in main(client.get(page))
    first = sharing.released(person, agency, days=20)
    assert "Permission: Live" in main(client.get(page))
    ClockSetting.set_to(clock.now() + timedelta(days=30), running=False)
    assert "Permission: Ended" in main(client.get(page)) and "No permission" not in main(client.get(page))
    second = sharing.released(person, agency, days=20)
    with cast.acting(cast.CM1) as by:
        consent.withdraw_release(by=by, participant=person, release=second.pk, how="spoken")
    assert "Permission: Stopped by participant" in main(client.get(page))
    assert first.pk != second.pk
