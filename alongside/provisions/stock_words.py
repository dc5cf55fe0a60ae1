"""How things in stock are named wherever they are told."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from alongside.provisions.models import StockLine


SHORT = 4  # letters of a size that says nothing by itself


def sized(size: str) -> str:
    """A size: "size M", and "child size 5" as it is."""
    return _("size %(size)s") % {"size": size} if len(size) <= SHORT else size


def called(thing: str, size: str) -> str:
    """A thing with its size."""
    return f"{thing}, {sized(size)}" if size else thing


def several(number: int, line: "StockLine") -> str:
    """So many of a thing in one size."""
    return f"{number} × {called(line.thing.name, line.size)}"


def few_left(line: "StockLine") -> str:
    """That few are left, by name and place."""
    told = {"count": line.count, "thing": called(line.thing.name, line.size), "place": line.site.name}
    return _("%(count)s left of %(thing)s, at %(place)s") % told
