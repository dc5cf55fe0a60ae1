"""A clock ends by the rule it was started with, comes up before that, and can be read back for any day."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from alongside.benefits import actions, queries
from alongside.benefits.models import Clock, ClockChange, FamilyMember
from alongside.benefits.rules import Started, Turned, Written
from alongside.clock.models import ClockSetting
from alongside.keeping.rules import ChangedMeanwhile
from tests import cast
from tests.desk.counting import counted
from tests.people import lantern

MOST = 9  # of the page of somebody's clocks; it was 15
AUGUST = date(2027, 8, 31)
OWN = {"confidence": "practice", "source_title": "Invented for a test", "name": "Cash and medical, invented"}


@contextmanager
def on_the(year: int, month: int, day: int) -> Iterator[None]:
    """Nine o'clock of a day, for requests as well."""
    ClockSetting.set_to(datetime(year, month, day, 9, tzinfo=cast.ZONE), running=False)
    yield
    ClockSetting.set_to(cast.BEGINS, running=False)


def a_rule(line: uuid.UUID | None = None, amount: int = 8, **more: Any) -> uuid.UUID:
    """The invented rule: months to the same day. Gives its line."""
    line = line or uuid.uuid4()
    with cast.acting(cast.ADMIN) as by:
        stands = queries.rule_now(line)
        length = {"amount": amount, "unit": "months", "way": "same_day", "remind": (60, 30)}
        told = Written("own-cash", **OWN | length | more)
        seen = stands.version if stands else None
        actions.save_clock_rule(by=by, rule=uuid.uuid4(), line=line, told=told, seen=seen)
    return line


def started(person: uuid.UUID, on: date = AUGUST, **more: Any) -> uuid.UUID:
    running = uuid.uuid4()
    told = Started(**{"key": "own-cash", "place": "US", "starts_on": on} | more)
    with cast.acting(cast.CM1) as by:
        actions.start_clock(by=by, participant=person, running=running, told=told)
    return running


def read(person: uuid.UUID, running: uuid.UUID) -> queries.ClockRead:
    with cast.acting(cast.CM1):
        found = queries.clock_named(person, running)
        assert found is not None
        assert found.how  # opened here, and for good
        assert all(each.turn and (each.ends_on or True) for each in found.changes)
        assert found.row.ends_on or found.row.starts_on
    return found


def test_eight_months_of_cash_from_31_august_2027_end_on_30_april_2028_and_say_by_which_rule() -> None:
    person = lantern()
    a_rule()
    client = cast.signed_in(cast.CM1)
    with on_the(2027, 8, 31):
        sent = {"kind": "own-cash", "place": "US", "starts_on": "Aug 31, 2027"}
        answer = client.post(f"/people/{person}/clocks/new/", sent, follow=True)
    page = answer.content.decode()
    for words in (
        "Ends, by our rule",
        "Apr 30",
        "243 days left",
        "Likely; check with counsel",
        "Invented for a test",
    ):
        assert words in page, words
    assert "ligible" not in page
    assert "Cash and medical, invented" in client.get(f"/people/{person}/clocks/").content.decode()
    assert "read their clocks" in client.get(f"/people/{person}/record/").content.decode()


def test_nobody_out_of_reach_reads_or_touches_it() -> None:
    person = lantern()
    a_rule()
    running = started(person)
    for other, status in ((cast.CM3, 404), (cast.ADMIN, 403), (cast.DIRECTOR, 403)):
        client = cast.signed_in(other)
        for address in ("", f"{running}/", f"{running}/turn/", f"{running}/correct/", "family/new/"):
            assert client.get(f"/people/{person}/clocks/{address}").status_code == status
        assert client.post(f"/people/{person}/clocks/{running}/seen/").status_code == status
    other = lantern("Maple")
    assert cast.signed_in(cast.CM1).get(f"/people/{other}/clocks/{running}/").status_code == 404
    with cast.acting(cast.CM3):
        assert not Clock.objects.exists()
        assert not ClockChange.objects.exists()


