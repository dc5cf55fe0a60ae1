"""Judgements about being on call that need no database."""


class PlaceTaken(ValueError):
    """Somebody else is first, or second, at that time already."""


class TwoPlacesAtOnce(ValueError):
    """Nobody is first and second at once."""


class NotWorkingHere(ValueError):
    """Only somebody who works here can be on call."""
