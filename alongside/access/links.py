"""One-time links: what stands in them, and what is kept of them (a hash, never the link)."""

import hashlib
import secrets
from uuid import UUID

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse

from alongside import trail
from alongside.access.keeper import call
from alongside.access.models import Account

DAYS = 3


def new_token() -> str:
    """What stands in a link; nobody can guess it."""
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> bytes:
    """What is kept of it."""
    return hashlib.sha256(token.encode()).digest()


def whose(token: str) -> UUID | None:
    """Whose account a link leads to; None for one that is over or never was."""
    found: UUID | None = call("access.invited", hash_of(token))
    return found


def come_in(token: str, password: str) -> UUID | None:
    """Use a link, once: a password of one's own, and whatever opened the account before is over."""
    who: UUID | None = call("access.begin_by_link", hash_of(token), make_password(password))
    if who is not None:
        trail.note(trail.Entry("come_in_by_link", who))
    return who


def sign_in(request: HttpRequest, account: UUID) -> HttpResponse:
    """Sign in whoever has just chosen their password; a second factor can follow without asking for it again."""
    who = Account.objects.get(pk=account)
    record_authentication(request, who, method="password", reauthenticated=True)
    answer: HttpResponse = perform_login(request, Login(user=who))
    return answer


def account_of(token: str) -> Account | None:
    """The account a link leads to, at the door where it is opened; None for one that is over or never was."""
    who = whose(token)
    return Account.objects.filter(pk=who).first() if who else None