def test_it_comes_up_on_today_sixty_days_before_in_the_card_of_what_waits_on_others() -> None:
    person = lantern()
    a_rule()
    running = started(person)
    client, backup = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    with on_the(2028, 2, 29):
        assert "Cash and medical, invented" not in client.get("/").content.decode()
    with on_the(2028, 3, 1):
        page = client.get("/").content.decode()
        assert "Waiting on others" in page
        assert f"/people/{person}/clocks/{running}/" in page
        assert "Cash and medical, invented" in page
        assert "Cash and medical, invented" not in backup.get("/").content.decode()
        client.post(f"/people/{person}/clocks/{running}/seen/")
        assert "Cash and medical, invented" not in client.get("/").content.decode()
    with on_the(2028, 3, 31):
        assert "Cash and medical, invented" in client.get("/").content.decode()


def test_today_asks_no_more_for_many_clocks() -> None:
    a_rule()
    started(lantern())
    client = cast.signed_in(cast.CM1)
    with on_the(2028, 3, 1):
        client.get("/")
        with counted() as few:
            client.get("/")
    for number in range(4):
        started(lantern(f"Bird {number}"))
    with on_the(2028, 3, 1), counted() as many:
        assert client.get("/").content.decode().count("Cash and medical, invented") >= 5
    assert len(many) <= len(few)


def test_the_page_asks_for_everything_at_once_and_no_more_for_many_clocks() -> None:
    a_rule()
    person = lantern()
    first, client = started(person), cast.signed_in(cast.CM1)
    address = f"/people/{person}/clocks/"
    client.get(address)
    with counted() as few:
        client.get(address)
    for _clock in range(4):
        started(person)
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": person}
        actions.save_family_member(**given, member=uuid.uuid4(), called="my little one")
        actions.start_approval(**given, approval=uuid.uuid4(), what="A room", through=AUGUST)
        actions.add_certification_date(**given, dated=uuid.uuid4(), document="letter", on=AUGUST)
    with counted() as many:
        page = client.get(address).content.decode()
    assert page.count("Cash and medical, invented") >= 5 and "my little one" in page and "A room" in page
    assert len(many) <= len(few) <= MOST, len(few)
    with cast.acting(cast.CM1):
        alone, beside = read(person, first), queries.of_page(person, "cert").clocks
        (same,) = [each for each in beside if each.row.pk == first]
        assert (same.row, same.changes, same.beside) == (alone.row, alone.changes, alone.beside)


def test_an_exception_is_asked_and_granted_and_the_end_moves_with_its_history() -> None:
    person = lantern()
    a_rule()
    with on_the(2027, 8, 31):
        running = started(person)
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/{running}/"
    with on_the(2028, 3, 10):
        asked = {"turn": "asked", "on": "Mar 10, 2028", "who": "Lantérn, with me", "version": "1"}
        assert client.post(f"{address}turn/", asked).status_code == 302
        assert "Waiting for an answer" in client.get(address).content.decode()
    with on_the(2028, 3, 20):
        granted = {"turn": "granted", "words": "By phone", "version": "2"}
        answer = client.post(f"{address}turn/", granted)
        assert answer.status_code == 422
        assert "Enter the new end." in answer.content.decode()
        assert "By phone" in answer.content.decode()
        assert client.post(f"{address}turn/", granted | {"ends_on": "Jun 30, 2028"}).status_code == 302
        page = client.get(address).content.decode()
        assert "Ends, as was decided" in page
        assert "Waiting for an answer" not in page
        before = client.get(f"{address}?on=Mar+15,+2028").content.decode()
    assert "At the end of" in before
    told = read(person, running)
    assert told.row.ends_on == date(2028, 6, 30)
    stood = {day: told.on(date(2028, 3, day)) for day in (1, 10, 20)}
    assert [(each.turn, each.ends_on) for each in stood.values() if each] == [
        ("started", date(2028, 4, 30)),
        ("asked", date(2028, 4, 30)),
        ("granted", date(2028, 6, 30)),
    ]
    assert told.on(date(2027, 8, 30)) is None


