"""A year's cap for one person: told at three steps, passed with words alone, over both of two tied records."""

import threading
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.models import AssistanceDecision, AssistanceRequest
from tests import cast
from tests.consent.test_race import PATIENCE, Desk, database, done
from tests.funding.make import gift
from tests.participants.twice import planted
from tests.people import lantern
from tests.provisions.money import asked, decided, handed, limits, line_of, sums

__all__ = ["database"]


@pytest.mark.parametrize(
    ("amount", "band", "words"),
    [
        ("74.99", 0, ""),
        ("75", rules.FROM_75, "three quarters"),
        ("90", rules.FROM_90, "nine tenths"),
        ("100", rules.AT_100, "all that one person may have"),
        ("100.01", rules.PAST_100, "more than one person may have"),
    ],
)
def test_whoever_decides_is_told_how_near_the_cap_is_and_no_sum(amount: str, band: int, words: str) -> None:
    person, fund = lantern(), gift(500).pk
    limits(cap=Decimal(100))
    row = asked(person, fund, amount)
    with cast.acting(cast.DIRECTOR):
        assert queries.band(row.decision) == band
    page = cast.signed_in(cast.DIRECTOR).get(f"/money/asked/{row.decision}/").content.decode()
    assert words in page and "$100.00" not in page.replace("$100.00 · Transport", "").replace("$100.01", "")


def test_past_the_cap_it_takes_words_and_over_http_every_word_stays() -> None:
    person, fund = lantern(), gift(500).pk
    limits(cap=Decimal(100))
    decided(asked(person, fund, 80))
    row = asked(person, fund, 30)
    with pytest.raises(rules.PastTheCap):
        decided(row)
    client = cast.signed_in(cast.SUPERVISOR)
    sent = {"version": "1", "fund": str(fund), "decision": "agree", "answer": "Go ahead."}
    answer = client.post(f"/money/asked/{row.decision}/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Please say why" in page and "Go ahead." in page
    answer = client.post(f"/money/asked/{row.decision}/", sent | {"past": "She was robbed."})
    assert answer.status_code == 302 and sums(fund) == (390, 110, 0)
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/needs/money/").content.decode()
    assert "She was robbed." in page and "This year $110.00 of $100.00" in page
    refused = asked(person, fund, 500)
    decided(refused, agrees=False)  # not this time needs no word about the cap


def test_what_was_taken_back_is_not_counted_and_cannot_come_back_past_the_cap() -> None:
    person, fund = lantern(), gift(500).pk
    limits(cap=Decimal(100))
    first, second = asked(person, fund, 80), asked(person, fund, 90)
    decided(first)
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person, "asking": first.pk}
        actions.take_help_back(**given, seen=2)
    decided(second)
    with cast.acting(cast.CM1) as by, pytest.raises(rules.PastTheCap):
        actions.undo_help(**given, seen=3)
    assert sums(fund) == (410, 90, 0)


def test_both_of_two_tied_records_count_as_one_person_and_each_row_stays_with_its_own() -> None:
    person, fund = lantern(), gift(500).pk
    other = planted(uuid.uuid4(), person, tied=True)
    limits(cap=Decimal(100))
    handed_one = asked(person, fund, 60)
    decided(handed_one)
    handed(handed_one)
    row = asked(other, fund, 50)
    with cast.acting(cast.SUPERVISOR):
        assert queries.band(row.decision) == rules.PAST_100
    with pytest.raises(rules.PastTheCap):
        decided(row)
    with cast.acting(cast.CM1):
        for each in (person, other):
            had = queries.so_far(each)
            assert had is not None and had.given == 60
        assert AssistanceRequest.objects.get(pk=row.pk).participant_id == other
        moves = "update core.provisions_assistancerequest set participant_id = %s where id = %s"
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(moves, [person, row.pk])


