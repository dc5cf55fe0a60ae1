"""The text of a referral as it goes out: the words that were written, and how we go with them."""

from django.utils.translation import gettext_lazy as _

from alongside.referrals.choices import Way
from alongside.referrals.models import Referral

_HOW = {
    Way.CALL: _("We would like to call you with the person on the line."),
    Way.ACCOMPANY: _("One of us comes along."),
    Way.INTERPRET: _("We bring the interpreter."),
    Way.TRANSPORT: _("We arrange the ride."),
}


def text_of(referral: Referral) -> str:
    """Exactly what goes out; nothing where no word was written."""
    if not referral.text.strip():
        return ""
    how = [str(_HOW[way]) for way in Way if way in referral.ways and way in _HOW]
    return "\n".join([referral.text.strip(), *how])
