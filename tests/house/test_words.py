"""Every sentence of the interface stands translated, with its placeholders; nothing else is kept."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation

from alongside.project import languages
from alongside.project.languages import Sentence
from tests.conftest import ROOT
from tests.house import checks

pytestmark = pytest.mark.no_database
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_stands_translated(language: str) -> None:
    kept = languages.read(languages.catalogue_of(checks.ROOT, language))
    assert languages.faults(kept, languages.sentences(checks.ROOT / "alongside")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_names_no_machine_and_no_day(language: str) -> None:
    text = languages.catalogue_of(checks.ROOT, language).read_text()
    assert "#:" not in text
    assert "-Date" not in text
    assert "Translator" not in text


def test_what_was_compiled_is_what_is_read() -> None:
    with translation.override("es"):
        assert translation.gettext("What happened") == "Qué pasó"
        assert translation.ngettext("%(minutes)s minute", "%(minutes)s minutes", 5) == "%(minutes)s minutos"
        assert translation.pgettext("day and month", "j F") == r"j \d\e F"


# The same rules on planted faults -------------------------------------------------------------------------

TEMPLATE = """
{% extends "ui/page.html" %}
{% translate "One" %} {% translate 'Two, 100%' as two %} {% translate "Open" context "a door" %}
{% translate three %} {% translate "Four | five"|lower %} {# {% translate "Not this" %} #}
{% blocktranslate trimmed with name=person.name %}
  {{ name }} is
  here
{% endblocktranslate %}
{% blocktranslate count n=count %}{{ n }} minute{% plural %}{{ n }} minutes{% endblocktranslate %}
{% include "ui/parts/empty.html" with what=_("Nothing yet.") %} {{ words|default:_("Blank") }}
"""
PYTHON = '''
"""Words."""
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

LABEL = _("A long sentence " "in two parts")
def said(n): return ngettext("%(n)s day", "%(n)s days", n) + pgettext("month", "May") + "not marked"
'''


def test_templates_are_read_as_django_reads_them() -> None:
    assert languages.in_template(TEMPLATE) == {
        Sentence("One"),
        Sentence("Two, 100%%"),
        Sentence("Open", about="a door"),
        Sentence("Four | five"),
        Sentence("%(name)s is here"),
        Sentence("%(n)s minute", "%(n)s minutes"),
        Sentence("Nothing yet."),
        Sentence("Blank"),
    }


def test_python_is_read_with_its_plurals_and_contexts(tmp_path: Path) -> None:
    source = tmp_path / "words.py"
    source.write_text(PYTHON)
    assert languages.in_python(source) == {
        Sentence("A long sentence in two parts"),
        Sentence("%(n)s day", "%(n)s days"),
        Sentence("May", about="month"),
    }


def planted() -> polib.POFile:
    """A catalogue with one entry of every fault."""
    kept = polib.POFile()
    for text, said, flags in (
        ("Good, %(name)s", "Bueno, %(name)s", []),
        ("Empty", "", []),
        ("Guessed", "Quizás", ["fuzzy"]),
        ("For %(name)s", "Para %(nombre)s", []),
        ("On {day}", "El {dia}", []),
        ("Gone", "Ido", []),
    ):
        kept.append(polib.POEntry(msgid=text, msgstr=said, flags=flags))
    kept.append(polib.POEntry(msgid="a day", msgid_plural="days", msgstr_plural={0: "un día", 1: ""}))
    return kept


def test_no_sentence_hides_in_an_f_string() -> None:
    """There no catalogue finds it, and it stays English."""
    hidden = re.compile(r"""\bf["'].*\{n?p?gettext(_lazy)?\(|\bf["'].*\{_\(""")
    assert not [str(each) for each in (ROOT / "alongside").rglob("*.py") if hidden.search(each.read_text())]


def test_planted_faults_are_found() -> None:
    texts = ("Good, %(name)s", "Empty", "Guessed", "For %(name)s", "On {day}", "Never seen")
    wanted = {*map(Sentence, texts), Sentence("a day", "days")}
    assert languages.faults(planted(), wanted) == [
        "not translated: 'Never seen'",
        "no longer said: 'Gone'",
        "not translated: 'Empty'",
        "other placeholders: 'For %(name)s'",
        "only guessed: 'Guessed'",
        "other placeholders: 'On {day}'",
        "not translated: 'a day'",
    ]


def test_a_planted_sentence_in_a_source_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "room" / "templates" / "room"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text('{% translate "A planted sentence" %}')
    spanish = languages.read(languages.catalogue_of(checks.ROOT, "es"))
    wrong = languages.faults(
        spanish, languages.sentences(checks.ROOT / "alongside") | languages.sentences(tmp_path)
    )
    assert "not translated: 'A planted sentence'" in wrong


def test_bringing_in_step_keeps_words_and_drops_what_is_gone() -> None:
    kept = languages.in_step(
        planted(), {Sentence("Good, %(name)s"), Sentence("New"), Sentence("New", about="x")}
    )
    assert [(entry.msgid, entry.msgstr, entry.msgctxt) for entry in kept] == [
        ("Good, %(name)s", "Bueno, %(name)s", None),
        ("New", "", None),
        ("New", "", "x"),
    ]
