"""What a participant meets on these pages, as an agency may wish to say it."""

from django.utils.translation import gettext_lazy as _

from alongside.participants.choices import State

NOT_TRAINED = _(
    "Training about trafficking is not recorded for this colleague. You can choose them all the same: say in a few"
    " words why, and what they will have at their side."
)
GO_ON = _("You can choose them all the same: say in a few words why, and what they will have at their side.")
WORDS = {
    "about.name": _("What to call you"),
    "about.pronouns": _("Your pronouns"),
    "about.gender": _("How you describe yourself"),
    "about.languages": _("Languages"),
    "about.interpreter": _("Wishes about an interpreter"),
    "about.helps": _("What helps"),
    "about.does_not_help": _("What does not help"),
    "about.if_quiet": _("If we do not hear from you"),
    "about.time_zone": _("Your time zone"),
    **{f"label.state.{state.value}": state.label for state in State},
}
