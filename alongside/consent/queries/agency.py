"""The agency's rules for sharing, read."""

from dataclasses import dataclass
from uuid import UUID

from alongside import clock
from alongside.consent.models import InformationKind, ReleaseWording, SharingRule


@dataclass(frozen=True)
class Span:
    """How long permissions hold just now, and where that stands."""

    rule: SharingRule
    usual_days: int
    most_days: int
    sources: tuple[str, ...]


def span_now() -> Span:
    """The rule of today: the agency's newest, with a jurisdiction's usual time where it names none."""
    today = clock.today()
    rows = list(SharingRule.objects.filter(from_on__lte=today).order_by("from_on", "at", "pk"))
    ours = [row for row in rows if not row.jurisdiction]
    rule = ours[-1]
    most = rule.most_days or 1
    law = [row for row in rows if rule.falls_back_on and row.jurisdiction == rule.falls_back_on]
    if law and law[-1].most_days:
        most = min(most, law[-1].most_days)
    from_law = rule.usual_days is None and bool(law)
    usual = (law[-1].usual_days if from_law else rule.usual_days) or most
    sources = (law[-1].source, rule.source) if from_law else (rule.source,)
    return Span(rule, min(usual, most), most, tuple(each for each in sources if each))


def rules_kept() -> list[SharingRule]:
    """Every rule there was and is, newest first."""
    return list(SharingRule.objects.order_by("jurisdiction", "-from_on", "-at"))


def jurisdictions() -> list[SharingRule]:
    """The rows of law that an agency can fall back on."""
    return list(SharingRule.objects.exclude(jurisdiction="").order_by("jurisdiction", "-from_on"))


def kinds(*, hidden: bool = False) -> list[InformationKind]:
    """What a permission can name, in the agency's order."""
    rows = InformationKind.objects.order_by("place", "key")
    return list(rows if hidden else rows.filter(hidden=False))


def wordings() -> list[ReleaseWording]:
    """Every version of the paper, newest first in each language."""
    return list(ReleaseWording.objects.order_by("language", "-version"))


def wording_now(language: str) -> ReleaseWording:
    """The paper as it reads now in a language; in English where there is none in it."""
    rows = ReleaseWording.objects.order_by("-version")
    return rows.filter(language=language).first() or rows.filter(language="en")[0]


def wording_named(wording: UUID) -> ReleaseWording | None:
    """One version of the paper."""
    return ReleaseWording.objects.filter(pk=wording).first()
