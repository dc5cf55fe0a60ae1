"""Django's entry for the room."""

from alongside.access.room import Room


class Access(Room):
    """See access/__init__.py."""

    always = "signing in"
    doors = ("desk", "workspace")

    def ready(self) -> None:
        # The check, and what follows when somebody signs in or shows again that it is them.
        from alongside.access import checks, factors, fresh, prepared, sessions  # noqa: F401

        factors.fit()
