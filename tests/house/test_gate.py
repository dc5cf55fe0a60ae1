"""There is one gate. Nothing else in this house makes a file, a print or a message about anybody."""

import ast
from pathlib import Path

import pytest
from django.db import transaction
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.consent.models import Disclosure
from alongside.consent.queries import disclosures
from tests import cast
from tests.house import gate_checks
from tests.house.checks import ROOT
from tests.house.places import Places
from tests.journey.make import own_law


@pytest.mark.no_database
def test_nothing_goes_out_beside_the_gate() -> None:
    assert gate_checks.ways_out() == []


@pytest.mark.no_database
def test_the_ways_out_there_are_are_really_seen() -> None:
    """Without the gate's calls, every one of them would stand in the list."""
    kept = gate_checks.OF_THE_GATE
    try:
        gate_checks.OF_THE_GATE = frozenset()  # type: ignore[misc]
        found = {each.split(":")[0] for each in gate_checks.ways_out()}
    finally:
        gate_checks.OF_THE_GATE = kept  # type: ignore[misc]
    assert {
        "alongside.goals.views.sheet.print_sheet",
        "alongside.goals.views.sheet.paper",
        "alongside.journey.views.print_welcome",
        "alongside.journey.parting.hotline_card",
        "alongside.connection.views.strand.print_agreement",
        "alongside.meetings.views.calendar",
        "alongside.consent.views.sharing.print_release",
        "alongside.consent.views.sharing.print_moves",
        "alongside.consent.views.letters.print_went",
        "alongside.provisions.views._sheet",
    } <= found


PLANTED = {
    "a file": 'def view(request):\n    return HttpResponse(b"", headers={"Content-Disposition": "inline"})\n',
    "a pdf": 'def view(request):\n    return HttpResponse(b"", content_type="application/pdf")\n',
    "a calendar": 'def view(request):\n    return HttpResponse(b"", content_type="text/calendar")\n',
    "a stream": "def view(request):\n    return FileResponse(open(name))\n",
    "a message": 'def tell(person):\n    send_mail("x", "y", None, [person])\n',
    "a print": 'def view(request):\n    return render(request, "room/print_all.html", {})\n',
    "a print by another name": 'def view(request):\n    return render(request, "room/page.html", {})\n',
    "a way to send": "import smtplib\n",
}


@pytest.mark.no_database
@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_way_out_is_found(tmp_path: Path, what: str) -> None:
    room = tmp_path / "alongside" / "room"
    templates = room / "templates" / "room"
    templates.mkdir(parents=True)
    (templates / "print_all.html").write_text("words")
    (templates / "sheet.html").write_text('{% extends "ui/print.html" %}')
    (templates / "page.html").write_text('{% extends "room/sheet.html" %}')
    (room / "views.py").write_text(PLANTED[what])
    assert len(gate_checks.ways_out(tmp_path / "alongside")) == 1
    if what != "a way to send":
        through = PLANTED[what].rstrip("\n") + "\n    gate.own_copy(actor, person, what)\n"
        (room / "views.py").write_text(through)
        assert gate_checks.ways_out(tmp_path / "alongside") == []


def test_what_goes_into_their_hands_is_kept_when_it_is_given_and_not_when_it_is_looked_at() -> None:
    """Each address that gives paper or a file leaves a line in the accounting, and a preview leaves none."""
    places = Places()
    own_law()
    client = cast.signed_in(cast.CM1)
    client.raise_request_exception = False

    def lines() -> set[str]:
        with cast.acting(cast.CM1):
            return {row.what for row in disclosures(places.participant) if row.way == "own_copy"}

    assert lines() == set()
    given: dict[str, set[str]] = {}
    for route, _pattern in views(get_resolver().url_patterns):
        address = "/" + route
        if "<uuid:participant>" not in address and "<uuid:meeting>" not in address:
            continue
        looked = client.get(places.url(address))
        is_page = looked.headers.get("Content-Type", "").startswith("text/html")
        assert looked.status_code != 200 or is_page, f"{address} gives a file to whoever opens it"
        if looked.status_code != 405 and b"data-give" not in looked.content:
            continue
        with transaction.atomic():
            answer = client.post(
                places.url(address), {"theirs": "1"}
            )  # a file may be for them, or for one's own calendar
            if b"data-give" in looked.content or "Content-Disposition" in answer.headers:
                given[address] = lines()
            transaction.set_rollback(True)
    assert lines() == set()
    assert [address for address, found in given.items() if not found] == []
    assert set().union(*given.values()) >= {
        "goal_sheet", "welcome", "agreement", "calendar", "release", "moves", "who", "doing", "card"
    }  # fmt: skip
    for _print in range(2):
        client.post(places.url("/people/<uuid:participant>/goals/print/"))
    with cast.acting(cast.CM1):
        assert Disclosure.objects.filter(way="own_copy").count() == 1  # printing anew is no second one


def without_purpose(tree: ast.AST) -> list[int]:
    """Lines where something about a participant is printed or exported, and no purpose goes into the trail."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    looks = (call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "looked")
    return [
        call.lineno
        for call in looks
        if ast.unparse(call.args[0]).strip("'\"").startswith(("print_", "export_"))
        and len(call.args) == 2
        and not any(word.arg == "kind" for word in call.keywords)
        and ast.unparse(call.args[1]) != "request.actor.id"
    ]


@pytest.mark.no_database
def test_what_is_printed_or_exported_about_somebody_says_its_purpose() -> None:
    assert without_purpose(ast.parse('trail.looked("print_x", person)')) == [1]
    assert without_purpose(ast.parse('trail.looked("print_x", person, kind="why")')) == []
    found = {
        path.name: without_purpose(ast.parse(path.read_text())) for path in (ROOT / "alongside").rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}
