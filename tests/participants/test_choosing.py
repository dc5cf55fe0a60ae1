"""What they choose: strangers first, then a pause that stops reaching out, and a wish that goes past a worker."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.models import SecondApproval
from alongside.access.roles import Role
from alongside.agency.actions import agree, change_staff
from alongside.agency.models import Site, Staff
from alongside.clock.models import ClockSetting
from alongside.connection.actions import plan_presence
from alongside.participants.actions import save_alias
from alongside.participants.choosing import save_choice, settle_case_manager_request
from alongside.participants.models import CaseManagerRequest, Moment, Need, Participant, TheirChoice
from alongside.participants.queries import ask_named
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk import make
from tests.desk.counting import OF_TODAY, counted
from tests.people import lantern

STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.CUSTODIAN, 403),
    (cast.ADMIN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 403),
]  # fmt: skip
WISH = "somebody older, please"
PASSED_ON = "Past their case manager, to supervision"


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        save_choice(
            by=by, participant=person, choice=uuid.uuid4(), about="law", answer="does_not", words=WISH
        )
    client = cast.signed_in(member)
    for page in ("choices/", "choices/law/", "start/"):
        answer = client.get(f"/people/{person}/{page}")
        assert answer.status_code == status, page
        assert WISH not in answer.content.decode()
        told = {"do": "pause", "answer": "wants", "words": "mine", "need": "mine"}
        assert client.post(f"/people/{person}/{page}", told).status_code == status, page
    with cast.acting(cast.CM1):
        assert TheirChoice.objects.get().answer == "does_not"
        assert Participant.objects.get(pk=person).state == "active"


def test_a_pause_takes_two_taps_and_nobody_is_reminded_until_they_say_so() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        plan_presence(by=by, participant=person, plan=uuid.uuid4(), how="a sun by text", every_days=7)
    ClockSetting.set_to(cast.BEGINS + timedelta(days=8), running=False)
    client = cast.signed_in(cast.CM1)
    assert "a sun by text" in client.get("/").content.decode()
    assert f"/people/{person}/choices/" in client.get(f"/people/{person}/").content.decode()
    once = str(uuid.uuid4())
    for _click in range(2):
        sent = {"do": "pause", "words": "not this month", "once": once}
        assert client.post(f"/people/{person}/choices/", sent).status_code == 302
    for days in (8, 60, 400):
        ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)
        assert "a sun by text" not in client.get("/").content.decode()
    page = client.get(f"/people/{person}/").content.decode()
    assert "Paused (their choice)" in page and "not this month" in page
    assert "We said hello" not in page and "It rests, as they wish" in page
    assert "We said hello" not in client.get(f"/people/{person}/presence/").content.decode()
    client.post(f"/people/{person}/again/")
    assert "a sun by text" in client.get("/").content.decode()
    with cast.acting(cast.CM1):
        states = Moment.objects.filter(participant_id=person, kind="state")
        assert states.count() == 4  # contact, active, paused, active: a double tap counts once


# Another case manager: past the one it concerns ------------------------------------------------------------


def asked(person: uuid.UUID, member: cast.Member = cast.CM2) -> uuid.UUID:
    """A wish for another case manager, passed on by somebody."""
    ask = uuid.uuid4()
    client = cast.signed_in(member)
    answer = client.post(f"/people/{person}/another/", {"words": WISH, "once": str(ask)})
    assert answer.status_code == 302
    return ask


def with_roles(member: cast.Member, *roles: Role, supervisor: uuid.UUID | None) -> cast.Member:
    """The same member of staff, with these roles and this supervisor from now on."""
    with cast.acting(cast.ADMIN) as by:
        them = Staff.objects.get(pk=member.id)
        change_staff(
            by=by, staff=them.pk, name=them.name, roles=list(roles), supervisor=supervisor, site=them.site_id,
            languages=[], credentials="", hours="", trafficking_training_on=None,
        )  # fmt: skip
        waiting = (
            SecondApproval.objects.filter(account=member.id, outcome="").values_list("pk", flat=True).first()
        )
    if waiting:  # roles that open records are given by two
        with cast.acting(cast.DIRECTOR) as by:
            agree(by=by, agreement=waiting, yes=True)
    return member


@pytest.mark.parametrize("by_whom", [cast.CM2, cast.CM1])
def test_it_reaches_the_supervisor_and_nobody_else(by_whom: cast.Member) -> None:
    person = lantern()
    ask = asked(person, by_whom)
    boss = cast.signed_in(cast.SUPERVISOR)
    today = boss.get("/").content.decode()
    assert PASSED_ON in today and f"/asked/{ask}/" in today
    page = boss.get(f"/asked/{ask}/").content.decode()
    assert WISH in page and "Case manager 1 is not shown this" in page
    for member in (cast.CM1, cast.CM2, cast.CM3, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL):
        client = cast.signed_in(member)
        assert client.get(f"/asked/{ask}/").status_code in (403, 404)
        assert PASSED_ON not in client.get("/").content.decode()
        with cast.acting(member):
            assert not CaseManagerRequest.objects.exists()
            assert ask_named(ask) is None


def test_how_it_feels_goes_past_the_worker_too_and_somebody_who_paused_can_say_it() -> None:
    person, ask = lantern(), str(uuid.uuid4())
    client = cast.signed_in(cast.CM2)
    client.post(f"/people/{person}/choices/", {"do": "pause", "words": "a rest"})
    for page in ("choices/", "aloud/"):
        assert f'href="/people/{person}/another/"' in client.get(f"/people/{person}/{page}").content.decode()
    assert "To say how it feels to work with us." in client.get(f"/people/{person}/aloud/").content.decode()
    sent = {"kind": "feels", "words": "I feel watched", "once": ask}
    assert client.post(f"/people/{person}/another/", sent).status_code == 302
    boss = cast.signed_in(cast.SUPERVISOR)
    assert f"/asked/{ask}/" in boss.get("/").content.decode()
    page = boss.get(f"/asked/{ask}/").content.decode()
    assert "I feel watched" in page and "They say how it feels to work with us." in page
    assert "They ask for another case manager" not in page and 'class="person-line"' in page
    assert cast.signed_in(cast.CM1).get(f"/asked/{ask}/").status_code == 403
    for page in ("", "record/", "choices/"):
        shown = cast.signed_in(cast.CM1).get(f"/people/{person}/{page}").content.decode()
        assert "I feel watched" not in shown and ask not in shown, page


def test_it_leaves_no_trace_in_anything_the_worker_concerned_can_open() -> None:
    person = lantern()
    ask = asked(person)
    cast.signed_in(cast.SUPERVISOR).get(f"/asked/{ask}/")
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(act__icontains="ask").exists()
        assert not TrailEntry.objects.filter(ref=ask).exists()
        assert not Moment.objects.filter(ref=ask).exists()
    client = cast.signed_in(cast.CM1)
    for page in ("", "record/", "choices/", "team/", "another/", "state/"):
        shown = client.get(f"/people/{person}/{page}").content.decode()
        assert WISH not in shown and str(ask) not in shown, page
    with cast.acting(cast.CM2):
        assert TrailEntry.objects.filter(act="request_case_manager", chain=cast.CM2.id).count() == 1


def test_whoever_holds_several_roles_is_not_shown_what_concerns_them() -> None:
    person = lantern()
    with_roles(cast.CM1, Role.CASE_MANAGER, Role.SUPERVISOR, Role.DIRECTOR, supervisor=cast.SUPERVISOR.id)
    ask = asked(person)
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/asked/{ask}/").status_code == 404
    assert client.post(f"/asked/{ask}/").status_code == 404
    assert PASSED_ON not in client.get("/").content.decode()
    assert cast.signed_in(cast.SUPERVISOR).get(f"/asked/{ask}/").status_code == 200


def test_where_the_worker_concerned_leads_themselves_it_goes_to_every_other_supervisor() -> None:
    person = lantern()
    with_roles(cast.CM1, Role.CASE_MANAGER, Role.SUPERVISOR, supervisor=None)
    other = with_roles(cast.CM3, Role.CASE_MANAGER, Role.SUPERVISOR, supervisor=cast.SUPERVISOR.id)
    client = cast.signed_in(other)
    assert client.get(f"/people/{person}/").status_code == 404
    ask = asked(person)
    assert cast.signed_in(cast.CM1).get(f"/asked/{ask}/").status_code == 404
    assert WISH in client.get(f"/asked/{ask}/").content.decode()
    assert client.get(f"/people/{person}/team/").status_code == 200
    assert client.post(f"/asked/{ask}/").status_code == 302
    # Once it is settled, the way to the record that it opened is closed again.
    assert client.get(f"/people/{person}/").status_code == 404
    assert client.get(f"/asked/{ask}/").status_code == 404


def test_whoever_passes_it_on_is_told_where_nobody_could_read_it() -> None:
    person = lantern()
    with_roles(cast.CM1, Role.CASE_MANAGER, Role.SUPERVISOR, supervisor=None)
    with_roles(cast.SUPERVISOR, Role.CASE_MANAGER, supervisor=None)
    answer = cast.signed_in(cast.CM2).post(f"/people/{person}/another/", {"words": WISH}, follow=True)
    assert "nobody else supervises here" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not CaseManagerRequest.objects.exists()


def test_a_wish_settled_leaves_today_and_is_settled_in_ones_own_name_alone() -> None:
    person = lantern()
    ask = asked(person)
    with cast.acting(cast.CM1) as by, pytest.raises(PermissionError):
        settle_case_manager_request(by=by, ask=ask)
    trail.clear()
    client = cast.signed_in(cast.SUPERVISOR)
    assert client.post(f"/asked/{ask}/").status_code == 302
    assert PASSED_ON not in client.get("/").content.decode()
    with cast.acting(cast.SUPERVISOR):
        assert CaseManagerRequest.objects.get().settled_by_id == cast.SUPERVISOR.id


def test_nobody_passes_on_a_wish_about_somebody_out_of_reach() -> None:
    person, ask = lantern(), uuid.uuid4()
    for member in (cast.CM3, cast.ON_CALL, cast.DROP_IN):
        answer = cast.signed_in(member).post(f"/people/{person}/another/", {"words": WISH, "once": str(ask)})
        assert answer.status_code == 404
        with (
            cast.acting(member),
            connection.cursor() as cursor,
            pytest.raises(Exception, match="within reach"),
        ):
            cursor.execute("savepoint here")
            try:
                cursor.execute(
                    "select core.request_case_manager(%s, %s, null, %s, %s)", [ask, person, b"x", b"x"]
                )
            finally:
                cursor.execute("rollback to here")
    with cast.acting(cast.SUPERVISOR):
        assert not CaseManagerRequest.objects.exists()


def test_the_drop_in_passes_it_on_for_somebody_of_their_site() -> None:
    with cast.acting(cast.SUPERVISOR):
        site = Site.objects.get().pk
    person = make.person(at_site=site)
    ask = asked(person, cast.DROP_IN)
    assert WISH in cast.signed_in(cast.SUPERVISOR).get(f"/asked/{ask}/").content.decode()


def test_today_of_a_supervisor_takes_no_query_more_for_it() -> None:
    person = lantern()
    client = cast.signed_in(cast.SUPERVISOR)
    client.get("/")
    with counted() as before:
        client.get("/")
    for _wish in range(3):
        asked(person)
    with counted() as after:
        client.get("/")
    assert len(after) <= len(before) <= OF_TODAY


# Law enforcement and certification -------------------------------------------------------------------------


def test_a_choice_stands_with_its_history_and_opens_or_closes_nothing() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    pages = ["", "goals/", "season/", "support/", "team/", "intake/", "closing/"]
    before = [client.get(f"/people/{person}/{page}").status_code for page in pages]
    for answer, words in (("deciding", "let me think"), ("does_not", "no police")):
        sent = {"answer": answer, "words": words, "once": str(uuid.uuid4())}
        for _click in range(2):
            assert client.post(f"/people/{person}/choices/law/", sent).status_code == 302
    page = client.get(f"/people/{person}/choices/law/").content.decode()
    assert page.index("no police") < page.index("let me think")
    with cast.acting(cast.CM1):
        assert TheirChoice.objects.count() == 2
    assert [client.get(f"/people/{person}/{page}").status_code for page in pages] == before
    ClockSetting.set_to(cast.BEGINS + timedelta(days=700), running=False)
    for where in ("/", f"/people/{person}/"):
        shown = client.get(where).content.decode().split('id="timeline"')[0].lower()
        assert "law enforcement" not in shown and "police" not in shown
    assert client.get(f"/people/{person}/choices/nonsense/").status_code == 404


@pytest.mark.parametrize(("about", "answer"), [("law", "certified"), ("touch", "yes"), ("cert", "anything")])
def test_no_answer_to_another_question_is_kept(about: str, answer: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        with pytest.raises(TurnedDown):
            save_choice(by=by, participant=person, choice=uuid.uuid4(), about=about, answer=answer)
        assert not TheirChoice.objects.exists()


# Starting case management ------------------------------------------------------------------------------------


def test_somebody_in_contact_is_begun_with_in_one_tap_where_a_need_was_told() -> None:
    person = make.person(active=False)
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/").content.decode()
    assert f'action="/people/{person}/start/"' in page and "Start case management" in page
    assert client.post(f"/people/{person}/start/").headers["Location"] == f"/people/{person}/"
    assert "Start case management" not in client.get(f"/people/{person}/").content.decode()


def test_without_a_need_one_sentence_is_asked_for_and_nothing_else() -> None:
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias="Heron")
    client = cast.signed_in(cast.SUPERVISOR)
    answer = client.post(f"/people/{person}/start/")
    assert answer.headers["Location"] == f"/people/{person}/start/"
    refused = client.post(f"/people/{person}/start/", {"need": " ", "once": str(uuid.uuid4())})
    assert refused.status_code == 422 and "One sentence" in refused.content.decode()
    sent = {"need": "a warm coat", "once": str(uuid.uuid4())}
    for _click in range(2):
        assert client.post(f"/people/{person}/start/", sent).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert [need.words for need in Need.objects.filter(participant_id=person)] == ["a warm coat"]
        assert Participant.objects.get(pk=person).state == "active"
