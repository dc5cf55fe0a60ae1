"""The quick note and the page of a note, through the door. The stranger tests are in test_walls_of_notes."""

import json
import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.clock.models import ClockSetting
from alongside.connection.actions import amend_note
from alongside.connection.models import Note, NoteStatement, NoteVersion
from alongside.drafts.models import Draft
from tests import cast
from tests.connection import make

NEW = "/note/"
ANY_SCRIPT = ("ሰላም ነው። قالت: “لا أريد” 🕊️ it's <b>O'Brien</b> & “co”\nline two " * 400)[:20_000]


def kept_notes() -> list[Note]:
    """Every note, its words opened."""
    with cast.acting(cast.CM1):
        rows = list(Note.objects.order_by("written_at", "at"))
        assert all(isinstance(row.happened + row.responded, str) for row in rows)
        return rows


def hidden(page: bytes, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.decode())
    assert found, name
    return found[1]


def sent(about: uuid.UUID, **words: Any) -> dict[str, Any]:
    return {"participant": str(about), "once": str(uuid.uuid4()), "draft": "connection.note:new"} | words


def queries_of(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return sum(
        not re.match(r"(SAVEPOINT|RELEASE|ROLLBACK|select set_config)", query["sql"], re.I) for query in asked
    )


def test_the_quick_note_asks_three_things_and_requires_none() -> None:
    make.person()
    page = cast.signed_in(cast.CM1).get(NEW).content.decode()
    in_sight = page[page.index('action="/note/"') : page.index('<details class="fold"')]
    assert re.findall(r"<(?:select|textarea)[^>]* name=\"(\w+)\"", in_sight) == [
        "participant",
        "happened",
        "responded",
    ]
    assert " required" not in in_sight
    assert 'data-draft="connection.note:new"' in page


def test_the_overlay_gets_the_note_without_the_frame() -> None:
    make.person()
    inside = cast.signed_in(cast.CM1).get(NEW, headers={"X-Overlay": "1"}).content
    assert b"<html" not in inside and b'name="happened"' in inside and b"data-close" in inside


def test_my_people_come_first_and_somebody_can_be_chosen_beforehand() -> None:
    make.person("Zephyr")
    about = make.person("Éclair")
    page = cast.signed_in(cast.CM1).get(NEW, {"with": str(about)}).content.decode()
    assert page.index("Éclair") < page.index("Zephyr")
    assert f'value="{about}" selected' in page
    assert cast.signed_in(cast.CM1).get(NEW, {"with": "nonsense"}).status_code == 200


def test_without_people_the_page_teaches() -> None:
    page = cast.signed_in(cast.CM3).get(NEW)
    assert page.status_code == 200
    assert b"Nobody walks with you yet" in page.content


def test_only_how_we_responded_is_enough_and_one_is_back_where_one_was() -> None:
    about = make.person()
    client = cast.signed_in(cast.CM1)
    answer = client.post(NEW, sent(about, responded="I waited with her.", next="/program/activity/"))
    assert (answer.status_code, answer["Location"]) == (302, "/program/activity/")
    (kept,) = kept_notes()
    assert (kept.happened, kept.responded, kept.kind) == ("", "I waited with her.", "met")
    page = client.get("/program/activity/").content.decode()
    assert "Note about <bdi>" in page and f"/notes/{kept.pk}/remove/" in page


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "\\\\x"]
)
def test_one_is_never_led_out_of_the_house(away: str) -> None:
    about = make.person()
    answer = cast.signed_in(cast.CM1).post(NEW, sent(about, happened="x", next=away))
    assert answer.status_code == 302
    assert re.match(r"/(people/|$)", answer["Location"])


def test_everything_folded_away_is_kept_too() -> None:
    about, kinds = make.person(), make.services()
    answer = cast.signed_in(cast.CM1).post(
        NEW,
        sent(
            about,
            kind="without",
            services=[str(kinds["dental"]), str(kinds["rights"])],
            minutes="45",
            at="2024-03-05T14:30",
            seen_by="no",
        ),
    )
    assert answer.status_code == 302
    (kept,) = kept_notes()
    assert (kept.kind, kept.minutes, kept.participant_can_see) == ("without", 45, False)
    assert kept.at.astimezone(cast.ZONE).isoformat() == "2024-03-05T14:30:00-06:00"


