"""What is asked about help with money."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.keeping.rules import reference
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_queries import AssistanceKind, Fund, VoucherRange
from alongside.ui.dates import month_name
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.money import MoneyField, said
from alongside.ui.widgets import Line, Pick, Tick


def fund_choices(funds: Iterable[Fund], blank: Any, kept: Any = None) -> list[tuple[str, Any]]:
    """Funds that give today, each with what is left, and one that stands already."""
    open_now = [each for each in funds if each.is_open or each.id == kept]
    return [("", blank), *((str(each.id), f"{each.name} · {said(each.balance)}") for each in open_now)]


def _left(of: VoucherRange) -> str:
    told = {"name": of.name, "count": of.left, "worth": said(of.worth)}
    return gettext("%(name)s · %(count)s left, %(worth)s each") % told


class AskForm(KindForm):
    """Help with money. A kind and an amount are enough."""

    kind = forms.ChoiceField(label=_("What kind of help"), widget=Pick())
    amount = MoneyField(label=_("Amount"))
    purpose = WordsField(
        theirs=False,
        rows=2,
        label=_("What it is for"),
        help_text=_("Stays with them. Whoever decides does not read it."),
    )
    fund = forms.ChoiceField(required=False, widget=Pick(), label=_("Out of which fund"))
    words = WordsField(
        theirs=False,
        rows=2,
        label=_("Words for whoever decides"),
        help_text=_("Nobody's name and no place: whoever decides does not know whom it is for."),
    )
    unsafe = forms.BooleanField(
        required=False,
        widget=Tick(),
        label=_("Not safe to show: leave it out of “What we are doing for you”"),
    )

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[AssistanceKind],
        funds: Iterable[Fund],
        vouchers: Iterable[VoucherRange] = (),
        kept: Any = None,
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.vouchers = {f"vouchers:{each.pk}": each for each in vouchers}
        named = [(str(each.pk), each.called) for each in kinds]
        self.fields["kind"].choices = [("", ""), *named]  # type: ignore[attr-defined]
        choices = fund_choices(funds, _("Whoever decides chooses"), kept)
        choices += [(key, _left(each)) for key, each in self.vouchers.items()]
        self.fields["fund"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Of vouchers, an amount that so many of them make."""
        told: dict[str, Any] = super().clean() or {}
        of = self.vouchers.get(told.get("fund") or "")
        if of is not None and told.get("amount") and told["amount"] % of.worth:
            sentence = _(
                "Each of these is worth %(worth)s. Please write an amount that so many of them make."
            )
            self.add_error("amount", sentence % {"worth": said(of.worth)})
        return told

    def asked(self) -> rules.Asked:
        """What was said, as the act takes it."""
        told = self.cleaned_data
        kind, fund = UUID(told["kind"]), reference(told["fund"])
        of = self.vouchers.get(told["fund"])
        vouchers = of.pk if of else None
        return rules.Asked(
            kind, told["amount"], told["purpose"], fund, told["words"], told["unsafe"], vouchers
        )


class ReceiptForm(KindForm):
    """What may be kept with an asking once it was decided about."""

    receipt = WordsField(
        theirs=False,
        rows=2,
        label=_("Where the receipt is, if there is one"),
        help_text=_("Nobody needs one to be helped."),
    )
    unsafe = forms.BooleanField(
        required=False,
        widget=Tick(),
        label=_("Not safe to show: leave it out of “What we are doing for you”"),
    )


class DecideForm(KindForm):
    """A decision about an asking."""

    fund = forms.ChoiceField(required=False, widget=Pick(), label=_("Out of which fund"))
    answer = WordsField(
        theirs=False,
        rows=2,
        label=_("Words for whoever asked"),
        help_text=_("Needed for “Not this time”: why, and what else may help."),
    )
    past = WordsField(
        theirs=False,
        rows=2,
        label=_("Why more than the cap of a year"),
        help_text=_("Needed only where it would be more than one person may have in a year."),
    )

    def __init__(self, *args: Any, funds: Iterable[Fund], kept: Any, band: int, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["fund"].choices = fund_choices(funds, "", kept)  # type: ignore[attr-defined]
        if band < rules.PAST_100 and not self.is_bound:
            self.fields["past"].widget = forms.HiddenInput()


class KindOfHelpForm(KindForm):
    """A kind of help, in the agency's own words."""

    name = forms.CharField(
        max_length=60,
        required=False,
        widget=Line(),
        label=_("What we call it"),
    )
    words = forms.CharField(
        max_length=80,
        required=False,
        widget=Line(),
        label=_("What they read of it"),
        help_text=_("Words that tell others little, as “help with travel”."),
    )
    place = forms.IntegerField(
        min_value=0,
        max_value=9999,
        required=False,
        widget=Line(attrs={"inputmode": "numeric"}),
        label=_("Its place in the list"),
    )
    hidden = forms.BooleanField(required=False, widget=Tick(), label=_("Hide it: nobody can choose it"))

    def told(self) -> rules.Kind:
        """What was said, as the act takes it."""
        told = self.cleaned_data
        return rules.Kind(told["name"], told["words"], told["place"] or 0, told["hidden"])


class LimitsForm(KindForm):
    """Limits of help with money."""

    limit = MoneyField(
        required=False,
        least=Decimal(0),
        label=_("Up to this amount a supervisor decides"),
        help_text=_("Above it the director does. Empty: a supervisor decides about any amount."),
    )
    cap = MoneyField(
        required=False,
        label=_("Cap for one person in a year"),
        help_text=_("We say so at 75, 90 and 100 percent; past it whoever decides says why. Empty: no cap."),
    )
    year_from = forms.TypedChoiceField(coerce=int, widget=Pick, label=_("The year begins with"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        months = [(str(number), month_name(date(2000, number, 1))) for number in range(1, 13)]
        self.fields["year_from"].choices = months  # type: ignore[attr-defined]

    def told(self) -> rules.Limits:
        """What was said, as the act takes it."""
        told = self.cleaned_data
        return rules.Limits(told["limit"], told["cap"], told["year_from"])


def _number(**given: Any) -> forms.RegexField:
    return forms.RegexField(
        r"^[0-9]{1,15}$",
        widget=Line(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Please write the number in figures.")},
        **given,
    )


class VouchersForm(KindForm):
    """A range of vouchers or gift cards."""

    name = forms.CharField(max_length=60, widget=Line(), label=_("What they are called"))
    letters = forms.CharField(
        max_length=20,
        required=False,
        widget=Line(),
        label=_("Letters before the number"),
        help_text=_("As they are printed; empty where there are none."),
    )
    first = _number(label=_("First number"))
    last = _number(label=_("Last number"))
    worth = MoneyField(label=_("What each is worth"))
    fund = forms.ChoiceField(
        required=False,
        widget=Pick(),
        label=_("The fund that paid for them"),
        help_text=_("Their worth is set aside there, and spent as each is handed over."),
    )

    def __init__(self, *args: Any, funds: Iterable[Fund], **given: Any) -> None:
        super().__init__(*args, **given)
        choices = fund_choices(funds, _("None: they were given to us"))
        self.fields["fund"].choices = choices  # type: ignore[attr-defined]

    def told(self) -> rules.Vouchers:
        """What was said, as the act takes it."""
        told = self.cleaned_data
        first, fund = told["first"], reference(told["fund"])
        numbers = (int(first), int(told["last"]))
        width = len(first) if first.startswith("0") else 0
        return rules.Vouchers(told["name"], *numbers, told["worth"], told["letters"], width, fund)