def test_what_is_suspended_or_ended_does_not_come_up_and_can_go_on_again() -> None:
    person = lantern()
    a_rule()
    running = started(person)
    with cast.acting(cast.CM1) as by:

        def turn(name: str, **more: Any) -> Clock:
            told = Turned(name, **more)
            given = {"participant": person, "running": running, "change": uuid.uuid4()}
            return actions.turn_clock(by=by, **given, told=told)

        assert turn("suspended").comes_up_on is None
        resumed = turn("resumed", ends_on=date(2028, 7, 31))
        assert (resumed.ends_on, resumed.is_open) == (date(2028, 7, 31), True)
        assert resumed.comes_up_on == date(2028, 6, 1)
        ended = turn("ended")
        assert (ended.is_open, ended.comes_up_on) == (False, None)
        assert turn("reopened").is_open


def test_two_who_write_on_one_clock_see_each_other() -> None:
    person = lantern()
    a_rule()
    running = started(person)
    with cast.acting(cast.CM2) as by:
        told = Turned("asked", words="By me, this morning")
        given = {"participant": person, "running": running, "change": uuid.uuid4()}
        actions.turn_clock(by=by, **given, told=told, seen=1)
    answer = cast.signed_in(cast.CM1).post(
        f"/people/{person}/clocks/{running}/turn/", {"turn": "ended", "words": "Typed by CM1", "version": "1"}
    )
    assert answer.status_code == 409
    assert "Typed by CM1" in answer.content.decode()
    with cast.acting(cast.CM1) as by, pytest.raises(ChangedMeanwhile):
        actions.correct_clock(
            by=by, participant=person, running=running, told=Started("own-cash", "US", AUGUST), seen=1
        )


def test_a_rule_changed_under_a_hundred_clocks_changes_none_and_offers_to_look() -> None:
    person = lantern()
    line = a_rule()
    running = [started(person) for _each in range(100)]
    with cast.acting(cast.CM1):
        before = {row.pk: (row.rule_id, row.ends_on, row.version) for row in Clock.objects.all()}
    a_rule(line, amount=4)
    with cast.acting(cast.CM1):
        assert {row.pk: (row.rule_id, row.ends_on, row.version) for row in Clock.objects.all()} == before
    told = read(person, running[0])
    assert told.row.ends_on == date(2028, 4, 30)
    assert told.ends_by_now == date(2027, 12, 31)
    client = cast.signed_in(cast.CM1)
    assert "The rule has changed" in client.get(f"/people/{person}/clocks/{running[0]}/").content.decode()
    assert "The rule has changed: look at these" in client.get("/clocks/").content.decode()
    assert read(person, started(person, date(2027, 10, 1))).row.ends_on == date(2028, 2, 1)
    assert read(person, started(person, date(2027, 10, 1))).now is None


def test_a_start_without_a_rule_is_said_and_a_document_holds_before_what_is_counted() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/clocks/new/"
    sent = {"kind": "cash_medical", "place": "US", "starts_on": "Sep 30, 1991", "what": "Typed with care"}
    answer = client.post(address, sent)
    assert answer.status_code == 422
    assert "No rule of ours counts for this day" in answer.content.decode()
    assert "Typed with care" in answer.content.decode()
    assert client.post(address, {"kind": "cash_medical", "place": "US"}).status_code == 422
    held = read(person, started(person, AUGUST, key="cash_medical", ends_on=date(2028, 1, 15)))
    assert (held.row.ends_on, held.how) == (date(2028, 1, 15), "Ends, by the document")
    unknown = read(person, started(person, AUGUST, key="continued_presence"))
    assert unknown.row.ends_on is None
    assert "Its end is not known." in client.get(f"/people/{person}/clocks/").content.decode()


