"""`{{ request|phrase("goals.barriers") }}`: a phrase in the agency's words.

`{% if "referrals:new"|in_use %}`: whether the agency uses the part that an address belongs to.
"""

from typing import Any

from django import template
from jinja2 import pass_context

from alongside.agency.modules import is_off
from alongside.agency.words import Words

register = template.Library()


@register.filter
def phrase(request: Any, key: str) -> str:
    """A phrase in the agency's words, or ours; nothing where the agency hides it. A page asks for all of them once."""
    if not hasattr(request, "words"):
        request.words = Words()
    said: str = request.words.say(key)
    return said


@register.filter
@pass_context  # without it, what is asked of an address once would be compiled into the page for good
def in_use(_page: Any, address: str) -> bool:
    """Whether the agency uses the part that an address belongs to; a page leads to no other."""
    return not is_off(address)
