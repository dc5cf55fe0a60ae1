"""Looks an installation over and says in plain words what is wrong with it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from alongside.project.upkeep.check import look_over

MARKS = {"right": "ok   ", "mind": "mind ", "wrong": "WRONG"}


class Command(BaseCommand):
    help = "Says what is wrong with this installation; ends with 1 where something must be put right."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="say only what is not right")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(look_over())
        for each in found:
            if each.weight != "right" or not options["quiet"]:
                self.stdout.write(f"{MARKS[each.weight]} {each.says}")
        if any(each.weight == "wrong" for each in found):
            raise SystemExit(1)
