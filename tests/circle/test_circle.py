"""Who holds what, what was decided and said; strangers first, then what is shown, asked and never said."""

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from alongside import clock
from alongside.circle import actions, queries
from alongside.circle.models import (
    Attendee,
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterTurn,
    Member,
)
from alongside.clock.models import ClockSetting
from alongside.consent import actions as consent
from alongside.consent.models import Disclosure
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.partners.queries import gaps
from tests import cast
from tests.connection.test_strand_pages import STRANGERS
from tests.consent import make as sharing
from tests.desk.counting import counted
from tests.goals.make import lantern

BLAME = re.compile(r"overdue|breach|\blate\b|failed|missed", re.IGNORECASE)


@pytest.fixture
def client() -> Iterator[Client]:
    yield cast.signed_in(cast.CM1)


def whole(person: uuid.UUID, agency: uuid.UUID) -> dict[str, uuid.UUID]:
    """One of everything a Circle holds."""
    names = ("member", "matter", "decision", "commitment", "huddle")
    ids = {name: uuid.uuid4() for name in names}
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        actions.keep_member(
            **given,
            member=ids["member"],
            said=actions.MemberSaid(agency=agency, role="her lawyer", perspective="the court file"),
        )
        actions.keep_matter(**given, matter=ids["matter"], words="the deposit letter")
        actions.keep_decision(**given, decision=ids["decision"], words="to ask for a later date")
        actions.write_case_commitment(
            **given,
            commitment=ids["commitment"],
            words="a list of interpreters",
            member=ids["member"],
            by_when=clock.today(),
        )
        actions.say_clarity(**given, clarity=uuid.uuid4(), sees="worker", answer="clear")
        actions.plan_huddle(**given, huddle=ids["huddle"], agenda="her room", members=(ids["member"],))
        ids["attendee"] = Attendee.objects.get().pk
    return ids


def main(answer: Any) -> str:
    """What stands in the page itself."""
    return str(answer.content.decode()).split("<main")[1]


def test_a_promise_from_a_huddle_says_by_whom_and_when_or_can_be_given_both(client: Client) -> None:
    person, agency = lantern(), sharing.clinic()
    ids = whole(person, agency)
    huddle, day = f"/people/{person}/circle/huddles/{ids['huddle']}/", clock.today() + timedelta(days=3)
    told = {"commitment": "call the school", "side": "they", "who": "Ms. Alder", "by_when": day.isoformat()}
    assert client.post(huddle, told | {"member": str(ids["member"])}).status_code == 302
    with cast.acting(cast.CM1):
        kept = CaseCommitment.objects.get(huddle_id=ids["huddle"])
        assert (kept.member_id, kept.who, kept.by_when) == (ids["member"], "Ms. Alder", day)
    client.post(huddle, {"commitment": "bring the form"})
    with cast.acting(cast.CM1):
        bare = CaseCommitment.objects.get(huddle_id=ids["huddle"], by_when=None)
    anew = f"/people/{person}/circle/commitments/{bare.pk}/day/"
    assert anew in main(client.get(huddle)) and "By whom and by when" in main(client.get(anew))
    given = {"side": "we", "who": "case manager", "by_when": day.isoformat()}
    assert client.post(anew, given).status_code == 302
    with cast.acting(cast.CM1):
        owned = CaseCommitment.objects.get(pk=bare.pk)
        assert (owned.side, owned.who, owned.by_when, owned.state) == ("we", "case manager", day, "open")
    assert client.post(anew, given | {"by_when": (day + timedelta(days=1)).isoformat()}).status_code == 302
    with cast.acting(cast.CM1):
        again = CaseCommitment.objects.get(pk=bare.pk)
    assert (again.earlier, again.state) == ([day], "renegotiated")


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    stranger, words = cast.signed_in(member), re.compile("deposit letter|later date|her lawyer|her room")
    pages = [
        "", "who/", "who/print/", "members/new/", "matters/new/", "decisions/new/", "clarity/", "huddles/new/",
        "commitments/new/", f"members/{ids['member']}/", f"matters/{ids['matter']}/",
        f"decisions/{ids['decision']}/", f"huddles/{ids['huddle']}/", f"huddles/invite/{ids['attendee']}/",
        f"commitments/{ids['commitment']}/day/",
    ]  # fmt: skip
    for page in pages:
        answer = stranger.get(f"/people/{person}/circle/{page}")
        assert answer.status_code == status, page
        assert not words.search(answer.content.decode()), page
    told = {"words": "mine", "answer": "kept", "name": "me", "holder": "they", "by_when": "2027-05-01"}
    posts = [
        *pages[3:],
        f"members/{ids['member']}/leave/",
        f"members/{ids['member']}/return/",
        f"members/{ids['member']}/capacity/",
        f"commitments/{ids['commitment']}/settle/",
    ]
    for page in posts:
        assert stranger.post(f"/people/{person}/circle/{page}", told).status_code == status, page
    with cast.acting(cast.CM1):
        assert Matter.objects.get().words == "the deposit letter"
        assert CaseCommitment.objects.get().state == "open"
        assert Member.objects.get().left_at is None
        assert (Clarity.objects.count(), Huddle.objects.count()) == (1, 1)


