"""The questions this room puts, by idea."""

from alongside.practice.forms.cards import TOO_LONG, CardForm
from alongside.practice.forms.consults import ConsultForm, ReplyForm
from alongside.practice.forms.plan import CheckInForm, HoldForm, check_ins_proposed
from alongside.practice.forms.reflections import CHANGED, ONE_WORD, ReflectionForm

__all__ = [
    "CHANGED",
    "ONE_WORD",
    "TOO_LONG",
    "CardForm",
    "CheckInForm",
    "ConsultForm",
    "HoldForm",
    "ReflectionForm",
    "ReplyForm",
    "check_ins_proposed",
]
