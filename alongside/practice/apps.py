"""Django's entry for the room."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "alongside.practice"

    def load_reference(self) -> None:
        """Put the cards we suggest in place; words the agency has changed stay as they are."""
        from alongside.practice.reference import load

        load()
