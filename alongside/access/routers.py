"""Which connection a table is read and written on."""

from typing import Any


class LedgerRouter:
    """The cache table counts sign-in attempts on a connection of its own, outside the page's transaction."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return "ledger" if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return db == "default"
