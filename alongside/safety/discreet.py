"""What of a plan goes on paper: nothing by which somebody who finds it learns whose it is, or what it is about."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.agency.queries import agency
from alongside.agency.words import Words
from alongside.consent.outing import found_in
from alongside.consent.queries.pointing import tells_on
from alongside.keeping.data_files import entries
from alongside.safety.choices import Copy
from alongside.safety.models import PlanVersion
from alongside.safety.words import ON_CARD, PARTS
from alongside.ui.paper import cannot_print, pdf, words

_ALARMING = entries("safety", "alarming", dict[str, tuple[str, ...]])["words"]
ALARMING = tuple(phrase for phrases in _ALARMING.values() for phrase in phrases)


@dataclass(frozen=True)
class Part:
    """A part that says something, and what in it would tell a stranger too much."""

    name: str
    label: str
    words: str
    tells: list[str]


@dataclass(frozen=True)
class Paper:
    """A copy: what is on it, and what is left out because of what it says."""

    is_card: bool
    parts: list[Part]
    left_out: list[Part]


def paper_of(version: PlanVersion, asked: Collection[str] = ()) -> Paper:
    """The copy they chose. A part that tells too much is left out, unless it is `asked` for by its name."""
    said, is_card = version.parts, version.copy == Copy.CARD
    names = [name for name in (ON_CARD if is_card else PARTS) if said.get(name)]
    labels = _labels()
    tells = telling(version.participant_id, {name: f"{labels[name]}\n{said[name]}" for name in names})
    found = [Part(name, labels[name], said[name], tells[name]) for name in names]
    kept = [part for part in found if not part.tells or part.name in asked]
    return Paper(is_card, kept, [part for part in found if part.tells])


def _labels() -> dict[str, str]:
    phrases = Words()
    return {name: phrases.say(f"safety.paper.{name}") for name in PARTS}


def telling(participant: UUID, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """What in each text names somebody, says what kind of place we are, or would alarm."""
    found = tells_on(participant, texts.values())
    return {
        name: list(dict.fromkeys([*tells, *found_in(text, ALARMING)]))
        for (name, text), tells in zip(texts.items(), found, strict=True)
    }


def boxes(paper: Paper) -> str:
    """The letters that the PDF cannot show: the browser's print can."""
    return cannot_print(_data(paper))


def set_page(paper: Paper) -> bytes:
    """The copy as a PDF, in the umbrella's name."""
    return pdf("plan", _data(paper))


def _data(paper: Paper) -> dict[str, Any]:
    ours = agency()
    return {
        "umbrella": ours.umbrella_name,
        "title": "",
        "when": "",
        "paper": "us-letter",
        "foot": "",
        "card": paper.is_card,
        "parts": [
            {"label": "" if paper.is_card else part.label, "words": words(part.words)} for part in paper.parts
        ],
    }
