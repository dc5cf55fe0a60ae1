"""This room's part of a set-up file: words that would say what kind of place we are."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.consent import queries
from alongside.consent.actions import import_outing_words


def give() -> dict[str, Any]:
    """The list in each language. Times, kinds and papers stay: those are for each agency's own lawyer."""
    return {"outing": [{"language": row.language, "words": row.words} for row in queries.outing_lists()]}


def take(by: Actor, part: Any) -> None:
    """Put the lists in place; a language that is not known here is left out."""
    told = carrying.entry(part, outing=list)
    import_outing_words(by=by, lists=carrying.rows(told["outing"], language=10, words=6000))
