"""What is asked about money."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.funding.rules import FundTold
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.money import MOST, MoneyField
from alongside.ui.widgets import Line


class FundForm(KindForm):
    """A fund. Its name is enough; everything else may stay blank."""

    name = forms.CharField(max_length=80, widget=Line(), label=_("Name"), help_text=_("Nobody's name."))
    kind = forms.CharField(
        max_length=60,
        required=False,
        widget=Line(),
        label=_("What kind of money"),
        help_text=_("In your own words: a gift, a grant, a state fund."),
    )
    restricted = WordsField(
        theirs=False, rows=2, label=_("Restricted to"), help_text=_("Empty: it may be used for anything.")
    )
    begins_on = DayField(required=False, label=_("First day"))
    ends_on = DayField(required=False, label=_("Last day"))

    def told(self) -> FundTold:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return FundTold(said["name"], said["kind"], said["restricted"], said["begins_on"], said["ends_on"])


class NewFundForm(FundForm):
    """A fund, with what is in it now."""

    opening = MoneyField(
        required=False, least=Decimal(0), label=_("What is in it now"), help_text=_("Empty: nothing yet.")
    )
    field_order = ("name", "opening", "kind", "restricted", "begins_on", "ends_on")


class MoneyInForm(KindForm):
    """Money that came in."""

    amount = MoneyField(label=_("Amount"))
    words = WordsField(theirs=False, rows=2, label=_("Where it came from, if you want to say it"))


class CorrectionForm(KindForm):
    """A balance put right."""

    amount = MoneyField(
        least=-MOST,
        label=_("By how much"),
        help_text=_("Less than nothing takes off: -20. The balance cannot go below 0."),
    )
    words = WordsField(theirs=False, rows=2, required=True, label=_("Why"))

    def clean_amount(self) -> Decimal:
        """Nothing is no correction."""
        amount: Decimal = self.cleaned_data["amount"]
        if not amount:
            raise forms.ValidationError(_("Please write an amount in figures, like 40 or 40.50."))
        return amount
