"""Donors are asked for a thing, and nothing they or the desk can read tells whom it is for."""

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import NotAllowed, TurnedDown
from alongside.agency.models import Program
from alongside.consent import pointing
from alongside.consent.actions import save_cover_words
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.participants.actions import write_details
from alongside.participants.reaching import remove_contact_point, save_contact_point
from alongside.provisions import queries, rules
from alongside.provisions.actions import change_ask_state, remove_ask, restore_ask, save_ask
from alongside.provisions.choices import LOOKED_FOR
from alongside.provisions.models import DonationAsk, Wanted
from alongside.vault.models import Key
from tests import cast
from tests.people import lantern
from tests.provisions.make import COAT, coat, need_of


def test_an_ask_stands_beside_its_need_and_only_the_thing_may_be_filled_in() -> None:
    person = lantern()
    need = need_of(person)
    coat(person, need=need)
    with cast.acting(cast.CM1) as by:
        save_ask(by=by, participant=person, ask=uuid.uuid4(), told=rules.Asked("a blanket"))
        read = queries.needs_with_asks(person)
        assert [each.item for each in read[0].going] == ["winter coat"]
        assert [each.item for each in read[-1].going] == ["a blanket"] and read[-1].need is None
        with pytest.raises(rules.NoItem):
            save_ask(by=by, participant=person, ask=uuid.uuid4(), told=rules.Asked(" ", "child size 5"))
        kept = save_ask(
            by=by, participant=person, ask=uuid.uuid4(), told=rules.Asked("soap", need=uuid.uuid4())
        )
        assert kept.need_id is None  # another's need, or none


def test_a_second_press_asks_once_and_a_change_of_another_is_seen() -> None:
    person = lantern()
    row = coat(person)
    with cast.acting(cast.CM2) as by:
        given = {"by": by, "participant": person, "ask": row.pk}
        save_ask(**given, told=rules.Asked("another thing"))
        assert DonationAsk.objects.get().item == "winter coat"
        save_ask(**given, told=rules.Asked("warm coat", "child size 6"), seen=1)
        line = Wanted.objects.get()
        assert (line.pk, line.item, line.size) == (row.wanted, "warm coat", "child size 6")
        with pytest.raises(ChangedMeanwhile):
            save_ask(**given, told=rules.Asked("a hat"), seen=1)
        with pytest.raises(TurnedDown):
            change_ask_state(**given, state="overdue")


@pytest.mark.parametrize(
    "words",
    [
        "coat for Lantérn",
        "coat for LANTERN's child",
        "ask for maria at the desk",
        "for Ana Maria",
        "call 555 0199",
        "call +1 (202) 555-0147",
        "bring it to 12 Elm Street",
        "Calle Mayor 14",
        "write to someone@example.org",
        "for a survivor of trafficking",
        "para una víctima de trata",
        "a toy train for the boy",  # never to be said
        "ask for porcelain",  # the code word
        "born 2021-03-04",
        "ask for Case manager 1",
    ],
)
def test_what_points_at_somebody_is_caught(words: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, name="Ana Maria")
        save_contact_point(
            by=by,
            participant=person,
            point=uuid.uuid4(),
            channel="text",
            address="555-0199",
            code_word="porcelain",
        )
        save_cover_words(by=by, participant=person, cover=uuid.uuid4(), introduce="us", never="the boy")
        for told in (rules.Asked(words), rules.Asked("winter coat", words)):
            with pytest.raises(rules.PointsAtSomebody) as caught:
                save_ask(by=by, participant=person, ask=uuid.uuid4(), told=told)
            assert caught.value.found and caught.value.field == ("item" if told.item == words else "size")
        assert not DonationAsk.objects.exists() and not Wanted.objects.exists()


@pytest.mark.parametrize(
    ("item", "size"),
    [
        ("winter coat", "child size 5"),
        ("shoes", "EU 36/38, or 6.5"),
        ("car seat", "9-18 kg"),
        ("bananas and a lanterns' string", "2 x 100"),  # only whole words are a name
        ("colcha", "200 x 150 cm"),
        ("diapers", "size 3, 2 packs of 36"),
    ],
)
def test_a_plain_thing_passes(item: str, size: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, name="Ana")
        assert save_ask(by=by, participant=person, ask=uuid.uuid4(), told=rules.Asked(item, size)).pk


def test_a_way_to_reach_them_that_was_taken_away_and_a_program_of_ours_are_caught_too() -> None:
    person, point = lantern("李明"), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        save_contact_point(by=by, participant=person, point=point, channel="other", address="bird_at_dawn")
        remove_contact_point(by=by, participant=person, point=point)
        program = Program.objects.all()[0].name
        for words in ("李明的外套", "write to bird_at_dawn", f"from {program}"):
            with pytest.raises(rules.PointsAtSomebody):
                save_ask(by=by, participant=person, ask=uuid.uuid4(), told=rules.Asked(words))


