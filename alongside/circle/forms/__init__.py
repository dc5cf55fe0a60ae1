"""The questions of this room."""

from alongside.circle.forms.together import (
    AnotherDayForm,
    ClarityForm,
    CommitmentForm,
    DecisionForm,
    HuddleForm,
    InvitationForm,
    MatterForm,
    MemberForm,
    OutcomesForm,
    TheirPageForm,
)
from alongside.circle.forms.worries import (
    AgreedForm,
    ConcernForm,
    PeerForm,
    PeerReplyForm,
    WorryForm,
)

__all__ = [
    "AgreedForm",
    "AnotherDayForm",
    "ClarityForm",
    "CommitmentForm",
    "ConcernForm",
    "DecisionForm",
    "HuddleForm",
    "InvitationForm",
    "MatterForm",
    "MemberForm",
    "OutcomesForm",
    "PeerForm",
    "PeerReplyForm",
    "TheirPageForm",
    "WorryForm",
]