@pytest.mark.parametrize("member", [cast.CM3, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL])
def test_the_wall_shows_a_stranger_no_row_and_takes_none(member: cast.Member) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    with cast.acting(cast.CM1):
        key = Matter.objects.get().key_id
    tables = (Member, Matter, MatterTurn, CaseDecision, Clarity, Huddle, Attendee, CaseCommitment)
    with cast.acting(member):
        for table in tables:
            assert not table.objects.exists(), table
        assert Matter.objects.filter(pk=ids["matter"]).update(shared=False) == 0
        forged = Matter(key_id=key, participant_id=person, holder="they", at=clock.now(), by_id=member.id)
        forged.words = forged.next = None
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            forged.save(force_insert=True)


def test_another_persons_rows_are_out_of_reach_by_their_id(client: Client) -> None:
    person, other = lantern(), lantern()
    ids = whole(person, sharing.clinic())
    for page in (f"matters/{ids['matter']}/", f"members/{ids['member']}/", f"huddles/{ids['huddle']}/"):
        assert client.get(f"/people/{other}/circle/{page}").status_code == 404
    with cast.acting(cast.CM1) as by, pytest.raises(NotHere):
        actions.keep_matter(
            by=by, participant=other, matter=uuid.uuid4(), words="x", holder="member", member=ids["member"]
        )


# Members -------------------------------------------------------------------------------------------------


def test_each_card_says_what_may_be_shared(client: Client) -> None:
    person = lantern()
    live, none, barred = (sharing.clinic(name) for name in ("Clinic of yes", "Court office", "Old program"))
    sharing.released(person, live)
    with cast.acting(cast.CM1) as by:
        program = uuid.uuid4()
        consent.keep_program(by=by, participant=person, program=program, name="", agency=barred)
        consent.say_wish(by=by, participant=person, program=program, wish="do_not")
        for agency in (live, none, barred):
            said = actions.MemberSaid(agency=agency)
            actions.keep_member(by=by, participant=person, member=uuid.uuid4(), said=said)
        actions.keep_member(
            by=by,
            participant=person,
            member=uuid.uuid4(),
            said=actions.MemberSaid("person", name="her cousin"),
        )
        cards = queries.permissions(person, queries.members(person))
    assert {card.called: card.permission for card in cards} == {
        "Clinic of yes": "Permission: Live",
        "Court office": "No permission",
        "Old program": "Their wish: please do not",
        "her cousin": "No permission",
    }
    assert {card.contact for card in cards} == {"Ms. Alder, 555-0142", ""}
    page = main(client.get(f"/people/{person}/circle/"))
    assert "Their wish: please do not" in page and "her cousin" in page


