"""What is done at the beginning and at the end of the way, and about the questions that are asked there."""

from alongside.journey.actions.asking import import_questions, move_question, save_question
from alongside.journey.actions.beginning import (
    close_together,
    come_back,
    save_answers,
    save_gentle_topics,
    talk_about_welcome,
)
