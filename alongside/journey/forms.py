"""Forms of welcome and intake. Every question is an open blank with three whole answers beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.agency.words import Words
from alongside.journey.choices import Choice
from alongside.journey.queries import Asked
from alongside.journey.rules import Said, Worded
from alongside.journey.words import WORDS
from alongside.participants.choices import Stance, Topic, Under18
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, Line, OurWords, Tick


class Gentle(Protocol):
    """How somebody wishes us to be with a topic."""

    @property
    def stance(self) -> str: ...

    @property
    def words(self) -> Any: ...


def _question_fields() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for language, name in settings.LANGUAGES:
        labels = {
            "text": _("The question, in {language}"),
            "hint": _("A hint beside it, in {language}"),
            "how": _("How to ask it, in {language}"),
        }
        for part, label in labels.items():
            fields[f"{language}_{part}"] = WordsField(
                theirs=False, rows=2, max_length=1000, label=format_lazy(label, language=name)
            )
    fields["why"] = forms.CharField(
        label=_("Why we ask it"),
        required=False,
        max_length=500,
        widget=OurWords(rows=2),
        help_text=_("If there is no good reason, leave the question out. The person may ask you this."),
    )
    fields["hidden"] = forms.BooleanField(label=_("Do not ask this"), required=False, widget=Tick())
    return fields


QuestionForm = cast(type[KindForm], type("QuestionForm", (KindForm,), _question_fields()))


def worded(form: forms.Form) -> dict[str, Worded]:
    """What a sent form asks, language by language."""
    return {
        language: Worded(*(form.cleaned_data[f"{language}_{part}"] for part in ("text", "hint", "how")))
        for language, _name in settings.LANGUAGES
    }


def wordings_shown(wordings: Mapping[str, Any]) -> dict[str, str]:
    """What the form shows at first: how the question is worded now."""
    return {
        f"{language}_{part}": getattr(row, part)
        for language, row in wordings.items()
        for part in ("text", "hint", "how")
    }


class WelcomeForm(KindForm):
    """That it was talked about, and who was there."""

    interpreter = WordsField(
        rows=1,
        label=_("Who was there with you"),
        help_text=_("An interpreter or a friend, in your words. You can leave this empty."),
        theirs=False,
    )


class Under18Form(KindForm):
    """A worker's tick."""

    under_18 = forms.ChoiceField(
        required=False, choices=Under18.choices, widget=Chips(), label=_("Under 18, as far as you know")
    )


def section_form(asked: list[Asked], words: Words) -> type[KindForm]:
    """The form of one section: for each question its blank and its three choices."""
    fields: dict[str, forms.Field] = {}
    offered = [(choice.value, _say(words, f"journey.{choice.value}")) for choice in Choice]
    for question in asked:
        fields[f"words_{question.key}"] = WordsField(rows=2, label=question.text, help_text=question.hint)
        fields[f"choice_{question.key}"] = forms.ChoiceField(
            required=False,
            choices=offered,
            widget=Chips(take_back=True),
            label=_("Or, instead of words: %(question)s") % {"question": question.text},
        )
    return cast(type[KindForm], type("SectionForm", (KindForm,), fields))


def _say(words: Words, key: str) -> str:
    return words.say(key) or str(WORDS[key])


def answers_of(form: forms.Form, asked: list[Asked]) -> dict[Any, Said]:
    """What a sent form says, question by question."""
    return {
        question.id: Said(
            form.cleaned_data[f"words_{question.key}"], form.cleaned_data[f"choice_{question.key}"]
        )
        for question in asked
    }


def answer_in(form: forms.Form, question: Asked) -> Said:
    """What a form holds for one question just now, sent or not."""
    words, choice = form[f"words_{question.key}"], form[f"choice_{question.key}"]
    return Said(str(words.value() or "").replace("\r\n", "\n"), str(choice.value() or ""))


def answers_shown(asked: list[Asked], said: dict[Any, Said]) -> dict[str, str]:
    """What a form shows at first: what stands."""
    shown: dict[str, str] = {}
    for question in asked:
        shown[f"words_{question.key}"] = said[question.id].words
        shown[f"choice_{question.key}"] = said[question.id].choice
    return shown


@dataclass(frozen=True)
class Shown:
    """One question as the page shows it."""

    question: Asked
    words: forms.BoundField
    choice: forms.BoundField
    stance: str
    folded: bool
    now: Said | None = None
    now_reads: str = ""
    now_by: str = ""
    now_at: Any = None


