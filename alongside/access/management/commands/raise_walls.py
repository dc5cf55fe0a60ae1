"""Raise the walls: row-level policies, grants and checking functions, as the rooms declare them."""

from typing import Any

from django.core.management.base import BaseCommand

from alongside.access.raising import raise_walls


class Command(BaseCommand):
    help = "Raises the walls in the database (as its owner)."

    def handle(self, *args: Any, **options: Any) -> None:
        count = raise_walls()
        self.stdout.write(f"{count} walls stand.")
