"""A claim's file beside the reports of the same month: it tells no kind of service that a report hides."""

import csv
import io
import random
import uuid
from datetime import date

from alongside.connection.models import ServiceKind
from alongside.funding.claim_rules import FEWEST, Line, kinds_told, sums
from alongside.reports.choices import Kind
from tests import cast
from tests.funding.streams_make import enrolled, stream
from tests.funding.test_claims import note
from tests.people import lantern
from tests.reports.make import cells, made

DECEMBER = {"period": "month", "day": "2026-12-06"}


def _lines(draw: random.Random) -> list[Line]:
    people, kinds = [uuid.uuid4() for _each in range(9)], [uuid.uuid4() for _each in range(4)]
    return [
        Line(uuid.uuid4(), draw.choice(people[: draw.randint(1, 9)]), "service", date(2026, 12, 1), kind, 10)
        for kind in kinds
        for _each in range(draw.randint(0, 12))
    ]


def test_no_line_is_of_few_people_and_none_follows_from_the_sum() -> None:
    draw, told_alone = random.Random(7), 0
    for _each in range(300):
        found = sums(lines := _lines(draw))
        told = kinds_told(found)
        assert sum(number for _kind, number, _minutes in told) == found.services
        assert sum(minutes for _kind, _number, minutes in told) == found.minutes
        alone = {kind for kind, _number, _minutes in told if kind}
        rest = {each.who for each in lines if each.kind not in alone}
        assert all(len({each.who for each in lines if each.kind == kind}) >= FEWEST for kind in alone)
        assert not rest or len(rest) >= FEWEST or not alone
        told_alone += len(alone)
    assert told_alone > 100  # the test has seen kinds that were told


def test_what_a_report_of_the_month_hides_the_claim_tells_nobody() -> None:
    into = stream("State fund", "repaid")
    with cast.acting(cast.CM1):
        ride, food, court = ServiceKind.objects.order_by("place")[:3]
    for number in range(6):
        person = lantern(f"Person {number}")
        enrolled(person, into)
        note(person, services=[ride.pk], minutes=30)
        if number == 0:  # six times, of one person
            for day in range(1, 7):
                note(person, date(2026, 12, day), services=[food.pk], minutes=30)
        if number < 5:
            note(person, date(2026, 12, 10), services=[court.pk], minutes=30)
    report = cells(cast.DIRECTOR, made(cast.DIRECTOR, Kind.SERVICES, **DECEMBER))
    hidden = {
        kind.called for kind in (ride, food, court) if isinstance(report["times", str(kind.pk), 0], str)
    }
    assert food.called in hidden
    sent = {"kind": "csv", "purpose": "claim"}
    answer = cast.signed_in(cast.DIRECTOR).post(f"/program/month-end/{into.pk}/2026-12/file/", sent)
    told = {row[3] for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))}
    assert f"Service: {food.called}" not in told and f"Service: {ride.called}" in told
