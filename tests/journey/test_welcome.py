"""Welcome comes before any question, prints, and opens added safeguards for the young."""

import uuid

import pytest
from django.utils import translation

from alongside.agency.words import fill_in
from alongside.consent.queries import disclosures
from alongside.journey import queries
from alongside.journey.actions import talk_about_welcome
from alongside.journey.languages import page_language
from alongside.journey.models import IntakeSession, Welcome
from alongside.journey.rules import WelcomeComesFirst
from alongside.journey.words import SCRIPTS, TOLD, WORDS
from alongside.participants.models import Moment, Participant
from tests import cast
from tests.journey import make

NEVER = ("incomplete", "missing", "refused", "client", "victim", "traffick", "compliance")


def test_intake_opens_on_the_welcome_until_we_talked_about_it() -> None:
    ref = make.person(welcomed=False)
    client = cast.signed_in(cast.CM1)
    for path in ("intake/", "intake/what-helps/"):
        answer = client.get(f"/people/{ref}/{path}")
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"/people/{ref}/welcome/"
    shown = make.page(client, ref, "welcome/")
    for name in (*TOLD, *SCRIPTS):
        assert str(WORDS[f"journey.{name}.title"]) in shown
    assert shown.count("We are glad you are here") == 2
    answer = client.post(
        f"/people/{ref}/welcome/", {"interpreter": "by phone, a woman", "once": str(uuid.uuid4())}
    )
    assert answer.headers["Location"] == f"/people/{ref}/intake/"
    with cast.acting(cast.CM1):
        row = queries.welcomed_on(ref)
        assert row
        assert (row.interpreter, row.by_id, row.language) == ("by phone, a woman", cast.CM1.id, "en")
        assert len(row.wording) == 64
        assert Moment.objects.filter(participant_id=ref, room="journey", kind="welcome", ref=row.id).exists()
    assert "Talked about: today, Case manager 1" in make.page(client, ref, "intake/").replace(
        "</time>", ""
    ).replace('<time datetime="2027-01-06T02:00:00-06:00">', "")


def test_no_question_is_kept_before_the_welcome() -> None:
    ref = make.person(welcomed=False)
    with pytest.raises(WelcomeComesFirst):
        make.tell(ref, "what-helps", helps="tea")
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{ref}/intake/what-helps/", {"words_helps": "ሻይ near a door"})
    assert answer.status_code == 422
    assert "ሻይ near a door" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not IntakeSession.objects.exists()


def test_a_double_click_talks_about_it_once() -> None:
    ref = make.person(welcomed=False)
    client, once = cast.signed_in(cast.CM1), str(uuid.uuid4())
    for _ in range(2):
        assert client.post(f"/people/{ref}/welcome/", {"once": once}).status_code == 302
    with cast.acting(cast.CM1):
        assert Welcome.objects.count() == 1
        assert Moment.objects.filter(kind="welcome").count() == 1


def test_the_wording_is_known_by_its_print() -> None:
    ref = make.person(welcomed=False)
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{ref}/welcome/", {"once": str(uuid.uuid4())})
    with cast.acting(cast.ADMIN) as by:
        from alongside.agency.actions import reword

        reword(by=by, key="journey.limits", language="en", text="Our own law.")
        reword(by=by, key="journey.therapy", language="en", text="", hidden=True)
    shown = make.page(client, ref, "welcome/")
    assert "Our own law." in shown
    assert "A draft of ours" not in shown
    assert "Support is not therapy" not in shown
    client.post(f"/people/{ref}/welcome/", {"once": str(uuid.uuid4())})
    with cast.acting(cast.CM1):
        assert len(set(Welcome.objects.values_list("wording", flat=True))) == 2


def test_the_print_is_in_the_umbrellas_name_and_says_no_more() -> None:
    ref = make.person()
    make.own_law()
    shown = make.page(cast.signed_in(cast.CM1), ref, "welcome/print/")
    assert "Riverbend Community Services" in shown
    assert "Lantern" not in shown
    assert str(WORDS["journey.limits.title"]) in shown
    assert not [word for word in NEVER if word in shown.lower()]


