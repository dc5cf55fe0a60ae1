"""Print the demo's sign-ins, each with its secret and the code of this moment."""

import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from alongside.project.demo.cast import CAST, totp_of


class Command(BaseCommand):
    help = "Prints the demo's sign-ins."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "production":
            raise CommandError("Sign-ins are shown for the demo only.")
        self.stdout.write(f"{'name':12} {'password':18} {'code':7} {'one-time secret':34} role")
        for member in CAST:
            try:
                secret = totp_of(member).instance.data["secret"]
            except Authenticator.DoesNotExist:
                continue  # somebody tried what happens when an account is closed; the demo still starts
            code = format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))
            self.stdout.write(f"{member.username:12} {member.password:18} {code:7} {secret:34} {member.name}")
        self.stdout.write(f"Codes change every 30 seconds ({30 - int(time.time()) % 30} s left for these).")
