"""What stands out in a file while it is taken in: columns that cannot be meant, days nobody can tell, and its print."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from alongside.custody.reading import Row
from alongside.custody.rules import columns as meant
from alongside.custody.rules.days import Days
from alongside.custody.rules.rows import CODED, OURS, Known, is_ours

_CODE = re.compile(r"\d{1,4}")
_TWO_LETTERS = re.compile(r"[A-Za-z]{2}|\d{1,4}")
HEADINGS_END = 4  # up to which row a second line of headings may stand


class Noticed:
    """Looks at every row in passing and keeps nothing of it but a few examples."""

    def __init__(self, head: Row, names: Sequence[str], chosen: Sequence[str], known: Known) -> None:
        self.names, self.chosen, self.known = names, chosen, known
        self.days = Days()
        self.headings = head.flaw == "merged"
        self._ours: set[int] = set()
        self._words: set[int] = set()
        self._first: dict[int, str] = {}
        self._print = hashlib.sha256(json.dumps(list(names)).encode())

    def passing(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows; one that holds names of columns again says so."""
        for row in rows:
            if row.number <= HEADINGS_END and _names_columns(row.cells):
                self.headings = True
                yield Row(row.number, row.cells, row.flaw or "headings")
                continue
            self._look(row.cells)
            yield row

    def _look(self, cells: Sequence[str]) -> None:
        told = [cell.strip() for cell in cells]
        self._print.update(json.dumps(told).encode())
        for at, (cell, field) in enumerate(zip(told, self.chosen, strict=False)):
            if not cell or field == meant.BARRED:
                continue
            self.days.see(cell)
            if field in OURS and at not in self._ours:
                self._first.setdefault(at, cell)
                if is_ours(field, cell, self.known):
                    self._ours.add(at)
            elif field in CODED and at not in self._words:
                self._first.setdefault(at, cell)
                code = _TWO_LETTERS if field == "languages" else _CODE
                if not code.fullmatch(cell):
                    self._words.add(at)

    def not_taken(self) -> list[tuple[int, str, str]]:
        """Columns that are not taken for what their names say: where, why, and what stands in one of them."""
        return [
            (at, "not_ours" if self.chosen[at] in OURS else "codes", cell[:40])
            for at, cell in sorted(self._first.items())
            if at not in self._ours | self._words
        ]

    def taken(self) -> list[str]:
        """What each column seems to mean, by its name and by its cells."""
        out = {at for at, _why, _cell in self.not_taken()}
        return [meant.NOWHERE if at in out else field for at, field in enumerate(self.chosen)]

    def print_of(self) -> str:
        """What is the same for the same names and cells, in whatever kind of file."""
        return self._print.hexdigest()

    def told(self) -> str:
        """All that stood out, to be shown beside the columns."""
        return json.dumps(
            {"days": self.days.example, "headings": self.headings, "not_taken": self.not_taken()}
        )


def _names_columns(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    names = sum(meant.meaning(cell) != meant.NOWHERE for cell in said)
    return names >= 2 and names * 2 >= len(said)
