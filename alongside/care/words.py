"""What somebody is asked about working with us, as an agency may reword or hide it."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "care.feels": _("How it feels to work with us"),
    "care.feels_sub": _("You choose what you say and who reads it. You can leave every line empty."),
    "care.safe": _("Do you feel safe with us?"),
    "care.heard": _("Do you feel heard?"),
    "care.decides": _("Do you decide what we do, and how fast?"),
    "care.better": _("What would make it better?"),
    "care.who": _("Who may read this? Your case manager does not read it unless you say so."),
    "care.feels_foot": _("Saying this changes nothing about the help you get."),
}
