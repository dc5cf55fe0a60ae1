"""By what a service is found: plain keys, one for each thing it can be asked for. Needs no database.

`young:families` says that adults with children are served; `young:?` that nobody has asked yet. A search wants a
key, or accepts that it is not known, and then says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.partners.folding import fold
from alongside.partners.languages import CODES

UNKNOWN, TONIGHT = "?", "night:yes"
LONGEST = 190
_GENDERS = {"women": ("women",), "men": ("men",), "any_gender": ("women", "men", "any_gender")}
_YOUNG = ("families", "children", "adults_only")


@dataclass(frozen=True)
class Facts:
    """What of a service its keys are made of."""

    name: str
    organization: str
    kind: str = ""
    serves: Iterable[str] = ()
    languages: Iterable[str] = ()
    fits: Iterable[str] = ()
    at_night: str = ""
    cost: str = ""
    openings: int | None = None
    hours_until: str = ""
    others: Iterable[str] = field(default=())


def _known(name: str, values: Iterable[str]) -> set[str]:
    return {f"{name}:{each}"[:LONGEST] for each in values} or {f"{name}:{UNKNOWN}"}


def _genders(serves: Iterable[str]) -> set[str]:
    return {gender for each in serves for gender in _GENDERS.get(each, ())}


def until_key(day: str) -> str:
    """Up to which day the published hours of a service hold."""
    return f"until:{day}"


def same_key(name: str, organization: str) -> str:
    """Services of one name at one organisation may be the same."""
    return f"same:{fold(organization)}|{fold(name)}"[:LONGEST]


def keys_of(facts: Facts) -> set[str]:
    """Every key of a service."""
    openings = [] if facts.openings is None else ["yes" if facts.openings else "no"]
    words = set(fold(" ".join((facts.name, facts.organization, *facts.others))).split())
    return {
        f"kind:{facts.kind}",
        same_key(facts.name, facts.organization),
        *_known("gender", _genders(facts.serves)),
        *_known("young", (each for each in facts.serves if each in _YOUNG)),
        *_known("language", (folded for each in facts.languages if (folded := fold(each)))),
        *_known("night", filter(None, [facts.at_night])),
        *_known("cost", filter(None, [facts.cost])),
        *_known("openings", openings),
        *([until_key(facts.hours_until)] if facts.hours_until else []),
        *(f"fit:{each}" for each in facts.fits),
        *(f"word:{each}"[:LONGEST] for each in words),
    }


@dataclass(frozen=True)
class Sought:
    """What somebody looks for. Everything is optional."""

    words: str = ""
    kind: str = ""
    serves: tuple[str, ...] = ()
    language: str = ""
    fits: tuple[str, ...] = ()
    tonight: bool = False
    openings: bool = False
    cost: str = ""

    def surely(self) -> list[str]:
        """Keys a service has to have: about these there is no not-knowing."""
        return [f"kind:{self.kind}"] if self.kind else []

    def starts(self) -> list[str]:
        """How words of its name begin."""
        return [f"word:{each}" for each in fold(self.words).split()[:6]]

    def perhaps(self) -> list[tuple[str, str]]:
        """Keys a service should have, each beside the key that says nobody has asked yet.

        Where nothing says so (what makes a place fit is only ever said when it is there), the second is empty.
        """
        wanted = [
            (f"gender:{each}", f"gender:{UNKNOWN}") for each in sorted(set(self.serves) & set(_GENDERS))
        ]
        wanted += [(f"young:{each}", f"young:{UNKNOWN}") for each in self.serves if each in _YOUNG]
        if fold(self.language):
            wanted.append((f"language:{fold(self.language)}", f"language:{UNKNOWN}"))
        wanted += [(f"fit:{each}", "") for each in self.fits]
        if self.tonight:
            wanted.append((TONIGHT, f"night:{UNKNOWN}"))
        if self.openings:
            wanted.append(("openings:yes", f"openings:{UNKNOWN}"))
        if self.cost:
            wanted.append((f"cost:{self.cost}", f"cost:{UNKNOWN}"))
        return wanted

    def as_gap(self) -> str:
        """What was sought, in words of our own lists alone: nothing somebody typed goes into a count."""
        parts = [f"kind={self.kind}"] if self.kind else []
        parts += [f"language={fold(self.language)}"] if fold(self.language) in CODES else []
        parts += [f"serves={each}" for each in sorted(self.serves)]
        parts += [f"fit={each}" for each in sorted(self.fits)]
        parts += [f"cost={self.cost}"] if self.cost else []
        parts += ["tonight=yes"] if self.tonight else []
        parts += ["openings=yes"] if self.openings else []
        return "&".join(parts)
