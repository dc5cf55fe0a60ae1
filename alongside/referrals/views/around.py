"""What several pages of this room show or need."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.asking.page import Page

if TYPE_CHECKING:
    from alongside.participants.queries import Participant

CHOOSE = gettext_lazy("Please choose one of these.")


def home_of(participant: UUID) -> str:
    """The page of referrals."""
    return reverse("referrals:referrals", args=[participant])


def page_of(participant: UUID, referral: UUID) -> str:
    """The page of one referral."""
    return reverse("referrals:referral", args=[participant, referral])


def asking(person: "Participant", title: str, back: str, **more: Any) -> Page:
    """A page that asks something around a referral."""
    usual = {
        "template": "referrals/ask.html",
        "kept": _("The referral is saved."),
        "save": _("Save"),
        "leave": _("Close"),
    }
    return Page(title, back, section=_("Referral"), about=person, **usual | more)
