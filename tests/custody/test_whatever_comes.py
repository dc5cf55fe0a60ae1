"""Whatever a file of people holds: every page of its way answers."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from tests import cast
from tests.custody import make

CELLS = some.one_of(
    some.text(max_size=6),
    some.sampled_from(
        ["", "41", "41.0", "1E+10", "03/04/2026", "31/12/2025", "es", "2", "yes", "active", cast.CM1.name, "=1+1",
         "\x00", "x" * 40_000, "9999-99-99", "00/00/0000", '"', "a\nb", "\u202e", "ß"]
    ),
)  # fmt: skip
NAMES = some.sampled_from(
    ["number", "alias", "name", "state", "first contact", "note", "note date", "need", "phone", "goal", "service",
     "service date", "gender", "language", "minor", "case manager", "backup", "SSN", "", "anything"]
)  # fmt: skip


@some.composite
def tables(draw: some.DrawFn) -> bytes:
    width = draw(some.integers(1, 6))
    rows = [[draw(NAMES) for _at in range(width)]]
    rows += [draw(some.lists(CELLS, max_size=width + 1)) for _at in range(draw(some.integers(0, 4)))]
    separator, end = draw(some.sampled_from(",;\t|")), draw(some.sampled_from(["\n", "\r\n", "\r"]))
    marked = draw(some.booleans())
    text = end.join(
        separator.join('"' + cell.replace('"', '""') + '"' if marked else cell for cell in row)
        for row in rows
    )
    return text.encode("utf-8", "surrogatepass")


FILES = some.one_of(
    tables(), some.binary(max_size=120), some.binary(max_size=60).map(lambda more: b"PK\x03\x04" + more)
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(FILES, some.sampled_from(["", "yes", "no"]), some.sampled_from(["", "day", "month"]))
@example(make.PLAIN.encode(), "yes", "day")
@example(b'sep="\nnumber,alias\n1,A\n', "", "")
@example(b"\xff\xfe", "", "")
def test_no_file_stops_a_page(content: bytes, same: str, style: str) -> None:
    client, once = cast.signed_in(cast.CUSTODIAN), uuid.uuid4()
    told: dict[str, Any] = {"file": SimpleUploadedFile("p.csv", content), "purpose": "x", "once": str(once)}
    answer = client.post("/custody/bring/", told)
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        return
    page = client.get(f"/custody/{once}/columns/")
    assert page.status_code == 200
    form = page.context["form"]
    sent = {name: form[name].value() or "" for name in form.fields if name.startswith("column_")}
    answer = client.post(f"/custody/{once}/columns/", {**sent, "day_style": style, "same_people": same})
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        return
    for who, what in ((cast.DIRECTOR, "agree"), (cast.CUSTODIAN, "over"), (cast.CUSTODIAN, "back")):
        answer = cast.signed_in(who).post(f"/custody/{once}/{what}/", follow=True)
        assert answer.status_code == 200
