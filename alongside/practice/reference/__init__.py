"""What we suggest, put in place once: cards, and the words of the guard. An agency's own wording is never touched."""

from alongside.practice.models import GuardEntry
from alongside.practice.reference.cards import CARDS, load_cards
from alongside.practice.reference.words_en import WHAT_SOMEBODY_DOES
from alongside.practice.reference.words_en_more import WHO_SOMEBODY_IS
from alongside.practice.reference.words_es import SPANISH
from alongside.practice.rules import Guarded

WORDS: dict[str, dict[str, Guarded]] = {"en": WHAT_SOMEBODY_DOES | WHO_SOMEBODY_IS, "es": SPANISH}


def load() -> None:
    """Add what is not there yet."""
    load_cards()
    GuardEntry.objects.bulk_create(
        [
            GuardEntry(
                key=key,
                language=language,
                place=10 * place,
                phrases=said.phrases,
                fine=said.fine,
                why=said.why,
                options=said.options,
                names=said.names,
                plans=said.plans,
            )
            for language, words in WORDS.items()
            for place, (key, said) in enumerate(words.items(), 1)
        ],
        ignore_conflicts=True,
    )


__all__ = ["CARDS", "WORDS", "load"]
