"""What an agency says in its own words about who is next."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "waiting.order": _(
        "Whoever has waited longest stands first. A supervisor may choose somebody else first, and tells the team why."
    ),
}
