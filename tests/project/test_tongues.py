"""A language is added by its file: offered on pages and on paper, and taken as theirs where somebody begins with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.test import override_settings
from django.utils.translation import trans_real

from alongside.participants.actions import write_details
from alongside.project import tongues
from tests import cast
from tests.people import lantern


@pytest.fixture
def named() -> Iterator[None]:
    """Names of languages as they were."""
    before = dict(LANG_INFO)
    yield
    LANG_INFO.clear()
    LANG_INFO.update(before)


def catalogue(locale: Path, code: str, name: str = "") -> None:
    (locale / code / "LC_MESSAGES").mkdir(parents=True)
    (locale / code / "LC_MESSAGES" / "django.po").write_text("")
    if name:
        (locale / code / "name.txt").write_text(name)


@pytest.mark.no_database
@pytest.mark.usefixtures("named")
def test_each_file_is_a_language_that_calls_itself_by_its_name(tmp_path: Path) -> None:
    catalogue(tmp_path, "es")
    catalogue(tmp_path, "fr")
    catalogue(tmp_path, "am", "አማርኛ\nAmharic\n")
    catalogue(tmp_path, "prs", "دری\nDari\nrtl\n")
    catalogue(tmp_path, "xx")  # nobody says what it is called
    found = tongues.added(tmp_path)
    assert found == [("am", "አማርኛ"), ("fr", "français"), ("prs", "دری")]
    assert tongues.from_right_to_left(found) == ["prs"]


@pytest.mark.usefixtures("named")
def test_an_added_language_is_offered_and_a_paper_begins_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        trans_real, "check_for_language", lambda code: True
    )  # else it wants the compiled file
    catalogue(tmp_path, "am", "አማርኛ\nAmharic")
    with override_settings(LANGUAGES=[*settings.LANGUAGES, *tongues.added(tmp_path)]):
        person, client = lantern(), cast.signed_in(cast.CM1)
        with cast.acting(cast.CM1) as by:
            write_details(by=by, participant=person, seen=1, languages="አማርኛ, some English")
        paper = client.get(f"/people/{person}/goals/print/").content.decode()
        assert '<html lang="am"' in paper and "We may have no paper" not in paper
        assert "?language=es" in paper and "My goals" in paper  # what waits for a translation stays English
        for address in ("/", f"/people/{person}/", "/in-it-now/", f"/people/{person}/sharing/new/"):
            client.cookies["desk_language"] = "am"
            assert '<html lang="am"' in client.get(address).content.decode(), address
        for address in ("/program/words/", "/wording/"):
            for member in (cast.ADMIN, cast.ADVISER):
                assert cast.signed_in(member).get(f"{address}?language=am").status_code < 500
