"""On-call briefs, read: by whoever writes one with the person, and by the one on call. The walls decide what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.participants.choices import LineKind
from alongside.participants.models import BriefLine, BriefOpening, CallBrief
from alongside.participants.safely import hours_filled
from alongside.vault.folding import fold

__all__ = ["BriefLine", "BriefOpening", "CallBrief"]

THEIRS = (LineKind.KNOW, LineKind.HELPS, LineKind.NEVER, LineKind.CALL)


@dataclass(frozen=True)
class Part:
    """The lines of one kind."""

    kind: LineKind
    lines: list[BriefLine]


def brief_of(participant: UUID) -> CallBrief | None:
    """The brief of somebody within reach, if there is one."""
    return CallBrief.objects.filter(participant_id=participant).first()


def briefs(wanted: Iterable[UUID]) -> list[CallBrief]:
    """These briefs, as far as they are open to whoever acts."""
    return list(CallBrief.objects.filter(pk__in=list(wanted)).order_by("at", "id"))


def parts(brief: CallBrief | None, *, theirs: bool = True) -> list[Part]:
    """The lines of a brief that whoever acts may read, by their kinds; `theirs` are those that are approved one by
    one, the others are copies."""
    kinds = THEIRS if theirs else (LineKind.REACH, LineKind.COVER)
    rows = brief.lines.filter(is_copy=not theirs).order_by("at", "id") if brief else ()
    lines = _as_today(rows)
    return [Part(kind, [each for each in lines if each.kind == kind]) for kind in kinds]


def _as_today(rows: Iterable[BriefLine]) -> list[BriefLine]:
    """Lines, the copies with the hours of another time zone as they are today."""
    lines = list(rows)
    for each in lines:
        if each.is_copy:
            each.words = hours_filled(each.words)
    return lines


def approved(brief: CallBrief) -> list[Part]:
    """What the one on call reads: lines that stand approved, then the copies."""
    lines = _as_today(brief.lines.filter(approved_at__isnull=False, withdrawn_at=None).order_by("at", "id"))
    found = [Part(kind, [each for each in lines if each.kind == kind]) for kind in LineKind]
    return [each for each in found if each.lines]


def openings(participant: UUID) -> list[BriefOpening]:
    """Who opened the brief on call, and when; the newest first."""
    rows = BriefOpening.objects.filter(participant_id=participant).select_related("by", "reviewed_by")
    return list(rows.order_by("-at", "-id"))


def line_named(participant: UUID, line: UUID) -> BriefLine | None:
    """One line of somebody's brief that is no copy."""
    return BriefLine.objects.filter(pk=line, participant_id=participant, is_copy=False).first()


def opening_named(opening: UUID) -> BriefOpening | None:
    """One opening of a brief within reach."""
    return BriefOpening.objects.filter(pk=opening).select_related("by").first()


def led_to(those: Iterable[CallBrief], alias: str, word: str) -> CallBrief | None:
    """The one of these briefs that is of this alias and this code word; both are needed, as somebody says them."""
    alias, word = fold(alias), fold(word)
    if not alias or not word:
        return None
    found = [each for each in those if fold(each.called) == alias and fold(each.code_word) == word]
    return found[0] if len(found) == 1 else None
