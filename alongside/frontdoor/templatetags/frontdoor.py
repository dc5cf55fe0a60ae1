"""What a contact is called and when it was joined, in a few letters."""

from datetime import datetime
from uuid import UUID

from django import template

from alongside.frontdoor import rules, sentences
from alongside.ui.dates import Said

register = template.Library()


@register.filter
def contact_name(at: datetime) -> str:
    """Call an anonymous contact by its time."""
    return sentences.contact_name(at)


@register.filter
def sign(contact: UUID) -> str:
    """Four signs that tell a contact from another of the same minute."""
    return rules.sign_of(contact)


@register.filter
def short_time(moment: datetime) -> Said:
    """Say a day and its hour in a few letters."""
    return sentences.short_time(moment)
