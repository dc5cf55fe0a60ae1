"""Wishes about programs they know already, cover words, and in whose name we write."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.consent import rules
from alongside.consent.actions._latch import held_person
from alongside.consent.choices import Wish
from alongside.consent.models import CoverWords, OutwardIdentity, ProgramInTouch, WishSaid
from alongside.keeping.rows import authored, held
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants.briefs import renew


@act(Can.CHANGE_RECORD, said=_("wrote down a program they know already"))
def save_program(
    *,
    by: Actor,
    participant: UUID,
    program: UUID,
    name: str = "",
    agency: UUID | None = None,
    reach: str = "",
    helps_with: str = "",
    wish: str = "",
    words: str = "",
) -> ProgramInTouch:
    """Keep a program they work with already. Nothing said about it means: we do not contact it.
    Raises NotNamed."""
    person = held_person(participant)
    there = ProgramInTouch.objects.filter(pk=program, participant_id=participant).first()
    if there is not None:
        return there
    if agency is None and not name.strip():
        raise rules.NotNamed("name")
    kept = ProgramInTouch(
        id=program,
        **authored(by, person),
        agency_id=agency,
        name=name,
        reach=reach,
        helps_with=helps_with,
        wish="",
    )
    kept.save(force_insert=True)
    if wish:
        _say(by, kept, wish, words)
    return kept


@act(Can.CHANGE_RECORD, said=_("kept their wish about a program"))
def save_wish(*, by: Actor, participant: UUID, program: UUID, wish: str, words: str = "") -> ProgramInTouch:
    """Keep what they wish about a program. It can change at any time; each wish stays known.
    Raises NotNamed."""
    held_person(participant)
    kept = held(ProgramInTouch, program, participant_id=participant)
    if wish not in (Wish.TOGETHER, Wish.DO_NOT, Wish.NOT_SURE):
        raise rules.NotNamed("wish")
    if kept.wish != wish or words.strip():
        _say(by, kept, wish, words)
    return kept


def _say(by: Actor, program: ProgramInTouch, wish: str, words: str) -> None:
    WishSaid(**authored(by, program), program=program, wish=wish, words=words).save(force_insert=True)
    program.wish = wish
    program.save(update_fields=["wish"])


@act(Can.CHANGE_RECORD, said=_("took a program off the list"))
def remove_program(*, by: Actor, participant: UUID, program: UUID) -> ProgramInTouch:
    """Take a program off the list; it can come back for 30 days."""
    held_person(participant)
    kept = held(ProgramInTouch, program, participant_id=participant)
    kept.take_away()
    return kept


@act(Can.CHANGE_RECORD, said=_("brought a program back to the list"))
def restore_program(*, by: Actor, participant: UUID, program: UUID) -> ProgramInTouch:
    """Bring back a program that was taken off the list."""
    held_person(participant)
    kept = held(ProgramInTouch, program, participant_id=participant)
    kept.bring_back()
    return kept


@act(Can.CHANGE_RECORD, said=_("kept how we introduce ourselves"))
def save_cover_words(
    *,
    by: Actor,
    participant: UUID,
    cover: UUID,
    seen: int | None = None,
    who: str = "",
    agency: UUID | None = None,
    introduce: str = "",
    why: str = "",
    never: str = "",
) -> CoverWords:
    """Keep how I introduce myself, why I am calling and what I never say; to anybody where nobody is named.
    Raises ChangedMeanwhile."""
    person = held_person(participant)
    usual = agency is None and not who.strip()
    rows = CoverWords.objects.filter(participant_id=participant).select_for_update()
    kept = rows.filter(pk=cover).first()
    if kept is None and usual:
        # The usual words stand once: a second form of them changes those that stand.
        kept = rows.filter(is_usual=True, removed_at=None).first()
        if kept is not None and seen == 0:
            raise ChangedMeanwhile(kept)
    if kept is None:
        kept = CoverWords(id=cover, key_id=person.key_id, participant_id=participant, version=0)
    elif is_stale(seen, kept.version):
        raise ChangedMeanwhile(kept)
    kept.who, kept.agency_id, kept.is_usual = who, agency, usual
    kept.introduce, kept.why, kept.never = introduce, why, never
    kept.version += 1
    kept.removed_at = None
    kept.changed_at, kept.changed_by_id = clock.now(), by.id
    kept.save(force_insert=kept.version == 1)
    renew(by, participant)
    return kept


@act(Can.CHANGE_RECORD, said=_("took words of ours away"))
def remove_cover_words(*, by: Actor, participant: UUID, cover: UUID) -> CoverWords:
    """Take cover words away; they can come back for 30 days."""
    held_person(participant)
    kept = held(CoverWords, cover, participant_id=participant)
    kept.take_away()
    renew(by, participant)
    return kept


@act(Can.CHANGE_RECORD, said=_("brought words of ours back"))
def restore_cover_words(*, by: Actor, participant: UUID, cover: UUID) -> CoverWords:
    """Bring cover words back; usual ones only where no others stand."""
    held_person(participant)
    kept = held(CoverWords, cover, participant_id=participant)
    others = CoverWords.objects.filter(participant_id=participant, is_usual=True, removed_at=None)
    if not (kept.is_usual and others.exists()):
        kept.bring_back()
    renew(by, participant)
    return kept


@act(Can.CHANGE_RECORD, said=_("kept in whose name we write"))
def choose_identity(*, by: Actor, participant: UUID, program: UUID | None) -> OutwardIdentity:
    """Keep in whose name we write: the umbrella's, or a program's own where they prefer that."""
    held_person(participant)
    return OutwardIdentity.objects.create(
        participant_id=participant, program_id=program, at=clock.now(), by_id=by.id
    )
