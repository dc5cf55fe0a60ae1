"""A text as it is compared with others. Needs no database."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """A text as it is compared: without marks, case and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORD.findall("".join(each for each in plain if not unicodedata.combining(each))))
