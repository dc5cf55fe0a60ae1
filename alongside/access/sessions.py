"""Ending what somebody has open: sessions at once, and second factors when access is given anew."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session


def end_sessions(account: UUID) -> None:
    """Sign somebody out wherever they are signed in."""
    known = UserSession.objects.filter(user_id=account)
    Session.objects.filter(session_key__in=list(known.values_list("session_key", flat=True))).delete()
    known.delete()


def forget_factors(account: UUID) -> None:
    """Let go of somebody's one-time codes, passkeys and recovery codes, so that they set them up anew."""
    Authenticator.objects.filter(user_id=account).delete()
