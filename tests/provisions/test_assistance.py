"""Help with money: asked, decided by somebody else, handed over and taken back; the fund always says what is true."""

import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import trail
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.keeper import call
from alongside.access.refusals import name_of
from alongside.agency.carrying import Unreadable
from alongside.agency.models import Staff
from alongside.break_glass.actions import restrict_record
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.participants.actions import release_part
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions import set_up_file
from alongside.provisions.models import AssistanceDecision, AssistanceRequest
from alongside.provisions.rules import PointsAtSomebody
from tests import cast
from tests.agency.test_modules import leave_off
from tests.funding.make import gift
from tests.funding.streams_make import stream
from tests.people import lantern
from tests.provisions.make import need_of
from tests.provisions.money import asked, decided, handed, kind_of, limits, line_of, sums


def test_money_is_set_aside_when_agreed_and_spent_when_handed_over() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    assert sums(fund) == (200, 0, 0)
    assert decided(row).state == "agreed"
    assert sums(fund) == (160, 40, 0)
    handed(row)
    assert sums(fund) == (160, 0, 40)
    with cast.acting(cast.CM1) as by:
        row.refresh_from_db()
        assert row.handed_on is not None
        given: dict[str, Any] = {"by": by, "participant": person, "asking": row.pk}
        actions.take_help_back(**given, seen=3)
    assert sums(fund) == (200, 0, 0)


def test_each_step_can_be_undone_once_and_the_fund_follows() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    decided(row)
    with cast.acting(cast.SUPERVISOR) as by:
        assert [actions.undo_decision(by=by, line=row.decision, seen=2) for _time in range(2)] == [
            True,
            False,
        ]
    assert sums(fund) == (200, 0, 0) and line_of(row).state == "asked"
    decided(row, seen=3)
    handed(row, seen=4)
    with cast.acting(cast.CM2) as by:
        given: dict[str, Any] = {"by": by, "participant": person, "asking": row.pk}
        assert actions.undo_help(**given, seen=5).handed_on is None
        assert sums(fund) == (160, 40, 0)
        actions.take_help_back(**given, seen=6)
        assert sums(fund) == (200, 0, 0)
        actions.undo_help(**given, seen=7)
        assert sums(fund) == (160, 40, 0)
        actions.hand_over_help(**given, seen=8)
        actions.take_help_back(**given, seen=9)
        assert sums(fund) == (200, 0, 0)
        actions.undo_help(**given, seen=10)
    assert sums(fund) == (160, 0, 40) and line_of(row).state == "handed_over"


def test_a_press_that_comes_again_counts_once_and_an_old_page_moves_nothing() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    for _press in range(2):
        decided(row)
        assert sums(fund) == (160, 40, 0)
    for _press in range(2):
        handed(row)
        assert sums(fund) == (160, 0, 40)
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person, "asking": row.pk}
        actions.undo_help(**given, seen=3)
        with pytest.raises(ChangedMeanwhile):
            actions.hand_over_help(**given, seen=2)
        with pytest.raises(ChangedMeanwhile):
            actions.take_help_back(**given, seen=9)
    assert sums(fund) == (160, 40, 0)


def test_not_this_time_is_said_with_words_and_whoever_asked_reads_them() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    with pytest.raises(rules.SaysWhyNot):
        decided(row, agrees=False, answer="  ")
    decided(row, agrees=False, answer="Ask the church first.")
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/needs/money/").content.decode()
    assert "Not this time" in page and "Ask the church first." in page
    assert sums(fund) == (200, 0, 0)
    with pytest.raises(ChangedMeanwhile):
        handed(row)


def test_above_the_limit_the_director_decides_and_nobody_about_their_own() -> None:
    person, fund = lantern(), gift(500).pk
    limits(limit=100)
    row = asked(person, fund, 101)
    with pytest.raises(rules.AboveTheLimit):
        decided(row)
    with cast.acting(cast.SUPERVISOR) as by:
        assert queries.to_decide(by) == []
    decided(row, cast.DIRECTOR)
    assert sums(fund) == (399, 101, 0)
    own = asked(person, fund, 10, cast.SUPERVISOR)
    with pytest.raises((rules.NotOnesOwn, TurnedDown)):
        decided(own)
    theirs = asked(person, fund, 10)
    with cast.acting(cast.SUPERVISOR) as by:
        told = rules.Asked(kind_of(), theirs_amount := line_of(theirs).amount + 1, fund=fund)
        actions.change_help(by=by, participant=person, asking=theirs.pk, told=told, seen=1)
        assert theirs_amount == 11
    with pytest.raises(rules.NotOnesOwn):
        decided(theirs, seen=2)
    decided(own, cast.DIRECTOR)
    decided(theirs, cast.DIRECTOR, seen=2)
    assert sums(fund) == (378, 122, 0)


