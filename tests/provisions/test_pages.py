"""Needs with their asks, what is wanted and the sheet for donors, through the door."""

import re
import uuid

import pytest

from alongside.agency.models import Program
from alongside.desk import plain
from alongside.participants.actions import write_details
from alongside.partners.choices import ServiceCategory
from alongside.project.demo.cast import PROGRAM
from alongside.provisions.actions import change_ask_state, remove_ask, save_ask
from alongside.provisions.choices import LOOKED_FOR
from alongside.provisions.models import DonationAsk, Wanted
from alongside.provisions.rules import Asked
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk.counting import counted
from tests.people import lantern
from tests.provisions.make import coat, need_of

STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ADMIN, 403),
    (cast.CUSTODIAN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 403), (None, 302),
]  # fmt: skip


def without_tokens(page: str) -> str:
    """A page without the tokens of its forms, whose letters come by chance and may spell anything."""
    return re.sub(r"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])", "", page)


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_learns_nothing_and_changes_nothing(member: cast.Member | None, status: int) -> None:
    person = lantern()
    row = coat(person, need=need_of(person))
    client = cast.signed_in(member) if member else cast.nobody()
    at = f"/people/{person}/needs/"
    asked = [("get", at), ("get", f"{at}asks/new/?need={row.need_id}"), ("get", f"{at}asks/{row.pk}/")]
    asked += [("post", f"{at}asks/{each}/") for each in (f"{row.pk}/turn", f"{row.pk}/remove", "new", row.pk)]
    for method, address in asked:
        answer = getattr(client, method)(address, {"state": "here", "item": "a hat", "version": "1"})
        assert answer.status_code == (401 if method == "post" and member is None else status), address
        for word in ("winter coat", "room with a lock", "plain bag", "Lanté"):
            assert word not in without_tokens(answer.content.decode())
    with cast.acting(cast.CM1):
        assert (DonationAsk.objects.get().state, DonationAsk.objects.get().removed_at) == ("asked", None)


def test_another_s_ask_is_not_reached_through_one_s_own_person() -> None:
    mine, other = lantern(), lantern("Heron")
    row = coat(other)
    client = cast.signed_in(cast.CM1)
    at = f"/people/{mine}/needs/asks/{row.pk}/"
    assert client.get(at).status_code == 404
    for each in ("turn", "remove", "restore"):
        assert client.post(f"{at}{each}/", {"state": "here"}).status_code == 404


def test_from_a_need_to_the_sheet_and_all_the_way_to_handed_over() -> None:
    person = lantern()
    client, home = cast.signed_in(cast.CM1), f"/people/{person}/needs/"
    page = client.get(home).content.decode()
    need = need_of(person)
    assert f"{home}asks/new/?need={need}" in page
    assert f"/people/{person}/another-way/?kind=housing" in page and "another-way/?kind=dental" in page
    assert "with a lock" not in page.replace("a room with a lock", "")
    assert "room" not in "".join(re.findall(r'href="([^"]*)"', page))  # words stand in no address
    said = {
        "item": "winter coat",
        "size": "child size 5",
        "handing": "in a plain bag",
        "once": str(uuid.uuid4()),
    }
    answer = client.post(f"{home}asks/new/?need={need}", said, follow=True)
    page = answer.content.decode()
    assert "winter coat" in page and "in a plain bag" in page and "What you ask for is saved." in page
    with cast.acting(cast.CM1):
        row = DonationAsk.objects.get()
        assert row.need_id == need
    paper = client.get("/donations/sheet/").content.decode()
    assert "winter coat" in paper and "child size 5" in paper
    for state, label in (("promised", "Promised"), ("here", "It is here"), ("handed_over", "Handed over")):
        page = client.post(f"{home}asks/{row.pk}/turn/", {"state": state}, follow=True).content.decode()
        assert f"Saved: {label}." in page
        assert "winter coat" not in client.get("/donations/sheet/").content.decode()
    back = re.search(r'action="([^"]*turn/\?state=here)"', page)
    assert back
    client.post(back[1])
    with cast.acting(cast.CM1):
        assert DonationAsk.objects.get().state == "here"
    page = client.get(f"/people/{person}/").content.decode()
    assert "Asked donors" in page and home in page  # on the timeline


