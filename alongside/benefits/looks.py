"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_clocks": _("read their clocks"),
    "see_my_clocks": _("read the clocks of their own people"),
    "open_pathways": _("read the pathway guide, which is about nobody"),
    "see_approvals": _("read the approvals of their own people"),
}
