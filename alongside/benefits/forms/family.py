"""What is asked of somebody of the family."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.benefits.choices import Relation
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Pick


class FamilyForm(KindForm):
    """One of the family, as the person calls them."""

    called = WordsField(label=_("What they call this person"))
    relation = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("How they are related"),
        choices=[("", _("Not said")), *Relation.choices],
    )
    birthday = DayField(required=False, label=_("Birthday, if it was told"))
    where = WordsField(rows=2, label=_("Where they are"))
