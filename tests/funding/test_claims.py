"""A month's end is put together from what is there: counted once, without a name, closed, and nothing late lost."""

import csv
import io
import re
import uuid
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.benefits.actions import start_approval
from alongside.benefits.rules import end_of_month
from alongside.connection.actions import log_contact
from alongside.connection.models import Note, ServiceKind
from alongside.funding import claim_actions, claim_queries, claim_rules
from alongside.funding.claim_models import ClaimLine, Closing
from alongside.funding.stream_models import Stream
from alongside.trail.models import TrailEntry
from tests import cast
from tests.funding.make import gift, moves
from tests.funding.streams_make import enrolled, stream
from tests.people import lantern

DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)
CHICAGO = ZoneInfo("America/Chicago")


def note(person: uuid.UUID, day: date = date(2026, 12, 9), hour: int = 12, **told: Any) -> uuid.UUID:
    """A note of case manager 1 on a day."""
    row = uuid.uuid4()
    at = datetime(day.year, day.month, day.day, hour, 30, tzinfo=CHICAGO)
    with cast.acting(cast.CM1) as by:
        log_contact(
            by=by, participant=person, note=row, **{"kind": "met", "at": at, "happened": "secret"} | told
        )
    return row


def away(row: uuid.UUID) -> None:
    """Take a note away."""
    with cast.acting(cast.CM1):
        assert Note.objects.filter(pk=row).update(removed_at=clock.now()) == 1