def test_an_alias_that_is_typed_is_caught_kindly_and_every_word_is_still_there() -> None:
    person = lantern()
    client, home = cast.signed_in(cast.CM1), f"/people/{person}/needs/"
    said = {
        "item": "coat for Lantern",
        "size": "child size 5",
        "handing": "by the side door",
        "helps_until": "2027-01-30",
    }
    answer = client.post(f"{home}asks/new/", said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Donors could tell from this who it is for" in page and "“Lantérn”" in page
    for word in said.values():
        assert word in page
    with cast.acting(cast.CM1):
        assert not DonationAsk.objects.exists() and not Wanted.objects.exists()
    answer = client.post(f"{home}asks/new/", said | {"item": " "})
    assert answer.status_code == 422 and "by the side door" in answer.content.decode()


def test_what_points_at_them_by_now_is_not_asked_for_again() -> None:
    """A name may come after the ask: what was over, or taken back, is looked at before donors read it again."""
    person = lantern()
    client, home = cast.signed_in(cast.CM1), f"/people/{person}/needs/"
    over, taken = coat(person, item="red coat"), coat(person, item="red scarf")
    with cast.acting(cast.CM1) as by:
        change_ask_state(by=by, participant=person, ask=over.pk, state="handed_over")
        remove_ask(by=by, participant=person, ask=taken.pk)
        write_details(by=by, participant=person, name="Red")
    for address in (f"{home}asks/{over.pk}/turn/?state=asked", f"{home}asks/{taken.pk}/restore/"):
        page = client.post(address, follow=True).content.decode()
        assert "say more than donors need" in page and "red " in page
    assert "red" not in client.get("/donations/").content.decode().split("<main")[1].split("</main")[0]
    with cast.acting(cast.CM1) as by:
        change_ask_state(
            by=by, participant=person, ask=over.pk, state="not_needed"
        )  # from over to over asks nothing
        assert DonationAsk.objects.get(pk=taken.pk).removed_at is not None
    stale = client.post(f"{home}asks/{taken.pk}/", {"item": "scarf", "version": "1"})
    assert stale.status_code == 409  # it was taken back meanwhile
    client.post(f"{home}asks/{taken.pk}/", {"item": "scarf", "version": "2"})
    assert "scarf" in client.get("/donations/").content.decode()


def test_what_another_wrote_meanwhile_is_shown() -> None:
    person = lantern()
    row = coat(person)
    at = f"/people/{person}/needs/asks/{row.pk}/"
    other, mine = cast.signed_in(cast.CM2), cast.signed_in(cast.CM1)
    other.post(at, {"item": "warm jacket", "version": "1"})
    answer = mine.post(at, {"item": "raincoat", "handing": "kindly", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "warm jacket" in page and "raincoat" in page and "kindly" in page
    mine.post(at, {"item": "raincoat", "version": "2"})
    with cast.acting(cast.CM1):
        assert DonationAsk.objects.get().item == Wanted.objects.get().item == "raincoat"


@pytest.mark.parametrize("member", [cast.CM1, cast.CM3, cast.SUPERVISOR])
def test_the_sheet_holds_the_things_by_their_words_and_nothing_else(member: cast.Member) -> None:
    first, second = lantern(), lantern("Heron")
    rows = [coat(first, item="winter coat", need=need_of(first), helps_until=None)]
    rows += [coat(second, item="Baby bottles", size=""), coat(first, item="desk lamp", size="")]
    answer = cast.signed_in(member).get("/donations/sheet/")
    page = answer.content.decode()
    main = re.search(r"(?s)<main.*</main>", page)
    assert main
    text = " ".join(re.sub(r"<[^>]+>", " ", main[0]).split())
    assert text == "What would help just now Baby bottles desk lamp winter coat , child size 5 Thank you."
    title = re.search(r"(?s)<title>(.*?)</title>", page)
    assert title and "Page" in title[1]
    told = without_tokens(page + str(answer.headers))
    for row in rows:
        for tells in (row.pk, row.wanted, row.key_id, row.participant_id, row.need_id or "Lant"):
            assert str(tells) not in told
    for word in (
        "Lant",
        "Heron",
        "plain bag",
        "Case manager",
        cast.CM1.username,
        PROGRAM,
        "with a lock",
    ):
        assert word not in told
    assert "Content-Disposition" not in answer.headers
    alone = cast.signed_in(member).get(f"/donations/sheet/{rows[0].wanted}/").content.decode()
    assert "winter coat" in alone and "desk lamp" not in alone


def test_what_has_come_to_say_too_much_is_left_off_the_sheet() -> None:
    """A word may become one of ours after it was written: a program gets its name."""
    person = lantern()
    coat(person, item="harbour print")
    coat(person, item="desk lamp", size="")
    with cast.acting(cast.ADMIN):
        assert Program.objects.update(name="Harbour")
    page = cast.signed_in(cast.CM1).get("/donations/sheet/").content.decode()
    assert "desk lamp" in page and "harbour" not in page.casefold()
    assert "1 thing is left out" in page


def test_the_desk_reads_what_is_there_without_whose_it_is() -> None:
    person = lantern()
    row = coat(person, need=need_of(person))
    with cast.acting(cast.CM1) as by:
        change_ask_state(by=by, participant=person, ask=row.pk, state="here")
    answer = cast.signed_in(cast.DROP_IN).get("/donations/")
    page = answer.content.decode()
    assert "It is here" in page and "winter coat" in page
    for tells in (
        "Lant",
        str(person),
        str(row.pk),
        str(row.wanted),
        "plain bag",
        "with a lock",
        "Case manager 1",
    ):
        assert tells not in page
    assert cast.signed_in(cast.DROP_IN).get("/donations/sheet/").status_code == 403
    assert "/donations/" in cast.signed_in(cast.DROP_IN).get("/").content.decode()
    for member in (cast.ON_CALL, cast.DIRECTOR, cast.ADVISER):
        assert cast.signed_in(member).get("/donations/").status_code == 403
    assert cast.nobody().get("/donations/").status_code == 302


def test_who_printed_it_is_kept_with_nobody_s_trail_but_their_own() -> None:
    person = lantern()
    coat(person)
    cast.signed_in(cast.CM2).get("/donations/sheet/")
    with cast.acting(cast.CM2):
        entry = TrailEntry.objects.get(act="print_donor_sheet")
        assert (entry.chain, entry.ref) == (cast.CM2.id, None)
        kept = TrailEntry.objects.get(act="save_ask")
        assert kept.chain == person
    assert (
        plain.in_plain_words("print_donor_sheet", "looked")
        == "printed the sheet for donors, which is about nobody"
    )


def test_lists_do_not_ask_more_as_they_grow() -> None:
    person = lantern()
    times = {}
    for count in (1, 6):
        with cast.acting(cast.CM1) as by:
            for number in range(count):
                told = Asked(f"blanket {number}", need=need_of(person))
                save_ask(by=by, participant=person, ask=uuid.uuid4(), told=told)
        for address in (f"/people/{person}/needs/", "/donations/", "/donations/sheet/"):
            client = cast.signed_in(cast.CM1)
            client.get(address)
            with counted() as queries:
                client.get(address)
            times.setdefault(address, []).append(len(queries))
    assert all(first == later and later <= 8 for first, later in times.values()), times


@pytest.mark.no_database
def test_a_need_leads_to_kinds_that_the_directory_knows() -> None:
    assert {kind for kind, _words in LOOKED_FOR} <= set(ServiceCategory.values)
