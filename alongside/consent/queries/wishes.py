"""Wishes per program, cover words, and in whose name we write, read."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from alongside.agency import queries as agencies
from alongside.agency.models import Program
from alongside.consent import rules
from alongside.consent.choices import Wish
from alongside.consent.models import CoverWords, OutwardIdentity, ProgramInTouch, WishSaid
from alongside.consent.queries.outing import names_and_outing_words
from alongside.participants.queries import Participant
from alongside.partners.queries import names_at
from alongside.vault.opening import open_told


def programs(participant: UUID) -> list[ProgramInTouch]:
    """Programs they work with already, in the order they were told."""
    rows = ProgramInTouch.objects.filter(participant_id=participant, removed_at=None)
    return list(rows.select_related("agency").order_by("at", "id"))


def program_named(participant: UUID, program: UUID) -> ProgramInTouch | None:
    """One of these programs."""
    rows = ProgramInTouch.objects.filter(participant_id=participant, pk=program)
    return rows.select_related("agency").first()


def wish_bars(participant: UUID, agency: UUID | None) -> bool:
    """Whether they work with this agency already and have not said yes to our talking with it."""
    if agency is None:
        return False
    rows = ProgramInTouch.objects.filter(participant_id=participant, agency_id=agency, removed_at=None)
    return rows.exclude(wish=Wish.TOGETHER).exists()


def wishes_said(participant: UUID) -> dict[UUID, list[WishSaid]]:
    """Every wish as it was said, newest first, for each program."""
    found: dict[UUID, list[WishSaid]] = {}
    rows = WishSaid.objects.filter(participant_id=participant).select_related("by").order_by("-at", "-id")
    for row in rows:
        found.setdefault(row.program_id, []).append(row)
    return found


def cover_words(participant: UUID) -> list[CoverWords]:
    """How I introduce myself: the usual words first, then those for somebody in particular."""
    rows = CoverWords.objects.filter(participant_id=participant, removed_at=None).select_related("agency")
    return list(rows.order_by("-is_usual", "changed_at", "id"))


def cover_named(participant: UUID, cover: UUID) -> CoverWords | None:
    """One set of cover words."""
    rows = CoverWords.objects.filter(participant_id=participant, pk=cover)
    return rows.select_related("agency").first()


_SEALED = ("who", "introduce", "why", "never")


@dataclass(frozen=True)
class ToSay:
    """What I say or never say, with its label, for the head of somebody's page."""

    label: str
    words: str
    is_of_others: bool = False  # whom further words are agreed for, by name


def covers_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: the words agreed for calling and writing, still sealed."""
    rows = CoverWords.objects.filter(participant=OuterRef("pk"), removed_at=None)
    sealed = {name: F(name) for name in _SEALED}
    told = JSONObject(id=F("id"), key=F("key_id"), usual=F("is_usual"), agency=F("agency__name"), **sealed)
    return {"covers": ArraySubquery(rows.order_by("-is_usual", "changed_at", "id").values(json=told))}


def covers_of(person: Participant) -> list[ToSay]:
    """The words that came along with a person: what I say to anybody and what I never say, and for whom others are
    agreed. Those stand where that one is called or written to."""
    said, others = [], []
    for row in vars(person)["covers"]:
        words = {name: _opened(row, name).strip() for name in _SEALED}
        if not row["usual"]:
            others.append((row["agency"] or words["who"]).strip())
            continue
        never = ", ".join(rules.lines(words["never"]))
        parts = ((_("Say"), words["introduce"]), (_("If asked why"), words["why"]), (_("Never say"), never))
        said += [ToSay(label, part) for label, part in parts if part]
    if others:
        said.append(ToSay(_("Words for somebody else"), ", ".join(filter(None, others)), is_of_others=True))
    return said


def _opened(row: dict[str, Any], name: str) -> str:
    return open_told(UUID(row["key"]), CoverWords._meta.db_table, name, UUID(row["id"]), row[name])


def identity_program(participant: UUID) -> Program | None:
    """The program in whose own name we write, or None: then it is the umbrella."""
    rows = OutwardIdentity.objects.filter(participant_id=participant).select_related("program")
    newest = rows.order_by("-at", "-id").first()
    return newest.program if newest else None


def sender(participant: UUID) -> str:
    """In whose name we write: the umbrella's, unless they chose the program's own."""
    program = identity_program(participant)
    return program.name if program else agencies.agency().umbrella_name


def covers_to(participant: UUID, *, agency: UUID | None = None, person: str = "") -> list[CoverWords]:
    """The words for one recipient: those kept for it first, then the usual ones.

    Words kept for somebody by name count where an agency or one of its contacts may be that somebody, and the other
    way round.
    """
    kept = cover_words(participant)
    names = [person] if person.strip() else []
    if agency is not None and any(each.who.strip() for each in kept):
        names += names_at(agency)

    def is_meant(each: CoverWords) -> bool:
        if each.agency is not None and agency is not None:
            return each.agency_id == agency
        return rules.may_be_same(each.agency.name if each.agency else each.who, names)

    meant = [each for each in kept if not each.is_usual and is_meant(each)]
    return meant + [each for each in kept if each.is_usual]


def words_with_them(participant: UUID) -> dict[str, list[CoverWords]]:
    """The words for calling, writing to or meeting the person: pinned are those for anybody; those agreed for one
    recipient stand folded under its name, so that nobody says them to the wrong one."""
    kept = cover_words(participant)
    return {
        "covers": [each for each in kept if each.is_usual],
        "other_covers": [each for each in kept if not each.is_usual],
    }


def forbidden(participant: UUID, text: str, *, agency: UUID | None = None, person: str = "") -> list[str]:
    """What in a text to this recipient says more than they wish."""
    covers = covers_to(participant, agency=agency, person=person)
    never = [line for each in covers for line in rules.lines(each.never)]
    umbrella = identity_program(participant) is None
    names, phrases = names_and_outing_words() if umbrella else ([], [])
    return rules.says_too_much(text, never=never, names=names, umbrella=umbrella, says_what_we_are=phrases)
