"""The pathway guide: what may open which door. Our drafts, which an agency rewords and has looked at.

One line is one thing to say. It is information and never a gate: nothing here asks who somebody is, and no number of a
law stands in it; those are in the rules, with their dates.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.keeping.data_files import entries


@dataclass(frozen=True)
class Source:
    """What a part rests on, and when that was looked up."""

    name: str
    seen: str
    link: str = ""


@dataclass(frozen=True)
class Rests:
    """The sources of a part."""

    sources: tuple[Source, ...]


PATHWAYS = entries("benefits", "guide", Rests)

WORDS: dict[str, str | Promise] = {
    "guide.international.title": _("From another country"),
    "guide.international": _(
        "You do not have to tell us your papers to get help from us.\n"
        "Doors that may open: T or U status, Continued Presence, a certification letter. A lawyer knows more.\n"
        "T and U status need forms and a lawyer. An immigration office decides. It can take years.\n"
        "Continued Presence is asked for by the police, and you can say no to it.\n"
        "The letter comes from HHS, after T status is asked for or after Continued Presence. It is free.\n"
        "With the letter you can ask for cash, a doctor, and help to find work. A county or a program decides.\n"
        "Some help ends or starts on a fixed date, and each state has its own. Ask us which dates we know.\n"
        "What does not depend on the police: our help, a shelter, a lawyer, a doctor, food.\n"
        "You may not need to talk to the police if it hurts you too much, or under 18.\n"
        "Rules change and some are in court. Ask a lawyer before you send papers or travel."
    ),
    "guide.domestic.title": _("From this country"),
    "guide.domestic": _(
        "You need no letter and no case with the police to get help from us.\n"
        "Doors that may open: programs for people from here, money after a crime, a home.\n"
        "Each has its own form and its own office, and that office decides. It can take days or months.\n"
        "Money after a crime may need a report to the police, or another proof. Each state has its own way.\n"
        "A court may clear a charge that came from what was done to you. A lawyer knows if your state does it.\n"
        "What does not depend on the police: our help, a shelter, a lawyer, a doctor, food, school.\n"
        "We do not ask you for papers. We do not have to check yours."
    ),
    "guide.minor.title": _("Under 18"),
    "guide.minor": _(
        "First we say what we can keep private and what we can not.\n"
        "You do not have to help the police to get help.\n"
        "From another country: a letter from HHS may open the same doors as for an adult. A grown-up can ask for it"
        " with you.\n"
        "While HHS looks at it, there can be a first letter that ends on a date. We keep that date in mind.\n"
        "Without a parent here, there may be a foster home for you. The state decides.\n"
        "From this country: school, a doctor, a home and a lawyer of your own may be open. Ask us about each.\n"
        "The grown-ups around you see nothing here by themselves. We talk with you first.\n"
        "Some steps have to be taken before a birthday. A lawyer can tell you which, so ask soon."
    ),
}
