"""Write docs/ROLES.md from the code."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from alongside.project.matrix import matrix


class Command(BaseCommand):
    help = "Writes docs/ROLES.md."

    def handle(self, *args: Any, **options: Any) -> None:
        (settings.ROOT / "docs" / "ROLES.md").write_text(matrix())
        self.stdout.write("docs/ROLES.md is written.")
