"""What is asked about what holds, how close we walk, steps to need us less, and the long view."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.goals.choices import AskedBy, LifeArea, Pace, SupportLevel
from alongside.participants.choices import Stance
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Line, Pick

MOST_STEPS = 4
LEFT_ALONE = (Stance.NOT_NOW, Stance.NOT_WITH_ME)


class LookAgainForm(KindForm):
    """A day to look again at something that holds, if anybody wants one."""

    on = DayField(required=False, label=_("A day to look again, if you like"))


class SupportForm(KindForm):
    """Support level from now on."""

    level = forms.ChoiceField(
        choices=SupportLevel.choices,
        widget=Chips,
        label=_("Support level"),
        error_messages={"required": _("Please choose one. Your words are still here.")},
    )
    asked_by = forms.ChoiceField(
        choices=AskedBy.choices, required=False, widget=Chips(take_back=True), label=_("Who asked")
    )
    words = WordsField(rows=2, label=_("Why, in a few words, if you like"))


class MoveForm(KindForm):
    """Who asked to step down, back up, pause or go on."""

    asked_by = forms.ChoiceField(
        choices=AskedBy.choices, required=False, widget=Chips(), label=_("Who asked"), initial=AskedBy.THEY
    )


class TaperForm(KindForm):
    """Steps agreed on, from where we are now to needing us less."""

    asked_by = forms.ChoiceField(
        choices=AskedBy.choices, required=False, widget=Chips(take_back=True), label=_("Who asked")
    )
    words = WordsField(rows=2, label=_("What we agreed, in their words"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(MOST_STEPS):
            label = _("Now") if number == 0 else _("Then, step %(number)s") % {"number": number}
            self.fields[f"pace-{number}"] = forms.ChoiceField(
                choices=[("", "-"), *Pace.choices], required=False, widget=Pick, label=label
            )
            self.fields[f"channels-{number}"] = forms.CharField(
                required=False, max_length=300, widget=Line, label=_("In which ways")
            )
            self.fields[f"around-{number}"] = DayField(required=False, label=_("Around, and it can move"))
        self.order_fields([*(name for name in self.fields if "-" in name), "words", "asked_by"])

    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The questions of each step together."""
        parts = ("pace", "channels", "around")
        return [tuple(self[f"{part}-{number}"] for part in parts) for number in range(MOST_STEPS)]  # type: ignore[misc]

    def steps(self) -> list[tuple[str, str, Any]]:
        """The steps that were filled in, in their order."""
        told = self.cleaned_data
        return [
            (told[f"pace-{number}"], told[f"channels-{number}"], told[f"around-{number}"])
            for number in range(MOST_STEPS)
            if told[f"pace-{number}"]
        ]

    def clean(self) -> dict[str, Any]:
        """A plan has at least a step."""
        told = super().clean() or {}
        if not any(told.get(f"pace-{number}") for number in range(MOST_STEPS)):
            self.add_error(
                "pace-0", _("Please choose how often, for now at least. Everything you wrote is kept.")
            )
        return told


class SelfDescriptionForm(KindForm):
    """A part of their life, in their own words, today or on another day."""

    area = forms.ChoiceField(
        choices=LifeArea.choices,
        widget=Pick,
        label=_("Which part of life, as they choose"),
        error_messages={"required": _("Please choose a part of life. Their words are still here.")},
    )
    words = WordsField(rows=3, label=_("In their own words"))
    on = DayField(required=False, label=_("Said on"), help_text=_("Today, unless you say another day."))

    def __init__(self, *args: Any, stances: Mapping[str, Stance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [(area, _named(area, label, stances)) for area, label in LifeArea.choices]
        left = [each for each in asked if stances.get(each[0]) in LEFT_ALONE]
        plain = [each for each in asked if each not in left]
        aside = [(_("If they bring it up themselves"), left)] if left else []
        self.fields["area"].choices = [*plain, *aside]  # type: ignore[attr-defined]


class LifeReviewForm(KindForm):
    """Their whole life gone through once: a blank for each part, and those they asked us to leave alone set apart."""

    def __init__(self, *args: Any, stances: Mapping[str, Stance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left = [area for area in LifeArea.values if stances.get(area) in LEFT_ALONE]
        for area, label in LifeArea.choices:
            self.fields[f"words_{area}"] = WordsField(rows=2, label=_named(area, label, stances))

    def asked(self) -> list[forms.BoundField]:
        """The blanks that are asked plainly."""
        return [self[f"words_{area}"] for area in LifeArea.values if area not in self.left]

    def aside(self) -> list[forms.BoundField]:
        """The blanks of what they asked us to leave alone."""
        return [self[f"words_{area}"] for area in self.left]


def _named(area: str, label: Any, stances: Mapping[str, Stance]) -> Any:
    return f"{label} ({stances[area].label})" if area in stances else label


class LearnedForm(KindForm):
    """Something they have learned to do."""

    words = WordsField(rows=1, label=_("Something else I have learned to do"))
