"""An on-call brief is read by whoever is on call at that minute, once they opened it, and by nobody else on the way."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.consent.actions import save_cover_words
from alongside.participants import briefs
from alongside.participants.actions import assign, release_part, rename
from alongside.participants.agreeing import agree_period, end_period
from alongside.participants.choices import Part
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import BriefLine, BriefOpening, CallBrief, CriticalPeriod, Participant
from alongside.participants.reaching import save_contact_point
from alongside.workforce.actions import put_on_call
from tests import cast
from tests.attacks.test_find import SAVEPOINT
from tests.desk.counting import on_the_wire
from tests.desk.make import person, told

LINE, UNSAID = "she hears knocking as danger", "never approved words"
ONCE = re.compile(rb'="[0-9A-Za-z-]{36,64}"')  # another each time
TABLES = (
    "core.participants_callbrief",
    "core.participants_briefline",
    "core.participants_briefopening",
    "trail.trail_trailentry",
)
EVERYBODY = [
    cast.CM3,
    cast.DROP_IN,
    cast.DIRECTOR,
    cast.ADMIN,
    cast.PRACTICE,
    cast.CUSTODIAN,
    cast.SUPERVISOR,
]


@contextmanager
def _at(moment: datetime) -> Iterator[None]:
    before = clock.now()
    ClockSetting.set_to(moment, running=False)
    yield
    ClockSetting.set_to(before, running=False)


def _on_call(member: cast.Member = cast.ON_CALL, place: str = "first", hours: int = 6) -> None:
    begins = cast.BEGINS - timedelta(hours=1)
    cast.also_on_call(member)
    with cast.acting(cast.SUPERVISOR) as by:
        ends = begins + timedelta(hours=hours)
        put_on_call(by=by, shift=uuid.uuid4(), staff=member.id, place=place, begins=begins, ends=ends)


def _with_a_brief(alias: str = "Quetzal") -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
    """Somebody in a critical period with one line approved and one not; the brief and the approved line."""
    about = person(alias)
    told(about)
    return about, *_brief_of(about)


def _brief_of(about: uuid.UUID) -> tuple[uuid.UUID, uuid.UUID]:
    line = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": about}
        days = {"begins_on": clock.today(), "ends_on": clock.today() + timedelta(days=3)}
        agree_period(**given, **days, period=uuid.uuid4(), kind="deposition")
        briefs.write_line(**given, line=line, kind="know", words=LINE, approved=True)
        briefs.write_line(**given, line=uuid.uuid4(), kind="helps", words=UNSAID)
        briefs.set_question(**given, question="what falls in fall?")
        return CallBrief.objects.get(participant_id=about).pk, line


def _tonight(member: cast.Member) -> set[uuid.UUID]:
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select brief from core.briefs_tonight()")
        return {row[0] for row in cursor.fetchall()}


def _read(member: cast.Member, brief: uuid.UUID) -> tuple[int, str]:
    answer = cast.signed_in(member).get(f"/on-call/briefs/{brief}/")
    return answer.status_code, answer.content.decode()


def _open(member: cast.Member, brief: uuid.UUID) -> int:
    return int(cast.signed_in(member).post(f"/on-call/briefs/{brief}/").status_code)


def _rows(member: cast.Member) -> tuple[int, int, int]:
    """What the walls let somebody read of briefs, lines and openings."""
    with cast.acting(member):
        return tuple(each.objects.count() for each in (CallBrief, BriefLine, BriefOpening))  # type: ignore[return-value]


def test_on_call_reads_the_approved_lines_after_a_press_that_is_kept_and_nothing_else() -> None:
    about, brief, _line = _with_a_brief()
    _on_call()
    today = cast.signed_in(cast.ON_CALL).get("/").content.decode()
    assert "Quetzal" in today and "Critical period through Jan 9" in today and LINE not in today
    status, page = _read(cast.ON_CALL, brief)
    assert status == 200 and LINE not in page and "maple leaf" not in page
    assert _rows(cast.ON_CALL) == (1, 0, 0)
    assert _open(cast.ON_CALL, brief) == 302
    status, page = _read(cast.ON_CALL, brief)
    assert LINE in page and "maple leaf" in page and "what falls in fall?" in page and "Text only" in page
    assert UNSAID not in page and "555-0199" not in page and "tea, sitting" not in page
    with cast.acting(cast.ON_CALL):
        assert not Participant.objects.exists()
        with connection.cursor() as cursor:
            keys = "select count(*) from vault.vault_key where participant_id = %s"
            cursor.execute(f"select core.my_people(), ({keys})", [about])
            assert cursor.fetchone() == ([], 0)
    for path in ("", "about/", "reaching/", "brief/", "periods/"):
        assert cast.signed_in(cast.ON_CALL).get(f"/people/{about}/{path}").status_code in (403, 404)


def test_the_opening_stands_in_the_record_and_on_the_supervisors_today_until_it_is_looked_at() -> None:
    about, brief, _line = _with_a_brief()
    _on_call()
    _open(cast.ON_CALL, brief)
    supervisor = cast.signed_in(cast.SUPERVISOR)
    today = supervisor.get("/").content.decode()
    assert "On-call briefs that were opened" in today and "On-call advocate" in today
    log = cast.signed_in(cast.CM1).get(f"/people/{about}/record/").content.decode()
    assert "opened the on-call brief" in log
    assert "On-call advocate" in cast.signed_in(cast.CM1).get(f"/people/{about}/brief/").content.decode()
    with cast.acting(cast.SUPERVISOR):
        opening = BriefOpening.objects.get().pk
    assert cast.signed_in(cast.CM1).post(f"/team/openings/{opening}/").status_code == 403
    assert supervisor.post(f"/team/openings/{opening}/").status_code == 302
    assert "On-call briefs that were opened" not in supervisor.get("/").content.decode()


def test_a_line_that_is_withdrawn_is_gone_with_the_next_request() -> None:
    about, brief, line = _with_a_brief()
    _on_call()
    _open(cast.ON_CALL, brief)
    with cast.acting(cast.CM1) as by:
        briefs.write_line(
            by=by, participant=about, line=uuid.uuid4(), kind="never", words="say hello", approved=True
        )
    assert LINE in _read(cast.ON_CALL, brief)[1]
    client = cast.signed_in(cast.CM1)
    assert client.post(f"/people/{about}/brief/{line}/", {"do": "withdraw"}).status_code == 302
    status, page = _read(cast.ON_CALL, brief)
    assert status == 200 and LINE not in page and "say hello" in page
    with cast.acting(cast.ON_CALL):
        assert LINE not in [each.words for each in BriefLine.objects.all()]


def test_what_changes_the_rules_renews_the_copies() -> None:
    about, brief, _line = _with_a_brief()
    _on_call()
    _open(cast.ON_CALL, brief)
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": about}
        way = {"channel": "phone", "address": "555-0101", "may_call": "yes", "code_word": "heron"}
        save_contact_point(**given, point=uuid.uuid4(), preferred=True, **way)
        save_cover_words(**given, cover=uuid.uuid4(), introduce="the laundry", never="the program")
        rename(**given, alias="Kingfisher")
    page = _read(cast.ON_CALL, brief)[1]
    for words in ("Call only", "heron", "the laundry", "the program", "Kingfisher"):
        assert words in page, words
    assert "Quetzal" not in page and "maple leaf" not in page and "555-0101" not in page


# Who does not --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("member", EVERYBODY)
def test_nobody_who_is_not_on_call_at_that_minute(member: cast.Member) -> None:
    _about, brief, _line = _with_a_brief()
    _on_call(cast.ON_CALL)
    _open(cast.ON_CALL, brief)
    assert _read(member, brief)[0] in (403, 404) and _open(member, brief) in (403, 404)
    assert LINE not in cast.signed_in(member).get("/").content.decode()
    if member is not cast.SUPERVISOR:  # whose team it is, by reach
        assert _rows(member) == (0, 0, 0)


def test_not_before_and_not_after_the_shift_and_the_next_shift_opens_anew() -> None:
    _about, brief, _line = _with_a_brief()
    _on_call(hours=6)
    _open(cast.ON_CALL, brief)
    for hours in (-2, 6):
        with _at(cast.BEGINS + timedelta(hours=hours)):
            assert _read(cast.ON_CALL, brief)[0] == 404 and _open(cast.ON_CALL, brief) == 404
            assert _rows(cast.ON_CALL) == (0, 0, 0)
    with cast.acting(cast.SUPERVISOR) as by:
        begins = cast.BEGINS + timedelta(hours=5)
        put_on_call(
            by=by,
            shift=uuid.uuid4(),
            staff=cast.ON_CALL.id,
            place="first",
            begins=begins,
            ends=begins + timedelta(hours=6),
        )
    with _at(cast.BEGINS + timedelta(hours=7)):
        status, page = _read(cast.ON_CALL, brief)
        assert status == 200 and LINE not in page


def test_never_for_a_worker_whom_the_person_asked_not_to_have() -> None:
    about = person("Heron", case_manager=cast.CM3, backup=None)
    with cast.acting(cast.CM3) as by:
        request_case_manager(by=by, whom=about, ask=uuid.uuid4(), words="somebody else")
    ClockSetting.set_to(cast.BEGINS + timedelta(minutes=1), running=False)
    with cast.acting(cast.SUPERVISOR) as by:
        release_part(by=by, participant=about, part=Part.CASE_MANAGER)
        assign(by=by, participant=about, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    _theirs, other, _line = _with_a_brief()
    mine, _line = _brief_of(about)
    _on_call(cast.CM3)
    _on_call(cast.ON_CALL, "second")
    assert _tonight(cast.ON_CALL) == {mine, other} and _tonight(cast.CM3) == {other}
    with cast.acting(cast.CM3):
        assert {each.pk for each in CallBrief.objects.all()} == {other}
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select core.open_brief(%s, %s, %s)", [uuid.uuid4(), about, mine])


@pytest.mark.parametrize("how", ["ended", "over", "nothing approved"])
def test_not_while_nothing_is_live_or_approved(how: str) -> None:
    about, brief, line = _with_a_brief()
    _on_call(hours=24 * 9)
    _open(cast.ON_CALL, brief)
    with cast.acting(cast.CM1) as by:
        if how == "ended":
            end_period(by=by, participant=about, period=CriticalPeriod.objects.get().pk)
        elif how == "nothing approved":
            briefs.withdraw_line(by=by, participant=about, line=line)
    with _at(cast.BEGINS + timedelta(days=5 if how == "over" else 0)):
        assert _read(cast.ON_CALL, brief)[0] == 404 and _rows(cast.ON_CALL) == (0, 0, 0)


# Finding one tells nothing of people without -------------------------------------------------------------


def _found(client: Client, alias: str, word: str = "maple leaf") -> tuple[int, str, bytes, list[str]]:
    with on_the_wire() as statements:
        answer = client.post("/on-call/briefs/", {"alias": alias, "word": word})
    said = ONCE.sub(b"", answer.content.replace(alias.encode(), b"").replace(word.encode(), b""))
    where = answer.headers.get("Location", "")
    return answer.status_code, where, said, [SAVEPOINT.sub("", each) for each in statements]


def _warm() -> Client:
    client = cast.signed_in(cast.ON_CALL)
    for _twice in range(2):
        client.post("/on-call/briefs/", {"alias": "warm", "word": "warm"})
    return client


def test_an_alias_and_a_code_word_lead_to_the_brief_as_they_are_said() -> None:
    _about, brief, _line = _with_a_brief()
    _on_call()
    client = _warm()
    where = _found(client, "quetzal ", "Maple  Leaf")[1]
    assert client.get(where).headers["Location"] == f"/on-call/briefs/{brief}/"


@pytest.mark.parametrize("on_call", [True, False])
def test_people_without_a_brief_are_as_people_who_never_were(on_call: bool) -> None:
    _with_a_brief("Kingfisher")
    told(person("Quetzal"))
    if on_call:
        _on_call()
    client = _warm()
    found = [
        _found(client, *each) for each in (("Quetzal", "not it"), ("Quovadi",), ("Kingfisher", "not it"))
    ]
    assert len({(status, said, *sent) for status, _where, said, sent in found}) == 1
    if on_call:
        for _status, where, _said, _sent in found:
            assert b"No record opened" in client.get(where).content
    else:
        assert found[0][0] == 422 and b"You are not on call" in found[0][2]


def test_a_dump_and_the_trail_say_nothing_of_it() -> None:
    _about, brief, _line = _with_a_brief()
    _on_call()
    _open(cast.ON_CALL, brief)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        found = ""
        for table in TABLES:
            cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
            found += cursor.fetchone()[0]
        cursor.execute("set local role alongside_desk")
    for words in (LINE, UNSAID, "Quetzal", "maple leaf", "what falls", "Text only"):
        assert words not in found and words.encode().hex() not in found
