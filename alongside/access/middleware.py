"""One transaction around every request, the actor inside it, and the trail as its last act."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from alongside import clock, trail
from alongside.access import actor as actors
from alongside.access import beside, by_card
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed
from alongside.access.backends import has_second_factor
from alongside.access.doors import policy_of
from alongside.access.fresh import is_fresh
from alongside.access.prepared import Outdated
from alongside.access.refusals import name_of
from alongside.ui.held import hold

Answer = Callable[[HttpRequest], HttpResponse]


class WallMiddleware:
    """The request's transaction. A page that failed undoes its writes and keeps what was attempted."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        outdated, as_it_came = Outdated(), dict(vars(request))
        with connection.execute_wrapper(outdated):
            response = self._answered(request)
            if outdated.noticed and request.method in ("GET", "HEAD"):
                # Nothing is written by opening a page, and what failed is rolled back, its plans with it. Whoever
                # was found for the first transaction is signed for that one alone, and is looked for again.
                vars(request).clear()
                vars(request).update(as_it_came)
                response = self._answered(request)
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        trail.clear()
        actors.leave()
        written = False
        actor: Actor | None = None
        try:
            with transaction.atomic():
                response = self.get_response(request)
                actor = actors.acting()
                if response.streaming:
                    raise RuntimeError("a streamed answer would be written outside the wall")
                if response.status_code >= 500:
                    transaction.set_rollback(True)
                else:
                    trail.flush()
                    written = True
                    if connection.savepoint_ids:  # what was told ends with the transaction; a test's goes on
                        actors.enter(None)
        finally:
            if not written:
                self._keep_attempts(actor)
            actors.leave()
        return response

    @staticmethod
    def _keep_attempts(actor: Actor | None) -> None:
        trail.keep_only_turned_away()
        if actor is not None and trail.gathered():
            with transaction.atomic():
                actors.enter(actor)
                trail.flush()
                actors.enter(None)
        trail.clear()


def _lock_when_idle(session: Any) -> None:
    """Nobody has been at the desk for a while: lock. The time is written once a minute, not on every page."""
    now = clock.wall().timestamp()
    seen = session.get("seen")
    if seen is not None and now - seen > settings.IDLE_SECONDS + 60:
        session["locked"] = True
    if seen is None or now - seen > 60:
        session["seen"] = now


def _actor_of(user: Any) -> Actor:
    if settings.DOOR == "workspace":
        return Actor(user.pk, user.name, frozenset(), door="workspace")
    return Actor(user.pk, user.name, user.roles, without=beside.without(user))


class ActorMiddleware:
    """Tells the database who acts, and opens no view that has not said who may come in."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        user = by_card.unless_left_over(request)
        request.actor = None
        request.has_second_factor = False
        fresh = card = False
        if user.is_authenticated and user.is_active:
            request.actor = _actor_of(user)
            card = by_card.came_by_card(request)
            request.has_second_factor = card or has_second_factor(user)
            fresh = is_fresh(request)
            _lock_when_idle(request.session)
        if settings.DOOR == "desk":
            beside.follow(user if request.actor else None)
        transaction = getattr(user, "transaction", "")
        actors.enter(request.actor, fresh=fresh, by_card=card, transaction=transaction)
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if policy_of(view) is None:
            raise Http404
        if request.actor is not None and by_card.is_barred(request):
            return by_card.not_so(request)
        if request.actor is None or settings.DOOR != "desk":
            return None
        return beside.closed(request, request.resolver_match.view_name)

    def process_exception(self, request: Any, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotAllowed):
            return render(request, "403.html", status=403)
        if isinstance(error, DatabaseError) and name_of(error) == by_card.REFUSED:
            return by_card.not_so(request)
        if _name_is_taken(error):
            return hold(
                request,
                _("This could not be kept as it was sent."),
                _("Your words are here. Look them over and send them once more."),
                anew=True,
            )
        return None


def _name_is_taken(error: Exception) -> bool:
    """Whether an act gave something new the name of a row that is there, perhaps out of sight."""
    if not isinstance(error, IntegrityError) or connection.needs_rollback:
        return False
    return name_of(error).endswith("_pkey")
