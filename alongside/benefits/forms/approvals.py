"""What is asked of a monthly approval."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.benefits.choices import Answer
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips


class ApprovalForm(KindForm):
    """Help that is approved from month to month."""

    what = WordsField(theirs=False, label=_("What is approved, and by whom"))
    through = DayField(required=False, label=_("Approved through"))


class AnswerForm(KindForm):
    """What became of it."""

    answer = forms.ChoiceField(
        widget=Chips,
        label=_("What happened"),
        choices=(
            (Answer.ASKED, _("We asked for the next month")),
            (Answer.APPROVED, _("It was approved")),
            (Answer.DECLINED, _("It was not approved")),
            (Answer.ENDED, _("It is not needed any more")),
        ),
        error_messages={"required": _("Choose what happened.")},
    )
    on = DayField(required=False, label=_("On which day"))
    through = DayField(required=False, label=_("Approved through"))
    words = WordsField(theirs=False, rows=2, label=_("In our words"))
