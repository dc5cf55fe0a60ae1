"""The questions of this room: the goal sheet as one form, what holds, support, the long view."""

from alongside.goals.forms.along import (
    LearnedForm,
    LifeReviewForm,
    LookAgainForm,
    MoveForm,
    SelfDescriptionForm,
    SupportForm,
    TaperForm,
)
from alongside.goals.forms.sheet import Said, SheetForm
