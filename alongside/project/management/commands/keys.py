"""The keys: look at them, copy them to the safe, change them."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.project.upkeep import key_folder, rotate
from alongside.project.upkeep.places import Trouble


class Command(BaseCommand):
    help = "Looks after the keys. Changing them asks for the owner's role."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parts = parser.add_subparsers(dest="what", required=True)
        parts.add_parser("check", help="are they all there, and closed to others?")
        parts.add_parser("generate", help="make those that are not there")
        copy = parts.add_parser("copy", help="copy them to a folder elsewhere, such as a stick for the safe")
        copy.add_argument("folder", type=Path)
        compare = parts.add_parser("compare", help="is a copy the one that is in use?")
        compare.add_argument("folder", type=Path)
        master = parts.add_parser("rotate-master", help="a new master key; every data key is wrapped anew")
        master.add_argument("--door", choices=rotate.DOORS, default=rotate.DESK, help="whose key")
        parts.add_parser("rotate-search", help="a new search key; every alias token is made anew")
        parts.add_parser("forget-former", help="let go of the former master key")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(getattr(self, options["what"].replace("-", "_"))(options))
        except Trouble as trouble:
            raise CommandError(str(trouble)) from None

    def check(self, options: Any, **_more: Any) -> str:  # type: ignore[override]
        """Every key there and closed?"""
        wrong = key_folder.wrong_with_keys()
        if wrong:
            raise Trouble("\n".join(wrong))
        return "Every key is there and closed to others."

    def generate(self, options: Any) -> str:
        """Make what is absent."""
        made = key_folder.generate()
        return f"Made: {', '.join(made)}." if made else "Every key was there already; none was touched."

    def copy(self, options: Any) -> str:
        """To the safe."""
        copied = key_folder.copy_keys_to(options["folder"])
        return (
            f"{len(copied)} keys are in {options['folder']} as well. Put it in a safe, away from the copies of "
            "the data: whoever has both can read everything."
        )

    def compare(self, options: Any) -> str:
        """Is it the right copy?"""
        if not key_folder.compare_with(options["folder"]):
            raise Trouble(f"The keys in {options['folder']} are not the ones in use.")
        return "These are the keys in use."

    def rotate_master(self, options: Any) -> str:
        """A new master key."""
        changed = rotate.rotate_master_key(options["door"])
        return (
            f"{changed.keys} data keys and {changed.factors} second factors are under the new master key. "
            "The former one is kept beside it. Now run: backup, then keys copy, and when both are safe: "
            "keys forget-former."
        )

    def rotate_search(self, options: Any) -> str:
        """A new search key."""
        return f"{rotate.rotate_search_key()} tokens were made anew under the new search key."

    def forget_former(self, options: Any) -> str:
        """Let the former one go."""
        if rotate.forget_former():
            return "The former master key is gone."
        return "There was no former master key."
