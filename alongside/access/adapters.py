"""What sign-in does our way: no self-made accounts, sealed secrets, a trail of who came in."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from alongside import trail
from alongside.access import actor as actors
from alongside.access import client, device, passwords
from alongside.access.actor import Actor
from alongside.access.fresh import is_fresh
from alongside.access.tries import Try


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator, never at the door."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _("Too many tries just now. Please try again in a few seconds."),
        "too_many_codes": _("Too many wrong codes. Please wait ten minutes, or use a passkey."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        actors.enter(Actor(user.pk, user.name, frozenset(), door=settings.DOOR))
        trail.note(trail.Entry("sign_in", user.pk))
        response: HttpResponse = super().post_login(request, user, **kwargs)
        device.remember(response, user.username)
        return response

    def get_client_ip(self, request: HttpRequest) -> str:
        return client.address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Our own limits in place of allauth's, whose count by name would let a stranger shut out a colleague."""
        if Try.by(request, credentials.get("username") or "").comes_again():
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count it and let the answer wait. The database has kept in the account's chain that somebody tried."""
        super().authentication_failed(request, **credentials)
        Try.by(request, credentials.get("username") or "").went_wrong()

    def set_password(self, user: Any, password: str) -> None:
        """A new password, of whoever acts and of nobody else."""
        passwords.change(password)
        user.refresh_from_db(fields=["mark"])

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Exactly where the wall asks for it too: not shown just now, with the factor where there is one."""
        if not is_fresh(self.request):
            raise ReauthenticationRequired
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has a second factor shows that; a password alone is asked of whoever has none yet."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [each for each in methods if each["id"] != "reauthenticate"] or methods

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors. How they are kept is said in `factors`."""

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_rp_entity()
        entity["name"] = settings.MFA_TOTP_ISSUER
        return entity