def test_who_can_read_it_and_the_limits_are_told_first() -> None:
    shown = make.page(cast.signed_in(cast.CM1), make.person(), "welcome/")
    places = [shown.index(f'id="{name}"') for name in ("private", "limits", "is", "is_not", "role", "know")]
    assert places == sorted(places)
    for said in ("me, my backup, and my supervisor", "try to tell you first", "would you have to tell?"):
        assert said in shown
    for untrue in (
        "as long as you want",
        "the few people here",
        "We ask our lawyer",
        "You choose how we do it",
    ):
        assert untrue not in shown


def test_before_a_question_they_hear_that_they_can_ask_first() -> None:
    shown = make.page(cast.signed_in(cast.CM1), make.person(), "intake/how-i-am/")
    assert "You can ask me first if I would have to tell." in shown


def test_law_in_our_draft_words_does_not_go_on_paper() -> None:
    ref, client = make.person(), cast.signed_in(cast.CM1)
    welcome = make.page(client, ref, "welcome/")
    assert "A draft of ours" in welcome and "welcome/print/" not in welcome
    answer = client.get(f"/people/{ref}/welcome/print/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/people/{ref}/welcome/"
    assert "own limits first" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not disclosures(ref)
    make.own_law("en")
    assert "Our own law about limits, en." in make.page(client, ref, "welcome/print/")
    # Spanish paper would still hold our draft.
    assert client.get(f"/people/{ref}/welcome/print/?language=es").status_code == 302
    make.own_law("es")
    assert "Our own law about limits, es." in make.page(client, ref, "welcome/print/?language=es")


def test_they_hear_who_is_there_for_them_and_take_it_home() -> None:
    """Names, days and number stand in the words themselves; what we do not know is a line to fill in."""
    ref, client = make.person(), cast.signed_in(cast.CM1)
    make.own_law()
    for leaf in ("welcome/", "welcome/print/"):
        shown = make.page(client, ref, leaf)
        assert "My name is Case manager 1. I am your case manager." in shown
        assert "These are my days: " in shown and "reach me this way: 555-0100 · 24 hours." in shown
        assert "When I am away, Case manager 2 can help." in shown
    assert fill_in("When I am away, {backup} can help.", {"backup": ""}) == "When I am away, ____ can help."


def test_somebody_under_18_takes_home_a_page_of_their_own() -> None:
    ref, client = make.person(), cast.signed_in(cast.CM1)
    client.post(f"/people/{ref}/welcome/under-18/", {"under_18": "yes"})
    shown = make.page(client, ref, "welcome/")
    assert 'id="young"' in shown and 'id="private"' not in shown
    assert "No one else gets it unless you say yes" not in shown
    assert "people whose job is to keep kids safe" in shown and "Some laws say we must call" in shown
    make.own_law()
    printed = make.page(client, ref, "welcome/print/")
    assert "You are under 18" in printed and "Our own law about young, en." in printed
    assert "No one else gets it unless you say yes" not in printed


def test_under_18_opens_a_panel_and_blocks_nothing() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    panel = str(WORDS["journey.minor.title"])
    assert panel not in make.page(client, ref, "welcome/")
    for tick, opened in (("yes", True), ("no", False), ("yes", True), ("", False)):
        assert client.post(f"/people/{ref}/welcome/under-18/", {"under_18": tick}).status_code == 302
        shown = make.page(client, ref, "welcome/")
        assert (panel in shown) is opened
        assert ("guardian may not be safe" in shown) is opened
        for path in ("intake/", "intake/how-i-am/", "gentle/"):
            make.page(client, ref, path)
    client.post(f"/people/{ref}/welcome/under-18/", {"under_18": "nonsense"})
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=ref).under_18 == ""


def test_the_latest_welcome_stands() -> None:
    ref = make.person(welcomed=False)
    with cast.acting(cast.CM1) as by:
        assert queries.welcomed_on(ref) is None
        given = {"by": by, "participant": ref, "wording": "w"}
        with translation.override("es"):
            row = talk_about_welcome(welcomed=uuid.uuid4(), language=page_language(), **given)
        assert queries.welcomed_on(ref) == row
        assert row.language == "es"
