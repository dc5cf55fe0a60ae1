"""Why something does not open at night."""


class IsOpenAlready(ValueError):
    """Whoever asks reads this record already."""


class DoesNotOpen(ValueError):
    """This record does not open tonight."""


class NotOnCall(ValueError):
    """Whoever tries is not on call at this minute."""


class NoMoreTries(ValueError):
    """Five were tried in this shift."""
