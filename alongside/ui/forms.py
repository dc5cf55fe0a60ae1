"""Forms that are questions put to a person: kind when something does not fit, and losing no word.

Every form of the house starts from `KindForm`. Its three hidden fields let an action be done once only
(`once`), find its draft (`draft`) and see that somebody else wrote meanwhile (`version`, which a draft keeps).
"""

import contextlib
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer, Jinja2
from django.http import QueryDict
from django.template import engines
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.ui import dates
from alongside.ui.typed import NotRead, WhichHalf, read_day, read_hour, read_moment, read_month
from alongside.ui.widgets import Blank, Day, DayAndHour, Hour, OurWords

KIND_SENTENCES: dict[str, str | Promise] = {
    "required": _("Write something here first. Everything else you wrote is still here."),
    "invalid_choice": _("That choice is not offered any more. Please choose one of those shown."),
    "invalid_list": _("Those choices did not arrive whole. Please choose again."),
    "max_length": _("This is longer than fits here. Please shorten it a little; nothing was cut off."),
    "min_length": _("Please write a little more here."),
    "max_value": _("Please choose a smaller number here."),
    "min_value": _("Please choose a larger number here."),
    "invalid": _("We could not read this as it stands. Please write it once more."),
    "null_characters_not_allowed": _("This text holds a sign that cannot be kept. Please write it anew."),
}
A_WORD = KIND_SENTENCES["required"]
NO_SUCH_HOUR = _(
    "The clocks go forward on that day, so there is no such time. Please choose an hour earlier or later."
)


class Renderer(BaseRenderer):
    """Render every form and field with the templates of the look, plain inputs with the framework's own.

    Both are Jinja2, whichever language the page around the form is written in.
    """

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"

    def __init__(self) -> None:
        self.plain = Jinja2()

    def get_template(self, template_name: str) -> Any:
        """Find a template of the look, or the framework's, which is not made for a strict environment."""
        if template_name.startswith("django/"):
            return self.plain.get_template(template_name)
        return engines["jinja2"].get_template(template_name)


class WordsField(forms.CharField):
    """Optional words, kept exactly as they were written; only emptiness and line ends are evened out."""

    def __init__(self, *, theirs: bool = True, rows: int = 1, **given: Any) -> None:
        given.setdefault("required", False)
        given.setdefault("widget", Blank(rows=rows) if theirs else OurWords(rows=rows))
        super().__init__(strip=False, **given)

    def to_python(self, value: Any) -> str | None:
        """Give back the words verbatim, or an empty text when nothing but space was written."""
        words = super().to_python(value)
        if words is None or not words.strip():
            return ""
        return words.replace("\r\n", "\n")


def _as_read(read: Callable[[str], Any], typed: Any, sentence: str | Promise) -> Any:
    """What was typed, or a kind word about how it may be written."""
    try:
        return read(str(typed))
    except WhichHalf:
        half = _("Is this in the morning or in the evening? Please write it as %(am)s or as %(pm)s.")
        told = {"am": dates.hour(time(6, 30)), "pm": dates.hour(time(18, 30))}
        raise forms.ValidationError(str(half) % told, code="invalid") from None
    except NotRead:
        how = {
            "form": dates.form_of_days(),
            "day": dates.in_figures(clock.today()),
            "hour": dates.hour(time(18, 30)),
        }
        raise forms.ValidationError(str(sentence) % how, code="invalid") from None


class DayField(forms.DateField):
    """A day, typed as people write it."""

    widget = Day

    def to_python(self, value: Any) -> date | None:
        """Read what was typed."""
        if value in self.empty_values or isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value or None
        sentence = _("We could not read this as a date. Please write it as %(form)s, like %(day)s.")
        found: date = _as_read(read_day, value, sentence)
        return found


class DayOrMonthField(forms.CharField):
    """A day, or a month where no more is known: "2027-03-14" or "2027-03", which a form may start with as well."""

    widget = Day

    def prepare_value(self, value: Any) -> Any:
        """Show what is kept as it would be typed."""
        with contextlib.suppress(ValueError, AttributeError):
            if value.count("-") == 1:
                return dates.month(date.fromisoformat(f"{value}-01"))
            return dates.in_figures(date.fromisoformat(value))
        return value

    def to_python(self, value: Any) -> str:
        """Read what was typed."""
        if value in self.empty_values or not str(value).strip():
            return ""
        with contextlib.suppress(NotRead):
            return read_month(str(value)).isoformat()[:7]
        sentence = _(
            "We could not read this as a day or a month. Please write it like %(day)s, or March 2027."
        )
        found: date = _as_read(read_day, value, sentence)
        return found.isoformat()


class HourField(forms.TimeField):
    """A time of day, typed as people write it."""

    widget = Hour

    def to_python(self, value: Any) -> time | None:
        """Read what was typed."""
        if value in self.empty_values or isinstance(value, time):
            return value or None
        sentence = _("We could not read this as a time. Please write it like %(hour)s.")
        found: time = _as_read(read_hour, value, sentence)
        return found


