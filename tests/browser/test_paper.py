"""A page for people's own hands, as a browser prints it."""

import io

import pypdf
import pytest

from alongside.project.demo.cast import CM1, known_id
from tests.browser.desk import Desk

MAPLE = known_id("Maple")
PRINTS = ("goals/print/", "agreement/print/", "closing/card/", "sharing/moves/print/", "circle/who/print/")


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_no_page_is_empty(desk: Desk, size: str) -> None:
    for leaf in PRINTS:
        page = desk.of(CM1, f"/people/{MAPLE}/{leaf}")
        made = pypdf.PdfReader(
            io.BytesIO(page.pdf(format=size, margin=dict.fromkeys(("top", "bottom"), "25mm")))
        )
        assert all(each.extract_text().strip() for each in made.pages), leaf
        assert len(made.pages) == 1, leaf
