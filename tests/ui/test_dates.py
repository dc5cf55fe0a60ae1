"""The agency's own form of days and times, in the language of what they stand in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.template import engines
from django.utils import timezone, translation
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy

from alongside import clock
from alongside.ui import dates

pytestmark = pytest.mark.no_database

NOW = datetime(2027, 2, 22, 15, tzinfo=UTC)  # 9 AM in Chicago


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    clock.follow(None, NOW)
    with timezone.override("America/Chicago"):
        yield
    clock.follow(None, None)
    dates.follow("", "")


FORMS = [
    ("en", "", "", ("Feb 19", "Feb 19, 2026", "February 22, 2027", "6 PM", "6:30 PM", "Feb 22, 2027, 9 AM")),
    ("en", "day", "24", ("19 February", "19 February 2026", "22 February 2027", "18:00", "18:30",
                         "22 February 2027, 09:00")),
    ("es", "", "", ("19 de febrero", "19 de febrero de 2026", "22 de febrero de 2027", "6 p. m.", "6:30 p. m.",
                    "22 de febrero de 2027, 9 a. m.")),
    ("es", "day", "24", ("19 de febrero", "19 de febrero de 2026", "22 de febrero de 2027", "18:00", "18:30",
                         "22 de febrero de 2027, 09:00")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "order", "hours", "said"), FORMS)
def test_every_form_in_each_language(language: str, order: str, hours: str, said: tuple[str, ...]) -> None:
    dates.follow(order, hours)
    with translation.override(language):
        assert (
            dates.day(date(2027, 2, 19)),
            dates.day(date(2026, 2, 19)),
            dates.dated(NOW),
            dates.hour(time(18)),
            dates.hour_kept("18:30"),
            dates.exactly(NOW),
        ) == said


@pytest.mark.parametrize(
    ("zone", "order", "hours"),
    [
        ("America/Chicago", dates.Order.MONTH_FIRST, dates.Hours.TWELVE),
        ("America/Indiana/Knox", dates.Order.MONTH_FIRST, dates.Hours.TWELVE),
        ("Pacific/Guam", dates.Order.MONTH_FIRST, dates.Hours.TWELVE),
        ("America/Mexico_City", dates.Order.DAY_FIRST, dates.Hours.TWENTY_FOUR),
        ("Europe/Berlin", dates.Order.DAY_FIRST, dates.Hours.TWENTY_FOUR),
        ("UTC", dates.Order.DAY_FIRST, dates.Hours.TWENTY_FOUR),
    ],
)
def test_the_form_is_the_one_of_the_united_states_where_the_zone_is(
    zone: str, order: dates.Order, hours: dates.Hours
) -> None:
    with timezone.override(zone):
        assert (dates.order(), dates.hours()) == (order, hours)
        dates.follow("day", "12")
        assert (dates.order(), dates.hours()) == (dates.Order.DAY_FIRST, dates.Hours.TWELVE)


@pytest.mark.parametrize(
    ("language", "sentence", "days", "reads"),
    [
        ("en", "rests until %(day)s", 1, "rests until tomorrow"),
        ("en", "by %(day)s", -1, "by yesterday"),
        ("en", "seen, %(day)s", 0, "seen, today"),
        ("en", "%(day)s was planned", 0, "Today was planned"),
        ("en", "Seen. %(day)s it ends.", 1, "Seen. Tomorrow it ends."),
        ("es", "hasta %(day)s", 1, "hasta mañana"),
        ("es", "hasta %(day)s", 3, "hasta el 25 de febrero"),
        ("es", "hecho: %(day)s", 3, "hecho: 25 de febrero"),
        ("es", "%(day)s", -1, "Ayer"),
        ("es", "Desde %(day)s.", 3, "Desde el 25 de febrero."),
    ],
)
def test_a_day_fits_where_its_sentence_has_it(language: str, sentence: str, days: int, reads: str) -> None:
    with translation.override(language):
        day = dates.day(NOW + timedelta(days=days))
        assert dates.put(gettext_lazy(sentence), day=day) == reads
        page = "{% trans day=day|day %}" + sentence.replace("%(day)s", "{{ day }}") + "{% endtrans %}"
        shown = engines["jinja2"].env.from_string(page).render(day=NOW + timedelta(days=days))
        assert "<time" in shown and strip_tags(shown) == reads


def test_an_hour_at_the_end_of_a_sentence_has_one_full_stop() -> None:
    with translation.override("es"):
        assert dates.put("Antes de %(at)s.", at=dates.hour(time(18))) == "Antes de las 6 p. m."
        page = "{% trans at=at|exactly %}El reloj marca: {{ at }}.{% endtrans %}"
        assert strip_tags(engines["jinja2"].env.from_string(page).render(at=NOW)).endswith(", 9 a. m.")


@pytest.mark.parametrize(
    ("language", "hours", "at", "before"),
    [
        ("en", "12", time(18), "before 6 PM"),
        ("en", "12", time(12), "before noon"),
        ("en", "12", time(0), "before midnight"),
        ("en", "24", time(18), "before 18:00"),
        ("en", "24", time(9, 5), "before 09:05"),
        ("es", "12", time(18), "antes de las 6 p. m."),
        ("es", "12", time(13, 30), "antes de la 1:30 p. m."),
        ("es", "12", time(12), "antes de las 12 del mediodía"),
        ("es", "24", time(18), "antes de las 18:00"),
        ("es", "24", time(1), "antes de la 01:00"),
    ],
)
def test_an_hour_fits_its_sentence(language: str, hours: str, at: time, before: str) -> None:
    dates.follow("", hours)
    with translation.override(language):
        assert dates.put(translation.gettext("before %(end)s"), end=dates.hour(at)) == before


def test_an_hour_that_is_none_stays_as_it_was_told() -> None:
    assert dates.hour_kept("<after tea>") == "&lt;after tea&gt;"
    assert dates.hours_in("MO 09:00-16:30, by call 24:00") == "MO 9 AM-4:30 PM, by call midnight"
