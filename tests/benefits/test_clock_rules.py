"""Rules for clocks are the agency's own, in versions; whoever changes them meets nobody."""

import uuid
from datetime import date
from typing import Any

import pytest

from alongside.benefits import actions, queries, reference, rules
from alongside.benefits.models import ClockRule
from alongside.keeping.rules import ChangedMeanwhile
from tests import cast
from tests.people import lantern

ADDRESS = "/program/clock-rules/"
FIXTURE = {
    "key": "",
    "name": "Cash and medical, invented",
    "amount": "8",
    "unit": "months",
    "way": "same_day",
    "ends_on": "2027-09-30",
    "remind": "30, 60",
    "confidence": "practice",
    "source_title": "Invented for a test",
}


def _standing(name: str) -> ClockRule:
    with cast.acting(cast.ADMIN):
        return next(each for each in queries.rules_now() if each.called == name)


def _sent(row: ClockRule, **more: Any) -> dict[str, Any]:
    names = ("name", "jurisdiction", "who", "anchor", "amount", "unit", "way", "confidence", "source_title")
    return {name: getattr(row, name) or "" for name in names} | {"version": str(row.version)} | more


def test_the_administrator_reads_rules_with_sources_and_meets_nobody() -> None:
    lantern()
    page = cast.signed_in(cast.ADMIN).get(ADDRESS).content.decode()
    assert "Lant" not in page
    for words in (
        "Cash and medical assistance (RCA, RMA)",
        "4 months. To the end of a month; the month of the start is month 1.",
        "90 FR 13370",
        "Read about it elsewhere",
        "last looked at",
        "Take the date of the document.",
        "Never past",
        "US-CA",
    ):
        assert words in page, words
    assert "are eligible" not in page
    for other in (cast.CM1, cast.SUPERVISOR, cast.DIRECTOR):
        assert cast.signed_in(other).get(ADDRESS).status_code == 403


def test_a_rule_of_ones_own_is_written_changed_as_a_version_and_read_back() -> None:
    client = cast.signed_in(cast.ADMIN)
    assert client.post(f"{ADDRESS}new/", FIXTURE).status_code == 302
    first = _standing("Cash and medical, invented")
    assert (first.amount, first.remind, first.version, str(first.ends_on)) == (8, [60, 30], 1, "2027-09-30")
    answer = client.post(f"{ADDRESS}{first.line}/", _sent(first, amount="4"))
    assert answer.status_code == 302
    second = _standing("Cash and medical, invented")
    assert (second.amount, second.version) == (4, 2)
    with cast.acting(cast.ADMIN):
        assert ClockRule.objects.get(pk=first.pk).amount == 8
    page = client.get(f"{ADDRESS}{first.line}/").content.decode()
    assert "Version 1" in page
    assert "8 months" in page


def test_a_later_rule_of_ones_own_kind_counts_for_what_starts_from_its_day_on() -> None:
    client = cast.signed_in(cast.ADMIN)
    client.post(f"{ADDRESS}new/", FIXTURE)
    first = _standing("Cash and medical, invented")
    later = FIXTURE | {"key": first.key, "name": "", "amount": "4", "from_on": "2027-10-01", "ends_on": ""}
    assert client.post(f"{ADDRESS}new/", later).status_code == 302
    with cast.acting(cast.ADMIN):
        of = [each for each in queries.rules_now() if each.key == first.key]
        found = [rules.ruling(of, date(2027, *day), "US") for day in ((9, 30), (10, 1))]
    assert [[each.amount for each in rows] for rows in found] == [[8], [4]]
    assert {each.called for each in of} == {FIXTURE["name"]}  # it is called as the first, without a word more


def test_two_who_change_one_rule_see_each_other_and_nothing_is_lost() -> None:
    client = cast.signed_in(cast.ADMIN)
    client.post(f"{ADDRESS}new/", FIXTURE)
    row = _standing("Cash and medical, invented")
    with cast.acting(cast.ADMIN) as by:
        told = rules.Written(
            key=row.key, name="Other", says="What a colleague wrote", confidence="practice", source_title="x"
        )
        actions.save_clock_rule(by=by, rule=uuid.uuid4(), line=row.line, told=told, seen=1)
    answer = client.post(f"{ADDRESS}{row.line}/", _sent(row, note="What I had typed"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "What a colleague wrote" in page
    assert "What I had typed" in page
    with cast.acting(cast.ADMIN) as by, pytest.raises(ChangedMeanwhile):
        actions.save_clock_rule(by=by, rule=uuid.uuid4(), line=row.line, told=told, seen=1)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"source_title": " "}, "Write where this stands"),
        ({"unit": ""}, "Choose what it is counted in."),
        ({"unit": "days"}, "Choose a way of counting that fits"),
        ({"document": "on"}, "Choose one: a length, or the date of the document."),
        ({"from_on": "2027-10-01"}, "This is before the day it is in force from."),
        ({"remind": "soon"}, "Write numbers of days"),
        ({"figures": "longer"}, "Write a name, a colon and a number"),
        ({"jurisdiction": "Ohio, I think"}, "This is longer"),
        ({"jurisdiction": "Ohio"}, "Write US, or a state"),
        ({"name": ""}, "Write what your agency calls it."),
    ],
)
def test_what_does_not_fit_is_said_and_every_word_stays(sent: dict[str, str], said: str) -> None:
    answer = cast.signed_in(cast.ADMIN).post(f"{ADDRESS}new/", FIXTURE | {"note": "Typed with care"} | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Typed with care" in answer.content.decode()
    with cast.acting(cast.ADMIN):
        assert not ClockRule.objects.filter(source_title="Invented for a test").exists()


def test_loading_again_changes_nothing_and_leaves_what_an_agency_changed() -> None:
    with cast.acting(cast.ADMIN) as by:
        count = ClockRule.objects.count()
        row = ClockRule.objects.get(key="cash_medical", amount=4)
        assert count == len(reference.ROWS)
        told = rules.Written(key=row.key, says="Ours now", confidence="practice", source_title="Our lawyer")
        actions.save_clock_rule(by=by, rule=uuid.uuid4(), line=row.line, told=told, seen=1)
        reference.load()
        assert ClockRule.objects.count() == count + 1
        stands = queries.rule_now(row.line)
        assert stands is not None
        assert stands.says == "Ours now"
