"""Parts of practice that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.roles import Can
from alongside.agency.modules import Module

MODULES = [
    Module(
        "practice",
        _("Practice"),
        _("Cards for hard moments, and private reflections."),
        ("practice:",),
        frozenset({Can.REFLECT, Can.CONSULT, Can.SUPERVISE, Can.TRAIN, Can.LEAD_TRAINING, Can.EDIT_CARDS}),
    ),
    Module(
        "training",
        _("Training"),
        _("Learning together, and who has learned what."),
        ("practice:training", "practice:library", "practice:lesson"),
        frozenset({Can.TRAIN, Can.LEAD_TRAINING}),
    ),
]