def test_a_director_who_walks_with_people_does_not_decide_about_their_own() -> None:
    """The database holds it, whatever the pages show."""
    person, fund = lantern(), gift(500).pk
    row = asked(person, fund, 10)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "update core.provisions_assistancedecision set asked_by_id = %s where id = %s",
            [cast.DIRECTOR.id, row.decision],
        )
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.DIRECTOR), pytest.raises(DatabaseError) as error, transaction.atomic():
        call("core.decide_help", row.decision, 1, True, fund, None, None)
    assert name_of(error.value) == "not_of_ones_own"
    assert sums(fund) == (500, 0, 0)


def test_what_is_not_in_the_fund_is_not_agreed_to_and_a_fund_is_needed() -> None:
    person, fund = lantern(), gift(30).pk
    row = asked(person, fund)
    with pytest.raises(rules.NotEnough):
        decided(row)
    assert sums(fund) == (30, 0, 0) and line_of(row).state == "asked"
    bare = asked(person, None, 20)
    with pytest.raises(rules.NoFund):
        decided(bare)
    with pytest.raises(rules.NoFund):
        decided(bare, fund=uuid.uuid4())
    decided(bare, fund=fund)
    assert sums(fund) == (10, 20, 0)


def test_what_the_decider_reads_names_nobody() -> None:
    person, fund = lantern(), gift(500).pk
    with pytest.raises(PointsAtSomebody):
        asked(person, fund, words="For Lantérn.")
    row = asked(person, fund, purpose="shoes for the hearing on Elm Street", words="Shoes.")
    client = cast.signed_in(cast.DIRECTOR)
    for address in ("/money/", f"/money/asked/{row.decision}/"):
        page = client.get(address).content.decode()
        assert "Shoes." in page and "$40.00" in page and "Transport" in page
        assert "Elm Street" not in page and "Lant" not in page and str(person) not in page
    with cast.acting(cast.DIRECTOR):
        assert not AssistanceRequest.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select row_to_json(d)::text from core.provisions_assistancedecision d")
            told = cursor.fetchone()[0]
        assert str(person) not in told and "Shoes" not in told


def test_asking_from_a_need_over_http_deciding_and_handing_over_in_three_taps() -> None:
    person, fund = lantern(), gift(200).pk
    need = need_of(person)
    client, decider = cast.signed_in(cast.CM1), cast.signed_in(cast.SUPERVISOR)
    assert (
        f"/people/{person}/needs/money/new/?need={need}"
        in client.get(f"/people/{person}/needs/").content.decode()
    )
    once = str(uuid.uuid4())
    sent = {"once": once, "kind": str(kind_of()), "amount": "$40", "purpose": "bus pass", "fund": str(fund)}
    address = f"/people/{person}/needs/money/new/?need={need}"
    for _press in range(2):
        assert client.post(address, sent).status_code == 302
    with cast.acting(cast.CM1):
        row = AssistanceRequest.objects.get()
        assert (str(row.pk), row.need_id, row.purpose) == (once, need, "bus pass")
    page = decider.get("/money/").content.decode()
    assert f"/money/asked/{row.decision}/" in page
    answer = decider.post(
        f"/money/asked/{row.decision}/", {"version": "1", "fund": str(fund), "decision": "agree"}, follow=True
    )
    assert "is set aside" in answer.content.decode() and sums(fund) == (160, 40, 0)
    home = f"/people/{person}/needs/money/"
    assert (
        home in client.get(f"/people/{person}/plan/").content.decode()
        or home in client.get(f"/people/{person}/").content.decode()
    )
    assert f"{home}{row.pk}/hand-over/" in client.get(home).content.decode()
    answer = client.post(f"{home}{row.pk}/hand-over/", {"seen": "2"}, follow=True)
    assert "Handed over: $40.00 · Transport." in answer.content.decode() and sums(fund) == (160, 0, 40)
    undo = f"{home}{row.pk}/undo/?seen=3"
    assert undo in answer.content.decode()
    assert client.post(undo).status_code == 302 and sums(fund) == (160, 40, 0)


