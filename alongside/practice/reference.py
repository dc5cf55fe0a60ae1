"""What we suggest, put in place once: cards, topics, the guard's words. An agency's own wording is never touched."""

from dataclasses import dataclass

from alongside.keeping.data_files import entries
from alongside.practice.choices import CardKind
from alongside.practice.models import Card, CardWording, TrainingTopic, WordingSuggestion
from alongside.practice.topics import ON_PROFILE, REFRESH_MONTHS, TOPIC_NAMES


@dataclass(frozen=True)
class Wording:
    """What a card says in one language."""

    title: str
    words: str


@dataclass(frozen=True)
class Suggested:
    """An entry of the guard as the file has it."""

    phrases: str
    why: str
    options: tuple[str, ...]
    fine: str = ""
    names: bool = False
    plans: bool = False


CARDS = entries("practice", "cards", dict[str, Wording])
PAUSES = entries("practice", "pauses", dict[str, Wording])
WORDS = {language: entries("practice", f"guard_{language}", Suggested) for language in ("en", "es")}


def load() -> None:
    """Add what is not there yet."""
    _load_topics()
    _load_cards()
    WordingSuggestion.objects.bulk_create(
        [
            WordingSuggestion(
                key=key,
                language=language,
                place=10 * place,
                phrases=" ".join(each.phrases.split()),
                fine=" ".join(each.fine.split()),
                why=each.why,
                options="\n".join(each.options),
                names=each.names,
                plans=each.plans,
            )
            for language, words in WORDS.items()
            for place, (key, each) in enumerate(words.items(), 1)
        ],
        ignore_conflicts=True,
    )


def _load_cards() -> None:
    kinds = dict.fromkeys(CARDS, CardKind.MOMENT) | dict.fromkeys(PAUSES, CardKind.PAUSE)
    Card.objects.bulk_create(
        [Card(key=key, place=10 * place, kind=kind) for place, (key, kind) in enumerate(kinds.items(), 1)],
        ignore_conflicts=True,
    )
    cards = {row.key: row for row in Card.objects.all()}
    CardWording.objects.bulk_create(
        [
            CardWording(card=cards[key], language=language, title=each.title, words=each.words)
            for key, wordings in (CARDS | PAUSES).items()
            for language, each in wordings.items()
        ],
        ignore_conflicts=True,
    )


def _load_topics() -> None:
    known = set(TrainingTopic.objects.exclude(key="").values_list("key", flat=True))
    TrainingTopic.objects.bulk_create(
        TrainingTopic(
            key=key, place=10 * place, refresh_months=REFRESH_MONTHS.get(key), on_profile=key == ON_PROFILE
        )
        for place, key in enumerate(TOPIC_NAMES, start=1)
        if key not in known
    )
