"""The page that asks, and what becomes of its answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.forms import CharField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.access.doors import StaffRequest
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile, KeptAlready, NotHere, NothingWritten
from alongside.ui.forms import A_WORD, KindForm
from alongside.ui.undo import say

KEPT_BEFORE = _(
    "The first words of this form are kept already. These are different ones; if you save them now, they"
    " become a note of their own."
)
T = TypeVar("T")
Words = str | Promise
Stands = list[tuple[Any, Any]]
Shown = dict[str, Any]
Refusal = tuple[str | None, Words]


def there(row: T | None) -> T:
    """The row a page is about; a plain 404 where there is none."""
    if row is None:
        raise Http404
    return row


@dataclass
class Page:
    """What a page that asks says around its form, and where it leads.

    `row` is what is being changed, with its `version`; `stands` gives its words as label and text, shown where another
    saved meanwhile; without it they are read off the row under the names of the form's open blanks. `refusals` maps
    what an act may raise to the field it is about (None: the whole form) and a sentence, or to what makes both of it.
    A `template` of a room extends "asking/page.html"; `more` is what it shows besides: where that costs something to
    know, a function, asked only when the page is shown.
    """

    title: Words  # the heading
    back: str  # empty where the page leads nowhere else
    section: Words  # what stands in the window's title: neutral words, for a heading may name somebody
    about: Any = None  # the participant, who is named above the heading
    lede: Words = ""
    kept: Words = ""  # said when it is saved; nothing where `keep` says it
    undo: str = ""
    leads_on: tuple[str, Words] = (
        "",
        "",
    )  # a page one may like to go on to once it is saved, and what that is called
    save: Words = ""  # on the button, where it is another word than Save
    leave: Words = ""  # on the way back, where it is another word than Close
    row: Any = None
    stands: Callable[[Any], Stands] | None = None
    refusals: Mapping[type[Exception], Refusal | Callable[[Any], Refusal]] = field(default_factory=dict)
    with_file: bool = False
    template: str = "asking/page.html"
    more: "Shown | Callable[[], Shown]" = field(default_factory=dict)


GONE_FOR_GOOD = _(
    "It goes now and cannot come back. A backup made before today holds it, sealed, until that backup is replaced."
)
Keep = Callable[[dict[str, Any]], "HttpResponse | str | None"]


def ask(request: StaffRequest, form: KindForm, page: Page, keep: Keep) -> HttpResponse:
    """Show a form, and keep what was sent.

    `keep` is given the cleaned words and answers with the address to go on to, or with a page of its own, or with
    None where it has told the form why not. What it raises of NothingWritten, ChangedMeanwhile and `page.refusals` is
    said on the form; NotHere is a plain 404. Status 422 where something does not fit, 409 where another saved or where
    this very form was kept with other words.
    """
    status = 422 if form.is_bound else 200
    is_changed, stands_now = form.is_begun_before(page.row), page.row
    known: tuple[type[Exception], ...] = (NothingWritten, *page.refusals)
    if request.method == "POST" and form.is_valid() and not form.points_to(request.actor, request.POST):
        try:
            answer = keep(form.cleaned_data)
        except ChangedMeanwhile as changed:
            is_changed, stands_now = True, changed.row or page.row
        except NotHere as gone:
            raise Http404 from gone
        except KeptAlready:
            status = 409
            form.put_once_more()
            form.add_error(None, KEPT_BEFORE)
        except known as refused:
            form.add_error(*_refusal(page, refused))
        else:
            if answer is not None:
                return _kept(request, form, page, answer)
    if is_changed:
        form.follow(stands_now.version if stands_now is not None else 0)
        status = 409 if form.is_bound else 200
    return shown(request, form, page, status=status, meanwhile=(stands_now,) if is_changed else ())


def ask_once_more(
    request: StaffRequest, page: Page, do: Callable[[], str], *, draft: str = ""
) -> HttpResponse:
    """Ask once before something that cannot be undone; `page.row` shows what it is about.

    `do` does it and answers with the address to go on to; the draft of that name goes with it.
    """
    if request.method != "POST":
        found = [each for each in page.stands(page.row) if each[1]] if page.stands else []
        return render(request, "asking/once_more.html", {"page": page, "stands": found})
    where = do()
    if draft:
        drop_draft(by=request.actor, form=draft)
    say(request, str(page.kept))
    return redirect(where)


def shown(
    request: StaffRequest, form: KindForm, page: Page, *, status: int = 200, meanwhile: tuple[Any, ...] = ()
) -> HttpResponse:
    """The page with nothing kept; `meanwhile` holds the row that another saved, or None where it is not known."""
    row = meanwhile[0] if meanwhile else None
    given = {
        "form": form,
        "page": page,
        "here": request.get_full_path(),
        "is_changed": bool(meanwhile),
        "meanwhile": row,
        "stands": _standing(form, page, row) if row is not None else [],
        "changed": _changed(row),
    }
    more = page.more() if callable(page.more) else page.more
    return render(request, page.template, given | more, status=status)


def open_blanks(form: KindForm, row: Any) -> Stands:
    """What a row says to the questions of a form that are answered in free words, as label and text."""
    blanks = [each for each in form.visible_fields() if isinstance(each.field, CharField)]
    return [(each.label, getattr(row, each.name, "")) for each in blanks]


def _standing(form: KindForm, page: Page, row: Any) -> Stands:
    found = page.stands(row) if page.stands is not None else open_blanks(form, row)
    return [(label, words) for label, words in found if words]


def _changed(row: Any) -> tuple[Any, Any] | None:
    """Who wrote what stands now, and when: whoever changed it last, else its author."""
    for who, when in (("changed_by", "changed_at"), ("amended_by", "amended_at"), ("by", "at")):
        if getattr(row, who, None) is not None:
            return getattr(row, who), getattr(row, when)
    return None


def _refusal(page: Page, refused: Exception) -> tuple[str | None, Any]:
    for kind, told in page.refusals.items():
        if isinstance(refused, kind):
            return told(refused) if callable(told) else told
    return None, A_WORD


def _kept(request: StaffRequest, form: KindForm, page: Page, answer: HttpResponse | str) -> HttpResponse:
    if isinstance(answer, HttpResponse):
        if answer.status_code >= 400 or not answer.has_header("Location"):
            return answer  # a page that asks once more before anything is kept
        leads = answer
    else:
        leads = redirect(answer)
    if form.draft_key():
        drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
    if page.kept:
        say(request, str(page.kept), undo_url=page.undo, leads_on=page.leads_on)
    return leads
