"""After somebody's key was destroyed: take it out of the copy of the keys, the heap and the search tokens."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from alongside.project.upkeep.backup import copy_keys
from alongside.project.upkeep.places import Trouble, folders
from alongside.project.upkeep.rotate import rotate_search_key


class Command(BaseCommand):
    help = "Makes an erasure true in the copies as well (as the owner)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--keys-to", help="the folder for the keys (else ALONGSIDE_KEY_BACKUPS)")

    def handle(self, *args: Any, **options: Any) -> None:
        where = folders(None, options["keys_to"])
        try:
            keys = copy_keys(where)
            with connection.cursor() as cursor:
                cursor.execute("vacuum vault.vault_key")
            tokens = rotate_search_key()
        except Trouble as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"The copy of the keys was written over and holds {keys} keys; the table was vacuumed; {tokens} "
            "search tokens stand under a new search key. Snapshots of disks and archives of the write-ahead "
            "log keep a destroyed key for as long as they are kept themselves. Now run: keys copy, for the safe."
        )