class MomentField(forms.DateTimeField):
    """A day and a time at the agency's place: the one field for both, so that every form reads them alike.

    An hour that comes twice is the first of the two, unless the second stands there already; an hour that
    does not exist is asked for again.
    """

    widget = DayAndHour

    def to_python(self, value: Any) -> datetime | None:
        """Read what was typed as a time of the agency's place."""
        if value in self.empty_values:
            return None
        sentence = _("We could not read this as a day and a time. Please write it like %(day)s, %(hour)s.")
        moment: datetime = value if isinstance(value, datetime) else _as_read(read_moment, value, sentence)
        if moment.tzinfo:
            return moment
        here = timezone.get_current_timezone()
        told = moment.replace(tzinfo=here)
        try:
            there = told.astimezone(UTC).astimezone(here)
        except OverflowError:
            raise forms.ValidationError(str(KIND_SENTENCES["invalid"]), code="invalid") from None
        if there.replace(tzinfo=None) != told.replace(tzinfo=None):
            raise forms.ValidationError(NO_SUCH_HOUR, code="no_such_hour")
        return told

    def _clean_bound_field(self, bf: Any) -> datetime | None:
        """Leave what stands as it is where it was not changed: the second of two like hours is still that."""
        told: datetime | None = super()._clean_bound_field(bf)  # type: ignore[misc]
        stood = bf.initial
        if told and isinstance(stood, datetime) and timezone.is_aware(stood):
            stood = timezone.localtime(stood)
            if told.replace(tzinfo=None) == stood.replace(tzinfo=None, fold=0, second=0, microsecond=0):
                return told.replace(fold=stood.fold)
        return told


def how_to_ask(field: forms.Field, how: str | Promise = "", *, gently: bool = False) -> forms.Field:
    """Give a question its "how to ask" help, and mark it as one to go gently with."""
    field.how = how  # type: ignore[attr-defined]
    field.gently = gently  # type: ignore[attr-defined]
    return field


def _speak_kindly(field: forms.Field) -> None:
    """Replace the framework's own error sentences by ours, and keep those a form chose itself."""
    own: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        own.update(getattr(kind, "default_error_messages", {}))
    sentences = dict(KIND_SENTENCES)
    for code, sentence in sentences.items():
        given = field.error_messages.get(code)
        if given is None or given == own.get(code):
            field.error_messages[code] = sentence  # type: ignore[assignment]


class KindForm(forms.Form):
    """The ground of every form: nothing marked as required, kind sentences, and done once only."""

    use_required_attribute = False
    kept_at: datetime | None = None  # when the draft that is shown was kept
    pointers: list[str] = []  # names found in words that are meant to be about nobody

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in ("once", "draft", "version"):
            self.fields[name] = forms.CharField(required=False, widget=forms.HiddenInput)
        self._once = self._read_once() or uuid.uuid4()
        if self.is_bound:
            answers: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
            answers[self.add_prefix("once")] = str(self._once)
            self.data = answers
        self.initial["once"] = str(self._once)
        for field in self.fields.values():
            _speak_kindly(field)
            if hasattr(field.widget, "about"):
                field.widget.about = field.label

    def _sent(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name), "")) if self.is_bound else ""

    def _read_once(self) -> uuid.UUID | None:
        with contextlib.suppress(ValueError):
            return uuid.UUID(self._sent("once"))
        return None

    def once(self) -> uuid.UUID:
        """Name this sending, so that a double click does its act once; nonsense gets a fresh name."""
        return self._once

    def put_once_more(self) -> None:
        """Take another name, so that sending these words again keeps something new beside what is kept."""
        self._once = uuid.uuid4()
        answers: Any = self.data  # a copy of what was sent
        answers[self.add_prefix("once")] = str(self._once)

    def seen_version(self) -> int | None:
        """Which version the writer had before their eyes, or None when that is not known."""
        sent = self._sent("version")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else None

    def draft_key(self) -> str:
        """Under which key the words of this form are kept while they are being written."""
        return self._sent("draft") or str(self.initial.get("draft", ""))

    def is_begun_before(self, row: Any) -> bool:
        """Whether a draft is shown that was begun before what stands now was saved."""
        return (
            row is not None
            and self.kept_at is not None
            and str(self.initial.get("version", "")) != str(row.version)
        )

    def follow(self, version: int) -> None:
        """Let the next sending know of what stands now, so that a second Save is a knowing one."""
        self.initial["version"] = str(version)
        if self.is_bound:
            answers: Any = self.data  # a copy of what was sent
            answers[self.add_prefix("version")] = str(version)

    def names_in(self, actor: Any) -> list[str]:
        """Names of people in words that are meant to be about nobody; a form that asks for such words looks."""
        return []

    def points_to(self, actor: Any, sent: Any) -> bool:
        """Whether somebody is named, and it was not said yet that this is meant; then nothing is kept."""
        self.pointers = [] if "anyway" in sent else self.names_in(actor)
        return bool(self.pointers)

    def head(self) -> str:
        """What comes before the questions on a page that lays them out itself: hidden fields, and what does not fit."""
        return self.render("ui/form_head.html")

    def to_look_at(self) -> list[forms.BoundField]:
        """The questions whose answers do not fit yet."""
        return [each for each in self.visible_fields() if each.errors]