def test_bad_input_keeps_every_word() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = {
        "once": str(uuid.uuid4()),
        "kind": "",
        "amount": "many",
        "purpose": "a coat",
        "words": "warm things",
    }
    answer = client.post(f"/people/{person}/needs/money/new/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "a coat" in page and "warm things" in page and "many" in page


def test_what_was_handed_over_is_told_to_them_in_discreet_words_unless_it_is_not_safe() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    client = cast.signed_in(cast.CM1)
    decided(row)
    assert "Help with travel." not in client.get(f"/people/{person}/doing/").content.decode()
    handed(row)
    page = client.get(f"/people/{person}/doing/").content.decode()
    assert "Help with travel." in page and "clinic" not in page and "$40" not in page
    with cast.acting(cast.CM1) as by:
        actions.keep_receipt(
            by=by, participant=person, asking=row.pk, receipt="in the blue folder", unsafe=True
        )
    assert "Help with travel." not in client.get(f"/people/{person}/doing/").content.decode()
    assert "in the blue folder" in client.get(f"/people/{person}/needs/money/").content.decode()


STRANGERS = [(cast.CM3, 404), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ON_CALL, 403), (None, 302)]


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_reads_and_moves_nothing(member: cast.Member | None, status: int) -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    decided(row)
    client = cast.signed_in(member) if member else cast.nobody()
    home = f"/people/{person}/needs/money/"
    for method, at in (
        ("get", home),
        ("get", f"{home}new/"),
        ("get", f"{home}{row.pk}/"),
        ("post", f"{home}{row.pk}/hand-over/"),
        ("post", f"{home}{row.pk}/take-back/"),
        ("post", f"{home}{row.pk}/undo/"),
    ):
        answer = getattr(client, method)(at, {"seen": "2"})
        assert answer.status_code == (401 if method == "post" and member is None else status), at
        assert "clinic" not in answer.content.decode()
    assert sums(fund) == (160, 40, 0)
    if member is None or member == cast.DIRECTOR:
        return
    with cast.acting(member) as by:
        assert not AssistanceRequest.objects.exists() and not AssistanceDecision.objects.exists()
        for function, more in (("hand_over_help", []), ("take_help_back", [[1]]), ("undo_help", [[1]])):
            with pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
                call(f"core.{function}", row.decision, 2, *more)
        with pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
            call("core.decide_help", row.decision, 2, True, fund, None, None)
        with pytest.raises((NotAllowed, NotHere, TurnedDown)):
            actions.hand_over_help(by=by, participant=person, asking=row.pk, seen=2)
    assert sums(fund) == (160, 40, 0)


def test_a_past_team_and_who_is_shut_out_read_nothing_any_more() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    with cast.acting(cast.CM2):
        assert AssistanceRequest.objects.exists()
    with cast.acting(cast.SUPERVISOR) as by:
        release_part(by=by, participant=person, part="backup")
        trail.flush()
    with cast.acting(cast.CM2):
        assert not AssistanceRequest.objects.exists() and not AssistanceDecision.objects.exists()
    with cast.acting(cast.SUPERVISOR) as by:
        restrict_record(by=by, participant=person, restriction=uuid.uuid4(), staff=[cast.SUPERVISOR.id])
        trail.flush()
    with cast.acting(cast.CM1), pytest.raises(DatabaseError, match="out of reach"), transaction.atomic():
        assert not AssistanceRequest.objects.exists()
        call("core.take_help_back", row.decision, 1, [1])


@pytest.mark.parametrize(
    "statement",
    [
        "update core.provisions_assistancedecision set state = 'agreed'",
        "update core.provisions_assistancedecision set amount = 1",
        "delete from core.provisions_assistancedecision",
        "delete from core.provisions_assistancerequest",
        "update core.provisions_assistancerequest set decision = gen_random_uuid()",
        "select core.move_help(decision, 9, 'spent', 'balance', 'spent') from core.provisions_assistancerequest",
        "select core.step_help(decision, 1, array['asked'], 'agreed') from core.provisions_assistancerequest",
        "select core.hold_whom(decision) from core.provisions_assistancerequest",
        "select core.help_in_year(participant_id, current_date) from core.provisions_assistancerequest",
    ],
)
def test_no_door_writes_a_decision_or_moves_money(statement: str) -> None:
    person, fund = lantern(), gift(200).pk
    asked(person, fund)
    refused = pytest.raises(DatabaseError, match="permission denied")
    with cast.acting(cast.CM1), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert sums(fund) == (200, 0, 0)


