"""What somebody's words say of the service they need, and how one meets what stands in the way. Needs no database.

Words that are not recognised order nothing: what is found is put in order by this, and nothing is hidden.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.keeping.data_files import entries
from alongside.partners.folding import fold
from alongside.partners.languages import plainly

_READ = entries("partners", "needs", dict[str, tuple[str, ...]])
MET, NOT_KNOWN, NOT_MET = 0, 1, 2
# Of each barrier, what is said where it is known not to be there, and where it is.
_SAID: dict[str, tuple[str | Promise, str | Promise]] = {
    "papers": (_("asks for no papers"), _("asks for papers")),
    "language": (_("speaks their language, or has interpreters"), _("their language may not be spoken")),
    "cost": (_("free, or by income"), _("costs something")),
    "full": (_("has places free"), _("no place free")),
}
BARRIERS = tuple(_SAID)  # as what is stuck in a system is called, too
_NOT_KNOWN: dict[str, str | Promise] = {
    "papers": _("papers: not known"),
    "language": _("languages: not known"),
    "cost": _("cost: not known"),
    "full": _("places: not known"),
}


class Offer(Protocol):
    """What is read of a service."""

    kind: Any
    languages: Any
    fits: Any
    cost: Any
    openings: Any
    eligibility: Any
    how_to_apply: Any
    description: Any


def _named(table: str, words: Iterable[str]) -> tuple[str, ...]:
    said = f" {fold(' '.join(words))} "
    return tuple(code for code, starts in _READ[table].items() if any(_stands(each, said) for each in starts))


def _stands(start: str, said: str) -> bool:
    return f" {start[:-1]} " in said if start.endswith(".") else f" {start}" in said


def kinds_of(*words: str) -> tuple[str, ...]:
    """What kinds of service a goal's words are about."""
    return _named("kinds", words)


def barriers_of(*words: str) -> tuple[str, ...]:
    """What is said to stand in the way, of what a directory can tell."""
    return _named("barriers", words)


def fits_of(*words: str) -> tuple[str, ...]:
    """What a place has to have to fit their body, faith and kitchen, as far as their words say it."""
    return _named("fits", words)


@dataclass(frozen=True)
class Wanted:
    """What somebody needs of a service: what it is for, what is not to stand in the way again, what makes it fit."""

    kinds: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    languages: str = ""

    def about(self, offer: Offer) -> list[str]:
        """What is said of each barrier there."""
        said = []
        for barrier in self.barriers:
            met = _meets(barrier, offer, self.languages)
            said.append(str(_NOT_KNOWN[barrier] if met == NOT_KNOWN else _SAID[barrier][met == NOT_MET]))
        return said

    def lacks(self, offer: Offer) -> list[str]:
        """What would make it fit and nobody has said is there."""
        return [each for each in self.fits if each not in offer.fits]

    def order(self, offer: Offer) -> tuple[bool, int, int]:
        """Where it stands among others, what fits best first."""
        barriers = sum(_meets(each, offer, self.languages) for each in self.barriers)
        return bool(self.kinds) and offer.kind not in self.kinds, barriers, len(self.lacks(offer))


def _meets(barrier: str, offer: Offer, languages: str) -> int:
    return {"papers": _papers, "language": _language, "cost": _cost, "full": _full}[barrier](offer, languages)


def _papers(offer: Offer, _languages: str) -> int:
    told = (offer.eligibility, offer.how_to_apply, offer.description)
    if "papers" in _named("not_asked", told):
        return MET
    return NOT_MET if "papers" in _named("barriers", told) else NOT_KNOWN


def _language(offer: Offer, languages: str) -> int:
    if "interpreter" in offer.fits:
        return MET
    if not offer.languages:
        return NOT_KNOWN
    first = plainly(languages.split(",", maxsplit=1)[0])
    return MET if first and any(fold(each) in first for each in offer.languages) else NOT_MET


def _cost(offer: Offer, _languages: str) -> int:
    return {"": NOT_KNOWN, "free": MET, "sliding": MET}.get(str(offer.cost), NOT_MET)


def _full(offer: Offer, _languages: str) -> int:
    if offer.openings is None:
        return NOT_KNOWN
    return MET if offer.openings else NOT_MET
