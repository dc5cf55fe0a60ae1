"""Django's entry for the room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "alongside.access"

    def ready(self) -> None:
        # The check, and what follows when somebody signs in or shows again that it is them.
        from alongside.access import checks, factors, fresh, sessions  # noqa: F401

        factors.fit()
