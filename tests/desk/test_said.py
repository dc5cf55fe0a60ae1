"""What is said after an act names whom it is about; it keeps a reference, and the name comes when it is shown."""

import uuid

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from alongside.ui.frame import framed
from alongside.ui.templatetags.ui import said
from tests import cast
from tests.desk import make


def test_a_note_from_anywhere_on_somebodys_page_is_about_them_and_its_confirmation_names_them() -> None:
    person, client = make.person("Maple"), cast.signed_in(cast.CM1)
    for part in ("", "goals/", "sharing/", "circle/matters/new/"):
        page = client.get(f"/people/{person}/{part}").content.decode()
        assert page.count(f'href="/note/?with={person}" data-note') >= 2, part  # the top bar and the phone's
        assert f'data-note-url="/note/?with={person}"' in page
    assert 'data-note-url="/note/"' in client.get("/people/").content.decode()
    form = client.get(f"/note/?with={person}").content.decode()
    assert f'<option value="{person}" selected' in form or f'value="{person}"' in form
    words = {"participant": str(person), "happened": "We met.", "once": str(uuid.uuid4())}
    shown = client.post("/note/", words | {"next": "/people/"}, follow=True).content.decode()
    assert "Note about <bdi>Maple</bdi> saved." in shown and "/remove/" in shown


def test_whatever_is_said_on_a_page_about_somebody_names_them_and_the_session_does_not() -> None:
    person, client = make.person("Maple"), cast.signed_in(cast.CM1)
    make.told(person)
    client.post(f"/people/{person}/under-18/", {"under_18": "yes"})
    kept = client.session["_messages"]
    assert "Maple" not in kept and str(person) in kept
    shown = client.get(f"/people/{person}/about/").content.decode()
    assert "<bdi>Maple</bdi>: " in shown and '<span class="chip">Under 18</span>' in shown


def test_somebody_out_of_reach_is_not_named_in_what_is_said() -> None:
    person, client = make.person("Maple"), cast.signed_in(cast.CM3)
    session = client.session
    session["_messages"] = f'[["__json_message",0,25,"Note about {{who}} saved.","about={person}"]]'
    session.save()
    shown = client.get("/").content.decode()
    assert "Note about saved." in shown and "Maple" not in shown


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("sentence", "name", "shown"),
    [
        ("Note about {who} saved.", "<M>", "Note about <bdi>&lt;M&gt;</bdi> saved."),
        ("The note is saved.", "Maple", "<bdi>Maple</bdi>: The note is saved."),
        ("Saved <b>.", "", "Saved &lt;b&gt;."),
    ],
)
def test_a_name_stands_where_the_sentence_has_a_place_for_it(sentence: str, name: str, shown: str) -> None:
    frame = framed({"called": lambda _participant: name})
    assert said(Message(constants.SUCCESS, sentence, f"about={uuid.uuid4()} undo=/x/"), frame) == shown
