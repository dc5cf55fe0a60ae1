"""What is asked in this room."""

from alongside.benefits.forms.agency import ClockRuleForm
from alongside.benefits.forms.approvals import AnswerForm, ApprovalForm
from alongside.benefits.forms.clocks import AsOfForm, CertificationForm, CorrectForm, StartForm, TurnForm
from alongside.benefits.forms.family import FamilyForm
from alongside.benefits.forms.trips import TripForm
