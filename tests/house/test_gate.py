"""There is one gate. Nothing else in this house makes a file, a print or a message about anybody."""

from pathlib import Path

import pytest
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.consent.models import Disclosure
from alongside.consent.queries import disclosures
from tests import cast
from tests.house import gate_checks
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


def test_every_page_that_is_no_page_was_kept_by_the_gate() -> None:
    """Each address that answers with something other than a page leaves a line in the accounting."""
    places = Places()
    own_law()
    client = cast.signed_in(cast.CM1)
    seen = []
    for route, _pattern in views(get_resolver().url_patterns):
        address = "/" + route
        if "<uuid:participant>" not in address and "<uuid:meeting>" not in address:
            continue
        answer = client.get(places.url(address))
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        on_paper = b'class="paper"' in answer.content
        if answer.status_code == 200 and (not is_page or on_paper or "Content-Disposition" in answer.headers):
            seen.append(address)
    assert len(seen) >= 7
    with cast.acting(cast.CM1) as by:
        kept = {row.what for row in disclosures(by, places.participant)}
        assert kept >= {"goal_sheet", "welcome", "agreement", "calendar", "release", "moves"}
        assert Disclosure.objects.exclude(way="own_copy").count() == 1  # printing anew is no second one
