"""How long a draft waits for its author."""

from datetime import timedelta

KEPT_FOR = timedelta(days=30)
REMEMBERED_FOR = timedelta(hours=1)
