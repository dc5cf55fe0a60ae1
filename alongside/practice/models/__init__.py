"""Tables of this room, by idea."""

from alongside.practice.models.cards import Card, CardTally, CardWording
from alongside.practice.models.reflections import Reflection

__all__ = ["Card", "CardTally", "CardWording", "Reflection"]
