"""The questions this room puts, by idea."""

from alongside.practice.forms.cards import CardForm, CardNoteForm
from alongside.practice.forms.checkins import HowIAmForm, MonthForm
from alongside.practice.forms.consults import ConsultForm, ReplyForm, TeamAnswerForm, TeamQuestionForm
from alongside.practice.forms.guard import GUARDED, GuardForm
from alongside.practice.forms.plan import CheckInForm, HoldForm, check_ins_proposed
from alongside.practice.forms.reflections import ReflectionForm
from alongside.practice.forms.supervision import BringForm, SupervisionForm
from alongside.practice.forms.training import RecordForm, ScenarioForm, SessionForm, ThoughtsForm, TopicForm
