"""What is asked when a report is made."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.reports.choices import Audience, Kind, Period, Purpose
from alongside.reports.rules.hiding import LEAST
from alongside.reports.rules.periods import LONGEST, is_whole_months, span_of, within_one_year
from alongside.ui.forms import DayField, KindForm
from alongside.ui.widgets import Chips, Pick


class ReportForm(KindForm):
    """Which counts, of which days, and what for."""

    kind = forms.ChoiceField(widget=Pick, label=_("What to count"))
    audience = forms.ChoiceField(widget=Chips(), label=_("Whose work"))
    purpose = forms.ChoiceField(
        choices=Purpose, widget=Chips(), label=_("What it is for"), help_text=_("It stands with the report.")
    )
    period = forms.ChoiceField(choices=Period, initial=Period.MONTH, widget=Chips(), label=_("How long"))
    day = DayField(required=False, label=_("A day in it"), help_text=_("Of other dates the first."))
    last = DayField(required=False, label=_("Of other dates the last day"))
    by_month = forms.BooleanField(required=False, label=_("Month by month"))
    fiscal_month = forms.TypedChoiceField(
        coerce=int, choices=list(MONTHS.items()), widget=Pick, label=_("Fiscal year begins in")
    )

    def __init__(
        self,
        *args: Any,
        kinds: list[tuple[str, Any]],
        of_agency: list[str],
        audiences: list[tuple[str, Any]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.of_agency = of_agency
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["audience"].choices = audiences  # type: ignore[attr-defined]
        if len(audiences) == 1:
            self.fields["audience"].widget = forms.HiddenInput()
            self.initial["audience"] = audiences[0][0]

    def clean(self) -> dict[str, Any]:
        """Bring the days together, and say kindly what no report can be made of."""
        told = super().clean() or {}
        if self.errors:
            return told
        told["kind"], _bar, told["form"] = told["kind"].partition(":")
        told["by_month"] = told["by_month"] and told["kind"] != Kind.FORM
        day = told["day"] or clock.today()
        if told["period"] == Period.DAYS:
            self._other_dates(told)
        else:
            begins, after = span_of(told["period"], day, told["fiscal_month"])
            told["begins"], told["ends"] = begins, after - timedelta(days=1)
        if not self.errors:
            self._fits(told)
        return told

    def _other_dates(self, told: dict[str, Any]) -> None:
        if not told["day"] or not told["last"]:
            self.add_error(
                "day" if not told["day"] else "last", _("Please enter the first and the last day.")
            )
        elif not 0 <= (told["last"] - told["day"]).days < LONGEST:
            self.add_error("last", _("The last day comes after the first, within eleven years of it."))
        else:
            told["begins"], told["ends"] = told["day"], told["last"]

    def _fits(self, told: dict[str, Any]) -> None:
        span = (told["begins"], told["ends"] + timedelta(days=1))
        if told["kind"] == Kind.GAPS and not is_whole_months(span):
            self.add_error("day", _("Gaps are counted in whole months. Please choose such dates."))
        if told["kind"] in (Kind.PEOPLE, Kind.FORM) and not within_one_year(span, told["fiscal_month"]):
            self.add_error(
                "day", _("New and continuing are told of one fiscal year. Please choose dates within one.")
            )
        if told["audience"] == Audience.TEAM and told["kind"] == Kind.GAPS:
            self.add_error("audience", _("Gaps belong to nobody's team. Please choose the whole agency."))
        if told["audience"] == Audience.AGENCY and told["kind"] not in self.of_agency:
            self.add_error("audience", _("Of the whole agency a director makes this report."))


class SettingsForm(KindForm):
    """How small numbers are told here."""

    least = forms.IntegerField(
        min_value=LEAST, max_value=100, label=_("The smallest number that is told"),
        help_text=_("Never fewer than 5. Some funders ask for 11."),
    )  # fmt: skip
    fiscal_month = forms.TypedChoiceField(
        coerce=int, choices=list(MONTHS.items()), widget=Pick, label=_("Fiscal year begins in")
    )


class TakeForm(KindForm):
    """What a file of a report is for."""

    purpose = forms.ChoiceField(choices=Purpose, widget=Chips(), label=_("What the file is for"))
    form = forms.ChoiceField(
        choices=[("csv", "CSV"), ("xlsx", "XLSX")], initial="csv", widget=Chips(), label=_("Form of the file")
    )
