"""What somebody chose not to share at the intake, for every other form that would ask for it."""

from typing import Any

from django import forms, template

from alongside.journey.queries import chosen_not_to

register = template.Library()


@register.filter
def fields_asked(form: forms.Form, person: Any) -> list[tuple[forms.BoundField, str]]:
    """The fields of a form that asks for details, each with the choice it meets: a blank they chose to leave
    is not asked for again."""
    chosen = chosen_not_to(person.pk)
    return [
        (field, "" if field.value() or field.errors else chosen.get(field.name, ""))
        for field in form.visible_fields()
    ]