def test_another_year_counts_anew_and_it_begins_with_the_month_that_was_chosen() -> None:
    person, fund = lantern(), gift(500).pk
    limits(cap=Decimal(100), year_from=7)
    row = asked(person, fund, 80)
    decided(row)
    for day, given in (("2026-07-01", 80), ("2026-06-30", 0), ("2027-06-30", 80), ("2027-07-01", 0)):
        with connection.cursor() as cursor:
            cursor.execute("set local role alongside_keeper")
            cursor.execute(
                "update core.provisions_assistancedecision set decided_on = %s where id = %s",
                [day, row.decision],
            )
            cursor.execute("set local role alongside_desk")
        with cast.acting(cast.CM1):
            had = queries.so_far(person)
            assert had is not None and had.given == given, day
    assert line_of(row).state == "agreed"


class Decider(Desk):
    """One who agrees to an asking; all of them wait for each other before they begin."""

    def __init__(
        self, database: str, gate: threading.Barrier, line: uuid.UUID, fund: uuid.UUID, member: cast.Member
    ) -> None:
        def agree(by: Any) -> Any:
            gate.wait(PATIENCE * 3)
            return actions.decide_help(by=by, line=line, seen=1, agrees=True, fund=fund)

        super().__init__(database, member, agree)
        self.may_commit.set()


def at_once(database: str, presses: list[tuple[uuid.UUID, uuid.UUID, cast.Member]]) -> list[Decider]:
    gate = threading.Barrier(len(presses))
    deciders = [Decider(database, gate, *each) for each in presses]
    for each in deciders:
        each.begin()
    for each in deciders:
        each.thread.join(PATIENCE * 6)
        assert not each.thread.is_alive()
    return deciders


def test_of_two_who_decide_at_once_about_one_person_the_second_counts_what_the_first_agreed_to(
    database: str,
) -> None:
    def begin(_by: Any) -> tuple[uuid.UUID, list[uuid.UUID]]:
        person, fund = lantern(), gift(500).pk
        limits(cap=Decimal(100))
        return fund, [asked(person, fund, 60).decision for _one in range(2)]

    fund, lines = done(database, begin, cast.DIRECTOR)
    told = at_once(database, [(lines[0], fund, cast.SUPERVISOR), (lines[1], fund, cast.DIRECTOR)])
    assert sorted(type(each.error).__name__ for each in told) == ["NoneType", "PastTheCap"]
    assert done(database, lambda _by: sums(fund), cast.DIRECTOR) == (440, 60, 0)


def test_of_sixty_four_agreed_to_at_once_as_many_as_the_fund_holds(database: str) -> None:
    fund = done(database, lambda _by: gift(100).pk, cast.DIRECTOR)
    lines: list[uuid.UUID] = []
    for place in range(8):

        def eight(_by: Any, alias: str = f"Person {place}") -> list[uuid.UUID]:
            person = lantern(alias)
            return [asked(person, fund, 10).decision for _one in range(8)]

        lines += done(database, eight, cast.DIRECTOR)
    told = at_once(database, [(line, fund, cast.DIRECTOR) for line in lines])
    errors = [each.error for each in told]
    assert sum(each is None for each in errors) == 10, errors
    assert sum(isinstance(each, rules.NotEnough) for each in errors) == 54
    assert done(database, lambda _by: sums(fund), cast.DIRECTOR) == (0, 100, 0)


def test_one_press_that_comes_eight_times_at_once_counts_once(database: str) -> None:
    def begin(_by: Any) -> tuple[uuid.UUID, uuid.UUID]:
        fund = gift(100).pk
        return fund, asked(lantern(), fund, 10).decision

    fund, line = done(database, begin, cast.DIRECTOR)
    told = at_once(database, [(line, fund, cast.DIRECTOR)] * 8)
    assert [each.error for each in told] == [None] * 8
    assert done(database, lambda _by: sums(fund), cast.DIRECTOR) == (90, 10, 0)

    def count(_by: Any) -> str:
        return str(AssistanceDecision.objects.get(pk=line).state)

    assert done(database, count, cast.DIRECTOR) == "agreed"