def test_a_double_click_keeps_one_note() -> None:
    about = make.person()
    client, words = cast.signed_in(cast.CM1), sent(about, happened="x")
    for _click in (1, 2):
        assert client.post(NEW, words).status_code == 302
    assert len(kept_notes()) == 1


def test_the_back_button_and_other_words_keep_both() -> None:
    about = make.person()
    client, words = cast.signed_in(cast.CM1), sent(about, happened="first")
    client.post(NEW, words)
    answer = client.post(NEW, words | {"happened": "second"})
    assert answer.status_code == 409 and b"second" in answer.content
    assert b'name="once"' not in answer.content  # it goes as a form of its own
    once_more = {name: said for name, said in words.items() if name != "once"} | {"happened": "second"}
    assert client.post(NEW, once_more).status_code == 302
    assert {kept.happened for kept in kept_notes()} == {"first", "second"}


@pytest.mark.parametrize(
    "nonsense",
    [
        {"happened": " ", "responded": "\n"},
        {"happened": "my words", "participant": ""},
        {"happened": "my words", "participant": "nonsense"},
        {"happened": "my words", "minutes": "-4"},
        {"happened": "my words", "minutes": "many"},
        {"happened": "my words", "at": "soon"},
        {"happened": "my words", "at": "2027-02-01T10:00"},
        {"happened": "my words", "services": "nonsense"},
        {"happened": "my words", "kind": "nonsense"},
    ],
)
def test_nonsense_keeps_every_word_and_says_kindly_what_to_do(nonsense: dict[str, str]) -> None:
    about = make.person()
    answer = cast.signed_in(cast.CM1).post(NEW, sent(about) | nonsense)
    assert answer.status_code == 422
    assert nonsense["happened"] in answer.content.decode()
    assert 'class="hint"' in answer.content.decode() or "alert hint" in answer.content.decode()
    assert kept_notes() == []


def test_words_in_any_script_come_back_on_the_page() -> None:
    about = make.person()
    client = cast.signed_in(cast.CM1)
    client.post(NEW, sent(about, happened=ANY_SCRIPT))
    (kept,) = kept_notes()
    assert kept.happened == ANY_SCRIPT
    page = client.get(f"/notes/{kept.pk}/").content.decode()
    assert "it&#x27;s &lt;b&gt;O&#x27;Brien" in page and "ሰላም ነው።" in page and "لا أريد" in page


def test_a_draft_comes_back_after_a_lock_and_goes_when_it_is_kept() -> None:
    about = make.person()
    client = cast.signed_in(cast.CM1)
    fields = {
        "participant": [str(about)],
        "happened": ["ግማሽ ቃል, half a thought"],
        "services": [str(make.services()["dental"])],
        "seen_by": ["no"],
    }
    kept = client.post(reverse("drafts:keep"), {"key": "connection.note:new", "fields": json.dumps(fields)})
    assert kept.status_code == 204
    client.post(reverse("access:lock"))
    assert client.get(NEW).status_code == 423
    client.post(reverse("access:unlock"), {"password": cast.CM1.password})
    page = client.get(NEW).content.decode()
    assert "ግማሽ ቃል, half a thought" in page and "You had begun this" in page
    assert f'value="{about}" selected' in page
    assert re.search(r'value="no"[^>]*checked', page) and '<details class="fold" open' in page
    client.post(NEW, sent(about, happened="ግማሽ ቃል, whole"))
    with cast.acting(cast.CM1):
        assert not Draft.objects.exists()
    assert "half a thought" not in client.get(NEW).content.decode()


