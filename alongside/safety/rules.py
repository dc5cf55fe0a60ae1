"""What can speak against something about a safety plan."""


class NotTheirs(PermissionError):
    """A plan is begun and written with the case manager or the backup."""


class NotToBeLet(PermissionError):
    """This colleague cannot be let open it, or not by the one who asks."""


class NoReason(ValueError):
    """A supervisor says why."""


class NobodyChosen(ValueError):
    """Words about a colleague, and no colleague chosen."""
