"""Forms are kind, lose no word, and can be sent twice without harm."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.ui import widgets
from alongside.ui.forms import NO_SUCH_HOUR, DayField, KindForm, MomentField, WordsField, how_to_ask

pytestmark = pytest.mark.no_database

SCRIPTS = "ሻይ ቤት\nأم خالد\nO’Neil 'n' \"Ñandú\" 🙂 <b>&amp;"


class Question(KindForm):
    """A form with one of each kind of answer."""

    alias = forms.CharField(label="Alias", max_length=10, widget=widgets.Line(theirs=True))
    words = how_to_ask(WordsField(label="Words", help_text="Any."), "Ask slowly.", gently=True)
    day = DayField(label="Day", required=False)
    skip = forms.ChoiceField(
        label="Or",
        required=False,
        choices=[("not_now", "Not now")],
        widget=widgets.Chips(take_back=True),
    )
    share = forms.BooleanField(label="Share", required=False, widget=widgets.Tick)


def test_words_in_every_script_come_back_as_they_were_written() -> None:
    form = Question({"alias": "Lantern", "words": SCRIPTS.replace("\n", "\r\n")})
    assert form.is_valid()
    assert form.cleaned_data["words"] == SCRIPTS


@given(st.text(st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=300))
def test_any_words_are_kept_verbatim(words: str) -> None:
    form = Question({"alias": "Lantern", "words": words})
    assert form.is_valid()
    assert form.cleaned_data["words"] == (words if words.strip() else "")


def test_an_empty_blank_is_an_answer_nobody_asks_about() -> None:
    form = Question({"alias": "Lantern", "words": "  \r\n "})
    assert form.is_valid()
    assert form.cleaned_data["words"] == ""


def test_what_does_not_fit_is_said_kindly_and_stays_in_the_field() -> None:
    form = Question({"alias": "x" * 11, "day": "soon", "skip": "never", "words": "kept"})
    page = str(form)
    assert "shorten it a little" in page
    assert "write it as MM/DD/YYYY, like " in page
    assert "not offered any more" in page
    assert "x" * 11 in page
    assert 'value="soon"' in page, "a picker would drop what it cannot show"
    assert "kept</textarea>" in page


def test_a_needed_answer_has_a_kind_sentence_and_no_asterisk() -> None:
    page = str(Question({"alias": ""}))
    assert "Write something here first. Everything else you wrote is still here." in page
    assert "*" not in page
    assert " required" not in page


def test_help_and_hint_are_tied_to_their_field() -> None:
    page = str(Question({"alias": "", "words": ""}))
    assert 'aria-describedby="id_alias_error"' in page
    assert 'id="id_alias_error"' in page
    assert 'aria-describedby="id_words_helptext"' in page
    assert 'id="id_words_helptext"' in page
    assert "Ask slowly." in page
    assert "Ask with care" in page


def test_a_form_keeps_its_own_error_sentence() -> None:
    class Own(KindForm):
        name = forms.CharField(error_messages={"required": "Which name?"})

    assert "Which name?" in str(Own({}))


def test_one_sending_has_one_name_and_nonsense_gets_a_fresh_one() -> None:
    sent = uuid.uuid4()
    assert Question({"once": str(sent)}).once() == sent
    strange = Question(QueryDict("once=%27%20or%201=1"))
    assert isinstance(strange.once(), uuid.UUID)
    assert str(strange.once()) in str(strange), "sent again, it is still one sending"
    fresh = Question()
    assert str(fresh.once()) in str(fresh)


@pytest.mark.parametrize(
    ("sent", "seen"), [("3", 3), ("", None), ("-1", None), ("٣", None), ("9" * 40, None), ("three", None)]
)
def test_only_a_plain_number_is_a_version(sent: str, seen: int | None) -> None:
    assert Question({"version": sent}).seen_version() == seen


def test_the_draft_key_comes_from_the_page_or_the_form() -> None:
    assert Question(initial={"draft": "note"}).draft_key() == "note"
    assert Question({"draft": "note"}).draft_key() == "note"


def test_an_answer_can_be_taken_back_without_scripts() -> None:
    page = str(Question({"skip": "not_now"})["skip"])
    assert 'value=""' in page
    assert "Take my answer back" in page


def test_textareas_never_cut_off_and_find_their_direction() -> None:
    page = str(Question()["words"])
    assert 'dir="auto"' in page
    assert "data-grow" in page
    assert "maxlength" not in page


class When(KindForm):
    """A form with a day and a time."""

    at = MomentField(label="When", required=False)


@pytest.fixture
def _at_their_place() -> Iterator[None]:
    with timezone.override(ZoneInfo("America/New_York")):
        yield


@pytest.mark.usefixtures("_at_their_place")
@pytest.mark.parametrize("typed", ["2027-11-07T01:15", "2027-11-07 01:15"])
def test_an_hour_that_comes_twice_is_the_first_of_the_two(typed: str) -> None:
    form = When({"at": typed})
    assert form.is_valid()
    assert form.cleaned_data["at"].astimezone(UTC) == datetime(2027, 11, 7, 5, 15, tzinfo=UTC)


@pytest.mark.usefixtures("_at_their_place")
def test_the_second_of_two_like_hours_stays_where_nobody_changed_it() -> None:
    second = datetime(2027, 11, 7, 6, 15, 40, tzinfo=UTC)
    form = When({"at": "2027-11-07T01:15"}, initial={"at": second})
    assert form.is_valid()
    assert form.cleaned_data["at"].astimezone(UTC) == second.replace(second=0)
    other = When({"at": "2027-11-07T01:20"}, initial={"at": second})
    assert other.is_valid()
    assert other.cleaned_data["at"].astimezone(UTC) == datetime(2027, 11, 7, 5, 20, tzinfo=UTC)


@pytest.mark.usefixtures("_at_their_place")
@pytest.mark.parametrize("typed", ["2027-03-14T02:00", "2027-03-14T02:59"])
def test_an_hour_that_does_not_exist_is_asked_for_again(typed: str) -> None:
    form = When({"at": typed})
    assert form.errors["at"] == [str(NO_SUCH_HOUR)]
    assert f'value="{typed}"' in str(form)


@pytest.mark.usefixtures("_at_their_place")
@pytest.mark.parametrize("typed", ["9999-12-31T23:30", "0001-01-01T00:00", "some day"])
def test_a_time_no_calendar_holds_loses_no_word(typed: str) -> None:
    form = When({"at": typed})
    assert form.is_valid() or typed in str(form)


@pytest.mark.usefixtures("_at_their_place")
@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)))
def test_any_time_is_read_or_said_kindly(typed: datetime) -> None:
    form = When({"at": typed.strftime("%Y-%m-%d %H:%M").rjust(16, "0")})
    if form.is_valid():
        assert form.cleaned_data["at"].astimezone(UTC)
    else:
        assert "interpreted in time zone" not in str(form.errors)
