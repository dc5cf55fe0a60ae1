"""The agency's own list of words that say what kind of place we are."""

from collections.abc import Iterable

from django.db.models import CharField, TextField, Value
from django.db.models.functions import Cast

from alongside.agency.models import Program
from alongside.consent import outing
from alongside.consent.models import OutingWords


def outing_lists() -> list[OutingWords]:
    """The list in each language."""
    return list(OutingWords.objects.select_related("changed_by").order_by("language"))


def outing_list(language: str) -> OutingWords | None:
    """The list in one language."""
    return OutingWords.objects.select_related("changed_by").filter(language=language).first()


def outing_words() -> list[str]:
    """Every phrase in every language: a text may be in any. Ours where the agency has no list at all."""
    return _phrases(OutingWords.objects.order_by("language").values_list("words", flat=True))


def names_and_outing_words() -> tuple[list[str], list[str]]:
    """Our programs' names and every phrase, in one query: what is looked for before anything goes out."""
    names = Program.objects.filter(closed_at=None).order_by()
    lists = OutingWords.objects.order_by()
    told = names.values_list(Cast("name", TextField()), Value("name", CharField())).union(
        lists.values_list(Cast("words", TextField()), Value("words", CharField())), all=True
    )
    rows = sorted(told)
    return [said for said, kind in rows if kind == "name"], _phrases(
        said for said, kind in rows if kind == "words"
    )


def _phrases(lists: Iterable[str]) -> list[str]:
    kept = list(lists)
    return [phrase for words in kept for phrase in outing.lines_of(words)] if kept else list(outing.ALL_OURS)
