"""The walls around questions about somebody by name: read by those who reach that person, changed by whoever wrote."""

from dataclasses import replace

from alongside.access.wall import ME, MY_PEOPLE, Policy, Wall, of_participant, stays

_OWN = f"{MY_PEOPLE} and by_id = {ME}"


def _words(table: str, changes: str, beside: str = "") -> Wall:
    """Words about somebody, written in one's own name; afterwards their writer alone changes that one column."""
    desk, leaves = (
        f"select, insert, update ({changes})",
        stays("colleagues thinking together; what is kept is a note"),
    )
    usual = of_participant(table, desk, author="by_id", leaves=leaves)
    reads = next(each for each in usual.policies if each.on == "select")
    writes = Policy("in one's own name", on="insert", check=_OWN + beside)
    changed = Policy("by its writer", on="update", using=_OWN, check=_OWN)
    return replace(usual, policies=(reads, writes, changed))


WALLS = [
    _words("core.practice_teamquestion", "closed_at"),
    _words(
        "core.practice_teamanswer",
        "removed_at",
        " and question_id in (select q.id from core.practice_teamquestion q"
        " where q.participant_id = practice_teamanswer.participant_id)",
    ),
]
