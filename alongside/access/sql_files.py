"""SQL out of `.sql` files, in the folder `sql` of each room: the keeper's functions, and what shapes a table.

A walls module's functions stand in the file of its name. Whatever such a file does not say is the same for all of
them and said in `raising.py`: they are the keeper's, run with the keeper's rights, and find nothing by a search path.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_FUNCTION = re.compile(
    r"^create function (?P<name>[a-z]+\.[a-z_]+)\((?P<arguments>[^)]*)\)\s+returns "
    r"(?P<returns>table\([^)]*\)|(?:setof )?[a-z]+(?:\[\])?)\s+language plpgsql(?P<stable> stable)?"
    r" as \$body\$(?P<body>.*?)\$body\$;\n",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)
_BLANK = re.compile(r"(?<![:\w]):([a-z_]+)")
_IDENTIFIER = re.compile(r"[a-z_]+(?:\.[a-z_]+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Function:
    """A function of the keeper's. `to` names who may call it; PUBLIC never may."""

    name: str
    arguments: str
    returns: str
    body: str
    to: tuple[str, ...]
    volatility: str


class NotAsWritten(ValueError):
    """A `.sql` file and what was declared about it do not fit."""


def functions(walls: str, to: dict[str, tuple[str, ...]], **lists: tuple[str, ...]) -> list[Function]:
    """The functions beside this walls module (its `__file__`). `to` names each and who may call it.

    A blank `:name` in the file is filled with the list of this name, each of it in quotation marks.
    """
    module = Path(walls)
    written = _filled(
        module.parent / "sql" / f"{module.stem}.sql",
        {name: ", ".join(f"'{_identifier(each)}'" for each in names) for name, names in lists.items()},
    )
    found = [
        Function(
            each["name"],
            " ".join(each["arguments"].split()),
            " ".join(each["returns"].split()),
            each["body"],
            to.get(each["name"], ()),
            "stable" if each["stable"] else "volatile",
        )
        for each in _FUNCTION.finditer(written)
    ]
    if left := _COMMENT.sub("", _FUNCTION.sub("", written)).strip():
        raise NotAsWritten(f"{module.stem}.sql: no function of the keeper's: {left[:60]}")
    if sorted(each.name for each in found) != sorted(to):
        raise NotAsWritten(
            f"{module.stem}.sql: not the functions of which {module.name} says who may call them"
        )
    return found


def script(walls: str, name: str, **names: str) -> str:
    """The statements of one file beside this walls module, a blank `:name` filled with the identifier it stands for."""
    return _filled(
        Path(walls).parent / "sql" / f"{name}.sql", {each: _identifier(told) for each, told in names.items()}
    )


def _identifier(told: str) -> str:
    if not _IDENTIFIER.fullmatch(told):
        raise NotAsWritten(f"no identifier: {told}")
    return told


def _filled(source: Path, blanks: dict[str, str]) -> str:
    text = source.read_text(encoding="utf-8")
    if set(_BLANK.findall(text)) != set(blanks):
        raise NotAsWritten(f"{source.name}: its blanks are not {', '.join(sorted(blanks)) or 'none'}")
    return _BLANK.sub(lambda blank: blanks[blank[1]], text)
