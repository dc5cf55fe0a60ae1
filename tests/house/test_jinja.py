"""Our Jinja2 pages: strict about names, escaped, and translated exactly as they are read for translation."""

import copy
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import NoReverseMatch, reverse, set_urlconf
from django.utils import translation
from jinja2 import Environment, StrictUndefined, UndefinedError, nodes

from alongside.project import languages
from alongside.project.languages import Sentence
from alongside.ui import jinja
from tests.conftest import ROOT

pytestmark = pytest.mark.no_database

PAGES = sorted((ROOT / "alongside").glob("*/jinja2/**/*.*"))
# Where a page says that something is safe markup already, and why that is so.
SAFE: dict[str, str] = {}

# The frame stands in both languages for the pages of allauth; tests/house/test_frame.py holds both alike.
IN_BOTH = {
    *(f"ui/{each}.html" for each in ("base", "page", "bare", "print")),
    *(f"ui/parts/{each}.html" for each in ("demo_banner", "frame_bottom", "frame_top", "languages", "menu")),
    *(f"ui/parts/{each}.html" for each in ("messages", "our_number", "overlays", "privacy", "search")),
}


def env() -> Environment:
    """The environment of our pages."""
    made: Environment = engines["jinja2"].env
    return made


def shown(source: str, **given: Any) -> str:
    """What a page made of this source shows."""
    return env().from_string(source).render(given)


# Names and markup ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source", ["{{ gone }}", "{{ given.gone }}", "{% if gone %}x{% endif %}", "{{ gone|theirs }}"]
)
def test_a_name_that_nobody_gave_is_a_fault(source: str) -> None:
    assert env().undefined is StrictUndefined
    with pytest.raises(UndefinedError):
        shown(source, given={})


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("{{ told.helps }}.", "."),
        ("{% if told.helps.more %}x{% endif %}", ""),
        ('{{ told["helps"] }}', ""),
    ],
)
def test_what_nobody_told_is_empty(source: str, reads: str) -> None:
    assert shown(source, told=None) == reads


@pytest.mark.parametrize("name", ["page.html", "page.txt", None])
def test_what_somebody_wrote_is_escaped_everywhere(name: str | None) -> None:
    assert env().autoescape is True
    page = env().from_string("{{ words }}|{{ words|theirs }}|{% set a %}{{ words }}{% endset %}{{ a }}")
    page.name = name
    assert "<b>" not in page.render(words="<b>&")
    assert page.render(words="<b>&").count("&lt;b&gt;&amp;") == 3


def test_a_page_is_compiled_once_and_kept() -> None:
    assert env().get_template("ui/field.html") is env().get_template("ui/field.html")
    assert env().auto_reload is False and env().cache is not None
    assert type(env().cache) is dict  # without a limit


def unsafe(source: str, name: str = "") -> Iterator[str]:
    """Where a page turns escaping off, or takes everything of another page's context along with a macro."""
    page = env().parse(source)
    for each in page.find_all(nodes.Filter):
        if each.name in ("safe", "forceescape") and name not in SAFE:
            yield f"|{each.name}"
    if list(page.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier))):
        yield "autoescape"
    for call in page.find_all(nodes.Name):
        if call.name in ("Markup", "mark_safe"):
            yield call.name
    if any(each.with_context for each in page.find_all((nodes.Import, nodes.FromImport))):
        yield "with context"


@pytest.mark.parametrize(
    "source",
    [
        "{{ words|safe }}",
        "{% autoescape false %}{{ words }}{% endautoescape %}",
        "{{ Markup(words) }}",
        '{% import "ui/questions.html" as q with context %}',
        '{% from "ui/questions.html" import help with context %}',
    ],
)
def test_a_planted_way_around_escaping_is_found(source: str) -> None:
    assert list(unsafe(source))


def test_no_page_goes_around_escaping() -> None:
    found = {name: list(unsafe(path.read_text(), name)) for path in PAGES if (name := _name(path))}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_macro_knows_only_what_it_is_given() -> None:
    with pytest.raises(UndefinedError):
        shown('{% import "ui/questions.html" as q %}{{ q.help() }}', field="leaks")


def _name(path: Path) -> str:
    return path.relative_to(
        next(each for each in path.parents if each.name in ("jinja2", "templates"))
    ).as_posix()


def test_no_page_stands_in_both_languages() -> None:
    old = {_name(path) for path in (ROOT / "alongside").glob("*/templates/**/*.*")}
    assert old & {_name(path) for path in PAGES} == IN_BOTH


# Sentences ----------------------------------------------------------------------------------------------

SENTENCES = {
    '{{ _("One") }}': Sentence("One"),
    '{{ _("Two, 100%%") }}': Sentence("Two, 100%%"),
    '{{ _("For %(name)s", name=name) }}': Sentence("For %(name)s"),
    '{{ pgettext("a door", "Open") }}': Sentence("Open", about="a door"),
    '{{ ngettext("%(num)s day", "%(num)s days", n) }}': Sentence("%(num)s day", "%(num)s days"),
    "{% trans %}\n  {{ name }} is\n  here, 100%\n{% endtrans %}": Sentence("%(name)s is here, 100%%"),
    "{% trans who=name|upper %}<b>{{ who }}</b>{% endtrans %}": Sentence("<b>%(who)s</b>"),
    "{% trans notrimmed %}a\n  b{% endtrans %}": Sentence("a\n  b"),
    '{% trans "a door" %}Open{% endtrans %}': Sentence("Open", about="a door"),
    "{% trans n=n %}{{ n }} minute{% pluralize n %}{{ n }} minutes{% endtrans %}": Sentence(
        "%(n)s minute", "%(n)s minutes"
    ),
}


