"""A session that a card of the demo opened (project/demo/cards.py). It counts as signed in with a factor, and changes
no password, no factor and no account: the database refuses it too.

Such a session is nobody's as soon as the process serves no demo on this machine alone.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import render

KEY = "by_card"
REFUSED = "a_card_changes_no_account"  # as the database says it
# One's own password and factors, and showing that it is oneself before these change. The rest of `me/` stays open.
_OWN_ACCESS = ("account_reauthenticate", "account_change_password")


def came_by_card(request: Any) -> bool:
    """Whether a card opened this session."""
    return settings.DEMO_CARDS and bool(request.session.get(KEY))


def unless_left_over(request: Any) -> Any:
    """Whoever is signed in; nobody, where a card did it in a house that has no cards any more."""
    if request.user.is_authenticated and request.session.get(KEY) and not settings.DEMO_CARDS:
        request.user = AnonymousUser()
    return request.user


def is_barred(request: Any) -> bool:
    """Whether this address is about one's own access, and a card opened the session."""
    name = request.resolver_match.view_name
    return (name.startswith("mfa_") or name in _OWN_ACCESS) and came_by_card(request)


def not_so(request: Any) -> HttpResponse:
    """Say kindly what a card does not do, and the way to it."""
    return render(request, "access/by_card.html", status=403)
