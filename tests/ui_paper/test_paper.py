"""Setting a page: any script, any sign, and nothing that is taken for markup."""

import io

import pypdf
import pytest

from alongside.ui.paper import direction, pdf, words


def page(*said: str) -> tuple[str, bytes]:
    """A page of goals and its words."""
    goals = [{"words": words(each), "note": "", "steps": [], "more": []} for each in said]
    made = pdf(
        "goals",
        {
            "umbrella": "Riverbend",
            "title": "My goals",
            "when": "6 January 2027",
            "paper": "us-letter",
            "foot": "",
            "goals": goals,
            "parts": [],
        },
    )
    return "\n".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(made)).pages), made


@pytest.mark.parametrize(
    "said",
    [
        'it\'s "so"',
        "#include *b* _i_ $x$ @y <z> \\ [c] // d",
        "ክፍል ከቁልፍ ጋር።",
        "ሓንቲ ክፍሊ፧",
        "Đặng Şükrü ñ",
        "Привет",
    ],
)
def test_words_come_back_verbatim(said: str) -> None:
    assert said in page(said)[0]


@pytest.mark.parametrize("said", ["أريد غرفة لها قفل", "لا أريد", "السلام عليكم", "عمل حلال وغرفة هادئة"])
def test_every_arabic_word_comes_back_verbatim(said: str) -> None:
    text, made = page(said)
    for word in said.split():  # the reader of the test joins a line from its left, so it goes word by word
        assert word in text
    assert b"pdfuaid" in made


def test_signs_are_set_and_the_page_stays_readable_to_a_screen_reader() -> None:
    text, made = page("a key 🔑 and a house 🏠")
    assert "🔑" in text and "🏠" in text
    assert b"pdfuaid" in made


def test_a_sign_without_a_typeface_still_gets_a_page() -> None:
    text, _made = page("a key \N{MAHJONG TILE RED DRAGON} 房間", "a second goal")
    assert "a key" in text and "a second goal" in text


def test_twenty_thousand_letters_fit() -> None:
    said = "a room with a lock and a window " * 640
    text, _made = page(said)
    assert text.replace("\n", " ").count("window") == 640


def test_the_file_says_nothing_of_who_or_what() -> None:
    _text, made = page("a room")
    kept = pypdf.PdfReader(io.BytesIO(made)).metadata or {}
    assert kept.get("/Title") == "Riverbend" and "/Author" not in kept
    assert b"longside" not in bytes(str(kept), "utf-8")


@pytest.mark.no_database
def test_a_direction_is_that_of_the_first_letter() -> None:
    assert [direction(each) for each in ("12 أريد", "a أ", "", "ሓ", "שלום")] == [
        "rtl",
        "ltr",
        "ltr",
        "ltr",
        "rtl",
    ]
