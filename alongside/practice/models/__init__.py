"""Tables of this room, by idea."""

from alongside.practice.models.cards import Card, CardTally, CardWording
from alongside.practice.models.consults import Consult, ConsultReply
from alongside.practice.models.debriefs import Debrief
from alongside.practice.models.looks import LookAgain
from alongside.practice.models.reflections import Reflection

__all__ = [
    "Card",
    "CardTally",
    "CardWording",
    "Consult",
    "ConsultReply",
    "Debrief",
    "LookAgain",
    "Reflection",
]
