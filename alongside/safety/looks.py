"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_safety_page": _("saw whether there is a safety plan, and not what it says"),
    "open_safety_plan": _("read their safety plan"),
    "open_plan_who": _("read who may open their safety plan"),
    "print_plan": _("printed a copy of their safety plan for them"),
    "open_rights": _("read the pages about rights and safety with them in mind"),
    "print_rights": _("printed a page about rights or safety for them"),
}
