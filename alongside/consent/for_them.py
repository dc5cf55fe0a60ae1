"""What stands on the person's own paper: the same facts as on our screens, said to them.

Staff labels speak about somebody; a paper speaks to them. Where a label is read on both, it has two.
"""

from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.consent.choices import Method, OwnThing, Purpose, Signer, Signing

if TYPE_CHECKING:
    from alongside.consent.models import Release

OWN: dict[str, str | Promise] = {
    OwnThing.GOAL_SHEET: gettext_lazy("your goal sheet"),
    OwnThing.WELCOME: gettext_lazy("a page about us and the rules"),
    OwnThing.AGREEMENT: gettext_lazy("our agreement"),
    OwnThing.CALENDAR: gettext_lazy("a calendar file"),
    OwnThing.RELEASE: gettext_lazy("your permission paper"),
    OwnThing.MOVES: gettext_lazy("how information moves"),
    OwnThing.WHO: gettext_lazy("who is doing what"),
    OwnThing.CARD: gettext_lazy("a card or a page"),
    OwnThing.RECORD: gettext_lazy("what we keep about you"),
    OwnThing.DOING: gettext_lazy("what we are doing for you"),
}
METHODS: dict[str, str | Promise] = {
    Method.CALL_TOGETHER: gettext_lazy("We call together with you"),
    Method.CALL: gettext_lazy("We call them"),
    Method.IN_PERSON: gettext_lazy("We tell them in person"),
    Method.MESSAGE: gettext_lazy("We send them a message"),
    Method.LETTER: gettext_lazy("We give them a letter or paper"),
    Method.MEETING: gettext_lazy("We tell them in a meeting"),
    Method.WORKSPACE: gettext_lazy("On a web page only they can open"),
    Method.FILE: gettext_lazy("One line about you in a file, without your name"),
}
PURPOSES: dict[str, str | Promise] = {
    Purpose.SERVICE: gettext_lazy("To get help for you"),
    Purpose.TOGETHER: gettext_lazy("To work together on what you want"),
    Purpose.LEGAL: gettext_lazy("For legal help"),
    Purpose.HEALTH: gettext_lazy("For your health care"),
    Purpose.BENEFITS: gettext_lazy("For benefits and papers"),
    Purpose.SAFETY: gettext_lazy("To plan for your safety"),
    Purpose.REPORT: gettext_lazy("To report how people get help, without your name"),
    Purpose.RESEARCH: gettext_lazy("For research and statistics, without your name"),
    Purpose.OTHER: "",
}
SIGNERS: dict[str, str | Promise] = {
    Signer.PARTICIPANT: gettext_lazy("You"),
    Signer.PARENT: gettext_lazy("Your parent or guardian"),
    Signer.COURT: gettext_lazy("Your guardian, named by a court"),
}


def _signed(signer: Any) -> dict[str, Any]:
    on_paper = signer.how == Signing.PAPER
    return {
        "who": SIGNERS[signer.part],
        "name": signer.name,
        "mark": signer.mark,
        "how": _("Signed on paper") if on_paper else _("Signed here"),
        "at": signer.at,
    }


def release_for_them(release: "Release", names: list[str]) -> dict[str, Any]:
    """A permission as its own paper tells it. Why one signature is enough, and where a paper lies, is for us."""
    return {
        "to": release.agency.name if release.agency else release.person,
        "what": names,
        "why": PURPOSES[release.purpose],
        "how": [METHODS[each] for each in release.methods],
        "signed": [_signed(each) for each in release.signers.all()],
    }
