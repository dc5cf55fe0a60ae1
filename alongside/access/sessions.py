"""Where somebody is signed in: a list of one's own sessions, and ending them."""

from typing import Any

from allauth.account.signals import password_changed
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.http import HttpRequest

from alongside import clock
from alongside.access.actor import signed
from alongside.access.models import Account, Session
from alongside.access.session_store import known_by, named

LONGEST = 200


def mine() -> list[Session]:
    """Where whoever acts is signed in just now. The wall shows nobody another's."""
    open_now = Session.objects.filter(ends_at__gt=clock.wall()).order_by("begun_at")
    return list(open_now.only("name", "begun_at", "browser"))


def others(request: HttpRequest) -> Any:
    """Where whoever acts is signed in besides."""
    return Session.objects.exclude(name=named(request.session.session_key or ""))


def _stands_in_the_list(sender: Any, request: HttpRequest, user: Account, **_more: Any) -> None:
    if not request.session.session_key:
        request.session.save()
    known = known_by(request.session.session_key or "")
    browser = request.META.get("HTTP_USER_AGENT", "")[:LONGEST]
    with transaction.atomic(savepoint=False):
        request.session.belongs_to(user.pk, browser, signed(f"session|{known}|{user.pk}"))  # type: ignore[attr-defined]


def _ends_the_others(sender: Any, request: HttpRequest, user: Account, **_more: Any) -> None:
    """A new password opens none of the sessions that the old one opened."""
    _stands_in_the_list(sender, request, user)
    others(request).delete()


user_logged_in.connect(_stands_in_the_list)
password_changed.connect(_ends_the_others)
