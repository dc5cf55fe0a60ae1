"""Languages by their codes (ISO 639, BCP 47) and plain English names, as directories name them. Needs no database."""

from alongside.keeping.data_files import entries
from alongside.partners.folding import fold

_READ = entries("partners", "languages", dict[str, str])
NAMES = _READ["names"]
CODES = {fold(name): code for code, name in NAMES.items()}
LISTED = sorted(set(NAMES.values()))
_OWN = {fold(name): NAMES[code] for name, code in _READ["own_names"].items()}


def plainly(words: str) -> str:
    """Words about languages, folded, with the English name beside what a language calls itself."""
    folded = fold(words)
    return " ".join([folded, *(fold(name) for own, name in _OWN.items() if f" {own} " in f" {folded} ")])


def name_of(code: str) -> str:
    """What a code stands for; the code itself where we do not know it."""
    return NAMES.get(code.casefold().split("-")[0], code)


def code_of(name: str) -> str:
    """The code of a language, or nothing where we have none for it."""
    return CODES.get(fold(name), "")
