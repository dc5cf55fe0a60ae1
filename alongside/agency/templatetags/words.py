"""`{{ request|phrase("goals.barriers") }}`: a phrase in the agency's words."""

from typing import Any

from django import template

from alongside.agency.words import Words

register = template.Library()


@register.filter
def phrase(request: Any, key: str) -> str:
    """A phrase in the agency's words, or ours; nothing where the agency hides it. A page asks for all of them once."""
    if not hasattr(request, "words"):
        request.words = Words()
    said: str = request.words.say(key)
    return said