def test_undo_takes_the_note_away_and_undo_again_brings_it_back() -> None:
    about = make.person()
    kept = make.note(about)
    client = cast.signed_in(cast.CM1)
    assert client.post(f"/notes/{kept.pk}/remove/").status_code == 302
    page = client.get(f"/notes/{kept.pk}/").content.decode()
    assert "taken away" in page and "We read the letter." not in page
    assert client.get(f"/notes/{kept.pk}/amend/").status_code == 404
    assert client.post(f"/notes/{kept.pk}/restore/").status_code == 302
    assert "We read the letter." in client.get(f"/notes/{kept.pk}/").content.decode()
    client.post(f"/notes/{kept.pk}/remove/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=31), running=False)
    assert client.get(f"/notes/{kept.pk}/").status_code == 404


def test_an_amended_note_shows_both_versions() -> None:
    about, kinds = make.person(), make.services()
    kept = make.note(about, happened="first words", services=[kinds["dental"]])
    client = cast.signed_in(cast.CM1)
    form = client.get(f"/notes/{kept.pk}/amend/").content
    words = {
        "happened": "second words",
        "kind": "call",
        "at": kept.at.astimezone(cast.ZONE).strftime("%Y-%m-%dT%H:%M"),
        "version": hidden(form, "version"),
    }
    assert client.post(f"/notes/{kept.pk}/amend/", words).status_code == 302
    page = client.get(f"/notes/{kept.pk}/").content.decode()
    for shown in ("first words", "second words", "Dental care", "Amended by Case manager 1"):
        assert shown in page
    (fresh,) = kept_notes()
    assert fresh.at == kept.at


def test_a_conflict_shows_both_texts_and_overwrites_neither() -> None:
    about = make.person()
    kept = make.note(about, happened="first words")
    client = cast.signed_in(cast.CM1)
    mine = {
        "happened": "my words",
        "version": hidden(client.get(f"/notes/{kept.pk}/amend/").content, "version"),
    }
    with cast.acting(cast.SUPERVISOR) as by:
        amend_note(
            by=by, participant=about, note=kept.pk, seen=1, happened="her words", responded="", kind="met",
            minutes=None, services=[],
        )  # fmt: skip
    answer = client.post(f"/notes/{kept.pk}/amend/", mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "her words" in page and "my words" in page and "Somebody else changed this meanwhile" in page
    assert kept_notes()[0].happened == "her words"
    knowing = mine | {"version": hidden(answer.content, "version")}
    assert client.post(f"/notes/{kept.pk}/amend/", knowing).status_code == 302
    assert kept_notes()[0].happened == "my words"
    with cast.acting(cast.CM1):
        assert [each.happened for each in NoteVersion.objects.order_by("version")] == [
            "first words",
            "her words",
        ]


def test_an_old_draft_of_an_amendment_shows_what_was_saved_meanwhile() -> None:
    about = make.person()
    kept = make.note(about, happened="first words")
    client = cast.signed_in(cast.CM1)
    fields = json.dumps({"happened": ["my words"], "version": ["1"]})
    client.post(reverse("drafts:keep"), {"key": f"connection.amend:{kept.pk}", "fields": fields})
    with cast.acting(cast.SUPERVISOR) as by:
        amend_note(
            by=by, participant=about, note=kept.pk, seen=1, happened="her words", responded="", kind="met",
            minutes=None, services=[],
        )  # fmt: skip
    answer = client.get(f"/notes/{kept.pk}/amend/")
    page = answer.content.decode()
    assert "her words" in page and "my words" in page and "What stands now is here" in page
    assert hidden(answer.content, "version") == "2"


def test_an_amendment_to_nothing_asks_for_a_word() -> None:
    kept = make.note(make.person())
    answer = cast.signed_in(cast.CM1).post(f"/notes/{kept.pk}/amend/", {"happened": "", "version": "1"})
    assert answer.status_code == 422 and b"A word is enough" in answer.content


def test_their_own_words_stand_beside_the_note() -> None:
    kept = make.note(make.person())
    client = cast.signed_in(cast.CM1)
    once = str(uuid.uuid4())
    for _click in (1, 2):
        answer = client.post(f"/notes/{kept.pk}/statement/", {"words": "እኔ ራሴ 🕊️ it's", "once": once})
        assert answer.status_code == 302
    assert "እኔ ራሴ 🕊️ it&#x27;s" in client.get(f"/notes/{kept.pk}/").content.decode()
    with cast.acting(cast.CM1):
        assert NoteStatement.objects.count() == 1
    other = client.post(f"/notes/{kept.pk}/statement/", {"words": "more", "once": once})
    assert other.status_code == 409 and b"more" in other.content
    assert client.post(f"/notes/{kept.pk}/statement/", {"words": ""}).status_code == 422


def test_the_marker_turns_on_the_page() -> None:
    kept = make.note(make.person())
    client = cast.signed_in(cast.CM1)
    page = f"/notes/{kept.pk}/"
    assert "The participant can see this" in client.get(page).content.decode()
    client.post(f"{page}visible/", {"participant_can_see": "no"})
    client.get(page)  # the word after the act
    assert "The participant can see this" not in client.get(page).content.decode()
    client.post(f"{page}visible/", {"participant_can_see": "yes"})
    assert kept_notes()[0].participant_can_see


def test_titles_and_addresses_tell_nothing() -> None:
    about = make.person()
    kept = make.note(about)
    client = cast.signed_in(cast.CM1)
    for page in (NEW, f"/notes/{kept.pk}/", f"/notes/{kept.pk}/amend/", f"/people/{about}/activity/"):
        title = re.search(r"<title>(.*?)</title>", client.get(page).content.decode())
        assert title and "Lantern" not in title[1] and "Survivor" not in title[1]


def test_queries_do_not_grow_with_rows() -> None:
    client = cast.signed_in(cast.CM1)
    counts = []
    for each in range(3):
        about = make.person(f"Person {each}")
        kept = make.note(about, services=list(make.services().values()))
        client.post(f"/notes/{kept.pk}/statement/", {"words": "mine"})
        client.post(f"/notes/{kept.pk}/amend/", {"happened": f"amended {each}", "version": "1"})
        client.get(NEW)
        pages = (NEW, "/program/activity/", f"/notes/{kept.pk}/", f"/people/{about}/activity/")
        counts.append([queries_of(client, page) for page in pages])
    assert counts[0] == counts[1] == counts[2], counts
    note, month, one_note, one_month = counts[0]
    assert max(note, month, one_month) <= 8 and one_note <= 9, counts


def test_the_reference_of_another_is_no_reference_for_mine() -> None:
    hers = make.note(make.person("Harbor", cast.CM2), member=cast.CM2)
    about = make.person()
    client, words = cast.signed_in(cast.CM1), sent(about, happened="my words", once=str(hers.pk))
    answer = client.post(NEW, words)
    assert answer.status_code == 409 and b"my words" in answer.content
    assert client.post(NEW, words | {"once": hidden(answer.content, "once")}).status_code == 302
    (kept,) = kept_notes()
    assert kept.happened == "my words"


def test_what_makes_a_note_heavy_is_in_sight_and_stands_with_the_note() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    shown = client.get("/note/").content.decode()
    in_sight = shown[shown.index('name="happened"') : shown.index("More: what it was")]
    for asked in (
        "Was it one of these?",
        "Court",
        "Disclosure",
        "Crisis call",
        "Ending",
        "Death",
        "Heavy for me",
    ):
        assert asked in in_sight, asked
    told = {"participant": str(person), "happened": "The hearing.", "tags": ["court", "disclosure"]}
    assert client.post("/note/", told).headers["Location"].startswith("/pause/")
    with cast.acting(cast.CM1):
        note = Note.objects.get()
        assert note.tags == ["court", "disclosure"]
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_column_privilege('alongside_desk', 'core.connection_note', 'tags', 'update')"
        )
        assert cursor.fetchone() == (True,)
    read = client.get(f"/notes/{note.pk}/").content.decode()
    assert '<span class="chip">Court</span>' in read
    assert '<span class="chip">Court</span>' in client.get(f"/people/{person}/").content.decode()
    change = f"/notes/{note.pk}/amend/"
    version = re.search(r'name="version" value="(\d+)"', client.get(change).content.decode())
    assert version
    told = {"happened": "The hearing.", "tags": ["ending"], "version": version[1]}
    assert client.post(change, told).headers["Location"] == f"/notes/{note.pk}/"
    read = client.get(f"/notes/{note.pk}/").content.decode()
    assert read.index('<span class="chip">Ending</span>') < read.index('<span class="chip">Court</span>')


@pytest.mark.parametrize("tags", [["nonsense"], ["court", "x"]])
def test_a_tag_that_is_none_keeps_every_word(tags: list[str]) -> None:
    person = make.person()
    told = {"participant": str(person), "happened": "The hearing.", "tags": tags}
    answer = cast.signed_in(cast.CM1).post("/note/", told)
    assert answer.status_code == 422
    assert "The hearing." in answer.content.decode()
