"""What is said to whoever calls or comes, as an agency may wish to say it; a draft for its lawyer and its advisers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "frontdoor.before": _(
        "“Before you tell me more: some laws can make me tell someone what I hear. You can ask me first if I would"
        " have to tell. You do not have to say your name or where you are.”"
    ),
}
