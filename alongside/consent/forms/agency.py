"""What an administrator settles about sharing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Line, OurWords, Pick, Tick

_DAYS = {"class": "form-control short", "inputmode": "numeric"}
_LONGEST = 3660


def _days(label: Any, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        required=required,
        min_value=1,
        max_value=_LONGEST,
        label=label,
        help_text=help_text,
        widget=forms.NumberInput(_DAYS),
        error_messages={"required": _("Please write a number of days.")},
    )


class RuleForm(KindForm):
    """How long permissions hold, from a day on."""

    from_on = DayField(required=False, label=_("From which day"))
    usual_days = _days(
        _("Usual time in days"),
        required=False,
        help_text=_("Left blank: what the law of the place below says, else the longest time."),
    )
    most_days = _days(_("Longest time in days"))
    soon_days = _days(_("Days before its end that are said early"))
    stale_days = _days(_("Days after which a safe way to reach somebody is asked about again"))
    falls_back_on = forms.ChoiceField(required=False, widget=Pick, label=_("Law of which place"))
    source = WordsField(theirs=False, rows=2, label=_("Where this stands, or who decided it"))

    def __init__(self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["falls_back_on"].choices = [("", _("None")), *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A usual time is within the longest one."""
        told = super().clean() or {}
        if (told.get("usual_days") or 0) > (told.get("most_days") or _LONGEST):
            self.add_error("usual_days", _("The usual time is within the longest one."))
        return told


class KindNameForm(KindForm):
    """A kind of information that a permission can name."""

    name = forms.CharField(required=False, max_length=160, widget=Line, label=_("What your agency calls it"))
    hidden = forms.BooleanField(required=False, widget=Tick, label=_("Do not offer this on new permissions"))


class PaperForm(KindForm):
    """The paper of a permission in one language."""

    title = forms.CharField(
        required=False, max_length=160, widget=Line, label=_("What stands at the top of the paper")
    )
    text = WordsField(theirs=False, rows=14, label=_("The text, one thought on each line"))

    def clean(self) -> dict[str, Any]:
        """A paper has a title and a text."""
        told = super().clean() or {}
        for name in ("title", "text"):
            if not (told.get(name) or "").strip():
                self.add_error(name, _("A few words are needed here."))
        return told


class OutingForm(KindForm):
    """Words that say what kind of place we are, in one language."""

    # The blank holds the words of the list themselves, so no hint comes under them.
    words = WordsField(
        widget=OurWords(rows=16, guard=""),
        max_length=6000,
        label=_("Words and phrases, one a line"),
        help_text=_("* stands for any ending. Capital letters and accents do not matter."),
    )
