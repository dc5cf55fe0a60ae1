"""`{% say "goals.barriers" %}`: a phrase in the agency's words."""

from typing import Any

from django import template
from django.template.context import RenderContext

from alongside.agency.words import Words

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Any, key: str) -> str:
    """A phrase in the agency's words, or ours; nothing where the agency hides it."""
    kept: RenderContext = context.render_context
    words = kept.get("agency_words")
    if words is None:
        words = Words()
        kept.dicts[0]["agency_words"] = words  # type: ignore[assignment]
    return words.say(key)
