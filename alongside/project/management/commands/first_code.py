"""Print the one-time code of the first set-up, while nobody has an account."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from alongside.access import first_code
from alongside.access.models import Account


class Command(BaseCommand):
    help = (
        "Makes and prints the code of the first set-up; nothing once somebody has an account (as the desk)."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if Account.objects.exists():
            first_code.spend()
            return
        code = first_code.make()
        self.stdout.write(f"  The first set-up waits at {settings.ORIGIN}/first/")
        self.stdout.write(f"  One-time code: {code}")
        self.stdout.write(
            "  It is good for a day, for one set-up on this machine. Starting again makes a new one."
        )
