"""What is asked about a safety plan."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.agency.words import Words
from alongside.safety.choices import Copy
from alongside.safety.words import PARTS
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Pick, Tick


class PlanForm(KindForm):
    """The whole plan as it is today; the agency's words for its parts, in their order, and none that it hides."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = Words()
        asked: dict[str, forms.Field] = {}
        for part in PARTS:
            if label := words.say(f"safety.{part}"):
                asked[part] = WordsField(rows=2, label=label)
        asked["there"] = WordsField(theirs=False, label=_("Who was there"))
        asked["on_day"] = DayField(required=False, label=_("On which day"))
        asked["copy"] = forms.ChoiceField(
            choices=Copy.choices,
            widget=Chips,
            label=_("What they take along"),
            help_text=_("Ask who could find it. No copy is a good answer."),
        )
        self.fields = asked | self.fields

    def parts(self) -> dict[str, str]:
        """What each part says now."""
        return {part: self.cleaned_data[part] for part in PARTS if part in self.cleaned_data}


class WhoForm(KindForm):
    """Whom else they let open it."""

    on_call = forms.BooleanField(
        required=False,
        widget=Tick(),
        label=_("The advocate on call may open it"),
        help_text=_("Only while they are on call. It shows the plan and nothing else of the record."),
    )
    staff = forms.ChoiceField(required=False, widget=Pick(), label=_("They let this colleague open it"))
    words = WordsField(rows=2, label=_("What they said about it"))

    def __init__(self, *args: Any, colleagues: Iterable[tuple[str, str]], keeps: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(colleagues)
        field: Any = self.fields["staff"]
        field.choices = [("", _("Nobody new")), *found] if keeps or len(found) != 1 else found
        if not keeps:
            del self.fields["on_call"]


class ReasonForm(KindForm):
    """Why a supervisor opens it."""

    reason = WordsField(
        theirs=False,
        rows=3,
        label=_("Why you open it"),
        help_text=_(
            "They can have this read to them at any time. It is written in the record of who looked."
        ),
    )
