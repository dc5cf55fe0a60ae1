"""The one question that is put to a partner: what they say about a thing that was shared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.consent.choices import Reply, replies_to
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips

WITH_WORDS = (Reply.UPDATE, Reply.ASK, Reply.ANSWER)


class ReplyForm(KindForm):
    """An answer; words are asked for only where there is nothing to say without them."""

    kind = forms.ChoiceField(
        required=False, choices=Reply, widget=Chips, label=_("What you would like to say")
    )
    words = WordsField(
        theirs=False,
        rows=4,
        label=_("In your words"),
        help_text=_("Please write no more about the person than is needed here."),
    )

    def __init__(self, *args: Any, way: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [(str(each), each.label) for each in replies_to(way)]

    def clean(self) -> None:
        """Something has to be chosen, or written."""
        said = self.cleaned_data
        if not said.get("kind"):
            said["kind"] = Reply.UPDATE if said.get("words") else ""
        if not said["kind"]:
            self.add_error("kind", _("Please choose one of these."))
        elif said["kind"] in WITH_WORDS and not said.get("words"):
            self.add_error("words", _("A sentence is needed here before it can be sent."))
