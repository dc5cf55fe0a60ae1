"""A form filled with what was sent, or what was begun, or what stands: in this order."""

from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest

from alongside.drafts.queries import draft_of
from alongside.ui.forms import KindForm

F = TypeVar("F", bound=KindForm)


def filled(
    request: HttpRequest,
    kind: type[F],
    key: str,
    *,
    initial: dict[str, Any] | None = None,
    row: Any = None,
    **given: Any,
) -> F:
    """The form with the words to show: those just sent, else the draft's, else `initial`.

    `key` names the draft; without one none is kept. `row` is what is changed, with a `version`; a draft remembers
    from which it was begun. `form.kept_at` is when the shown draft was kept, or None. A draft is shown unbound, so
    that words half written raise no errors.
    """
    start = {**(initial or {}), "draft": key}
    if row is not None:
        start["version"] = str(row.version)
    if request.method == "POST":
        return kind(request.POST, initial=start, **given)
    begun = draft_of(request.actor, key) if key else None  # type: ignore[attr-defined]
    if begun:
        start |= {name: _value(kind, name, begun[0].getlist(name)) for name in begun[0]}
        start["draft"] = key
    form = kind(initial=start, **given)
    form.kept_at = begun[1] if begun else None
    return form


def _value(kind: type[forms.Form], name: str, values: list[str]) -> Any:
    field = kind.base_fields.get(name)
    if isinstance(field, forms.MultipleChoiceField):
        return values
    if isinstance(field, forms.BooleanField):
        return bool(values and values[-1])
    return values[-1] if values else ""
