"""What a safety plan asks and what its paper says, as an agency may reword or hide it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.safety import pages

# The parts in their order. Any of them may stay blank.
PARTS = (
    "signs", "coping", "people", "numbers", "places", "documents", "code_words", "children", "phone", "work",
    "still_there", "if_i_leave", "after", "court",
)  # fmt: skip
# What a small card has room for; it shows no heading.
ON_CARD = ("numbers", "people", "places")

WORDS: dict[str, str | Promise] = {
    **pages.WORDS,
    "safety.glad": _(
        "We are glad you are here. Say as much or as little as you like. Any part may stay blank."
    ),
    "safety.glad_page": _("We are glad you are here. You choose what to share."),
    "safety.signs": _("Signs that I am not safe"),
    "safety.coping": _("What helps me when it gets hard"),
    "safety.people": _("People I feel safe with"),
    "safety.numbers": _("Numbers I know by heart"),
    "safety.places": _("Places I can go"),
    "safety.documents": _("My papers: what I have, and where"),
    "safety.code_words": _("A code word, and what we do when I say it"),
    "safety.children": _("My children"),
    "safety.phone": _("My phone and my accounts"),
    "safety.work": _("At work"),
    "safety.still_there": _("While I am still there"),
    "safety.if_i_leave": _("If I leave"),
    "safety.after": _("Afterwards"),
    "safety.court": _("Court days"),
    # On paper the headings say nothing that could give somebody away.
    "safety.paper.signs": _("What I notice"),
    "safety.paper.coping": _("What helps me"),
    "safety.paper.people": _("People"),
    "safety.paper.numbers": _("Numbers"),
    "safety.paper.places": _("Places"),
    "safety.paper.documents": _("Papers"),
    "safety.paper.code_words": _("Words"),
    "safety.paper.children": _("Family"),
    "safety.paper.phone": _("Phone"),
    "safety.paper.work": _("Work"),
    "safety.paper.still_there": _("Now"),
    "safety.paper.if_i_leave": _("Later"),
    "safety.paper.after": _("Next"),
    "safety.paper.court": _("Other days"),
}