STANCE_SAYS = {
    Stance.GENTLY: _("Ask with care"),
    Stance.NOT_NOW: _("Not now (their choice)"),
    Stance.NOT_WITH_ME: _("Please do not bring this up"),
}


def question_shown(form: forms.Form, question: Asked, gentle: dict[str, Gentle], **now: Any) -> Shown:
    """A question with its fields, and how to be with its topic."""
    topic = gentle.get(question.topic)
    stance = Stance(topic.stance) if topic else None
    return Shown(
        question=question,
        words=form[f"words_{question.key}"],
        choice=form[f"choice_{question.key}"],
        stance=str(STANCE_SAYS[stance]) if stance else "",
        folded=stance in (Stance.NOT_NOW, Stance.NOT_WITH_ME),
        **now,
    )


SHORT_STANCES = [
    (Stance.GENTLY.value, _("Go gently")),
    (Stance.NOT_NOW.value, _("Not now")),
    (Stance.NOT_WITH_ME.value, _("Not with me")),
]


def _gentle_fields() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for topic in Topic:
        fields[f"stance_{topic.value}"] = forms.ChoiceField(
            required=False, choices=SHORT_STANCES, widget=Chips(take_back=True), label=topic.label
        )
        fields[f"words_{topic.value}"] = WordsField(
            label=format_lazy(_("In their words: {topic}"), topic=topic.label)
        )
    return fields


GentleForm = cast(type[KindForm], type("GentleForm", (KindForm,), _gentle_fields()))


def gentle_sent(form: forms.Form) -> dict[str, tuple[str, str]]:
    """The stances a sent form names. Words without a stance mean: go gently."""
    sent = {}
    for topic in Topic.values:
        stance, words = form.cleaned_data[f"stance_{topic}"], form.cleaned_data[f"words_{topic}"]
        sent[topic] = (stance or (Stance.GENTLY.value if words else ""), words)
    return sent


def gentle_shown(stands: Mapping[str, Gentle]) -> dict[str, str]:
    """What the form shows at first: what stands."""
    shown: dict[str, str] = {}
    for topic, row in stands.items():
        shown[f"stance_{topic}"], shown[f"words_{topic}"] = row.stance, row.words
    return shown


@dataclass(frozen=True)
class TopicShown:
    """One topic as the page shows it; `differs` where something else stands."""

    stance: forms.BoundField
    words: forms.BoundField
    differs: bool
    now: Gentle | None


def topic_shown(form: forms.Form, topic: str, now: Gentle | None) -> TopicShown:
    """A topic with its fields, and what stands now where that differs."""
    stance, words = form[f"stance_{topic}"], form[f"words_{topic}"]
    sent = (str(stance.value() or ""), str(words.value() or "").replace("\r\n", "\n"))
    stands = (now.stance, now.words) if now else ("", "")
    return TopicShown(stance, words, sent != stands, now)


THEY_CHOOSE = _(
    "Their work closes when every strand has ended, or when they choose it. Tick this if they do."
)


class ClosingForm(KindForm):
    """The end for now, in their words."""

    words = WordsField(
        rows=3, label=_("How it ends for now, in their own words"), help_text=_("Any words, or none.")
    )
    keeping = WordsField(
        rows=2,
        label=_("What they would like us to keep, and what to let go"),
        help_text=_("As they say it. To have something erased is asked for on its own, also later."),
    )
    chosen = forms.BooleanField(required=False, widget=Tick())

    def __init__(self, *args: Any, still_open: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.still_open = still_open
        names = {"names": ", ".join(still_open)}
        self.fields["chosen"].label = (
            ngettext(
                "They choose to end our work although %(names)s is still open",
                "They choose to end our work although these are still open: %(names)s",
                len(still_open),
            )
            % names
        )
        if not still_open:
            del self.fields["chosen"]

    def clean(self) -> dict[str, Any]:
        """Over what still goes on, their work closes only if they choose so."""
        told: dict[str, Any] = super().clean() or {}
        if self.still_open and not told.get("chosen"):
            self.add_error("chosen", THEY_CHOOSE)
        return told


class PrepareForm(KindForm):
    """For whom one prepares, just now. It is looked for and forgotten."""

    asked = forms.CharField(
        required=False,
        max_length=60,
        widget=Line(),
        label=_("Another language, community or faith"),
        help_text=_("Looked for just now and kept nowhere."),
    )
