"""Django's entry for the room."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "alongside.journey"

    def load_reference(self) -> None:
        """Put the questions we suggest beside the agency's own; what is there already stays as it is."""
        from alongside.journey.reference import load

        load()
