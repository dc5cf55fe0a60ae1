"""What every page of this room does alike: finding a row or answering 404, and asking on a plain page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.doors import StaffRequest
from alongside.access.roles import Can
from alongside.drafts.actions import drop_draft
from alongside.participants.naming import names_said
from alongside.partners import rules
from alongside.partners.forms.agencies import CHANGED, AboutNobody, BegunForm
from alongside.ui.forms import KindForm
from alongside.ui.undo import say

T = TypeVar("T")


def there(row: T | None) -> T:
    """The row a page is about, or a plain 404."""
    if row is None:
        raise Http404
    return row


def keeps(request: StaffRequest) -> bool:
    """Whether whoever looks may also change what is here."""
    return request.actor.may(Can.KEEP_PARTNERS)


@dataclass
class Page:
    """A page that asks: its heading, what leads back, and what is said when it is kept."""

    title: str
    back: str
    kept: str
    lede: str = ""
    with_file: bool = False
    stands: list[tuple[Any, Any]] = field(default_factory=list)
    undo: str = ""
    called: str = ""  # what stands in the window's title; these pages are used by other rooms too
    below: str = ""  # a template that shows `rows` under the form
    rows: list[Any] = field(default_factory=list)


def ask(
    request: StaffRequest, form: KindForm, page: Page, keep: Callable[[dict[str, Any]], str | None]
) -> HttpResponse:
    """Show a form, and keep what was sent. `keep` gives where to go on, or None where the form says why not.

    Words that another has changed meanwhile are shown beside one's own, and neither is lost.
    """
    if isinstance(form, BegunForm):
        form.follow_begin()
    meanwhile, pointers = False, _pointers(request, form)
    if request.method == "POST" and form.is_valid() and not pointers:
        try:
            onward = keep(form.cleaned_data)
        except rules.ChangedMeanwhile:
            meanwhile, onward = True, None
            form.add_error(None, CHANGED)
        if onward:
            if form.draft_key():
                drop_draft(by=request.actor, form=form.draft_key())
            say(request, page.kept, undo_url=page.undo)
            return redirect(onward)
    shown = {"form": form, "page": page, "meanwhile": meanwhile, "here": request.get_full_path()}
    shown["pointers"] = pointers
    status = 200 if not form.is_bound else 409 if meanwhile else 422
    return render(request, "partners/ask.html", shown, status=status)


def _pointers(request: StaffRequest, form: KindForm) -> list[str]:
    """Names of people the writer walks with in words that stand under a partner; none where they meant it so."""
    if not isinstance(form, AboutNobody) or "anyway" in request.POST or not form.is_valid():
        return []
    return names_said(request.actor, form.written())


def seen_anew(form: KindForm, version: int) -> None:
    """Let the next sending know of what stands now, so that a second Save is a knowing one."""
    data: Any = form.data
    sent = data.copy() if isinstance(data, QueryDict) else QueryDict(mutable=True)
    sent["version"] = str(version)
    form.data = sent


def at(name: str, *references: Any, **query: Any) -> str:
    """An address of this room."""
    address = reverse(f"partners:{name}", args=references)
    found = QueryDict(mutable=True)
    found.update({key: str(value) for key, value in query.items() if value})
    return f"{address}?{found.urlencode()}" if found else address
