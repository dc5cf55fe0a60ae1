"""The forms of funders out of their data files."""

from collections.abc import Mapping
from functools import cache

from alongside.funders.rules import Form, FormRow, Item
from alongside.keeping.data_files import entries


@cache
def forms() -> Mapping[str, Form]:
    """Every version of a form that came with the software, by its key."""
    rows = entries("funders", "forms", FormRow)
    return {key: Form(key, row, entries("funders", f"{key}", Item)) for key, row in rows.items()}


@cache
def first_crosswalk() -> Mapping[str, Mapping[str, str]]:
    """What a service of ours counts as to begin with: of each form, a kind's key and the item."""
    return entries("funders", "crosswalk", dict[str, str])
