"""What is asked when something for a colleague is written down."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, Line, Pick
from alongside.workforce.choices import CameBy


class LeftWordForm(KindForm):
    """For whom, about whom, and what was said."""

    staff = forms.ChoiceField(label=_("For which colleague?"), widget=Pick())
    alias = forms.CharField(label=_("The name they gave"), max_length=80, widget=Line(theirs=True))
    way = forms.ChoiceField(
        label=_("How did it come in?"), choices=CameBy.choices, initial=CameBy.CALL, widget=Chips()
    )
    words = WordsField(
        rows=3,
        label=_("What is it, and how may they be reached?"),
        help_text=_("As they said it. You need to know nothing more, and nothing more is shown here."),
    )

    def __init__(self, *args: Any, staff: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["staff"]
        chosen.choices = [("", _("Choose somebody")), *staff]
