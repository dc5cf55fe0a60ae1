"""Parts of practice that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

_OF_TRAINING = (
    "training",
    "plan_training",
    "record_training",
    "coverage",
    "topics",
    "session",
    "change_training",
    "cancel_training",
    "sign_up",
    "step_back",
    "thoughts",
    "forget_thoughts",
    "scenario",
    "approve_scenario",
)

MODULES = [
    Module(
        "practice",
        _("Practice"),
        _(
            "Cards for hard moments, private reflections, questions to colleagues, supervision, hints about words."
        ),
        ("practice:",),
        # Not REFLECT and SUPERVISE: support for staff, time off and safety plans ask for them too.
        frozenset({Can.CONSULT, Can.TRAIN, Can.LEAD_TRAINING, Can.EDIT_CARDS}),
    ),
    Module(
        "training",
        _("Training"),
        _("Learning together, and who has learned what."),
        tuple(f"practice:{name}" for name in _OF_TRAINING),
        frozenset({Can.TRAIN, Can.LEAD_TRAINING}),
    ),
]
