"""What gunicorn says by itself. Loaded before Django is, so it knows nothing of the house."""

from typing import Any

from gunicorn.glogging import Logger


class QuietServer(Logger):  # type: ignore[misc]
    """The web server's own log: an address it would quote is left out, and there is no log of accesses."""

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """That something went wrong, not at which address."""
        self.error_log.error("an answer was broken off")

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """A warning without what it would quote."""
        self.error_log.warning(msg.split("%", maxsplit=1)[0].split(":", maxsplit=1)[0])

    def access(self, *args: Any, **kwargs: Any) -> None:
        """None."""
