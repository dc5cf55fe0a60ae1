"""How help with money is told wherever it stands."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.provisions import assistance_rules as rules
from alongside.provisions.rules import PointsAtSomebody
from alongside.ui.money import said

if TYPE_CHECKING:
    from alongside.provisions.assistance_queries import SoFar
    from alongside.provisions.models import AssistanceDecision

BANDS: dict[int, str | Promise] = {
    rules.FROM_75: gettext_lazy(
        "With this one it is more than three quarters of what one person may have in a year."
    ),
    rules.FROM_90: gettext_lazy(
        "With this one it is more than nine tenths of what one person may have in a year."
    ),
    rules.AT_100: gettext_lazy("With this one it is all that one person may have in a year."),
    rules.PAST_100: gettext_lazy(
        "With this one it is more than one person may have in a year. You can agree and say why."
    ),
}
REFUSALS: dict[type[Exception], tuple[str | None, str | Promise]] = {
    rules.NotEnough: ("fund", gettext_lazy("There is not so much left in this fund. Nothing was changed.")),
    rules.FundClosed: ("fund", gettext_lazy("This fund gives nothing today. Please choose another.")),
    rules.NoFund: ("fund", gettext_lazy("Please choose a fund that it comes from.")),
    rules.NotSoManyVouchers: (None, gettext_lazy("So many of these are not left. Nothing was changed.")),
    rules.NotOnesOwn: (None, gettext_lazy("You asked for this or changed it, so somebody else decides.")),
    rules.AboveTheLimit: (None, gettext_lazy("This is above your limit, so the director decides.")),
    rules.PastTheCap: (
        "past",
        gettext_lazy(
            "It would be more than one person may have in a year. Please say why, then agree again."
        ),
    ),
    rules.SaysWhyNot: ("answer", gettext_lazy("Please say why not this time; whoever asked reads it.")),
}


def what(line: "AssistanceDecision") -> str:
    """An amount and its kind."""
    return f"{said(line.amount)} · {line.kind.called}"


def so_far(told: "SoFar | None") -> str:
    """What somebody has had this year, where there is a cap."""
    if told is None or told.cap is None:
        return ""
    given: dict[str, str] = {"given": said(told.given), "cap": said(told.cap)}
    left = told.cap - told.given
    if left > Decimal(0):
        return _("This year %(given)s of %(cap)s.") % given
    return _("This year %(given)s of %(cap)s: all of it. Whoever decides can go past it with words.") % given


def points_at(words: PointsAtSomebody) -> tuple[str, str]:
    """That words for whoever decides tell whom it is for."""
    found = ", ".join(f"“{each}”" for each in words.found)
    return words.field, _(
        "Whoever decides could tell from this who it is for: %(words)s. Please say it without; all you wrote is"
        " still here."
    ) % {"words": found}
