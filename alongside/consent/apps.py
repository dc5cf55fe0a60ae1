"""Django's entry for the room."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "alongside.consent"

    def load_reference(self) -> None:
        """Put the kinds of information, the times and the paper's words in place; what is there stays."""
        from alongside.consent.reference import load

        load()
