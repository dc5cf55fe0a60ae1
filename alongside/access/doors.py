"""The door lock: every view names who may come in, and an unmarked view does not open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed
from alongside.access.roles import Can
from alongside.ui.held import hold, locked

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Policy:
    """Who may come in."""

    kind: Literal["public", "staff", "partner"]
    ability: Can | None = None
    because: str = ""
    before_second_factor: bool = False
    while_locked: bool = False


class PartnerRequest(HttpRequest):
    """A request behind the partner's door."""

    actor: Actor


class StaffRequest(HttpRequest):
    """A request behind the staff door."""

    actor: Actor


def public(*, because: str) -> Callable[[View], View]:
    """Anybody may come in, and here is why."""

    def mark(view: View) -> View:
        return _marked(view, Policy("public", because=because))

    return mark


def staff(
    ability: Can, *, before_second_factor: bool = False, while_locked: bool = False
) -> Callable[[View], View]:
    """Signed-in staff with a second factor and a role that brings the ability.

    A page that is missing a role answers 403 in kind words; a record out of reach is a plain 404, which is
    the wall's doing. A locked session opens what is there `while_locked`, and nothing else.
    """
    policy = Policy("staff", ability, before_second_factor=before_second_factor, while_locked=while_locked)

    return _guarding(policy)


def partner(view: View) -> View:
    """A point of contact of a partner, signed in at their own door with a second factor."""
    return _guarding(Policy("partner", Can.ANSWER_AS_PARTNER))(view)


def _guarding(policy: Policy) -> Callable[[View], View]:
    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            answer = _turn_away(request, policy, kwargs)
            return answer if answer is not None else view(request, *args, **kwargs)

        return _marked(guarded, policy)

    return mark


def _marked(view: View, policy: Policy) -> View:
    @wraps(view)
    def marked(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    marked.policy = policy  # type: ignore[attr-defined]
    return marked


def policy_of(view: Any) -> Policy | None:
    """The policy a view carries, if it carries one."""
    return getattr(view, "policy", None)


def _turn_away(request: Any, policy: Policy, kwargs: dict[str, Any]) -> HttpResponse | None:
    actor: Actor | None = request.actor
    if actor is None:
        if request.method == "POST" and request.POST:
            return hold(
                request,
                _("You are signed out, so this was not kept yet."),
                _("Your words are here. Sign in again in another tab, come back to this one and send them."),
                401,
            )
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
    if not request.has_second_factor and not policy.before_second_factor:
        return redirect("access:second_factor")
    if request.session.get("locked") and not policy.while_locked:
        next_url = request.get_full_path() if request.method == "GET" else ""
        return locked(request, open_url=reverse("access:unlock"), next_url=next_url)
    if policy.ability and not actor.may(policy.ability):
        trail.note(trail.Entry("open_page", _chain(kwargs) or actor.id, "turned_away"))
        return render(request, "403.html", status=403)
    return None


def _chain(kwargs: dict[str, Any]) -> UUID | None:
    named = kwargs.get("participant")
    return named if isinstance(named, UUID) else None


__all__ = [
    "NotAllowed",
    "PartnerRequest",
    "Policy",
    "StaffRequest",
    "partner",
    "policy_of",
    "public",
    "staff",
]
