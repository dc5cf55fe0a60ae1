"""Django's entry for the room."""

from django.apps import AppConfig


class ConnectionConfig(AppConfig):
    name = "alongside.connection"
    label = "connection"

    def load_reference(self) -> None:
        """The kinds of service that an installation begins with."""
        from alongside.connection.reference import load

        load()
