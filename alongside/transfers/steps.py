"""The steps of a transfer as its page shows them: what is behind, where it is, and what comes."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from alongside.transfers.choices import TransferState

if TYPE_CHECKING:
    from alongside.transfers.models import Transfer

ORDER = (
    TransferState.PROPOSED,
    TransferState.TALKED,
    TransferState.AGREED,
    TransferState.OVERLAP,
    TransferState.DONE,
)


@dataclass(frozen=True)
class Step:
    """One step: what it is called, and whether it is behind us, is where we are, or comes."""

    label: str
    where: str  # "behind", "here" or "to come"
    at: datetime | None = None

    @property
    def says(self) -> str:
        """How it stands, in a word."""
        return {"behind": _("done"), "here": _("now"), "to come": _("to come")}[self.where]


def steps(row: "Transfer") -> list[Step]:
    """All of them, in order. In a sudden leave the conversation may still be to come while both are there."""
    here = ORDER.index(TransferState(row.state))
    found = []
    for place, state in enumerate(ORDER):
        where = "here" if place == here else "behind" if place < here else "to come"
        if state == TransferState.TALKED and row.told_at is None and where == "behind":
            where = "to come"
        at = {TransferState.PROPOSED: row.at, TransferState.TALKED: row.told_at}.get(state)
        found.append(Step(str(state.label), where, at))
    return found
