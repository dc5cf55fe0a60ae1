"""A question as the participant reads it: what we asked and when, what they may say, and when they hear from us."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.questions.choices import FOR_THEM, Stands, UpdateKind
from alongside.questions.models import AskedQuestion
from alongside.questions.queries import asked_on
from alongside.ui import dates
from alongside.ui.dates import put


@dataclass(frozen=True)
class ForThem:
    """One question on their page."""

    words: str
    lines: list[str]


def for_them(question: AskedQuestion) -> ForThem:
    """Sentences, each short; the repair of trust stays with us."""
    found = [_asked(question), _stands(question)]
    if question.themselves.strip():
        found.append(_("You can ask them yourself: %(how)s") % {"how": question.themselves.strip()})
    told = [each for each in question.updates.all() if each.kind in FOR_THEM]
    if told:
        found.append(_update(told[0]))
    if question.is_open and question.next_on:
        by = put(
            _("You hear from us by %(day)s, even if there is no news."), day=dates.short(question.next_on)
        )
        found.append(by)
    return ForThem(question.words, [each for each in found if each])


def _asked(question: AskedQuestion) -> str:
    day = asked_on(question)
    if day is None:
        return ""
    said = dates.short(day)
    if question.holder.strip():
        return put(_("We asked %(who)s on %(day)s."), who=question.holder.strip(), day=said)
    return put(_("We asked on %(day)s."), day=said)


def _stands(question: AskedQuestion) -> str:
    return {
        Stands.WAITING: _("We are waiting for their answer."),
        Stands.NOT_YET: _("They cannot say yet."),
    }.get(Stands(question.stands), "")


def _update(update: object) -> str:
    kind, words = getattr(update, "kind", ""), getattr(update, "words", "").strip()
    day = dates.short(getattr(update, "at"))  # noqa: B009
    if kind == UpdateKind.NEWS:
        return put(_("News on %(day)s: %(words)s"), day=day, words=words) if words else ""
    told = _("No news yet, %(day)s.") if kind == UpdateKind.NO_NEWS else _("We asked again on %(day)s.")
    return " ".join(each for each in (put(told, day=day), words) if each)
