"""Pinned lists, what pip's settings say, and translations."""

import ast
import gettext
import io
import json
import re
import sys
from pathlib import Path

import pytest

from bootstrap import checks
from bootstrap.environment import read_pip_settings
from bootstrap.messages import compiled, read_catalogue

pytestmark = pytest.mark.no_database
ROOT = Path(__file__).parents[2]
LISTS = sorted((ROOT / "requirements").glob("*.txt"))


def pins(name: str) -> set[str]:
    return set(re.findall(r"^(\S+==\S+)", (ROOT / "requirements" / f"{name}.txt").read_text(), re.M))


def test_the_environment_for_tests_holds_the_one_for_running() -> None:
    assert pins("app") < pins("run") < pins("dev")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_each_pin_has_a_hash_and_no_place(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", path.read_text().strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in path.read_text()


def test_the_front_end_lock_names_no_place() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert packages
    assert not [name for name, told in packages.items() if "resolved" in told]
    assert not [name for name, told in packages.items() if "integrity" not in told]
    assert "://" not in (ROOT / ".npmrc").read_text()


def test_the_set_up_needs_the_standard_library_only() -> None:
    allowed = {*sys.stdlib_module_names, "bootstrap"}
    for path in sorted((ROOT / "bootstrap").glob("*.py")):
        if path.name == "roles.py":
            continue
        for node in ast.parse(path.read_text()).body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.split(".")[0] not in allowed], path.name


def test_pip_settings_of_the_environment_count_first() -> None:
    service = (
        "global.index-url='https://first.example/simple'\n"
        ":env:.index-url='https://env.example/simple'\n"
        "install.index-url='https://second.example/simple'\n"
        "global.extra-index-url='\\nhttps://a.example\\nhttps://b.example'\n"
        "global.cert='/etc/certificates.pem'\n"
        "download.timeout='9'\n"
    )
    assert read_pip_settings(service) == {
        "index-url": "https://env.example/simple",
        "extra-index-url": "https://a.example https://b.example",
        "cert": "/etc/certificates.pem",
    }


CATALOGUE = """
msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: alongside/desk/today.html:3
msgid "Today"
msgstr "Hoy"

msgctxt "month"
msgid "May"
msgstr "mayo"

#, python-format
msgid "%(count)s note"
msgid_plural "%(count)s notes"
msgstr[0] "%(count)s nota"
msgstr[1] "%(count)s notas"

msgid ""
"What happened "
"\\"here\\""
msgstr ""
"Qué pasó "
"«aquí»"

#, fuzzy
msgid "Guess"
msgstr "Quizás"

msgid "Not yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Ido"
"""


def test_translations_read_as_gettext_reads_them() -> None:
    spanish = gettext.GNUTranslations(io.BytesIO(compiled(read_catalogue(CATALOGUE))))
    assert spanish.gettext("Today") == "Hoy"
    assert spanish.pgettext("month", "May") == "mayo"
    assert spanish.ngettext("%(count)s note", "%(count)s notes", 1) == "%(count)s nota"
    assert spanish.ngettext("%(count)s note", "%(count)s notes", 5) == "%(count)s notas"
    assert spanish.gettext('What happened "here"') == "Qué pasó «aquí»"
    assert [spanish.gettext(text) for text in ("Guess", "Not yet", "Gone")] == ["Guess", "Not yet", "Gone"]


def test_counts_are_read_from_the_report(tmp_path: Path) -> None:
    report = tmp_path / "unit.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1"></testsuite></testsuites>'
    )
    assert checks.read_counts(report) == "5 passed, 2 failed, 1 errors, 1 skipped"
    assert checks.read_counts(tmp_path / "none.xml") == "did not finish"


def test_extra_words_go_to_pytest() -> None:
    assert checks.unit_words(["-k", "alias"])[-3:] == ["tests", "-k", "alias"]
    assert "tests" not in checks.unit_words(["tests/vault"])
    browser = checks.browser_words(["tests/browser/test_lock.py"])
    assert "--dist=loadfile" in browser, "a file of browser tests lives in one house, so it stays together"
    assert [word for word in browser if word.startswith("tests/")] == ["tests/browser/test_lock.py"]
