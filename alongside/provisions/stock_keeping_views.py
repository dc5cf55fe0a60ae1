"""Pages of whoever keeps stock: kinds of things, what came in, and counting."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_queries as queries
from alongside.provisions import stock_rules as rules
from alongside.provisions.stock_forms import CameForm, CountForm, ThingForm
from alongside.provisions.stock_words import called, several
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.provisions.models import StockThing


@staff(Can.KEEP_STOCK)
@require_safe
def things(request: StaffRequest) -> HttpResponse:
    """What things are kept, in which sizes."""
    trail.looked("see_stock", request.actor.id)
    return render(request, "provisions/stock_things.html", {"things": queries.things()})


@staff(Can.KEEP_STOCK)
def new_thing(request: StaffRequest) -> HttpResponse:
    """A further kind of thing."""
    return _thing_page(request, None)


@staff(Can.KEEP_STOCK)
def thing(request: StaffRequest, stock_thing: UUID) -> HttpResponse:
    """Put a kind of thing right, or say that it is not kept any more."""
    return _thing_page(request, there(queries.thing_named(stock_thing)))


def _thing_page(request: StaffRequest, row: "StockThing | None") -> HttpResponse:
    start: dict[str, Any] = {"is_kept": True}
    if row is not None:
        start = {
            "name": row.name,
            "sizes": "\n".join(row.sizes),
            "low_at": row.low_at,
            "is_kept": row.is_kept,
        }
    draft = f"provisions.stock_thing:{row.pk if row else 'new'}"
    form = filled(request, ThingForm, draft, initial=start, row=row)
    page = Page(
        title=row.name if row else _("A kind of thing"),
        section=_("Basic needs"),
        back=reverse("stock:things"),
        lede=_("In your own words, as it would stand on a shelf. Nobody's name belongs here."),
        kept=_("The kind of thing is saved."),
        row=row,
        refusals={rules.NameTaken: ("name", _("There is a kind of thing with this name already."))},
    )

    def keep(_said: dict[str, Any]) -> str:
        named = row.pk if row else form.once()
        seen = form.seen_version() if row else None
        actions.save_thing(by=request.actor, thing=named, told=form.told(), seen=seen)
        return page.back

    return ask(request, form, page, keep)


def _place(request: StaffRequest, site: UUID) -> Any:
    return there(queries.place_of(request.actor, site)[0])


@staff(Can.KEEP_STOCK)
@require_http_methods(["GET", "HEAD", "POST"])
def came(request: StaffRequest, site: UUID) -> HttpResponse:
    """Something came in: a gift, or what was bought."""
    place = _place(request, site)
    kept = queries.kept_at(site)
    start = {"what": request.GET.get("what", "")}
    form = filled(request, CameForm, f"provisions.stock_came:{site}", initial=start, lines=kept)
    page = Page(
        title=_("Something came in"),
        section=_("Basic needs"),
        back=reverse("stock:shelf", args=[site]),
        lede=place.name,
        refusals={rules.NoSuchThing: ("what", _("This is not kept any more. Please choose another."))},
    )

    def keep(said: dict[str, Any]) -> str:
        row, number = form.lines[said["what"]], said["number"]
        told = {"thing": row.thing_id, "size": row.size, "site": site, "number": number}
        actions.bring_into_stock(by=request.actor, press=form.once(), **told)
        undo = reverse("stock:undo", args=[form.once()])
        say(request, _("Came in: %(things)s.") % {"things": several(number, row)}, undo_url=undo)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_STOCK)
@require_http_methods(["GET", "HEAD", "POST"])
def count(request: StaffRequest, site: UUID) -> HttpResponse:
    """Count what there is at a place; what is left blank stays as it is."""
    place = _place(request, site)
    lines = queries.to_count(site)
    form = filled(request, CountForm, f"provisions.stock_count:{site}", lines=lines)
    page = Page(
        title=_("Count what is there"),
        section=_("Basic needs"),
        back=reverse("stock:shelf", args=[site]),
        lede=place.name,
        template="provisions/stock_count.html",
    )

    def keep(_said: dict[str, Any]) -> str | None:
        found = form.found()
        try:
            changes = actions.count_stock(by=request.actor, once=form.once(), site=site, found=found)
        except rules.MovedMeanwhile:
            _say_moved(form, found, site)
            return None
        except rules.NoSuchThing as gone:
            raise Http404 from gone
        page.kept = _differences(form, found, changes)
        return page.back

    return ask(request, form, page, keep)


def _say_moved(form: CountForm, found: list[rules.Counted], site: UUID) -> None:
    """Where a count moved while one was counting, say what stands there now; every number typed stays."""
    now = {(each.thing_id, each.size): each for each in queries.to_count(site)}
    for each in found:
        line = now.get((each.thing, each.size))
        if line is not None and line.version != each.seen:
            mark = rules.mark_of(each.thing, each.size)
            form.see_anew(mark, line.version)
            form.add_error(f"found_{mark}", _moved(line))


def _moved(line: queries.StockLine) -> str:
    last = queries.movements(line.pk)[0]
    told = {"who": last.by.name, "count": line.count, "what": last.get_kind_display().lower()}
    return (
        _(
            "While you were counting: %(what)s by %(who)s. %(count)s are there now. If your number is from after that,"
            " save once more."
        )
        % told
    )


def _differences(form: CountForm, found: list[rules.Counted], changes: list[int]) -> str:
    by_name = {(each.thing_id, each.size): called(each.thing.name, each.size) for each in form.lines.values()}
    changed = zip(sorted(found, key=lambda each: (each.thing, each.size)), changes, strict=True)
    told = [f"{by_name[each.thing, each.size]} {by:+d}" for each, by in changed if by]
    if told:
        return _("Counted. What changed: %(what)s.") % {"what": "; ".join(told)}
    return _("Counted. Everything was as it stood.") if found else _("Nothing was counted.")
