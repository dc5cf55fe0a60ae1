"""What whoever directs reads of gaps on the overview: what the newest report of them told, and nothing beside it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Overseen
from alongside.access.roles import Can
from alongside.reports import queries
from alongside.reports.choices import Audience, Kind
from alongside.reports.telling import figure_of
from alongside.ui.dates import day, put

MOST = 5


def shown(actor: Actor) -> Iterator[Overseen]:
    """By what was looked for, the most first; a number that was hidden stays hidden."""
    if not actor.may(Can.SEE_PROGRAM):
        return
    made = (each for each in queries.reports() if each.kind == Kind.GAPS and each.audience == Audience.AGENCY)
    row = next((each for each in made if each.made_at and not each.refused), None)
    lines: list[str] = []
    title = _("Gaps: looked for and not found")
    if row is not None:
        title = put(_("Gaps, %(begins)s to %(ends)s"), begins=day(row.begins), ends=day(row.ends))
        found = [each for each in queries.table_of(row).lines if each.label.startswith("kind=")]
        found.sort(key=lambda line: -(((last := line.numbers[-1]) and last.number) or 0))
        lines = [f"{each.name}: {figure_of(row, each.numbers[-1])}" for each in found[:MOST]]
    yield Overseen(title, tuple(lines), "reports:reports", _("Make a report of gaps"), f"kind={Kind.GAPS}")
