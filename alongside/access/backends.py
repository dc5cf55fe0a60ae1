"""Signing in: accounts, what they may do and whether they have a second factor, in one query at each door."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, Func, OuterRef, QuerySet

from alongside.access import beside
from alongside.access.models import Account, RoleHeld
from alongside.access.written import asked
from alongside.clock.models import ClockSetting


def _has_factor() -> Exists:
    return Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=["totp", "webauthn"]))


def _transaction() -> Func:
    """The number of the transaction that runs: what the actor is signed for comes with the account."""
    return Func(function="pg_current_xact_id", output_field=CharField())


def with_roles() -> QuerySet[Account]:
    """Accounts with `held` (role names), `factor` (whether a second factor stands), `transaction`, the test
    clock, and what rooms above asked for."""
    return Account.objects.annotate(
        **ClockSetting.beside(),
        **beside.columns(),
        held=ArraySubquery(RoleHeld.objects.filter(account=OuterRef("pk")).values("role")),
        factor=_has_factor(),
        transaction=_transaction(),
    )


def _named(account: UUID) -> QuerySet[Account]:
    return with_roles().filter(pk=account)


def has_second_factor(account: Account) -> bool:
    """Whether the account has a one-time code or a passkey."""
    return bool(getattr(account, "factor", False))


class StaffBackend(AuthenticationBackend):  # type: ignore[misc]
    """Allauth's own backend; only what is fetched with the account is ours."""

    def get_user(self, user_id: Any) -> Account | None:
        account: Account | None = next(iter(asked(_named, account=UUID(str(user_id)))), None)
        if account is None or not self.user_can_authenticate(account):
            return None
        ClockSetting.follow(account)
        return account


class PartnerBackend(AuthenticationBackend):  # type: ignore[misc]
    """At the partner's door: no roles and nothing of the agency's is fetched, for that door may not read it."""

    def get_user(self, user_id: Any) -> Account | None:
        known = Account.objects.annotate(
            **ClockSetting.beside(), factor=_has_factor(), transaction=_transaction()
        )
        account: Account | None = known.filter(pk=UUID(str(user_id))).first()
        if account is None or not self.user_can_authenticate(account):
            return None
        ClockSetting.follow(account)
        return account
