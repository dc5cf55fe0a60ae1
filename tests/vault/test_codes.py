"""What a code is called needs no migration; a new code does, and one that is not in the list is refused."""

import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ModelState, ProjectState

from alongside.meetings.actions import schedule_meeting
from alongside.meetings.models import Meeting
from alongside.vault.codes import Code, Codes, NumberCode
from alongside.vault.fields import SealedText
from tests import cast
from tests.people import lantern

WAYS = [("call", "A call"), ("letter", "A letter")]
DAYS = [(7, "Each week"), (14, "Each second week")]


def planted(ways: list[tuple[str, str]], days: list[tuple[int, str]]) -> type[models.Model]:
    """A table with a column of each kind."""
    try:

        class Planted(models.Model):
            way = Code(max_length=8, choices=ways, blank=True)
            ways_on = Codes(Code(max_length=8, choices=ways), default=list)
            every_days = NumberCode(choices=days, null=True)

            class Meta:
                app_label = "vault"

        return Planted
    finally:
        del apps.all_models["vault"]["planted"]
        apps.clear_cache()


def state(model: type[models.Model]) -> ProjectState:
    """What migrations know when a table stands like this."""
    made = ProjectState()
    made.add_model(ModelState.from_model(model))
    return made


def needed(before: ProjectState, after: ProjectState) -> list[str]:
    """What a migration from one to the other would do."""
    changes = MigrationAutodetector(before, after)._detect_changes()
    return [type(step).__name__ for each in changes.get("vault", []) for step in each.operations]


BEFORE = [*WAYS], [*DAYS]


def test_rewording_needs_no_migration() -> None:
    reworded = planted([("call", "By phone"), ("letter", "By post")], [(7, "Weekly"), (14, "Fortnightly")])
    assert needed(state(planted(*BEFORE)), state(reworded)) == []


@pytest.mark.parametrize(
    ("ways", "days", "columns"),
    [([*WAYS, ("visit", "A visit")], DAYS, 2), (WAYS, [*DAYS, (28, "Monthly")], 1)],
)
def test_a_new_code_needs_one(ways: list[tuple[str, str]], days: list[tuple[int, str]], columns: int) -> None:
    steps = needed(state(planted(*BEFORE)), state(planted(ways, days)))
    assert sorted(steps) == ["AddConstraint"] * columns + ["RemoveConstraint"] * columns


def test_the_constraint_of_a_column_holds_its_codes_and_no_label() -> None:
    held = {each.name: str(each.condition) for each in planted(*BEFORE)._meta.constraints}  # type: ignore[attr-defined]
    assert held == {
        "vault_planted_way_is_known": "(AND: ('way__in', ['call', 'letter', '']))",
        "vault_planted_ways_on_is_known": "(AND: ('ways_on__contained_by', ['call', 'letter']))",
        "vault_planted_every_days_is_known": "(AND: ('every_days__in', [7, 14]))",
    }


def test_what_a_migration_makes_of_the_columns_is_plain() -> None:
    made = state(planted(*BEFORE)).models["vault", "planted"].fields
    way, several = made["way"].deconstruct(), made["ways_on"].deconstruct()
    assert way[1:] == ("django.db.models.CharField", [], {"blank": True, "max_length": 8})
    assert several[1] == "django.contrib.postgres.fields.ArrayField"
    assert several[3]["base_field"].deconstruct()[1:] == ("django.db.models.CharField", [], {"max_length": 8})


def test_every_column_with_a_list_is_one_of_these_or_sealed() -> None:
    plain = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("alongside.")
        for field in model._meta.local_concrete_fields
        for each in (field, getattr(field, "base_field", None))
        if getattr(each, "choices", None) and not isinstance(each, Code | NumberCode | SealedText)
    ]
    assert plain == []


def test_the_database_refuses_a_code_that_is_not_known() -> None:
    meeting = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        person = lantern()
        schedule_meeting(by=by, participant=person, meeting=meeting, at=cast.BEGINS)
        with pytest.raises(IntegrityError, match="meetings_meeting_outcome_is_known"), transaction.atomic():
            Meeting.objects.filter(pk=meeting).update(outcome="perhaps")
        assert Meeting.objects.filter(pk=meeting).update(outcome="met") == 1
