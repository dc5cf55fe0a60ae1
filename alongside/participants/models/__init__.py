"""Tables about a participant. Every word they told us is sealed under their own key."""

from alongside.participants.models.brief import BriefLine, BriefOpening, CallBrief
from alongside.participants.models.critical import CriticalPeriod, CriticalWindow
from alongside.participants.models.people import (
    AliasToken,
    CaseManagerRequest,
    ChosenAnyway,
    ContactPoint,
    Details,
    GentleTopic,
    Likeness,
    LinkedRecords,
    Membership,
    Moment,
    Need,
    OfParticipant,
    Participant,
    PossibleDuplicate,
    StateChange,
    TheirChoice,
)

__all__ = [
    "AliasToken",
    "BriefLine",
    "BriefOpening",
    "CallBrief",
    "CaseManagerRequest",
    "ChosenAnyway",
    "ContactPoint",
    "CriticalPeriod",
    "CriticalWindow",
    "Details",
    "GentleTopic",
    "Likeness",
    "LinkedRecords",
    "Membership",
    "Moment",
    "Need",
    "OfParticipant",
    "Participant",
    "PossibleDuplicate",
    "StateChange",
    "TheirChoice",
]
