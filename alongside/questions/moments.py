"""What they asked, and what we could say, on the timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.questions.models import AskedQuestion, QuestionUpdate

MOMENTS = Moments(
    "plan",
    question=Of(AskedQuestion, "words"),
    update=Of(QuestionUpdate, "kind words", {"question": "question_id"}),
)
