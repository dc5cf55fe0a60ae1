"""The questions this room puts, by idea."""

from alongside.practice.forms.cards import TOO_LONG, CardForm
from alongside.practice.forms.checkins import CheckInForm, MonthForm
from alongside.practice.forms.reflections import CHANGED, ONE_WORD, ReflectionForm
from alongside.practice.forms.supervision import BringForm, SupervisionForm
from alongside.practice.forms.training import (
    RecordForm,
    ScenarioForm,
    SessionForm,
    ThoughtsForm,
    TopicForm,
)

__all__ = [
    "CHANGED",
    "ONE_WORD",
    "TOO_LONG",
    "BringForm",
    "CardForm",
    "CheckInForm",
    "MonthForm",
    "RecordForm",
    "ReflectionForm",
    "ScenarioForm",
    "SessionForm",
    "SupervisionForm",
    "ThoughtsForm",
    "TopicForm",
]
