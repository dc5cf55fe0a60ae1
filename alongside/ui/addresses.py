"""The address of a page: where many of a kind stand in a list, the way is asked only once."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.urls import get_script_prefix, get_urlconf, reverse


@lru_cache(maxsize=2048)
def _shape(name: str, args: int, kwargs: tuple[str, ...], _urls: str | None, _prefix: str) -> str:
    """An address with blanks where references stand: it is worked out once, and holds nobody's."""
    blanks = [UUID(int=number) for number in range(args + len(kwargs))]
    named = dict(zip(kwargs, blanks[args:], strict=True))
    shape = reverse(name, args=blanks[:args] or None, kwargs=named or None)
    for number, blank in enumerate(blanks):
        shape = shape.replace(str(blank), f"{{{number}}}")
    return shape


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page."""
    given = (*args, *kwargs.values())
    if all(type(each) is UUID for each in given):
        shape = _shape(name, len(args), tuple(kwargs), get_urlconf(), get_script_prefix())
        return shape.format(*given)
    return reverse(name, args=args or None, kwargs=kwargs or None)
