"""What the database refuses has a name: of a table's constraint, or the one that a checking function raises with.

Its message is English for a log, and holds no data; nobody compares it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import DatabaseError


def name_of(error: BaseException) -> str:
    """The name under which the database refused; empty where it has none."""
    said = getattr(error.__cause__, "diag", None)
    return str(getattr(said, "constraint_name", "") or "")


@contextmanager
def refused_as(by_name: Mapping[str, type[Exception] | Exception]) -> Iterator[None]:
    """Raise what a room says for a refusal of one of these names; any other trouble goes on as it is.

    Make instances anew for each call: one that was raised before keeps what was at hand then.
    """
    try:
        yield
    except DatabaseError as error:
        ours = by_name.get(name_of(error))
        if ours is None:
            raise
        raise ours from None