@pytest.mark.no_database
def test_small_words_of_a_name_are_no_name_and_numbers_are_read_in_any_digits() -> None:
    known = pointing.Known(names=("The Li",), reached=("555-0127",))
    assert pointing.pointing("the small coat", known) == []
    assert pointing.pointing("ask 5550127", known) and pointing.pointing("ask ٥٥٥ ٠١٢٧", known)
    assert pointing.like_an_address("size 5, 12-18 months, 1000 ml") == []
    assert pointing.like_an_address("٢٠٢ ٥٥٥ ٠١٤٧")
    assert rules.looked_for("my tooth", LOOKED_FOR) == "dental"
    assert rules.looked_for("un cuarto con llave", LOOKED_FOR) == "housing"
    assert rules.looked_for("to be left in peace", LOOKED_FOR) == ""


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.PRACTICE])
def test_the_wall_shows_a_stranger_no_ask_and_takes_none(member: cast.Member) -> None:
    person = lantern()
    row = coat(person, need=need_of(person))
    with cast.acting(cast.CM1):
        assert DonationAsk.objects.exists()
    with cast.acting(member) as by:
        assert not DonationAsk.objects.exists()
        given = {"by": by, "participant": person, "ask": row.pk}
        for act, more in (
            (change_ask_state, {"state": "here"}),
            (remove_ask, {}),
            (restore_ask, {}),
            (save_ask, {"told": rules.Asked("a hat"), "seen": 1}),
        ):
            with pytest.raises((NotAllowed, NotHere, TurnedDown)):
                act(**given, **more)
        out_of_reach = pytest.raises(DatabaseError, match="out of reach")
        with out_of_reach, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select core.list_ask(%s, %s, 'k', 'i', 's')", [row.pk, uuid.uuid4()])
        # What they may read of it, they cannot change.
        assert Wanted.objects.filter(pk=row.wanted).update(state="handed_over") == 0


@pytest.mark.parametrize("member", [cast.DROP_IN, cast.CM3])
def test_what_others_read_of_it_is_the_thing_and_nothing_that_leads_back(member: cast.Member) -> None:
    person = lantern()
    row = coat(person, need=need_of(person), helps_until=date(2027, 1, 30))
    with cast.acting(member) as by:
        assert [(each.item, each.size, each.state) for each in queries.wanted()] == [
            ("winter coat", "child size 5", "asked")
        ]
        with connection.cursor() as cursor:
            cursor.execute("select row_to_json(w)::text from core.provisions_wanted w")
            told = cursor.fetchone()[0]
        key = Key.objects.get(thing_id=row.wanted)
        for tells in (person, row.pk, row.key_id, row.need_id, cast.CM1.id, "2027"):
            assert str(tells) not in told + str(vars(key))
    with cast.acting(cast.CM1) as by:
        change_ask_state(by=by, participant=person, ask=row.pk, state="handed_over")
    with cast.acting(member) as by:
        assert queries.wanted() == []
        assert not Wanted.objects.exists() and not Key.objects.filter(thing_id=row.wanted).exists()


@pytest.mark.parametrize("member", [cast.ON_CALL, cast.DIRECTOR, cast.PRACTICE, cast.ADMIN, cast.ADVISER])
def test_who_neither_asks_nor_receives_reads_no_line(member: cast.Member) -> None:
    row = coat(lantern())
    with cast.acting(member):
        assert not Wanted.objects.exists()
        assert not Key.objects.filter(thing_id=row.wanted).exists()


def test_what_is_taken_back_is_not_looked_for_and_can_come_back() -> None:
    person = lantern()
    row = coat(person)
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": person, "ask": row.pk}
        change_ask_state(**given, state="promised")
        remove_ask(**given)
        assert queries.asks(person) == [] and queries.wanted() == []
        restore_ask(**given)
        assert [each.state for each in queries.wanted()] == ["promised"]


def test_words_are_sealed_and_a_line_has_a_key_of_its_own() -> None:
    person = lantern()
    row = coat(person)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        for table in ("donationask", "wanted"):
            cursor.execute(f"select row_to_json(r)::text from core.provisions_{table} r")
            told = cursor.fetchone()[0]
            for word in (COAT["item"], COAT["size"], COAT["handing"]):
                assert word not in told and word.encode().hex() not in told
        assert Wanted.objects.get().key_id != row.key_id
        with pytest.raises(DatabaseError), transaction.atomic():
            Wanted.objects.update(key_id=row.key_id)
        # A line is put in place once, with a fresh key.
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("select core.list_ask(%s, %s, 'k', 'i', 's')", [row.pk, uuid.uuid4()])
