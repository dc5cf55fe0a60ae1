"""Columns that hold a code from a list, in clear; those that are sealed stand in `fields`.

What a code is called is no matter of the table: a migration holds no labels. The codes themselves are held by a
constraint that the column brings along, so a new one needs a migration and an unknown one is refused.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

_Set_contra = TypeVar("_Set_contra", contravariant=True)
_Get_co = TypeVar("_Get_co", covariant=True)


class _FromAList(models.Field):  # type: ignore[type-arg]
    """What these columns do beside what their plain kind does."""

    plain = "django.db.models.CharField"
    lookup = "in"

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, self.plain, args, kwargs

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        # What a migration makes of this column knows no list, and holds the constraint as its own.
        if self.codes() and not cls._meta.abstract:
            known = models.CheckConstraint(
                condition=models.Q(**{f"{name}__{self.lookup}": self.codes()}),
                name=f"{cls._meta.db_table}_{name}_is_known",
            )
            cls._meta.constraints = [*cls._meta.constraints, known]
            cls._meta.original_attrs["constraints"] = cls._meta.constraints

    def codes(self) -> list[Any]:
        """What may stand in the column; where it may be left blank, nothing as well."""
        listed = [value for value, _label in self.flatchoices]
        return [*listed, ""] if listed and self.blank and not self.null and "" not in listed else listed


if TYPE_CHECKING:

    class Code(models.CharField[_Set_contra, _Get_co]): ...

    class NumberCode(models.PositiveSmallIntegerField[_Set_contra, _Get_co]): ...

    class Codes(ArrayField[_Set_contra, _Get_co]): ...

else:

    class Code(_FromAList, models.CharField):
        """One code."""

    class NumberCode(_FromAList, models.PositiveSmallIntegerField):
        """One code that is a number."""

        plain = "django.db.models.PositiveSmallIntegerField"

    class Codes(_FromAList, ArrayField):
        """Several codes; the list stands at the column inside."""

        plain = "django.contrib.postgres.fields.ArrayField"
        lookup = "contained_by"

        def codes(self) -> list[Any]:
            return [value for value, _label in self.base_field.flatchoices]
