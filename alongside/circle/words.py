"""What this room is called, as an agency may wish to call it."""

from django.utils.translation import gettext_lazy as _

WORDS = {"label.circle": _("Circle")}
