"""Whether a file is one page of many, from what pages say beside their entries."""

from typing import Any


class Pages:
    """Hears every page of a file; knows whether some are missing."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.of = 0
        self.total = 0

    def hear(self, page: dict[str, Any]) -> None:
        """What a page says of itself."""
        told = {name: _count(page.get(name)) for name in ("page_number", "total_pages", "total_items")}
        self.of = max(self.of, told["total_pages"])
        self.total = max(self.total, told["total_items"])
        if told["page_number"]:
            self.seen.add(told["page_number"])

    def missing(self) -> bool:
        """Whether pages belong to this that are not in the file."""
        return self.of > 1 and len(self.seen) < self.of

    def said(self) -> str:
        """Which pages are here, out of how many."""
        here = ", ".join(map(str, sorted(self.seen)[:5])) or "?"
        return f"{here} / {self.of}"


def _count(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 < told < 10**7 else 0
