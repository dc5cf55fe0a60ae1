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
from alongside.circle.forms.worries import AgreedForm, ConcernForm, PeerForm, PeerReplyForm, WorryForm
