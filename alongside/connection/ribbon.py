"""The ribbon of seasons: a drawing for the eye, and the same as a table for everybody."""

from dataclasses import dataclass
from datetime import date

from alongside import clock
from alongside.connection import rules
from alongside.connection.choices import Season

WIDTH = 600.0


@dataclass(frozen=True)
class Stretch:
    """One season: its name and hue, from when until when (None: it goes on), and where it is drawn."""

    label: str
    hue: str
    begins: date
    ends: date | None
    x: str
    width: str
    share: int  # of the width, in twelfths, where it stands with its word


@dataclass(frozen=True)
class Ribbon:
    """Seasons from the first one to today, oldest first, and where each new year begins."""

    stretches: list[Stretch]
    years: list[tuple[int, str]]

    @property
    def newest_first(self) -> list[Stretch]:
        """For the table."""
        return self.stretches[::-1]


def ribbon(changes: list[tuple[str, date]]) -> Ribbon | None:
    """The ribbon of these seasons, or nothing where none was said."""
    if not changes:
        return None
    today = clock.today()
    drawn = [
        Stretch(
            str(Season(each.season).label), f"s-{each.season}", each.begins, each.ends,
            f"{each.x:.1f}", f"{each.width:.1f}", max(round(each.width / WIDTH * 12), 1),
        )
        for each in rules.spans(changes, today, WIDTH)
    ]  # fmt: skip
    marks = rules.year_marks(changes[0][1], today, WIDTH)
    return Ribbon(drawn, [(year, f"{x:.1f}") for year, x in marks])
