"""An account is closed in the middle of everything: nothing is lost, nobody is without somebody, all of it is told."""

import html
import json
import uuid
from datetime import timedelta

from django.db import connection
from django.db.models import Q
from django.utils.html import strip_tags

from alongside import clock
from alongside.care.actions import ask_for_support
from alongside.participants.models import Membership, Participant
from alongside.workforce.choices import Place
from alongside.workforce.rota_actions import ask_swap
from tests import cast
from tests.desk.make import person
from tests.people import lantern
from tests.transfers import make
from tests.workforce.make import on_call
from tests.workforce.test_leaving import close
from tests.workforce.test_left_words import SAID, left
from tests.workforce.test_time_off import named, planned

HOUR = timedelta(hours=1)
NEXT_WEEK = cast.BEGINS + timedelta(days=7)
TYPED = "She said the landlord has a key"
GONE = "Case manager 1, who was"


def today(member: cast.Member) -> str:
    return html.unescape(cast.signed_in(member).get("/").content.decode())


def left_over(page: str) -> str:
    """What the card of a colleague who left says, without its markup."""
    card = page.partition("A colleague left</h2>")[2].partition("</section>")[0]
    return " ".join(strip_tags(card).split())


def drafts() -> int:
    with cast.acting(cast.ADMIN), connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute("select count(*) from core.drafts_draft where by_id = %s", [cast.CM1.id])
        found = int(cursor.fetchone()[0])
        cursor.execute("set local role alongside_desk")
    return found


def in_the_middle() -> dict[str, uuid.UUID]:
    """Case manager 1 gives one transfer, receives two, covers twice, is on call twice, asks and is asked."""
    people = {
        "given": lantern(),
        "alone": person("Sparrow", backup=None),
        "asked": person("Harbor", case_manager=cast.CM2, backup=None),
        "both": person("Maple", case_manager=cast.CM2, backup=None),
    }
    make.talked(people["given"])
    make.agreed(people["asked"], cast.CM1, by=cast.CM2)
    make.overlap(people["both"], cast.CM1, by=cast.CM2)
    holds = planned(cast.CM2, first="01/11/2027", last="01/12/2027")
    waits = planned(cast.CM2, first="01/18/2027", last="01/19/2027")
    for plan in (holds, waits):
        assert named(plan, people["asked"], cast.CM1, by=cast.CM2).status_code == 302
    assert cast.signed_in(cast.SUPERVISOR).post(f"{holds}confirm/").status_code == 302
    on_call(cast.CM1, Place.FIRST, cast.BEGINS - HOUR, cast.BEGINS + 6 * HOUR)
    mine = on_call(cast.CM1, Place.SECOND, NEXT_WEEK, NEXT_WEEK + 6 * HOUR)
    cast.also_on_call(cast.CM3)
    theirs = on_call(cast.ON_CALL, Place.FIRST, NEXT_WEEK + 8 * HOUR, NEXT_WEEK + 9 * HOUR)
    with cast.acting(cast.CM1) as by:
        ask_swap(by=by, swap=uuid.uuid4(), shift=mine.pk, of=cast.CM3.id)
    with cast.acting(cast.ON_CALL) as by:
        ask_swap(by=by, swap=uuid.uuid4(), shift=theirs.pk, of=cast.CM1.id)
    return people | {"plan": uuid.UUID(waits.strip("/").split("/")[-1])}


def test_nothing_is_lost_nobody_is_alone_and_all_of_it_is_told() -> None:
    made = in_the_middle()
    plan, wished = made.pop("plan"), uuid.uuid4()
    left()
    with cast.acting(cast.CM3) as by:
        ask_for_support(by=by, wished=wished, reader=cast.CM1.id, kind="talk", words="a long night")
    typing = cast.signed_in(cast.CM1)
    kept = {"key": "connection.note:new", "fields": json.dumps({"happened": [TYPED]})}
    assert typing.post("/drafts/", kept).status_code < 300 and drafts() == 1
    assert "asks you to take" in today(cast.CM3) and GONE not in today(cast.SUPERVISOR)
    make.later(1 / 24)
    assert close() == 302

    # The session ends, what was typed stays, and so far every tie of theirs is over.
    assert typing.get("/").status_code == 302 and typing.post("/drafts/", kept).status_code >= 300
    assert drafts() == 1
    with cast.acting(cast.SUPERVISOR):
        runs = Q(during__endswith=None) | Q(during__endswith__gt=clock.now())
        assert not Membership.objects.filter(runs, staff=cast.CM1.id).exists()
        walks = dict(Participant.objects.values_list("pk", "case_manager_id"))
    assert walks == {
        made["given"]: cast.CM2.id,
        made["alone"]: None,
        made["asked"]: cast.CM2.id,
        made["both"]: cast.CM2.id,
    }

    # Each of it is a row of its own for the supervisor.
    told = today(cast.SUPERVISOR)
    assert "They have no case manager until you choose one" in told
    over = left_over(told)
    for said in (
        "who was handing them over, left. You continue",
        "who was to receive them, left. Ask another colleague",
        "who was to receive them, left. Take the transfer back",
        "who was to cover for Case manager 2 from January 11",
        "who was to cover for Case manager 2 from January 18",
    ):
        assert over.count(f"Case manager 1, {said}") == 1, said
    assert over.count(f"{GONE} on call then, left.") == 2
    assert all(alias in over for alias in ("Lantérn", "Harbor", "Maple")) and "Sparrow" not in over
    assert "the transfer needs another colleague" in today(cast.CM2)
    # Who sets who is on call finds the shifts and nobody's name; others find nothing of it.
    office = today(cast.ADMIN)
    assert office.count(f"{GONE} on call then, left.") == 2 and "Harbor" not in office
    for member in (cast.CM3, cast.DIRECTOR, cast.ON_CALL):
        assert GONE not in today(member), member.username

    # What was asked of them and by them is over, and its askers keep what is theirs.
    assert "asks you to take" not in today(cast.CM3)
    rota = html.unescape(cast.signed_in(cast.ON_CALL).get("/on-call/").content.decode())
    assert "You asked Case manager 1" not in rota
    assert "a long night" in cast.signed_in(cast.CM3).get(f"/care/requests/{wished}/").content.decode()
    assert "Came in" in today(cast.CM2) and SAID not in today(cast.CM3)

    # A row goes once somebody else is there.
    on_call(cast.ON_CALL, Place.SECOND, NEXT_WEEK, NEXT_WEEK + 6 * HOUR)
    assert named(f"/time-off/{plan}/", made["asked"], cast.CM3, by=cast.CM2).status_code == 302
    boss = cast.signed_in(cast.SUPERVISOR)
    assert boss.post(f"{make.of(made['both'])}stop/", {"do": "take_back"}).status_code == 302
    over = left_over(today(cast.SUPERVISOR))
    assert over.count(f"{GONE} on call then, left.") == 1 and "Maple" not in over
    assert over.count("who was to cover for") == 1 and "from January 11" in over
