"""Their words in their face, times as people say them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from alongside import clock
from alongside.ui.templatetags import ui
from alongside.ui.undo import way_back

pytestmark = pytest.mark.no_database

NOW = datetime(2027, 1, 20, 15, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _standing_clock() -> Any:
    clock.follow(None, NOW)
    with timezone.override("America/New_York"), translation.override("en"):
        yield
    clock.follow(None, None)


def test_their_words_are_escaped_and_find_their_direction() -> None:
    said = ui.theirs("<script>ሻይ\r\n& x")
    assert said == '<span class="theirs" dir="auto">&lt;script&gt;ሻይ<br>&amp; x</span>'
    assert ui.theirs(None) == ui.theirs("") == ""


def test_our_words_are_paragraphs() -> None:
    assert ui.ours("a <b>\n\nc") == '<div class="ours" dir="auto"><p>a &lt;b&gt;</p>\n\n<p>c</p></div>'


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOW, "Today, 10:40 AM"),
        (NOW - timedelta(days=1), "Yesterday, 10:40 AM"),
        (NOW + timedelta(days=1), "Tomorrow, 10:40 AM"),
        (NOW + timedelta(days=30), "Feb 19"),
        (datetime(2025, 7, 9, 12, tzinfo=UTC), "Jul 9, 2025"),
        (datetime(2027, 1, 21, 3, tzinfo=UTC), "Today, 10 PM"),
        (date(2027, 1, 20), "Today"),
        (date(2027, 3, 1), "Mar 1"),
    ],
)
def test_times_are_said_as_people_say_them(moment: Any, said: str) -> None:
    assert f">{said}</time>" in ui.when(moment)


def test_a_time_carries_its_exact_moment() -> None:
    assert 'datetime="2027-01-20T10:40:00-05:00"' in ui.when(NOW)
    assert ui.when(None) == ui.day(None) == ui.exactly(None) == ui.hour(None) == ""
    assert ">Jan 20, 2027, 10:40 AM<" in ui.exactly(NOW)
    assert ">10:40 AM<" in ui.hour(NOW)
    assert ">Today<" in ui.day(NOW)


def test_the_mark_beside_an_alias_is_its_beginning() -> None:
    assert ui.seal("Lantern") == "La"
    assert ui.seal(None) == ""


@pytest.mark.parametrize(
    ("tags", "path"), [("undo=/x/", "/x/"), ("undo=//x/", ""), ("undo=https://x/", ""), ("", ""), (None, "")]
)
def test_undo_leads_only_into_this_house(tags: str | None, path: str) -> None:
    assert way_back(type("Message", (), {"extra_tags": tags})()) == path


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<h1>Goals</h1><p>x</p>", "<h1>Goals <i>· <bdi>Maple</bdi></i></h1><p>x</p>"),
        ("<h1>Maple leaves</h1>", "<h1>Maple leaves</h1>"),
        ("<p>Maple</p><h1>Goals</h1>", "<p>Maple</p><h1>Goals <i>· <bdi>Maple</bdi></i></h1>"),
        ("<p>x</p>", "<p>x</p>"),
    ],
)
def test_a_heading_names_once_whom_the_page_is_about(html: str, shown: str) -> None:
    assert ui.headed(html, mark_safe(" <i>· <bdi>Maple</bdi></i>")) == shown
    assert ui.headed(html, mark_safe("")) == html
