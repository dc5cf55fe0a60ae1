"""What is asked when donors are asked for something."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.provisions import rules
from alongside.ui.forms import DayField, KindForm, WordsField


class AskForm(KindForm):
    """Something that would help. The thing is enough; everything else may stay blank."""

    item = WordsField(
        theirs=False,
        label=_("What would help"),
        help_text=_(
            "Donors read this: a thing, as a shop would call it. Nobody's name, no place, no number to call."
        ),
    )
    size = WordsField(theirs=False, label=_("Size or amount"), help_text=_("Donors read this too."))
    helps_until = DayField(
        required=False,
        label=_("Until when it would help"),
        help_text=_("Kept inside. Nothing happens on that day."),
    )
    handing = WordsField(
        theirs=False,
        rows=2,
        label=_("How we hand it over, kindly"),
        help_text=_("Kept inside; donors never read it."),
    )

    def asked(self, need: UUID | None) -> rules.Asked:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return rules.Asked(said["item"], said["size"], said["helps_until"], said["handing"], need)
