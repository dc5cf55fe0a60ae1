"""Check that no entry of the trail was changed, removed or slipped in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = "Verifies every chain of the trail (as the worker or the backup role)."

    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select chain, place from trail.broken_chains()")
            broken = cursor.fetchall()
        if broken:
            places = ", ".join(f"{chain} at {place}" for chain, place in broken[:10])
            raise CommandError(f"The trail is not whole: {places}.")
        self.stdout.write("The trail is whole.")
