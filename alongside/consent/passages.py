"""What a way out is: to whom, what, what for, how; and why there is none. Used by `gate`, acts and pages."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.partners.queries import agency_named, contact_of
from alongside.vault.folding import fold


@dataclass(frozen=True)
class To:
    """One recipient: a partner agency, then whoever is its point of contact; or somebody by name."""

    agency: UUID | None = None
    person: str = ""

    def is_same(self, agency: UUID | None, person: str) -> bool:
        """Whether a permission for this agency or person is one for this recipient."""
        if self.agency or agency:
            return self.agency == agency
        return bool(fold(person)) and fold(self.person) == fold(person)


@dataclass(frozen=True)
class Passage:
    """A way out that is open just now. It is looked at anew in the database when something passes."""

    participant: UUID
    to: To
    information: frozenset[str]
    purpose: str
    method: str
    release: UUID | None = None
    exception: UUID | None = None


WHY: dict[str, str | Promise] = {
    "nothing": _("There is no permission for this yet. Ask them, and write down their yes."),
    "stopped": _("They have stopped this permission. Nothing more is shared."),
    "ended": _("This permission has ended. They can give another one if they wish."),
    "begins": _("This permission has not begun yet."),
    "not named": _("Their permission names something else. It does not cover all that you want to share."),
    "not said": _("Nothing is ticked that it tells yet. What is ticked is kept as what went out."),
    "not signed": _("A signature is still needed before this counts."),
    "held": _("All sharing is paused at their wish. Nothing is shared until they say so."),
    "wish": _("They have not said yes to our being in touch with this program."),
    "no page": _("Only an agency with a live permission has a page here. Please choose another way."),
    "no seat": _("Nobody at this partner signs in here just now. Please choose another way."),
    "not stopped": _("This permission still stands, so there is nobody to ask to stop."),
}


class NoWayOut(ValueError):
    """Nothing may go out this way just now; `sentence` says why in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.sentence = WHY[why]


def named(to: To) -> str:
    """The recipient as it is just now: the agency with its point of contact of today, or the person."""
    if to.agency is None:
        return to.person
    agency, contact = agency_named(to.agency), contact_of(to.agency)
    name = agency.name if agency else ""
    return f"{name} ({contact.name})" if contact else name
