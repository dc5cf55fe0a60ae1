"""Drafts are seen by nobody but their author."""

from alongside.access.wall import own_rows

WALLS = [
    own_rows("core.drafts_draft", "by_id", "select, insert, update, delete"),
    own_rows("core.drafts_formkept", "by_id", "select, insert, delete"),
]
