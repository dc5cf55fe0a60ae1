"""A long note from court is told once that facts of support are enough; a decision they made has no code."""

import uuid

import pytest

from alongside.connection.models import Note
from tests import cast
from tests.people import lantern

ENOUGH = "facts of support only are enough"
LONG = "we sat on the second bench and had tea " * 14  # 126 words


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ({"tags": ["court"], "happened": LONG}, True),
        ({"tags": ["court"], "happened": LONG[:300], "responded": LONG}, True),
        ({"tags": ["court"], "happened": "word " * 120}, False),
        ({"tags": ["crisis"], "happened": LONG}, False),
        ({"happened": LONG}, False),
    ],
)
def test_a_long_note_from_court_is_told_once_and_keeps_every_word(
    told: dict[str, object], is_told: bool
) -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = told | {"participant": str(person), "next": f"/people/{person}/", "once": str(uuid.uuid4())}
    assert client.post("/note/", sent).status_code == 302
    first = client.get(f"/people/{person}/").content.decode()
    assert (ENOUGH in first) is is_told
    assert ENOUGH not in client.get(f"/people/{person}/").content.decode()
    with cast.acting(cast.CM1):
        note = Note.objects.get()
        assert (note.happened, note.responded) == (told["happened"], told.get("responded", ""))
    again = told | {"happened": f"x{told['happened']}", "version": "1"}
    assert client.post(f"/notes/{note.pk}/amend/", again).status_code == 302
    assert ENOUGH not in client.get(f"/people/{person}/").content.decode()


def test_a_decision_they_made_stands_on_the_timeline_without_a_code() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    form = client.get(f"/note/?with={person}").content.decode()
    assert 'value="decision"' in form
    sent = {
        "participant": str(person),
        "kind": "decision",
        "responded": "She chose not to testify. We stood with her.",
    }
    client.post("/note/", sent)
    shown = client.get(f"/people/{person}/timeline/").content.decode()
    assert "A decision they made - how we stood with them" in shown and "She chose not to testify." in shown
    names = {field.name for field in Note._meta.fields}
    assert not names & {"outcome", "result", "success", "decision"}
