"""The words that help with money chooses from."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """How far an asking has come."""

    ASKED = "asked", pgettext_lazy("help with money", "Asked")
    AGREED = "agreed", pgettext_lazy("help with money", "Agreed")
    REFUSED = "refused", pgettext_lazy("help with money", "Not this time")
    HANDED_OVER = "handed_over", pgettext_lazy("help with money", "Handed over")
    TAKEN_BACK = "taken_back", pgettext_lazy("help with money", "Taken back")


class From(models.TextChoices):
    """What an asking came from."""

    NEED = "need", _("from a need")
    GOAL = "goal", _("from a goal")
    REFERRAL = "referral", _("from the cost of a referral")


# Kinds of help that every agency begins with: what staff call one, and what the participant reads of it.
KINDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "transport": (pgettext_lazy("a kind of help", "Transport"), _("help with travel")),
    "food": (pgettext_lazy("a kind of help", "Food"), _("help with groceries")),
    "clothing": (pgettext_lazy("a kind of help", "Clothing"), _("help with clothes")),
    "rent": (pgettext_lazy("a kind of help", "Rent"), _("help with a place to stay")),
    "fees": (pgettext_lazy("a kind of help", "Fees"), _("help with a fee")),
    "documents": (pgettext_lazy("a kind of help", "Documents"), _("help with papers")),
    "phone": (pgettext_lazy("a kind of help", "Phone"), _("help with a phone")),
    "emergency": (pgettext_lazy("a kind of help", "Emergency cash"), _("help for a hard day")),
}


def called(key: str, name: str) -> str:
    """What staff call a kind: the agency's own name, else ours in today's language."""
    return name or str(KINDS[key][0] if key in KINDS else key)


def told_as(key: str, words: str) -> str:
    """What the participant reads of a kind, which tells others little."""
    return words or str(KINDS[key][1] if key in KINDS else _("help with something you need"))
