"""What the goal sheet and its paper say, as an agency may reword or hide it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.goals.choices import SupportLevel

WORDS = {
    "goals.title": _("My goals"),
    "goals.sub": _("Three to five is plenty. Put them in your order; only the words of a goal are needed."),
    "goals.another": _("another, if you want one"),
    "goals.when": _("When"),
    "goals.steps": _("Steps"),
    "goals.new_step": _("a step, if there is one"),
    "goals.who": _("Who does it"),
    "goals.on": _("A day, if it helps"),
    "goals.barriers": _("What is in the way"),
    "goals.tried": _("What I already tried"),
    "goals.later": _("Kept for later"),
    "goals.later_note": _("Five at a time is plenty. These can wait here."),
    "goals.fits_around": _("What should this plan fit around?"),
    "goals.fits_around_how": _(
        "Your life, culture, faith, family, work: whatever this plan has to leave room for."
    ),
    "goals.still_fits": _("Does this plan still fit?"),
    "goals.signs": _("How I will know it is getting better"),
    "goals.signs_how": _("We look at this when you ask."),
    "goals.options": _("Options we offered"),
    "goals.options_how": _("These are our ideas. An idea is yours only if you say yes."),
    "goals.learned": _("Things I have learned to do"),
    "goals.me": _("Me"),
    "goals.together": pgettext_lazy("who does a step", "Together"),
    "goals.cm": _("My case manager for now"),
    # How a goal or step stands, said to them; for staff it is in choices.py.
    "goals.holding": _("On hold for now. That is fine."),
    "goals.done": _("Done"),
    "goals.set_aside": _("Not now"),
    "goals.changed": _("Changed"),
    "goals.back_again": _("I picked it up again"),
    "goals.now": _("Now"),
    "goals.soon": _("Soon"),
    "goals.someday": _("Someday"),
    "goals.paper_foot": _("This page is yours. You can ask us to change it at any time."),
    "label.holding": _("Holding"),
    **{f"label.support.{level.value}": level.label for level in SupportLevel},
}
