"""Django's entry for the room."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "alongside.practice"

    def load_reference(self) -> None:
        """Put the cards and the guard's words we suggest in place; what the agency has changed stays as it is."""
        from alongside.practice.reference import load

        load()
