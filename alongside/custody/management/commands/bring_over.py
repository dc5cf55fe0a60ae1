"""Bring the whole record of an agency into an empty house, from the command line and with the master key."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.custody import by_command, workbook
from alongside.custody.whole import NotOurs, brought


class Command(BaseCommand):
    help = "Brings a file of take_along into a house where nobody is yet (as the owner; docs/MOVING.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open("rb") as file, by_command.walls_down():
                by_command.make_room()
                is_book = options["file"].suffix == ".xlsx"
                lines = workbook.lines_of(file) if is_book else (line.decode() for line in file)
                count = brought(lines, by_command.keep)
        except by_command.NotEmpty:
            raise CommandError("Somebody is here already. Nothing was brought over.") from None
        except (NotOurs, UnicodeDecodeError, KeyError, TypeError):
            raise CommandError("This is no whole file of take_along. Nothing was brought over.") from None
        self.stdout.write(f"{count} rows came over. People of staff sign in once you have invited them.")