def tie(kept: uuid.UUID, other: uuid.UUID) -> None:
    """Bring two records of one person together, as the keeper does."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_linkedrecords (id, kept_id, other_id, at, by_id)"
            " values (%s, %s, %s, %s, %s)",
            [uuid.uuid4(), kept, other, cast.BEGINS, cast.SUPERVISOR.id],
        )
        cursor.execute("set local role alongside_desk")


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def claim(into: Stream, month: date = DECEMBER) -> claim_queries.Claim:
    with cast.acting(cast.DIRECTOR):
        found = claim_queries.claim(into.pk, month)
        assert found is not None
        assert found.lines is not None and found.later is not None
    return found


def whys(into: Stream, month: date = DECEMBER) -> list[str]:
    return sorted(each.why for each in claim(into, month).now)


def close(into: Stream, month: date = DECEMBER) -> int:
    with cast.acting(cast.DIRECTOR) as by:
        return claim_actions.close_month(by=by, closing=uuid.uuid4(), stream=into.pk, month=month)


def test_a_month_counts_where_something_was_written_and_only_then() -> None:
    person, other = lantern(), lantern("Maple")
    into = stream(rate=450)
    enrolled(person, into)
    enrolled(other, into)
    assert whys(into) == ["no_work", "no_work"]
    note(person, kind="no_answer")
    assert whys(into) == ["", "no_work"]
    strict = stream("Contacts only", asks="contact", place=2, beside=True)
    enrolled(person, strict)
    assert whys(strict) == ["no_work"]
    note(person)
    assert whys(strict) == [""]
    free = stream("No note needed", asks="nothing", place=3, beside=True)
    enrolled(other, free)
    assert whys(free) == [""] and whys(free, date(2026, 11, 1)) == []
    away(note(other))
    assert whys(into) == ["", "no_work"]


def test_a_month_begins_by_the_clock_of_the_stream() -> None:
    person = lantern()
    here, east = stream(zone="America/Chicago"), stream("East", zone="America/New_York", beside=True)
    enrolled(person, here)
    enrolled(person, east)
    note(person, date(2026, 12, 31), hour=23)
    assert (whys(here), whys(east)) == ([""], ["no_work"])
    assert (whys(here, JANUARY), whys(east, JANUARY)) == (["no_work"], [""])


def test_work_before_an_enrolment_does_not_count() -> None:
    person, into = lantern(), stream()
    enrolled(person, into, date(2026, 12, 20))
    note(person, date(2026, 12, 3))
    assert whys(into) == ["no_work"]
    note(person, date(2026, 12, 20))
    assert whys(into) == [""]


def test_a_window_of_months_ends() -> None:
    person, into = lantern(), stream(months=2, asks="nothing")
    enrolled(person, into, date(2026, 11, 15))
    assert [whys(into, date(2026, month, 1)) for month in (11, 12)] == [[""], [""]]
    assert whys(into, JANUARY) == ["past"]


def test_a_month_is_approved_or_does_not_count() -> None:
    person, into = lantern(), stream(approved=True, asks="nothing")
    enrolled(person, into)
    assert whys(into, JANUARY) == ["not_approved"]
    with cast.acting(cast.CM1) as by:
        given = {"participant": person, "approval": uuid.uuid4(), "what": "rent"}
        start_approval(by=by, **given, through=end_of_month(clock.today()))
    assert whys(into, JANUARY) == [""]
    assert whys(into) == ["not_approved"] and whys(into, date(2027, 2, 1)) == ["not_approved"]
    page = cast.signed_in(cast.DIRECTOR).get("/program/month-end/?month=2027-01").content.decode()
    assert "To ask for: 1." in page and "Lant" not in page and str(person) not in page


def test_the_first_stream_in_the_order_pays_and_the_other_says_so() -> None:
    person = lantern()
    first, second = stream(place=1), stream("State fund", "repaid", place=2)
    third = stream("Second contract", place=3)
    for into in (first, second, third):
        enrolled(person, into)
    with cast.acting(cast.CM1):
        ride, food = ServiceKind.objects.order_by("place")[:2]
    note(person, services=[ride.pk, food.pk], minutes=40)
    assert (whys(first), whys(second), whys(third)) == ([""], ["other", "other"], ["other"])
    shown = cast.signed_in(cast.DIRECTOR).get(f"/program/month-end/{third.pk}/2026-12/").content.decode()
    assert "County contract pays for it first" in shown and "paid once" in shown
    before = stream("Rides", "repaid", place=0, kinds=(ride.pk,))
    enrolled(person, before)
    assert (whys(first), whys(before), whys(second)) == ([""], [""], ["other", "other"])


def test_two_records_of_one_person_count_once() -> None:
    kept, other = lantern(), lantern("Maple")
    into = stream()
    for person in (kept, other):
        enrolled(person, into)
        note(person)
    assert whys(into) == ["", ""]
    close(into)
    tie(kept, other)
    assert whys(into) == [""]
    found = claim(into)
    assert (len(found.later.came), len(found.later.went)) in ((0, 1), (1, 2))


def test_whoever_directs_opens_dates_and_kinds_and_no_name_or_word() -> None:
    person, into = lantern(), stream()
    enrolled(person, into)
    with cast.acting(cast.CM1):
        kind = ServiceKind.objects.order_by("place")[0]
    note(person, services=[kind.pk], minutes=90)
    client = cast.signed_in(cast.DIRECTOR)
    home = f"/program/month-end/{into.pk}/2026-12/"
    shown = client.get(home).content.decode()
    assert "1 month of a person" in shown
    (there,) = set(re.findall(rf'href="({re.escape(home)}[0-9a-f-]{{36}}/)"', shown))
    opened = client.get(there).content.decode()
    assert "Dec 9" in opened and kind.called in opened and "1.5 h" in opened
    for page in (shown, opened, client.get(f"{home}file/").content.decode()):
        assert "Lant" not in page and "secret" not in page and str(person) not in page
    assert client.get(f"{home}{uuid.uuid4()}/").status_code == 404
    for wrong in ("2026-13", "soon", "26-1", "2026-1"):
        assert client.get(f"/program/month-end/{into.pk}/{wrong}/").status_code == 404
    for member in (cast.CM1, cast.SUPERVISOR, cast.ADMIN, cast.CUSTODIAN):
        assert cast.signed_in(member).get(home).status_code == 403
        with cast.acting(member), pytest.raises(DatabaseError), transaction.atomic():
            claim_queries.claim(into.pk, DECEMBER)


def test_their_team_sees_by_name_what_does_not_qualify_and_nobody_else_does() -> None:
    person, into = lantern(), stream()
    enrolled(person, into)
    address = "/month-check/?month=2026-12"
    shown = cast.signed_in(cast.CM1).get(address).content.decode()
    assert "no work is written down" in shown and f'href="/people/{person}/"' in shown
    assert (
        "ask"
        not in re.sub(r"(?s).*<h1>", "", shown).replace("has to be asked", "").lower().split("</main>")[0]
    )
    assert "Everything qualifies" in cast.signed_in(cast.CM3).get(address).content.decode()
    assert cast.signed_in(cast.DIRECTOR).get(address).status_code == 403
    note(person)
    assert "Everything qualifies" in cast.signed_in(cast.CM1).get(address).content.decode()


def test_a_closed_month_stands_and_is_corrected_by_a_later_line() -> None:
    person, other, into = lantern(), lantern("Maple"), stream()
    enrolled(person, into)
    enrolled(other, into)
    first = note(person)
    assert close(into) == 1
    note(other)
    away(first)
    found = claim(into)
    assert len(found.lines) == 1 and (len(found.later.came), len(found.later.went)) == (1, 1)
    numbered = found.numbers[next(iter(found.closed.values())).who or uuid.uuid4()]
    assert numbered == 1
    client = cast.signed_in(cast.DIRECTOR)
    home = f"/program/month-end/{into.pk}/2026-12/"
    shown = client.get(home).content.decode()
    assert "Came since it was closed" in shown and "Does not count any more" in shown
    once = re.search(r'name="once" value="([0-9a-f-]+)"', shown)
    assert once is not None
    for _again in range(2):
        assert client.post(f"{home}close/", {"once": once[1]}).status_code == 302
    with cast.acting(cast.DIRECTOR):
        assert Closing.objects.count() == 2 and ClaimLine.objects.count() == 3
    assert not claim(into).later
    with pytest.raises(claim_rules.NothingCameLater):
        close(into)
    assert "Corrected by" in client.get(home).content.decode()


def test_a_month_that_goes_on_is_not_closed_and_lines_are_nobodys_to_change() -> None:
    into = stream()
    with pytest.raises(claim_rules.MonthGoesOn):
        close(into, JANUARY)
    assert close(into) == 0
    for statement in (
        "insert into core.funding_closing (id, stream_id, month, at, by_id)"
        " select gen_random_uuid(), stream_id, month, at, by_id from core.funding_closing",
        "update core.funding_closing set month = '2026-11-01'",
        "delete from core.funding_closing",
        "select core.claim_now(id, '2026-12-01') from core.funding_stream",
    ):
        with cast.acting(cast.DIRECTOR), pytest.raises(DatabaseError), transaction.atomic():
            run(statement)


def test_a_file_says_what_it_is_for_and_holds_sums_and_no_formula() -> None:
    person = lantern()
    into = stream("=1+1 fund", "repaid")
    enrolled(person, into)
    with cast.acting(cast.CM1):
        ride, food = ServiceKind.objects.order_by("place")[:2]
    for day in range(1, 6):
        note(person, date(2026, 12, day), services=[ride.pk, food.pk] if day < 3 else [ride.pk], minutes=30)
    client = cast.signed_in(cast.DIRECTOR)
    address = f"/program/month-end/{into.pk}/2026-12/file/"
    assert client.post(address, {"kind": "csv"}).status_code == 422
    answer = client.post(address, {"kind": "csv", "purpose": "claim"})
    assert answer["Content-Disposition"] == 'attachment; filename="table-2026-12.csv"'
    told = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row[0] for row in told[1:]} == {"'=1+1 fund"}
    assert [(row[3], row[4]) for row in told[1:]] == [
        ("Services, all kinds", "7"),
        ("Service: Kinds with fewer than five people, together", "7"),
    ]
    book = openpyxl.load_workbook(
        io.BytesIO(client.post(address, {"kind": "xlsx", "purpose": "audit"}).content)
    )
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert [cell.value for cell in cells[7:8]] == ["'=1+1 fund"] and not [
        c for c in cells if c.data_type == "f"
    ]
    with cast.acting(cast.DIRECTOR) as by:
        kept = TrailEntry.objects.filter(chain=by.id, act="export_claim").values_list("kind", flat=True)
        assert sorted(kept) == ["claim.audit", "claim.claim"]


def test_what_was_spent_of_its_fund_belongs_to_a_stream() -> None:
    fund = gift(100)
    into = stream("Grant", "grant", fund=fund.pk)
    with cast.acting(cast.CM1):
        moves(fund.pk, "set_aside", ("balance", "set_aside"), 60)
        moves(fund.pk, "spent", ("set_aside", "spent"), 40)
        moves(fund.pk, "given_back", ("spent", "balance"), 15)
    found = claim(into, JANUARY)
    assert claim_rules.sums(found.lines).helped == 25 and claim_rules.sums(found.lines).helps == 2
    assert claim(into).lines == []


def test_an_enrolment_counts_in_every_month_it_touches() -> None:
    """From its first day through its last, and in no other month."""
    person, into = lantern(), stream(asks="nothing")
    enrolled(person, into, date(2026, 1, 31), date(2026, 3, 1))
    counted = [month for month in range(1, 13) if whys(into, date(2026, month, 1))]
    assert counted == [1, 2, 3]
