"""Amounts of money: how they are typed, and how they are said. Always decimal, never a float."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.widgets import Line

CENT = Decimal("0.01")
MOST = Decimal("9999999999.99")


def said(amount: Decimal) -> str:
    """An amount as it is written here: with the sign of dollars, and cents."""
    sign = "-" if amount < 0 else ""
    return f"{sign}${abs(amount):,.2f}"


def as_typed(amount: Decimal | None) -> str:
    """An amount as somebody would type it into a field: without a sign, and without cents where there are none."""
    if amount is None:
        return ""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


class MoneyField(forms.DecimalField):
    """An amount, typed as people write it: 40, 40.50, $1,200."""

    def __init__(self, *, least: Decimal = CENT, **given: Any) -> None:
        given.setdefault("widget", Line(attrs={"inputmode": "decimal"}))
        given.setdefault(
            "error_messages", {"invalid": _("Please write an amount in figures, like 40 or 40.50.")}
        )
        super().__init__(min_value=least, max_value=MOST, max_digits=12, decimal_places=2, **given)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Read what was typed, whatever stands around the figures."""
        if isinstance(value, str):
            value = value.replace("$", "").replace(",", "").replace("\u2212", "-").strip()
        read: Decimal | None = super().to_python(value)
        return read
