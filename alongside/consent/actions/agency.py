"""The agency's own rules for sharing: times, what can be named, how the paper reads. Nothing is overwritten."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.consent import outing, queries
from alongside.consent.models import InformationKind, OutingWords, ReleaseWording, SharingRule
from alongside.keeping.rows import held
from alongside.keeping.rules import ChangedMeanwhile, is_stale


@act(Can.SET_UP_AGENCY)
def set_sharing_rule(
    *,
    by: Actor,
    rule: UUID,
    from_on: date,
    usual_days: int | None,
    most_days: int,
    soon_days: int,
    stale_days: int,
    falls_back_on: str = "",
    source: str = "",
) -> SharingRule:
    """Set from a day on how long permissions hold. Those that stand keep the rule they were given under."""
    there = SharingRule.objects.filter(pk=rule).first()
    if there is not None:
        return there
    return SharingRule.objects.create(
        id=rule,
        from_on=from_on,
        usual_days=usual_days,
        most_days=most_days,
        soon_days=soon_days,
        stale_days=stale_days,
        falls_back_on=falls_back_on,
        source=source,
        at=clock.now(),
        by_id=by.id,
    )


@act(Can.SET_UP_AGENCY)
def add_kind(
    *, by: Actor, kind: UUID | None = None, new: UUID | None = None, name: str = "", hidden: bool = False
) -> InformationKind:
    """Name, hide or add a kind of information that a permission can name. Its key never changes.
    Raises TurnedDown."""
    row = InformationKind.objects.filter(pk__in=[each for each in (kind, new) if each]).first()
    if row is None:
        if not name.strip():
            raise TurnedDown("a_name_is_needed")
        last = queries.kinds(hidden=True)
        place = last[-1].place + 10 if last else 10
        row = InformationKind(id=new or uuid4(), key=f"own-{uuid4().hex[:12]}", place=place)
    row.name, row.hidden = name.strip(), hidden
    row.save()
    return row


@act(Can.EDIT_FORMS)
def reword_paper(
    *, by: Actor, wording: UUID, language: str, title: str, text: str, seen: int | None = None
) -> ReleaseWording:
    """Keep the paper of a permission in other words, as a new version; papers that were signed keep theirs.
    Raises ChangedMeanwhile."""
    there = ReleaseWording.objects.filter(pk=wording).first()
    if there is not None:
        return there
    stands = queries.wording_now(language)
    if is_stale(seen, stands.version):
        raise ChangedMeanwhile(stands)
    return ReleaseWording.objects.create(
        id=wording,
        language=language,
        version=stands.version + 1,
        title=title,
        text=text,
        at=clock.now(),
        by_id=by.id,
    )


@act(Can.SET_UP_AGENCY)
def save_outing_words(*, by: Actor, language: str, words: str, seen: int | None = None) -> OutingWords:
    """Keep which words say what kind of place we are, one a line. They count from the next text on."""
    row = held(OutingWords, language, seen)
    row.words = "\n".join(outing.lines_of(words))
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["words", "version", "changed_at", "changed_by"])
    return row


@act(Can.SET_UP_AGENCY)
def import_outing_words(*, by: Actor, lists: Sequence[Mapping[str, Any]]) -> None:
    """Take another agency's lists over, in the languages there are here."""
    known = {row.language for row in queries.outing_lists()}
    for each in lists:
        if each["language"] in known:
            save_outing_words(by=by, language=each["language"], words=each["words"])
