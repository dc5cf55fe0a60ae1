"""What can be taken away in this room, and how it comes back."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.goals.models import Goal, LearnedThing, LifeAreaDescription, SignOfChange, Step


def _on_the_sheet(model: Any, called: str | Promise, kind: str) -> CanComeBack:
    return CanComeBack(
        model,
        called,
        lambda row: str(row.words),
        "goals:bring_back",
        Can.WRITE_GOALS,
        lambda row: [row.participant_id, kind, row.pk],
    )


KINDS = (
    _on_the_sheet(Goal, _("Goal"), "goal"),
    _on_the_sheet(Step, _("Step"), "step"),
    _on_the_sheet(SignOfChange, _("Sign of change"), "sign"),
    _on_the_sheet(LearnedThing, _("Something they learned"), "learned"),
    CanComeBack(
        LifeAreaDescription,
        _("Part of their life, in their words"),
        lambda row: str(row.words),
        "goals:restore_life_area_description",
        Can.WRITE_GOALS,
    ),
)
