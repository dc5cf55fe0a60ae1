"""What people type alike is compared alike."""

import pytest

from alongside.vault.folding import APOSTROPHES, fold

pytestmark = pytest.mark.no_database


def test_every_letter_is_found_again_by_what_it_folds_to() -> None:
    folded = (fold(chr(each)) for each in range(0x110000) if not 0xD800 <= each < 0xE000)
    assert [text for text in folded if fold(text) != text] == []


def test_case_and_accents_are_folded() -> None:
    assert fold("ꟲ") == "c"
    assert fold("  LANTÉRN  Ñandú ") == "lantern nandu"
    assert fold("ሰላም") == "ሰላም"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Łódź Ørsted Đặng Ħal Æsa Straße Þór", "lodz orsted dang hal aesa strasse thor"),
        ("İREM IŞIL ısıl Ğül", "irem isil isil gul"),
        ("Be\u200bt\u00adty\u200f \ufeffLou\ufe0f", "betty lou"),
        ("سـمـيـرة", "سميره"),
        ("أسماء إيمان ٱلنور", "اسما ايمان النور"),
        ("یاسین کریم", "ياسين كريم"),
        ("٤٢ ۴۲ ४२", "42 42 42"),
    ],
)
def test_ways_of_typing_are_folded(typed: str, plain: str) -> None:
    assert fold(typed) == plain


def test_an_apostrophe_has_one_shape_and_still_parts_a_name_from_what_is_theirs() -> None:
    assert {fold(f"Mara{shape}s") for shape in APOSTROPHES} == {"mara's"}