def test_clocks_that_exclude_each_other_are_said_in_words_and_nothing_is_decided() -> None:
    person = lantern()
    started(person, key="cash_medical")
    client = cast.signed_in(cast.CM1)
    assert "may exclude each other" not in client.get(f"/people/{person}/clocks/").content.decode()
    started(person, key="grant_service")
    assert "may exclude each other" in client.get(f"/people/{person}/clocks/").content.decode()


def test_somebody_of_the_family_has_a_clock_of_their_own_and_no_record() -> None:
    person = lantern()
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/family/"
    assert client.post(f"{address}new/", {"where": "with her aunt"}).status_code == 422
    sent = {
        "called": "my little one",
        "relation": "child",
        "birthday": "Feb 29, 2008",
        "where": "with her aunt",
    }
    assert client.post(f"{address}new/", sent).status_code == 302
    with cast.acting(cast.CM1):
        member = FamilyMember.objects.get()
        assert member.birthday == date(2008, 2, 29)
    running = started(person, date(2008, 2, 29), key="t_child", member=member.pk)
    assert read(person, running).row.ends_on == date(2029, 2, 27)
    page = client.get(f"/people/{person}/clocks/").content.decode()
    assert page.count("my little one") >= 2
    assert client.post(f"{address}{member.pk}/remove/").status_code == 302
    assert "with her aunt" not in client.get(f"/people/{person}/clocks/").content.decode()
    assert client.post(f"{address}{member.pk}/bring-back/").status_code == 302
    with cast.acting(cast.CM3):
        assert not FamilyMember.objects.exists()
    strange = lantern("Maple")
    with cast.acting(cast.CM1) as by, pytest.raises(LookupError):
        told = Started("t_child", "US", date(2008, 2, 29), member=member.pk)
        actions.start_clock(by=by, participant=strange, running=uuid.uuid4(), told=told)


def test_a_date_about_certification_stands_beside_their_choice_and_can_come_back() -> None:
    person = lantern()
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/certification/"
    assert client.post(address, {"document": "letter"}).status_code == 422
    assert (
        client.post(address, {"document": "letter", "on": "Aug 31, 2027", "words": "By mail"}).status_code
        == 302
    )
    page = client.get(f"/people/{person}/clocks/").content.decode()
    assert "By mail" in page
    assert "Nothing we do depends on it." in page
    with cast.acting(cast.CM1):
        dated = queries.of_page(person, "cert").dates[0].pk
    client.post(f"{address}{dated}/remove/")
    assert "By mail" not in client.get(f"/people/{person}/clocks/").content.decode()
    client.post(f"{address}{dated}/bring-back/")
    assert "By mail" in client.get(f"/people/{person}/clocks/").content.decode()


def test_a_correction_counts_by_the_rule_it_was_started_with() -> None:
    person = lantern()
    line = a_rule()
    running = started(person, AUGUST + timedelta(days=1))
    a_rule(line, amount=4)
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/{running}/correct/"
    assert client.post(address, {"starts_on": "Aug 31, 2027", "version": "1"}).status_code == 302
    assert read(person, running).row.ends_on == date(2028, 4, 30)


def test_in_clear_stand_the_day_it_comes_up_and_whether_it_is_open_alone() -> None:
    from django.db import connection

    person = lantern()
    running = started(person, key="cash_medical", what="A letter of her own")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select row_to_json(c)::text from core.benefits_clock c where id = %s", [running])
        (told,) = cursor.fetchone() or ("",)
    assert "2027-08-31" not in told
    assert "letter" not in told


def test_a_letter_leads_to_a_clock_that_starts_on_its_day() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    address = f"/people/{person}/clocks/"
    for document, on in (("letter", "8/31/2027"), ("filed", "7/1/2027")):
        client.post(f"{address}certification/", {"document": document, "on": on})
    way = f"{address}new/?from=2027-08-31"
    page = client.get(address).content.decode()
    assert page.count("Start a clock from this day") == 1
    assert way in page
    assert 'value="08/31/2027"' in client.get(way).content.decode()
    a_rule()
    started(person)
    assert "Start a clock from this day" not in client.get(address).content.decode()
