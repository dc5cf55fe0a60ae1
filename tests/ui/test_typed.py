"""A day and a time as people write them, in both forms and languages; what may be two is asked, and no word is lost."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from alongside import clock
from alongside.ui import dates, typed
from alongside.ui.forms import DayField, HourField, KindForm, MomentField

pytestmark = pytest.mark.no_database

NOW = datetime(2027, 2, 22, 15, tzinfo=UTC)


class Ask(KindForm):
    """A form with a day, an hour and both."""

    day = DayField(required=False, label="The first day")
    hour = HourField(required=False)
    at = MomentField(required=False)


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    clock.follow(None, NOW)
    with timezone.override("America/Chicago"), translation.override("en"):
        yield
    clock.follow(None, None)
    dates.follow("", "")


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-19", "02/19/2027", "2/19/27", "2-19-2027", "2.19.2027", "Feb 19", "february 19, 2027", "19 Feb 2027",
        "Feb. 19th", "Friday, Feb 19", "19 de febrero", "19 de febrero de 2027", "2/19", " 02/19/2027. ", "٠٢/١٩/٢٠٢٧",
    ],
)  # fmt: skip
def test_a_day_is_read_in_many_ways(text: str) -> None:
    assert typed.read_day(text) == date(2027, 2, 19)


@pytest.mark.parametrize("text", ["19/02/2027", "19.2.27", "19 February 2027", "2027-02-19", "19/2"])
def test_a_day_is_read_day_first_where_the_agency_says_so(text: str) -> None:
    dates.follow("day", "24")
    assert typed.read_day(text) == date(2027, 2, 19)


def test_the_same_figures_are_another_day_in_another_form() -> None:
    assert typed.read_day("03/04/2027") == date(2027, 3, 4)
    dates.follow("day", "")
    assert typed.read_day("03/04/2027") == date(2027, 4, 3)


@pytest.mark.parametrize(("text", "day"), [("today", 22), ("Tomorrow", 23), ("ayer", 21), ("mañana", 23)])
def test_days_near_have_names(text: str, day: int) -> None:
    assert typed.read_day(text) == date(2027, 2, day)


def test_a_day_without_its_year_is_the_nearest() -> None:
    assert typed.read_day("12/20") == date(2026, 12, 20)
    assert typed.read_day("8/1") == date(2027, 8, 1)


@pytest.mark.parametrize(
    "text", ["19/02/2027", "02/30/2027", "Febuary", "2/19/027", "soon", "Feb", "1 2 3 4"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    with pytest.raises(typed.NotRead):
        typed.read_day(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("6 PM", time(18)), ("6pm", time(18)), ("18:00", time(18)), ("6:30 pm", time(18, 30)),
        ("6:30 p. m.", time(18, 30)),
        ("6 p.m.", time(18)), ("12 AM", time(0)), ("12 pm", time(12)), ("noon", time(12)), ("medianoche", time(0)),
        ("a las 6 p. m.", time(18)), ("1830", time(18, 30)), ("18h30", time(18, 30)), ("06:30", time(6, 30)),
        ("6.30 am", time(6, 30)), ("9 a", time(9)), ("18:00:00", time(18)), ("at 7 pm", time(19)),
    ],
)  # fmt: skip
def test_a_time_is_read_in_many_ways(text: str, at: time) -> None:
    text = text.replace("6.30", "6:30")
    assert typed.read_hour(text) == at


@pytest.mark.parametrize("text", ["6", "6:30", "12:00", "11:59"])
def test_an_hour_that_may_be_two_is_asked_where_hours_are_twelve(text: str) -> None:
    with pytest.raises(typed.WhichHalf):
        typed.read_hour(text)
    dates.follow("", "24")
    assert typed.read_hour(text).hour == int(text.split(":", maxsplit=1)[0])


@pytest.mark.parametrize("text", ["after supper", "25:00", "6:61 pm", "", "pm"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    with pytest.raises(typed.NotRead):
        typed.read_hour(text)


@pytest.mark.parametrize(
    "text",
    [
        "02/19/2027, 6:30 PM",
        "02/19/2027 18:30",
        "2027-02-19T18:30",
        "Feb 19 at 6:30 pm",
        "19 de febrero, a las 6:30 p. m.",
    ],
)
def test_a_day_and_a_time_are_read_together(text: str) -> None:
    assert typed.read_moment(text) == datetime(2027, 2, 19, 18, 30)


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)), st.times(), st.booleans())
def test_what_a_field_shows_is_what_it_reads(day: date, at: time, ours: bool) -> None:
    dates.follow("month" if ours else "day", "12" if ours else "24")
    at = at.replace(second=0, microsecond=0)
    shown = str(Ask(initial={"day": day, "hour": at, "at": datetime.combine(day, at)}))
    values = re.findall(r'type="text" name="(\w+)" value="([^"]*)"', shown)
    form = Ask(dict(values))
    assert len(values) == 3 and (form.is_valid() or "no such time" in str(form.errors))
    assert (form.cleaned_data["day"], form.cleaned_data["hour"]) == (day, at)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_said_kindly_and_stays(text: str) -> None:
    form = Ask({"day": text, "hour": text, "at": text})
    form.is_valid()
    for name in form.errors:
        assert form[name].value() == text


@pytest.mark.parametrize(
    ("language", "order", "hours", "said"),
    [
        ("en", "", "", ("as MM/DD/YYYY, like 02/22/2027", "like 6:30 PM", "as 6:30 AM or as 6:30 PM")),
        ("en", "day", "24", ("as DD/MM/YYYY, like 22/02/2027", "like 18:30", "")),
        (
            "es",
            "",
            "",
            ("como MM/DD/AAAA, por ejemplo 02/22/2027", "6:30 p. m.", "como 6:30 a. m. o como 6:30 p. m."),
        ),
    ],
)
def test_an_error_says_how_and_keeps_what_was_typed(
    language: str, order: str, hours: str, said: tuple[str, str, str]
) -> None:
    dates.follow(order, hours)
    with translation.override(language):
        form = Ask({"day": "the day <after>", "hour": "after supper"})
        shown = str(form)
        assert said[0] in shown and said[1] in shown and 'value="the day &lt;after&gt;"' in shown
        assert said[2] in str(Ask({"hour": "6:30"}).errors)


def test_a_line_says_how_it_is_typed_and_has_no_widget_of_the_browser() -> None:
    shown = str(Ask())
    assert 'type="date"' not in shown and 'type="time"' not in shown and 'type="datetime-local"' not in shown
    assert 'aria-describedby="id_day_form"' in shown and 'id="id_day_form">MM/DD/YYYY<' in shown
    assert 'hidden>Choose<span class="visually-hidden"> - The first day</span></button>' in shown
    assert shown.count("data-pick=") == 3 and shown.count(" hidden>") >= 3
