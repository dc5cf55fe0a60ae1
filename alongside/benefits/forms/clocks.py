"""What is asked of a clock and of a document about certification."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.benefits.choices import Evidence, Turn
from alongside.benefits.rules import Started, Turned
from alongside.keeping.rules import reference
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Pick

Pairs = Iterable[tuple[str, Any]]


class CorrectForm(KindForm):
    """The days of a clock and its words."""

    starts_on = DayField(required=False, label=_("What day it starts"))
    ends_on = DayField(
        required=False,
        label=_("Last day on the document"),
        help_text=_("If a notice or card says one; it counts before what we count."),
    )
    what = WordsField(theirs=False, rows=2, label=_("In our words"))

    def started(self, key: str = "", place: str = "") -> Started:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return Started(
            key=said.get("kind") or key,
            place=said.get("place") or place,
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            what=said["what"],
            member=reference(said.get("member")),
        )


class StartForm(CorrectForm):
    """A new clock: of what, whose, where, and from which day."""

    kind = forms.ChoiceField(
        widget=Pick, label=_("What it is about"), error_messages={"required": _("Choose what it is about.")}
    )
    member = forms.ChoiceField(required=False, widget=Pick, label=_("Whose it is"))
    place = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("In which place"),
        help_text=_("The most local rule counts, and the others are shown beside it."),
    )
    field_order = ("kind", "member", "place", "starts_on", "ends_on", "what")

    def __init__(self, *args: Any, kinds: Pairs, family: Pairs, places: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].choices = [("", "–"), *kinds]
        fields["member"].choices = [("", _("Their own")), *family]
        fields["place"].choices = list(places)
        if len(fields["member"].choices) == 1:
            del self.fields["member"]


class TurnForm(KindForm):
    """What became of a clock."""

    turn = forms.ChoiceField(
        widget=Chips, label=_("What happened"), error_messages={"required": _("Choose what happened.")}
    )
    on = DayField(required=False, label=_("On which day"))
    who = WordsField(theirs=False, label=_("Asked by whom, or who answered"))
    ends_on = DayField(required=False, label=_("The new end, if there is one"))
    words = WordsField(theirs=False, rows=2, label=_("In our words"))

    def __init__(self, *args: Any, turns: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["turn"].choices = [(each, Turn(each).label) for each in turns]

    def turned(self) -> Turned:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return Turned(**{name: said[name] for name in ("turn", "on", "who", "words", "ends_on")})


class AsOfForm(KindForm):
    """A day on which one wants to know how it stood."""

    on = DayField(required=False, label=_("How it stood on"))


class CertificationForm(KindForm):
    """A dated document about certification."""

    document = forms.ChoiceField(
        widget=Pick,
        label=_("Which document"),
        choices=Evidence.choices,
        error_messages={"required": _("Choose a document.")},
    )
    on = DayField(required=False, label=_("Its date"))
    words = WordsField(theirs=False, rows=2, label=_("In our words"))
