"""How large the agencies are that the measures are taken in."""

from dataclasses import dataclass

YEARS = 10
CASELOAD = 28  # people one case manager walks with just now
OLD_FRIENDS = 8  # people whose work has ended and whose case manager can still read back
LONG_STORY = 2_000  # entries of the one participant who has been here from the beginning
TEAM = 8  # case managers of one supervisor


@dataclass(frozen=True)
class Size:
    """An agency of a certain size, ten years old."""

    name: str
    participants: int
    notes: int
    contacts: int
    staff: int
    sites: int


SIZES = {
    "small": Size("small", 1_000, 20_000, 4_000, 15, 1),
    "coalition": Size("coalition", 20_000, 400_000, 80_000, 300, 40),
    "national": Size("national", 120_000, 2_400_000, 500_000, 1_500, 400),
}
