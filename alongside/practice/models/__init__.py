"""Tables of this room, by idea."""

from alongside.practice.models.cards import Card, CardNote, CardTally, CardWording
from alongside.practice.models.checkins import CheckIn, WorkloadAnswered, WorkloadTally
from alongside.practice.models.consults import Consult, ConsultReply
from alongside.practice.models.debriefs import Debrief
from alongside.practice.models.guard import WordingSuggestion
from alongside.practice.models.looks import Revisit
from alongside.practice.models.reflections import Reflection
from alongside.practice.models.supervision import Supervision, SupervisionItem, SupervisionPair
from alongside.practice.models.team_questions import TeamAnswer, TeamQuestion
from alongside.practice.models.training import (
    Scenario,
    TrainingPlace,
    TrainingRecord,
    TrainingReflection,
    TrainingSession,
    TrainingTopic,
)
