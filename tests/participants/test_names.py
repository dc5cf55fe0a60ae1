"""Names are found as people type them, and nothing shorter than four letters tells a pattern across people."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.participants import names
from alongside.vault.folding import APOSTROPHES

pytestmark = pytest.mark.no_database

TYPED = [
    ("O’Malley Chloë", ["omalley", "o'malley", "O`Malley", "o malley", "chloe omalley", "malley", "OMA"]),
    ("D'Amico Rosa", ["damico", "D’Amico", "d amico", "rosa d'amico", "amico"]),
    ("Stanisław Bjørn Groß", ["stanislaw", "bjorn", "gross", "GROẞ bjørn"]),
    ("İnci Yıldız", ["inci", "yildiz", "YILDIZ", "yıldız inci"]),
    ("Lê Văn Đức", ["le van duc", "duc le", "Đức"]),
    ("J\u200bo Hill", ["jo", "hill jo"]),
    ("Peña-Vidal, Lucía Inés", ["pena", "penavidal", "vidal lucia", "ines pena", "lucia-ines"]),
    ("منى الأحمد", ["مني الاحمد", "الاحمد", "احمد منى"]),
    ("陳大文", ["陳", "大文", "陳大文"]),
    ("ចន្ទា សុខ", ["សុខ", "ចន្ទា"]),
    ("Mc Donnell", ["mcdonnell", "McDonnell", "donnell"]),
    ("🌸", ["🌸"]),
    ("=SUM(A1:A2)", ["sum", "a1"]),
]
PAIRS = [(alias, asked) for alias, several in TYPED for asked in several]


@pytest.mark.parametrize(("alias", "asked"), PAIRS)
def test_a_name_reads_like_what_was_typed(alias: str, asked: str) -> None:
    assert names.reads_like(alias, asked)


def test_a_name_reads_like_no_other() -> None:
    for alias, _asked in TYPED:
        for other, several in TYPED:
            if other != alias:
                assert not any(names.reads_like(alias, asked) for asked in several if len(asked) > 4), (
                    alias,
                    other,
                )
    assert not names.reads_like("Rosa D'Amico", "rosa malley")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O’Malley Chloë", "Chloe O'MALLEY"),
        ("O’Malley", "OMalley"),
        ("O Malley", "o'malley"),
        ("Peña-Vidal, Lucía", "lucia pena vidal"),
        ("Al-Ahmad", "al ahmad"),
        ("Lê Văn", "van le"),
        ("İnci Yıldız", "INCI YILDIZ"),
        ("Stanisław", "stanislaw"),
        ("A\u200bbe", "abe"),
    ],
)
def test_whole_names_are_compared_as_people_type_them(one: str, other: str) -> None:
    assert names.whole(one) == names.whole(other) != ""
    assert names.whole(one) != names.whole("Noor")


name = st.lists(
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=12),
    min_size=1,
    max_size=4,
)


@given(name, st.integers(0, 2**32))
def test_any_words_of_a_name_in_any_order_ask_for_tokens_it_has(parts: list[str], seed: int) -> None:
    chance = random.Random(seed)
    alias = chance.choice([" ", "-", ", "]).join(parts)
    has = names.beginnings(alias)
    asked = chance.sample(parts, chance.randint(1, len(parts)))
    begun = [
        word if len(names.letters(word)) < names.FEWEST else word[: chance.randint(4, 12)] for word in asked
    ]
    if all(len(names.letters(word)) >= names.FEWEST or word in parts for word in begun):
        typed = f" {chance.choice(APOSTROPHES)}".join(begun)
        assert any(wanted <= has for wanted in names.asked_for(typed)), (alias, typed)
        assert names.reads_like(alias, typed)


@given(name)
def test_no_part_of_one_to_three_letters_has_a_token(parts: list[str]) -> None:
    alias = " ".join(parts)
    whole_words = {word for part in parts for word in names.words(part)}
    assert {each for each in names.beginnings(alias) if len(each) < 4} <= whole_words
