"""Reference data stands in `.toml` files beside its room, says its source, and has the shape its room reads."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from alongside.keeping import data_files
from alongside.keeping.data_files import NotAsAgreed, entries

pytestmark = pytest.mark.no_database

ALONGSIDE = Path(__file__).parents[2] / "alongside"
FILES = sorted(ALONGSIDE.rglob("*.toml"))


@dataclass(frozen=True)
class Named:
    """A shape to read."""

    name: str
    others: tuple[str, ...] = ()


def test_each_file_is_read_by_its_room_and_says_its_source() -> None:
    assert FILES
    for file in FILES:
        room, folder, name = file.relative_to(ALONGSIDE).parts
        sources = "".join(path.read_text() for path in (ALONGSIDE / room).rglob("*.py"))
        assert folder == "data"
        assert f'entries("{room}", "{Path(name).stem}"' in sources or f'entries("{room}", f"' in sources, file
        assert entries(room, Path(name).stem, dict)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ('[a]\nname = "x"', r"\[about\] tells a source"),
        ('[about]\nsource = "us"\nsaid = "no"\n[a]\nname = "x"', r"\[about\] tells a source"),
        ('[about]\nsource = "us"\n[a]\nname = 1', "kept.toml: a.name: 1 is not what belongs here"),
        ('[about]\nsource = "us"\n[a]\nothers = ["x"]', "kept.toml: a: missing or unknown: name"),
        ('[about]\nsource = "us"\n[a]\nname = "x"\nnmae = "y"', "kept.toml: a: missing or unknown: nmae"),
        ('[about]\nsource = "us"\n[a]\nname = "x"\nothers = [1]', "a.others: 1 is not what belongs here"),
        ('[about]\nsource = "us"\na = "x"', "kept.toml"),
        ("[about", "kept.toml"),
    ],
)
def test_a_file_of_another_shape_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, why: str
) -> None:
    monkeypatch.setattr(data_files, "ROOMS", tmp_path)
    place = tmp_path / "lending" / "data" / "kept.toml"
    place.parent.mkdir(parents=True)
    place.write_text(told)
    with pytest.raises(NotAsAgreed, match=why):
        entries("lending", "kept", Named)
    place.write_text('[about]\nsource = "us"\n[b]\nname = "x"\nothers = ["y"]\n[a]\nname = "z"')
    assert entries("lending", "kept", Named) == {"b": Named("x", ("y",)), "a": Named("z")}
    assert list(entries("lending", "kept", Named)) == ["b", "a"]
