"""How the log says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "see_funds": _("read the funds"),
    "see_fund": _("read one fund and what moved in it"),
    "see_team_hours": _("read how the hours of their team divide over streams"),
    "see_time_report": _("read hours by stream and enrollment by month"),
    "see_month_end": _("read what each funding stream comes to in a month"),
    "see_claim": _("read one month of a funding stream, without names"),
    "see_claim_check": _("read what of their people no stream would pay"),
    "export_claim": _("took the sums of a month of a funding stream as a file"),
    "open_enrolments": _("read in which funding streams they are enrolled"),
}
