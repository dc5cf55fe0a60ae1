"""What is done in this room, by idea."""

from alongside.practice.actions.cards import count_card, word_card
from alongside.practice.actions.reflections import change_reflection, delete_reflection, write_reflection

__all__ = ["change_reflection", "count_card", "delete_reflection", "word_card", "write_reflection"]
