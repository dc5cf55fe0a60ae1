"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {"open_report_answers": _("read what they said for funders' reports")}