def test_no_room_is_a_gap_of_the_county_and_the_matter_stays(client: Client) -> None:
    person, agency = lantern(), sharing.clinic("Children's office", kind="child_welfare")
    member, matter = uuid.uuid4(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        said = actions.MemberSaid(agency=agency)
        actions.keep_member(by=by, participant=person, member=member, said=said)
        actions.keep_matter(
            by=by, participant=person, matter=matter, words="school", holder="staff", staff=by.id
        )
    for _twice in range(2):
        client.post(f"/people/{person}/circle/members/{member}/capacity/", {"answer": "none"})
    with cast.acting(cast.CM1) as by:
        assert [sought for sought, _times in gaps()] == ["kind=children"]
        assert Matter.objects.get().staff_id == by.id
        assert Member.objects.get().no_capacity_on == clock.today()


# Matters -------------------------------------------------------------------------------------------------


def test_a_matter_without_a_holder_is_unclear_and_first_until_somebody_holds_it(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        actions.keep_matter(
            by=by, participant=person, matter=uuid.uuid4(), words="her tooth", holder="staff", staff=by.id
        )
    told = {"words": "who calls the school", "shared": "on", "once": str(uuid.uuid4())}
    for _double in range(2):
        assert client.post(f"/people/{person}/circle/matters/new/", told).status_code in (302, 409)
    page = main(client.get(f"/people/{person}/circle/"))
    assert page.index("who calls the school") < page.index("her tooth")
    supervisor = cast.signed_in(cast.SUPERVISOR)
    assert "who calls the school" in main(supervisor.get("/"))
    assert "who calls the school" not in main(cast.signed_in(cast.DIRECTOR).get("/"))
    with cast.acting(cast.CM1):
        row = Matter.objects.get(holder="unclear")
    told |= {"holder": f"staff:{cast.CM2.id}", "next": "call on Monday", "version": "1"}
    assert client.post(f"/people/{person}/circle/matters/{row.pk}/", told).status_code == 302
    assert "who calls the school" not in main(supervisor.get("/"))
    page = main(client.get(f"/people/{person}/circle/matters/{row.pk}/"))
    assert "Unclear" in page and cast.CM2.name in page
    with cast.acting(cast.CM1):
        assert [turn.holder for turn in MatterTurn.objects.filter(matter=row).order_by("at", "id")]
        assert {turn.holder for turn in MatterTurn.objects.filter(matter=row)} == {"unclear", "staff"}


def test_two_who_save_one_matter_see_each_other(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    place = f"/people/{person}/circle/matters/{ids['matter']}/"
    client.post(place, {"words": "first", "version": "1"})
    answer = client.post(place, {"words": "second", "version": "1"})
    assert answer.status_code == 409
    assert "first" in main(answer) and "second" in main(answer)
    with cast.acting(cast.CM1) as by, pytest.raises(ChangedMeanwhile):
        actions.keep_matter(by=by, participant=person, matter=ids["matter"], words="third", version=1)


def test_whoever_leaves_leaves_what_they_held_unclear(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    with cast.acting(cast.CM1) as by:
        actions.keep_matter(
            by=by, participant=person, matter=ids["matter"], words="a letter", holder="member",
            member=ids["member"], version=1,
        )  # fmt: skip
    answer = client.post(f"/people/{person}/circle/members/{ids['member']}/leave/", follow=True)
    assert "Undo" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert Matter.objects.get().holder == "unclear"


def test_their_page_is_the_same_list_without_what_is_not_safe(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        for words, shared, holder in (("her tooth", True, "they"), ("the police", False, "unclear")):
            actions.keep_matter(
                by=by, participant=person, matter=uuid.uuid4(), words=words, shared=shared, holder=holder
            )
    for page in ("who/", "who/print/?language=en", "who/print/?language=es"):
        shown = main(client.get(f"/people/{person}/circle/{page}"))
        assert "her tooth" in shown and "the police" not in shown, page
    assert "Lantern" not in client.get(f"/people/{person}/circle/who/print/").content.decode()
    client.post(f"/people/{person}/circle/who/print/?language=es")
    with cast.acting(cast.CM1):
        assert {row.what for row in Disclosure.objects.filter(way="own_copy")} == {"who"}


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
            actions.keep_member(**given, member=member, said=actions.MemberSaid(agency=agency))
            actions.keep_matter(**given, matter=uuid.uuid4(), words="a thing", holder="member", member=member)
            actions.keep_decision(**given, decision=uuid.uuid4(), words="a thing")
            actions.write_case_commitment(**given, commitment=uuid.uuid4(), words="a thing", member=member)
            actions.plan_huddle(**given, huddle=uuid.uuid4(), agenda="a thing", members=(member,))
    client.get("/people/")
    with counted() as asked:
        assert client.get(f"/people/{person}/circle/").status_code == 200
    assert len(asked) <= 21, "\n\n".join(asked)


def test_what_is_unclear_stands_on_a_supervisor_s_today_within_its_budget() -> None:
    for _each in range(12):
        person = lantern()
        with cast.acting(cast.CM1) as by:
            actions.keep_matter(by=by, participant=person, matter=uuid.uuid4(), words="who calls")
    client = cast.signed_in(cast.SUPERVISOR)
    client.get("/people/")
    with counted() as asked:
        assert main(client.get("/")).count("who calls") == 10
    assert len(asked) <= 20, "\n\n".join(asked)


# On the timeline -----------------------------------------------------------------------------------------


def test_what_a_circle_holds_stands_on_the_timeline(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        aunt = uuid.uuid4()
        actions.keep_member(**given, member=aunt, said=actions.MemberSaid(kind="person", name="Aunt Rosa"))
        actions.keep_matter(
            **given, matter=ids["matter"], words="the deposit letter", next="she asks again", holder="member",
            member=aunt, version=1,
        )  # fmt: skip
        actions.say_clarity(
            **given, clarity=uuid.uuid4(), sees="member", member=aunt, answer="not_clear", words="who pays?"
        )
        actions.leave_circle(**given, member=ids["member"])
    line = client.get(f"/people/{person}/?strand=plan").content.decode().split('id="timeline"')[1]
    for words in (
        "Legal clinic", "her lawyer", "Not involved any more", "the deposit letter", "Unclear", "she asks again",
        "Aunt Rosa", "Not clear", "who pays?", "They said they would", "a list of interpreters",
        f"/people/{person}/circle/matters/{ids['matter']}/", f"/people/{person}/circle/#commitments",
    ):  # fmt: skip
        assert words in line, words
    assert line.count("the deposit letter") == 2  # each time somebody else holds it, and never who was blamed
    other = cast.signed_in(cast.CM1).get(f"/people/{person}/?strand=connection").content.decode()
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
