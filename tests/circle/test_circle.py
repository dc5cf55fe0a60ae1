"""Who is in a Circle and who holds what; strangers first, then what is shown, asked and never said."""

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta

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
    MatterStateChange,
    Member,
)
from alongside.consent import actions as consent
from alongside.consent.models import Disclosure
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.partners.queries import gaps
from tests import cast
from tests.circle.make import main, whole
from tests.connection.test_strand_pages import STRANGERS
from tests.consent import make as sharing
from tests.goals.make import lantern


@pytest.fixture
def client() -> Iterator[Client]:
    yield cast.signed_in(cast.CM1)


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
        assert answer.status_code in (status, 404), page
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
    tables = (Member, Matter, MatterStateChange, CaseDecision, Clarity, Huddle, Attendee, CaseCommitment)
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
        actions.save_matter(
            by=by, participant=other, matter=uuid.uuid4(), words="x", holder="member", member=ids["member"]
        )


# Members -------------------------------------------------------------------------------------------------


def test_each_card_says_what_may_be_shared(client: Client) -> None:
    person = lantern()
    live, none, barred = (sharing.clinic(name) for name in ("Clinic of yes", "Court office", "Old program"))
    sharing.released(person, live)
    with cast.acting(cast.CM1) as by:
        program = uuid.uuid4()
        consent.save_program(by=by, participant=person, program=program, name="", agency=barred)
        consent.save_wish(by=by, participant=person, program=program, wish="do_not")
        for agency in (live, none, barred):
            said = actions.MemberSaid(agency=agency)
            actions.save_member(by=by, participant=person, member=uuid.uuid4(), said=said)
        actions.save_member(
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
        actions.save_member(by=by, participant=person, member=member, said=said)
        actions.save_matter(
            by=by, participant=person, matter=matter, words="school", holder="staff", staff=by.id
        )
    for _twice in range(2):
        client.post(f"/people/{person}/circle/members/{member}/capacity/", {"answer": "none"})
    with cast.acting(cast.CM1) as by:
        assert gaps() == ["kind=children"]
        assert Matter.objects.get().staff_id == by.id
        assert Member.objects.get().no_capacity_on == clock.today()


# Matters -------------------------------------------------------------------------------------------------


def test_a_matter_without_a_holder_is_unclear_and_first_until_somebody_holds_it(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        actions.save_matter(
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
        assert [turn.holder for turn in MatterStateChange.objects.filter(matter=row).order_by("at", "id")]
        assert {turn.holder for turn in MatterStateChange.objects.filter(matter=row)} == {"unclear", "staff"}


def test_two_who_save_one_matter_see_each_other(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    place = f"/people/{person}/circle/matters/{ids['matter']}/"
    client.post(place, {"words": "first", "version": "1"})
    answer = client.post(place, {"words": "second", "version": "1"})
    assert answer.status_code == 409
    assert "first" in main(answer) and "second" in main(answer)
    with cast.acting(cast.CM1) as by, pytest.raises(ChangedMeanwhile):
        actions.save_matter(by=by, participant=person, matter=ids["matter"], words="third", version=1)


def test_whoever_leaves_leaves_what_they_held_unclear(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    with cast.acting(cast.CM1) as by:
        actions.save_matter(
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
            actions.save_matter(
                by=by, participant=person, matter=uuid.uuid4(), words=words, shared=shared, holder=holder
            )
    for page in ("who/", "who/print/?language=en", "who/print/?language=es"):
        shown = main(client.get(f"/people/{person}/circle/{page}"))
        assert "her tooth" in shown and "the police" not in shown, page
    assert "Lantern" not in client.get(f"/people/{person}/circle/who/print/").content.decode()
    client.post(f"/people/{person}/circle/who/print/?language=es")
    with cast.acting(cast.CM1):
        assert {row.what for row in Disclosure.objects.filter(way="own_copy")} == {"who"}


def test_clarity_and_a_huddle_are_at_the_top_and_a_partner_is_one_line(client: Client) -> None:
    person = lantern()
    ids = whole(person, sharing.clinic())
    page = main(client.get(f"/people/{person}/circle/"))
    first = page.index("Who is responsible")
    for way in ("circle/clarity/", "circle/huddles/new/", "circle/matters/new/"):
        assert page.index(way) < first, way
    line = page[page.index("<summary>", page.index("Who is involved")) :].split("</summary>")[0]
    assert "Legal clinic" in line or "clinic" in line
    leaves = f"/circle/members/{ids['member']}/leave/"
    assert leaves not in page
    assert f"/circle/members/{ids['member']}/capacity/" in page
    assert leaves in main(client.get(f"/people/{person}/circle/members/{ids['member']}/"))
    client.post(f"/people/{person}{leaves}")
    assert leaves not in main(client.get(f"/people/{person}/circle/members/{ids['member']}/"))


def test_what_was_kept_or_dropped_is_folded_below_what_is_promised(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        for words, answer in (("the first letter", "kept"), ("the second letter", "")):
            row = uuid.uuid4()
            actions.add_case_commitment(by=by, participant=person, commitment=row, words=words)
            if answer:
                actions.settle_case_commitment(by=by, participant=person, commitment=row, answer=answer)
    page = main(client.get(f"/people/{person}/circle/"))
    assert page.index("the second letter") < page.index("Kept or dropped") < page.index("the first letter")