def test_only_the_supervisor_of_whoever_asked_reads_what_is_decided_about() -> None:
    person, fund = lantern(), gift(200).pk
    row = asked(person, fund)
    for member in (cast.PRACTICE, cast.ADMIN, cast.CUSTODIAN, cast.ADVISER, cast.DROP_IN):
        with cast.acting(member):
            assert not AssistanceDecision.objects.exists()
        assert cast.signed_in(member).get(f"/money/asked/{row.decision}/").status_code == 403
    assert cast.signed_in(cast.CM1).get("/money/").status_code == 403
    with cast.acting(cast.SUPERVISOR):
        assert Staff.objects.get(pk=cast.CM1.id).supervisor_id == cast.SUPERVISOR.id
        assert AssistanceDecision.objects.exists()


def test_left_off_there_is_no_such_page_and_no_way_to_it() -> None:
    person = lantern()
    leave_off("assistance")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{person}/needs/money/").status_code == 404
    assert "needs/money/" not in client.get(f"/people/{person}/needs/").content.decode()
    assert cast.signed_in(cast.SUPERVISOR).get("/money/").status_code == 404


def test_kinds_and_limits_are_set_up_and_go_along_in_the_set_up_file() -> None:
    client = cast.signed_in(cast.ADMIN)
    told = {"name": "School things", "words": "help with school", "place": "5"}
    assert client.post("/money/kinds/new/", told).status_code == 302
    assert client.post("/money/kinds/new/", told).status_code == 422
    assert client.post("/money/kinds/new/", {"name": " ", "place": "5"}).status_code == 422
    page = client.get("/money/kinds/").content.decode()
    assert "School things" in page and "help with school" in page
    rent = f"/money/kinds/{kind_of('rent')}/"
    assert (
        client.post(rent, {"name": "Housing", "place": "40", "hidden": "on", "version": "1"}).status_code
        == 302
    )
    assert client.post(rent, {"name": "Homes", "place": "40", "version": "1"}).status_code == 409
    person = lantern()
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/needs/money/new/").content.decode()
    assert "School things" in page and "Housing" not in page
    sent = {"limit": "150", "cap": "$1,200", "year_from": "7", "version": "1"}
    assert client.post("/money/limits/", sent).status_code == 302
    with cast.acting(cast.ADMIN) as by:
        given: dict[str, Any] = set_up_file.give()
        assert given["limits"] == {"limit": "150.00", "cap": "1200.00", "year_from": 7}
        changed = [each | {"words": "help with a room"} for each in given["kinds"] if each["key"] == "rent"]
        set_up_file.take(by, {"kinds": changed, "limits": given["limits"] | {"cap": ""}})
        trail.flush()
        assert queries.limits().cap is None
        row = queries.kind_named(kind_of("rent"))
        assert row is not None and (row.told_as, row.called, row.hidden) == (
            "help with a room",
            "Housing",
            True,
        )
        for bad in (
            {"limit": "-1"},
            {"cap": "NaN"},
            {"year_from": 13},
        ):
            with pytest.raises(Unreadable):
                set_up_file.take(by, given | {"limits": given["limits"] | bad})
        for kinds in (
            [given["kinds"][0] | {"key": "made_up"}],
            [given["kinds"][0] | {"key": "", "name": " "}],
        ):
            with pytest.raises(Unreadable):
                set_up_file.take(by, given | {"kinds": kinds})
    assert cast.signed_in(cast.CM1).get("/money/kinds/").status_code == 403


def test_what_was_handed_over_is_counted_by_the_stream_whose_fund_it_came_out_of() -> None:
    person, fund = lantern(), gift(200).pk
    into = stream("Gifts of neighbors", "gift", fund=fund)
    row = asked(person, fund)
    decided(row)

    def told() -> list[tuple[str, int]]:
        with cast.acting(cast.DIRECTOR), connection.cursor() as cursor:
            cursor.execute("select what, amount from core.claim_lines(%s, '2027-01-01')", [into.pk])
            return sorted((what, int(amount)) for what, amount in cursor.fetchall())

    assert told() == []
    handed(row)
    assert told() == [("help", 40)]
    with cast.acting(cast.CM1) as by:
        actions.take_help_back(by=by, participant=person, asking=row.pk, seen=3)
    assert told() == [("help", -40), ("help", 40)]