def of_settings() -> Any:
    """Another environment of the same settings, to be listened to."""
    given = {**copy.deepcopy(settings.TEMPLATES[1]), "NAME": "told", "DIRS": []}
    given.pop("BACKEND")
    return Jinja2(given)


@pytest.mark.parametrize("source", SENTENCES)
def test_what_is_read_for_translation_is_what_a_page_asks_for(source: str) -> None:
    asked: list[Sentence] = []

    def ask(about: str, text: str, plural: str = "") -> str:
        asked.append(Sentence(text, plural, about))
        return text

    told: Any = of_settings().env
    told.install_gettext_callables(
        lambda text: ask("", text),
        lambda text, plural, n: ask("", text, plural),
        newstyle=True,
        pgettext=ask,
        npgettext=lambda about, text, plural, n: ask(about, text, plural),
    )
    told.globals["_"] = told.globals["gettext"]
    told.from_string(source).render(name="Lantern", n=2)
    assert languages.in_jinja(source) == {SENTENCES[source]} == set(asked)


def test_every_page_of_ours_is_read() -> None:
    assert Sentence("How to ask") in languages.sentences(ROOT / "alongside")
    with pytest.raises(Exception, match="endif"):
        languages.in_jinja('{% if x %}{{ _("Never closed") }}')


def lone_percent(text: str) -> bool:
    """Whether a % stands alone, which a page that fills in names cannot show."""
    return "%" in re.sub(r"%%|%\(\w+\)s", "", text)


def test_a_percent_sign_never_stands_alone() -> None:
    said = {each for path in PAGES for each in languages.in_jinja(path.read_text())}
    wrong = [each for each in said if lone_percent(each.text) or lone_percent(each.plural)]
    kept = {(entry.msgid, entry.msgctxt or ""): entry for entry in _spanish()}
    for each in said:
        entry = kept[each.text, each.about]
        wrong += [each for words in (entry.msgstr, *entry.msgstr_plural.values()) if lone_percent(words)]
    assert wrong == []
    assert lone_percent("100% sure") and not lone_percent("100%% %(sure)s")
    with pytest.raises((ValueError, TypeError)):
        shown('{{ _("100%") }}')


def _spanish() -> Any:
    return languages.read(languages.catalogue_of(ROOT, "es"))


@pytest.mark.parametrize("said", ["Para nadie", "Para %(nombre)s", "Para %(name)s y %(more)s"])
def test_a_translation_that_lacks_or_adds_a_name_is_found(said: str) -> None:
    wanted = languages.in_jinja('{{ _("For %(name)s", name=name) }}')
    catalogue = languages.in_step(languages.polib.POFile(), wanted)
    catalogue[0].msgstr = said
    assert languages.faults(catalogue, wanted) == ["other placeholders: 'For %(name)s'"]


def test_what_is_filled_into_a_sentence_is_escaped() -> None:
    assert shown("{% trans %}For <b>{{ name }}</b>{% endtrans %}", name="<i>") == "For <b>&lt;i&gt;</b>"
    assert shown('{{ _("For %(name)s", name=name) }}', name="<i>") == "For &lt;i&gt;"


def test_a_page_speaks_the_language_of_the_moment() -> None:
    page = env().from_string('{{ _("What happened") }}')
    assert page.render() == "What happened"
    with translation.override("es"):
        assert page.render() == "Qué pasó"


# What is Django's ---------------------------------------------------------------------------------------

OF_ALLAUTH = ("account/", "mfa/")  # allauth names its pages so


def of_django(root: Path = ROOT / "alongside") -> set[str]:
    """The pages and parts that are of Django's language, beside those of allauth and the frame they stand in."""
    names = {_name(path) for path in root.glob("*/templates/**/*.*")}
    return {name for name in names - IN_BOTH if not name.startswith(OF_ALLAUTH)}


def test_only_the_pages_of_allauth_are_of_djangos_language() -> None:
    assert of_django() == set()


def test_a_page_more_would_be_found(tmp_path: Path) -> None:
    for name in ("account/login.html", "ui/base.html", "room/page.html", "room/parts/row.html"):
        (tmp_path / "room" / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "room" / "templates" / name).write_text("x")
    assert of_django(tmp_path) == {"room/page.html", "room/parts/row.html"}


def test_an_address_is_the_one_of_django_and_its_shape_holds_nobody() -> None:
    key, other = uuid.uuid4(), uuid.uuid4()
    for _round in range(2):
        assert jinja.url("desk:participant", key) == reverse("desk:participant", args=[key])
        assert jinja.url("circle:matter", key, other) == reverse("circle:matter", args=[key, other])
        assert jinja.url("circle:matter", participant=key, matter=other) == reverse(
            "circle:matter", kwargs={"participant": key, "matter": other}
        )
        assert jinja.url("desk:today") == reverse("desk:today")
    with set_urlconf_of("alongside.project.urls_workspace"), pytest.raises(NoReverseMatch):
        jinja.url("desk:participant", key)


@contextmanager
def set_urlconf_of(urls: str) -> Iterator[None]:
    """Another door's addresses, as a request at that door has them."""
    set_urlconf(urls)
    try:
        yield
    finally:
        set_urlconf(None)


def test_values_in_a_sentence_are_escaped_and_the_sentence_is_not() -> None:
    assert jinja.say("For %(name)s", name="<b>") == "For &lt;b&gt;"
    assert jinja.say("100%%") == "100%"
    assert str(jinja.say("It’s <em>here</em>")) == "It’s <em>here</em>"
