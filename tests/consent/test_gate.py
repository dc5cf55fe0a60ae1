"""The one gate: what passes, what does not and why; and that the database itself turns the rest down."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.consent import actions, gate, queries, rules
from alongside.consent.actions.exceptions import Asked
from alongside.consent.gate import NoWayOut, Passage, To
from alongside.consent.models import Disclosure, Release
from alongside.consent.rules import Signature
from alongside.participants.actions import set_under_18
from alongside.partners.actions import add_point_of_contact
from tests import cast
from tests.consent.make import ASKED, MARK, TEXT, clinic, given, named, released, sent
from tests.people import lantern


def why(person: uuid.UUID, to: To, **other: Any) -> str:
    with cast.acting(cast.CM1):
        try:
            gate.passage(person, to=to, **ASKED | other)
        except NoWayOut as no:
            return no.why
    return ""


def test_without_a_permission_there_is_no_way_out() -> None:
    person, agency = lantern(), clinic()
    assert why(person, To(agency=agency)) == "nothing"
    with cast.acting(cast.CM1):
        assert "no permission" in gate.why_not(person, to=To(agency=agency), **ASKED)


def test_a_live_permission_that_names_it_all_is_one() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    assert why(person, To(agency=agency)) == ""
    assert why(person, To(agency=agency), information={"health"}) == "not named"
    assert why(person, To(agency=agency), information=set()) == "not said"
    assert why(person, To(agency=agency), purpose="service") == "not named"
    assert why(person, To(agency=agency), method="message") == "not named"
    assert why(person, To(agency=clinic("Dental clinic", "health"))) == "nothing"
    assert why(person, To(person="Ms. Alder")) == "nothing"


def test_what_is_sent_is_kept_as_it_was_and_is_theirs_to_read() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    with cast.acting(cast.CM1) as by:
        kept = sent(by, person, to=To(agency=agency))
        assert (kept.text, kept.to, kept.release_id) == (TEXT, "Legal clinic (Ms. Alder)", release.pk)
        assert kept.information == ["first_contact", "language"]
        assert [each.pk for each in queries.disclosures(person)] == [kept.pk]
    with connection.cursor() as cursor, cast.acting(cast.CM1):
        cursor.execute("select text from core.consent_disclosure where id = %s", [kept.pk])
        assert TEXT.encode() not in bytes(cursor.fetchone()[0])


def test_another_text_than_was_looked_at_does_not_go_out() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **ASKED)
        with pytest.raises(rules.NotAsPreviewed):
            actions.disclose(
                by=by, participant=person, disclosure=uuid.uuid4(), passage=way, way="letter",
                previewed=gate.digest(TEXT), text=TEXT + " And her number.",
            )  # fmt: skip
        assert not Disclosure.objects.exists()


def test_an_agency_s_permission_follows_its_contact_and_a_person_s_follows_nobody() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    released(person, None, person="Ms. Alder")
    with cast.acting(cast.CM1) as by:
        assert sent(by, person, to=To(agency=agency)).to == "Legal clinic (Ms. Alder)"
        add_point_of_contact(by=by, contact=uuid.uuid4(), agency=agency, name="Mr. Beech")
        assert sent(by, person, to=To(agency=agency)).to == "Legal clinic (Mr. Beech)"
        assert sent(by, person, to=To(person="  ms. alder ")).to.strip().casefold() == "ms. alder"
    assert why(person, To(person="Mr. Beech")) == "nothing"


def test_a_stop_counts_on_the_very_next_request_and_stays() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **ASKED)
        actions.withdraw_release(by=by, participant=person, release=release.pk)
        with pytest.raises(NoWayOut) as no:
            sent(by, person, way)  # the way that was open a moment ago
        assert no.value.why == "stopped"
        with pytest.raises(DatabaseError), transaction.atomic():
            Release.objects.filter(pk=release.pk).update(withdrawn_at=None)
    assert why(person, To(agency=agency)) == "stopped"


def test_it_ends_by_itself_and_does_not_begin_early() -> None:
    person, agency = lantern(), clinic()
    released(person, agency, days=1)
    later = clinic("Dental clinic")
    released(person, later, days=20, starts_on=clock.today() + timedelta(days=5))
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **ASKED)
    assert why(person, To(agency=later)) == "begins"
    ClockSetting.set_to(clock.now() + timedelta(days=6), running=False)
    assert why(person, To(agency=agency)) == "ended"
    assert why(person, To(agency=later)) == ""
    with cast.acting(cast.CM1) as by, pytest.raises(NoWayOut) as no:
        sent(by, person, way)
    assert no.value.why == "ended"


def test_a_hold_and_a_wish_stop_what_is_live() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **ASKED)
        actions.pause_sharing(by=by, participant=person)
        with pytest.raises(NoWayOut) as no:
            sent(by, person, way)
        assert no.value.why == "held"
    assert why(person, To(agency=agency)) == "held"
    with cast.acting(cast.CM1) as by:
        actions.resume_sharing(by=by, participant=person)
        sent(by, person, way)
        program = uuid.uuid4()
        actions.save_program(by=by, participant=person, program=program, agency=agency)
        with pytest.raises(NoWayOut) as no:
            sent(by, person, way)
        assert no.value.why == "wish"
    assert why(person, To(agency=agency)) == "wish"
    with cast.acting(cast.CM1) as by:
        actions.save_wish(by=by, participant=person, program=program, wish="together")
        sent(by, person, way)


def test_a_minor_needs_a_second_signature_or_a_reason() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **ASKED)
        set_under_18(by=by, participant=person, under_18="yes")
        with pytest.raises(NoWayOut) as no:
            sent(by, person, way)
        assert no.value.why == "not signed"
    assert why(person, To(agency=agency)) == "not signed"
    mother = Signature("parent", "paper", name="Ana", kept_at="file room", may_have_harmed="no")
    for signatures, alone, wanting in (
        ((MARK,), "", "guardian"),
        ((MARK, Signature("parent", "paper", kept_at="x")), "", "not_answered"),
        ((MARK, Signature("parent", "paper", kept_at="x", may_have_harmed="yes")), "because", "harmed"),
        ((mother,), "", "participant"),
        ((MARK, mother), "", ""),
        ((MARK,), "may consent to this help alone here", ""),
    ):
        with cast.acting(cast.CM1) as by:
            asked: dict[str, Any] = {
                "by": by, "participant": person, "release": uuid.uuid4(), "named": named(agency),
                "given": given(by, *signatures, alone_because=alone),
            }  # fmt: skip
            if wanting:
                with pytest.raises(rules.NotSigned) as wants:
                    actions.grant_release(**asked)
                assert wants.value.why == wanting
            else:
                actions.grant_release(**asked)
                assert gate.why_not(person, to=To(agency=agency), **ASKED) == ""
                actions.withdraw_release(by=by, participant=person, release=asked["release"])


@pytest.mark.parametrize(
    ("says", "error"),
    [
        ({"agency": None}, rules.NotNamed),
        ({"person": "Ms. Alder"}, rules.NotNamed),
        ({"information": []}, rules.NotNamed),
        ({"information": ["all"]}, rules.NotNamed),
        ({"purpose": ""}, rules.NotNamed),
        ({"purpose": "other"}, rules.NotNamed),
        ({"methods": []}, rules.NotNamed),
        ({"exactly": "Any and all information"}, rules.TooWide),
        ({"exactly": "toda la información que haya"}, rules.TooWide),
        ({"ends_on": date(2030, 1, 1)}, rules.TooLong),
        ({"ends_on": date(2026, 1, 1)}, rules.TooLong),
    ],
)
def test_no_blank_no_everything_no_for_ever(says: dict[str, Any], error: type[Exception]) -> None:
    person, agency = lantern(), clinic()
    with cast.acting(cast.CM1) as by, pytest.raises(error):
        actions.grant_release(
            by=by, participant=person, release=uuid.uuid4(), named=named(agency, **says), given=given(by)
        )


def test_what_has_to_be_told_has_to_be_told() -> None:
    person, agency = lantern(), clinic()
    with cast.acting(cast.CM1) as by, pytest.raises(rules.NotTold):
        actions.grant_release(
            by=by, participant=person, release=uuid.uuid4(), named=named(agency),
            given=given(by, told=["risks", "withdraw"]),
        )  # fmt: skip


def test_the_database_turns_down_what_the_acts_would_not_ask() -> None:
    """SQL of the desk's own: no disclosure under nothing, no second recipient, no signer who harmed them."""
    person, agency = lantern(), clinic()
    release = released(person, agency)
    asked = "select core.disclose(%s, %s, %s, null, %s, 'letter', 'legal', %s::text[], %s, '', '')"
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        for way, information, to, under in (
            ("letter", "{first_contact}", agency, None),
            ("letter", "{health}", agency, release.pk),
            ("letter", "{}", agency, release.pk),
            ("letter", "{first_contact}", None, release.pk),
            ("stop", "{}", agency, release.pk),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(asked, [uuid.uuid4(), person, under, way, information, to])
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.consent_disclosure select gen_random_uuid(), key_id, 'letter', '', '', '{}',"
                " '', '', '', now(), null, %s, null, id, null from core.participants_participant",
                [cast.CM1.id],
            )
    with (
        cast.acting(cast.CM3),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(asked, [uuid.uuid4(), person, release.pk, "letter", "{first_contact}", agency])


def exception(whose: uuid.UUID, to: uuid.UUID, **other: Any) -> uuid.UUID:
    asked = uuid.uuid4()
    says: dict[str, Any] = {
        "kind": "court_order", "reason": "Order 4 of 2 January", "information": ["first_contact"],
        "methods": ["letter"], "agency": to, "purpose": "legal", "tell_first": "yes",
    }  # fmt: skip
    with cast.acting(cast.CM1) as by:
        actions.ask_exception(by=by, participant=whose, exception=asked, asked=Asked(**says | other))
    return asked


def test_an_exception_needs_a_second_person_and_holds_once() -> None:
    person, agency = lantern(), clinic()
    asked = exception(person, agency)
    one = ASKED | {"information": {"first_contact"}}
    assert why(person, To(agency=agency), **one) == "nothing"
    with cast.acting(cast.CM1) as by, pytest.raises(NotAllowed):
        actions.decide_exception(by=by, participant=person, exception=asked, decision="approved")
    with cast.acting(cast.SUPERVISOR) as by:
        actions.decide_exception(by=by, participant=person, exception=asked, decision="approved")
        with pytest.raises(rules.DecidedAlready):
            actions.decide_exception(by=by, participant=person, exception=asked, decision="not_now")
    with cast.acting(cast.CM1) as by:
        way = gate.passage(person, to=To(agency=agency), **one)
        assert way.exception == asked
        sent(by, person, way)
        with pytest.raises(NoWayOut):
            sent(by, person, way)
    assert why(person, To(agency=agency), **one) == "nothing"


def test_whoever_asked_does_not_approve_even_as_a_supervisor() -> None:
    person, agency = lantern(), clinic()
    asked = uuid.uuid4()
    says = Asked(
        kind="statute", reason="a law", information=["first_contact"], methods=["letter"], agency=agency,
        tell_first="no", tell_first_why="not safe today",
    )  # fmt: skip
    with cast.acting(cast.SUPERVISOR) as by:
        actions.ask_exception(by=by, participant=person, exception=asked, asked=says)
        with pytest.raises(rules.SecondPerson):
            actions.decide_exception(by=by, participant=person, exception=asked, decision="approved")


@pytest.mark.parametrize(
    "lacks", ["kind", "reason", "information", "methods", "tell_first", "tell_first_why", "agency"]
)
def test_an_exception_says_why_and_how_little(lacks: str) -> None:
    person, agency = lantern(), clinic()
    blank: dict[str, Any] = {"information": [], "methods": [], "agency": None}
    told = {lacks: blank.get(lacks, "")} | ({"tell_first": "no"} if lacks == "tell_first_why" else {})
    with pytest.raises(rules.NotNamed):
        exception(person, agency, **told)


def test_words_that_say_too_much_do_not_go_out_unknowingly() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        actions.save_cover_words(
            by=by, participant=person, cover=uuid.uuid4(), introduce="Riverbend", never="the house on Elm"
        )
        for text in (
            "She is a survivor.", "From Northside Survivor Support.", "víctima de trata", "The House on ELM",
        ):  # fmt: skip
            with pytest.raises(rules.SaysTooMuch):
                sent(by, person, to=To(agency=agency), text=text)
            assert sent(by, person, to=To(agency=agency), text=text, knowing=True).text == text


def test_their_own_copy_is_theirs_and_is_kept() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        for _twice in range(2):
            gate.own_copy(by, person, gate.OwnThing.GOAL_SHEET)
        (kept,) = queries.disclosures(person)
        assert (kept.way, kept.what, kept.release_id) == ("own_copy", "goal_sheet", None)


def test_a_passage_of_another_person_opens_nothing() -> None:
    person, other, agency = lantern(), lantern("Maple"), clinic()
    release = released(person, agency)
    forged = Passage(
        other, To(agency=agency), frozenset({"first_contact"}), "legal", "letter", release=release.pk
    )
    with cast.acting(cast.CM1) as by, pytest.raises(NoWayOut):
        sent(by, other, forged)


def test_their_yes_comes_before_an_exception() -> None:
    person, agency = lantern(), clinic()
    asked = exception(person, agency)
    with cast.acting(cast.SUPERVISOR) as by:
        actions.decide_exception(by=by, participant=person, exception=asked, decision="approved")
    release = released(person, agency)
    with cast.acting(cast.CM1) as by:
        way = gate.passage(
            person, to=To(agency=agency), information={"first_contact"}, purpose="legal", method="letter"
        )
    assert (way.release, way.exception) == (release.pk, None)
