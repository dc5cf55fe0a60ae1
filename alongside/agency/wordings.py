"""What survivor advisers look at in this room: phrases that people read, in our words or the agency's own."""

from django.conf import settings
from django.utils import translation

from alongside.access.given import ToReview
from alongside.agency.queries import wordings
from alongside.agency.words import phrases


def to_review() -> list[ToReview]:
    """Each phrase in each language, as people read it now; what is hidden is left out."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            ours = {key: str(text) for key, text in phrases().items()}
            own = wordings(ours)
        for key, text in ours.items():
            shown = own.get(key, text)
            if shown:
                found.append(ToReview(key, language, key.split(".")[0], shown))
    return found
