"""What does not qualify, in sentences: what, why, and whether anything is really needed. Nothing here ever suggests to
go back to a participant."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.agency.modules import where
from alongside.funding.claim_rules import Line
from alongside.funding.stream_choices import Why
from alongside.funding.stream_models import Stream


@dataclass(frozen=True)
class Said:
    """One sentence of the check, with what is needed and where that can be looked at."""

    why: str
    needed: str
    url: str
    label: str


def _why(line: Line, stream: Stream, names: dict[UUID, str]) -> str:
    if line.why == Why.NO_WORK:
        if stream.asks == "contact":
            return _("It does not count: no contact is written down for this month.")
        return _("It does not count: no work is written down for this month.")
    if line.why == Why.NOT_APPROVED:
        return _("It does not count: this month is not approved.")
    if line.why == Why.PAST:
        told = {"months": stream.months or 0}
        return _("It does not count: it is past the %(months)d months that this stream pays.") % told
    payer = names.get(line.payer, "") if line.payer else ""
    return _("It does not count here: %(stream)s pays for it first.") % {"stream": payer}


def _needed(why: str) -> str:
    return {
        Why.NO_WORK: _("Needed: only a note, if there was work that nobody wrote down. Otherwise nothing."),
        Why.NOT_APPROVED: _("Needed: the approval, from whoever approves it. Nothing from the participant."),
        Why.PAST: _("Needed: nothing. The work goes on as it is."),
        Why.OTHER: _("Needed: nothing. It is paid once."),
    }[Why(why)]


def to_whoever_directs(line: Line, stream: Stream, names: dict[UUID, str], month: str) -> Said:
    """With a link that opens no record."""
    month_end = f"{reverse('streams:month_end')}?month={month}#approvals"
    places = {
        Why.NO_WORK: (reverse("streams:opened", args=[stream.pk, month, line.who]), _("Dates and kinds")),
        Why.NOT_APPROVED: (month_end, _("Approvals to ask for")),
        Why.PAST: (reverse("streams:stream", args=[stream.pk]), _("Guide to this stream")),
        Why.OTHER: (
            reverse("streams:stream", args=[line.payer or stream.pk]),
            _("Guide to the stream that pays"),
        ),
    }
    return Said(_why(line, stream, names), _needed(line.why), *places[Why(line.why)])


def to_their_team(line: Line, stream: Stream, names: dict[UUID, str], whom: UUID) -> Said:
    """With a link to the person's page, for whoever may open it."""
    home = reverse("streams:enrolments", args=[whom]), _("Funding")
    clocks = where("benefits:clocks", whom)
    places = {
        Why.NO_WORK: (reverse("desk:participant", args=[whom]), _("Open their page")),
        Why.NOT_APPROVED: (clocks, _("Monthly approvals")) if clocks else home,
    }
    return Said(_why(line, stream, names), _needed(line.why), *places.get(Why(line.why), home))
