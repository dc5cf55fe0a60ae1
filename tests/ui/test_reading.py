"""A page to somebody who only reads it: what is written stays, what acts goes."""

import pytest

from alongside.ui.reading import only_read

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p>words &amp; more &#39;</p>", "<p>words &amp; more &#39;</p>"),
        ('<form method="post"><input name="a"><p>why</p><button>Go <b>on</b></button></form>', "<p>why</p>"),
        ('<a href="/out/">Monday</a>', "<span>Monday</span>"),
        ('<a href="/in/?year=2027">2027</a>', '<a href="/in/?year=2027">2027</a>'),
        (
            '<a class="btn soft" href="/in/">All</a><a class="btn" href="/out/">Do</a>',
            '<a class="btn soft" href="/in/">All</a>',
        ),
        ('<a data-does href="/out/">Change <span>it</span></a>', ""),
        ("<details><summary>Add</summary><form><textarea>x</textarea></form></details>after", "after"),
        (
            "<details><summary>More</summary><p>kept</p></details>",
            "<details><summary>More</summary><p>kept</p></details>",
        ),
        ('<input type="radio" name="s"><br>', '<input type="radio" name="s"><br>'),
    ],
)
def test_what_is_written_stays_and_what_acts_goes(page: str, left: str) -> None:
    assert only_read(page, ["/in/"]) == left
