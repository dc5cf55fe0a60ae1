"""What a web process brings into memory when it starts."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

# What reads a spreadsheet, writes a calendar file, guesses letters or sets a page: few pages need it.
WAITS = ("openpyxl", "icalendar", "typst", "charset_normalizer", "fontTools")


@pytest.mark.no_database
@pytest.mark.parametrize("door", ["desk", "workspace"])
def test_a_web_process_starts_without_what_few_pages_need(door: str) -> None:
    """After the rooms are set up and every address is known, which is what `wsgi` does before workers part."""
    program = (
        f"import os, sys; os.environ['ALONGSIDE_DOOR'] = '{door}'; import alongside.project.wsgi as started;"
        " from django.urls import get_resolver; assert get_resolver().reverse_dict;"
        f" print(sorted({{name.partition('.')[0] for name in sys.modules}} & {set(WAITS)!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
