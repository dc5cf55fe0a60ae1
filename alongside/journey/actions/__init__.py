"""What is done at the beginning and at the end of the way, and about the questions that are asked there."""

from alongside.journey.actions.asking import keep_question, move_question, take_questions
from alongside.journey.actions.beginning import (
    close_together,
    come_back,
    keep_answers,
    keep_gentle_topics,
    talk_about_welcome,
)
