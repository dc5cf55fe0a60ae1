"""The questions this room puts, by idea."""

from alongside.practice.forms.cards import TOO_LONG, CardForm
from alongside.practice.forms.reflections import CHANGED, ONE_WORD, ReflectionForm

__all__ = ["CHANGED", "ONE_WORD", "TOO_LONG", "CardForm", "ReflectionForm"]
