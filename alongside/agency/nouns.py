"""What things are called: an agency may put its own noun in place of each of ours, in each language.

Nothing that anybody typed is touched. The nouns are exchanged where a sentence of the interface is translated,
before names and words are filled in, with the article that goes before them. A *label* is a whole text of ours, as the
name of a status or a season: a room says which by a phrase whose key begins with `label.`, and it is exchanged exactly.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import trans_real

PREFIX, LABEL = "noun.", "label."
NOT_IN_A_NOUN, LONGEST = '%{}<>&\\"', 40


class Called(NamedTuple):
    """A noun: one, many, and the article before one (a, an; el, la)."""

    one: str
    many: str
    article: str


# The first of each list is ours; what follows are other ways in which we say the same.
NOUNS: dict[str, dict[str, list[Called]]] = {
    "participant": {
        "en": [Called("participant", "participants", "a")],
        "es": [
            Called("persona participante", "personas participantes", "la"),
            Called("participante", "participantes", "el"),
        ],
    },
    "case_manager": {
        "en": [Called("case manager", "case managers", "a")],
        # To a participant; to staff, in a sentence, without an article, and as a label.
        "es": [
            Called("persona de apoyo", "personas de apoyo", "la"),
            Called("persona que lleva el caso", "personas que llevan el caso", "la"),
            Called("quien lleva el caso", "quienes llevan el caso", "la"),
            Called("manejo de casos", "manejos de casos", "el"),
        ],
    },
    "backup": {
        "en": [Called("backup", "backups", "a")],
        "es": [Called("suplente", "suplentes", "la")],
    },
    "supervisor": {
        "en": [Called("supervisor", "supervisors", "a")],
        "es": [Called("supervisión", "supervisiones", "la")],
    },
    "hotline": {
        "en": [Called("hotline", "hotlines", "a")],
        "es": [Called("línea de ayuda", "líneas de ayuda", "la")],
    },
    "drop_in": {
        "en": [Called("drop-in", "drop-ins", "a")],
        "es": [Called("atención sin cita", "atenciones sin cita", "la")],
    },
    "program": {
        "en": [Called("program", "programs", "a")],
        "es": [Called("programa", "programas", "el")],
    },
    "intake": {
        "en": [Called("intake", "intakes", "an")],
        "es": [
            Called("entrevista inicial", "entrevistas iniciales", "la"),
            Called("primera conversación", "primeras conversaciones", "la"),
        ],
    },
    "goal": {"en": [Called("goal", "goals", "a")], "es": [Called("meta", "metas", "la")]},
    "step": {"en": [Called("step", "steps", "a")], "es": [Called("paso", "pasos", "el")]},
    "note": {"en": [Called("note", "notes", "a")], "es": [Called("nota", "notas", "la")]},
    "meeting": {"en": [Called("meeting", "meetings", "a")], "es": [Called("cita", "citas", "la")]},
    "agreement": {
        "en": [Called("agreement", "agreements", "an")],
        "es": [Called("acuerdo", "acuerdos", "el")],
    },
    "season": {"en": [Called("season", "seasons", "a")], "es": [Called("temporada", "temporadas", "la")]},
    "timeline": {
        "en": [Called("timeline", "timelines", "a")],
        "es": [Called("línea del tiempo", "líneas del tiempo", "la")],
    },
}
ARTICLES = {"en": ("a", "an"), "es": ("el", "la")}

Chosen = tuple[tuple[str, str, Called], ...]  # language, noun, what it is called here
_chosen: ContextVar[Chosen] = ContextVar("nouns_chosen", default=())
Labels = Mapping[tuple[str, str], str]  # a language and what the catalogue calls a text; the agency's own
_labels: ContextVar[Labels] = ContextVar("labels_chosen", default={})  # noqa: B039 - never changed in place

_WITH_EL_AND_LA = [
    ("el", "la"), ("los", "las"), ("un", "una"), ("unos", "unas"), ("del", "de la"), ("al", "a la"),
    ("este", "esta"), ("estos", "estas"), ("otro", "otra"), ("otros", "otras"), ("nuevo", "nueva"),
    ("nuevos", "nuevas"), ("ningún", "ninguna"), ("nuestro", "nuestra"), ("próximo", "próxima"),
    ("primer", "primera"), ("mismo", "misma"),
]  # fmt: skip
_BEFORE = {
    "en": r"(?:an?)",
    "es": "(?:"
    + "|".join(sorted({word for pair in _WITH_EL_AND_LA for word in pair}, key=lambda word: -len(word)))
    + ")",
}
WITHOUT_ARTICLE = "quien"  # “quien lleva el caso”: its article comes with the noun that takes its place
_DRAWN = re.compile(r"\b(a|A|de|De) el ")  # “a el”, “de el” are one word in Spanish
_NOT_OURS = re.compile(r"(%%|%\(\w+\)[sd]|\{\w*\}|%[sd]|<[^>]*>)")


def told_as_text(called: Called) -> str:
    """How a noun is kept: one word a line."""
    return "\n".join(called)


def is_a_word(text: str) -> bool:
    """A noun stands unescaped in our own sentences: no sign in it means something to a page or a pattern."""
    return 0 < len(text) <= LONGEST and not any(sign in NOT_IN_A_NOUN or sign < " " for sign in text)


def read_text(text: str) -> Called | None:
    """A noun as it was kept, wherever it came from; None for anything else."""
    lines = [line.strip() for line in text.split("\n")]
    return Called(*lines) if len(lines) == 3 and all(is_a_word(line) for line in lines) else None


def message_of(phrase: Any) -> str:
    """What the catalogue calls a text that is translated later."""
    args = phrase.__reduce__()[1][1]
    return trans_real.CONTEXT_SEPARATOR.join(args)


def follow(rows: list[dict[str, str]] | None, labels: Mapping[str, Any] | None = None) -> None:
    """From now on in this request things are called as the agency calls them; `labels` are ours, by their keys."""
    told = []
    exact = {}
    for row in rows or []:
        if labels and row["key"] in labels and is_a_word(row["text"]):
            exact[row["language"], message_of(labels[row["key"]])] = row["text"]
        called, noun = read_text(row["text"]), row["key"].removeprefix(PREFIX)
        if called and noun in NOUNS and row["language"] in NOUNS[noun]:
            told.append((row["language"], noun, called))
    _chosen.set(tuple(sorted(told)))
    _labels.set(exact)


@contextmanager
def labels_of_ours() -> Iterator[None]:
    """Our own labels, for a page that shows them beside the agency's."""
    before = _labels.set({})
    try:
        yield
    finally:
        _labels.reset(before)


