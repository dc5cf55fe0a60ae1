"""Whether somebody has shown just now that it is them: with their second factor, or by password where none is set up.

Passwords and second factors are changed by nobody else; the wall asks for it in the actor's signature.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import authentication_step_completed
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.access import actor as actors
from alongside.access.by_card import came_by_card


def is_fresh(request: Any) -> bool:
    """Whether whoever is signed in has shown in the last minutes that it is them."""
    if came_by_card(request):
        return False
    shown = [
        each for each in get_authentication_records(request, request.user) if each.get("reauthenticated")
    ]
    if not shown or time.time() - shown[-1]["at"] >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
        return False
    return not request.has_second_factor or shown[-1]["method"] == "mfa"


def with_the_factor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever has a second factor is asked for it, and not for the password alone."""

    @wraps(view)
    def asked(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.has_second_factor:
            way = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
            return redirect(f"{way}?{request.META.get('QUERY_STRING', '')}".rstrip("?"))
        return view(request, *args, **kwargs)

    return asked


def _tell_the_database(sender: Any, request: Any, **_more: Any) -> None:
    """What was put off until they showed it goes on in the same request."""
    actor = getattr(request, "actor", None)
    if actor is not None:
        actors.enter(actor, fresh=is_fresh(request), by_card=came_by_card(request))


authentication_step_completed.connect(_tell_the_database)
