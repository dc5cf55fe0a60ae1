"""Second factors as they are kept: sealed, each bound to its account and its own row, and changed by nobody else.

Allauth reads and writes them through one model. What a row holds is sealed when it is written and opened when it is
read, under a purpose that names account, kind and row: a row copied onto another account, or put back under another
number, does not open. At sign-in nobody acts yet, so a factor that was used, and a recovery code that is used up, are
written by a function of the keeper's that asks for this process's signature; two methods of allauth's give way to that.
"""

import base64
import json
import secrets
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction
from django.db.models.signals import post_init, post_save, pre_save

from alongside import clock
from alongside.access.actor import signed
from alongside.access.keeper import told
from alongside.vault.sealing import DoesNotOpen
from alongside.vault.secrets import open_text, seal_text

SEALED = "sealed"


def purpose(account: Any, kind: str, row: int) -> str:
    """What a factor is sealed for."""
    return f"second factor|{account}|{kind}|{row}"


def sealed(account: Any, kind: str, row: int, data: dict[str, Any]) -> dict[str, str]:
    """What stands in the table."""
    return {SEALED: base64.b64encode(seal_text(purpose(account, kind, row), json.dumps(data))).decode()}


def _seal(instance: Authenticator, **_told: Any) -> None:
    """Before it is written; a new one gets its number first, since it is bound to it."""
    if instance.pk is None:
        instance.pk = secrets.randbits(52)  # whole in a script's numbers
    instance._plain = instance.data
    instance.data = sealed(instance.user_id, instance.type, instance.pk, instance.data)
    instance._stands = instance.data[SEALED]


def _stays_open(instance: Authenticator, created: bool, **_told: Any) -> None:
    instance.data = instance._plain
    request = context.request
    if created and request is not None and instance.type != Authenticator.Type.RECOVERY_CODES:
        # Whoever sets one up has just shown that they hold it.
        record_authentication(
            request, instance.user, "mfa", id=instance.pk, type=instance.type, reauthenticated=True
        )


def _open(instance: Authenticator, **_told: Any) -> None:
    """When it is read. One that is only being made has no number yet."""
    if instance.pk is None or "data" in instance.get_deferred_fields():
        return
    if not isinstance(instance.data, dict) or SEALED not in instance.data:
        raise DoesNotOpen("a second factor that was not sealed here")
    instance._stands = instance.data[SEALED]
    kept = base64.b64decode(instance._stands)
    instance.data = json.loads(open_text(purpose(instance.user_id, instance.type, instance.pk), kept))


def _was_used(instance: Authenticator, data: dict[str, Any] | None = None) -> bool:
    """Keep that it was used, now; with `data`, what it holds from now on. False where another was first."""
    holds = sealed(instance.user_id, instance.type, instance.pk, data)[SEALED] if data else ""
    with transaction.atomic(savepoint=False):
        sign = signed(f"factor|{instance.pk}|{holds}")
        ask = "select access.factor_was_used(%s, %s, %s, %s)"
        return bool(told(ask, instance.pk, instance._stands if data else "", holds, sign))


def _record_usage(self: Authenticator) -> None:
    self.last_used_at = clock.wall()
    _was_used(self)


def _validate_code(self: RecoveryCodes, code: str) -> bool:
    """Whether it is one of the codes that are left; it is used up by that, and good for one sign-in alone."""
    for place, each in enumerate(self.generate_codes()):
        if not self._is_code_used(place) and compare_user_code(actual=code, expected=each):
            mask = self.instance.data["used_mask"] | 1 << place
            return _was_used(self.instance, {**self.instance.data, "used_mask": mask})
    return False


def fit() -> None:
    """Put this between allauth and the table."""
    pre_save.connect(_seal, sender=Authenticator)
    post_save.connect(_stays_open, sender=Authenticator)
    post_init.connect(_open, sender=Authenticator)
    Authenticator.record_usage = _record_usage
    RecoveryCodes.validate_code = _validate_code