@lru_cache(maxsize=64)
def _pattern(language: str, chosen: Chosen) -> tuple[re.Pattern[str], dict[str, tuple[str, Called]]] | None:
    forms: dict[str, tuple[str, Called]] = {}
    for spoken, noun, called in chosen:
        if spoken == language:
            for ours in NOUNS[noun][language]:
                forms[ours.one] = (called.one, called)
                forms[ours.many] = (called.many, called)
    if not forms:
        return None
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=lambda f: -len(f)))
    # A noun of another kind that holds one of ours (a place without an appointment) is left whole.
    whole = "|".join(
        re.escape(form)
        for noun in NOUNS.values()
        for ours in noun[language]
        for form in (ours.one, ours.many)
        if form not in forms and " " in form
    )
    kept = rf"(?P<whole>(?<![\w-])(?:{whole})(?![\w-]))|" if whole else ""
    pattern = rf"{kept}(?<![\w-])(?:(?P<before>{_BEFORE[language]})(?P<gap>\s+))?(?P<noun>{words})(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), forms


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _article(language: str, before: str, called: Called) -> str:
    if language == "en":
        return _like(before, called.article)
    for el, la in _WITH_EL_AND_LA:
        if before.lower() in (el, la):
            return _like(before, la if called.article == "la" else el)
    return before


@lru_cache(maxsize=20_000)
def reworded(text: str, language: str, chosen: Chosen) -> str:
    """A sentence of ours with the agency's nouns in it."""
    found = _pattern(language, chosen) if language in ARTICLES else None
    if found is None:
        return text
    pattern, forms = found

    def put(match: re.Match[str]) -> str:
        if match.groupdict().get("whole"):
            return match[0]
        said = match["noun"]
        word, called = forms[re.sub(r"\s+", " ", said).lower()]
        if said.lower().startswith(WITHOUT_ARTICLE):
            return _like(said, f"{_article('es', 'las' if word == called.many else 'la', called)} {word}")
        if not match["before"]:
            return _like(said, word)
        return f"{_article(language, match['before'], called)}{match['gap']}{_like(said, word)}"

    parts = _NOT_OURS.split(text)
    said = "".join(part if place % 2 else pattern.sub(put, part) for place, part in enumerate(parts))
    return _DRAWN.sub(r"\1l ", said) if language == "es" else said


class Worded(trans_real.DjangoTranslation):
    """The sentences of one language, with the nouns that the agency chose."""

    def _said(self, text: str) -> str:
        chosen = _chosen.get()
        return reworded(text, self.to_language()[:2], chosen) if chosen else text

    def gettext(self, message: str) -> str:
        labels = _labels.get()
        if labels and (own := labels.get((self.to_language()[:2], message))):
            return own
        return self._said(self._found(message))

    @lru_cache(maxsize=20_000)  # noqa: B019 - there is one for each language, as long as the process
    def _found(self, message: str) -> str:
        said = str(super().gettext(message))
        if said == message and trans_real.CONTEXT_SEPARATOR in message:
            said = message.split(trans_real.CONTEXT_SEPARATOR, 1)[1]
        return said

    def ngettext(self, msgid1: str, msgid2: str, n: Any) -> str:
        return self._said(str(super().ngettext(msgid1, msgid2, n)))


def speak() -> None:
    """Let every language of this process be spoken with the agency's nouns."""
    trans_real.DjangoTranslation = Worded  # type: ignore[misc]
    trans_real._translations = {}  # type: ignore[attr-defined]
    trans_real._default = None  # type: ignore[attr-defined]
