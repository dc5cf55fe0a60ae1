"""A line in each standard: its published fields, its own codes where nothing was told, and nobody to be found in it."""

import uuid
from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.connection.choices import SERVICE_NAMES
from alongside.extracts.rules import ctdc, htcds, hud
from alongside.extracts.rules.lines import Line
from alongside.keeping.data_files import entries
from alongside.participants.choices import State

pytestmark = pytest.mark.no_database
HERE = Line(date(2026, 11, 1), "active", None, ("medical", "dental"))
LEFT = Line(date(2026, 3, 1), "closed", date(2026, 12, 1), ("shelter", "immigration"))
LINES = st.builds(
    Line,
    came=st.dates(date(2019, 1, 1), date(2026, 12, 1)).map(lambda day: day.replace(day=1)),
    state=st.sampled_from(State.values),
    ended=st.none() | st.just(date(2026, 12, 1)),
    services=st.lists(st.sampled_from(["", "own", *SERVICE_NAMES]), max_size=4).map(tuple),
)


def number() -> str:
    return uuid.uuid4().hex


def test_every_field_of_htcds_stands_by_its_published_name() -> None:
    names = list(htcds.fields())
    assert len(names) == len(set(names)) == 81 and names[0] == "org_Name" and names[-1] == "con_Consent"
    assert Counter(each[:4] for each in names) == {
        "org_": 10, "prs_": 25, "vic_": 13, "per_": 3, "cas_": 13, "cco_": 1, "hte_": 10, "spl_": 5, "con_": 1,
    }  # fmt: skip
    assert not {"vic_AgreementToManagePersonalData", "vic_Vulnerabilities"} & set(names)
    assert htcds.fields()["vic_MethodsOfControl"].many and not htcds.fields()["spl_Type"].many


def test_a_line_of_htcds_tells_codes_alone_and_leaves_the_rest_blank() -> None:
    said = {"prs_Gender": "NonSpecifiedUnknown", "con_Consent": "TRUE"}
    assert htcds.told(HERE) == said | {"cas_Status": "Active", "spl_Type": "Health"}
    assert htcds.told(LEFT) == said | {"cas_Status": "Closed"}  # two types, and the field holds one
    assert htcds.told(Line(date(2026, 1, 1), "waiting")) == said


@given(st.lists(LINES, min_size=1, max_size=8))
def test_whatever_is_told_fits_the_lists_of_htcds(lines: list[Line]) -> None:
    assert htcds.problems(list(htcds.fields()), [htcds.row(each) for each in lines]) == []


def test_a_planted_fault_of_htcds_is_found() -> None:
    names, row = list(htcds.fields()), htcds.row(HERE)
    assert htcds.problems(names[1:], [row[1:]]) == ["header"]
    row[names.index("prs_Gender")] = "Lantérn"
    assert htcds.problems(names, [row]) == ["prs_Gender: Lantérn"]


def test_every_kind_of_service_of_ours_is_known_to_the_standard() -> None:
    known = entries("extracts", "services", dict)
    assert set(known) == set(SERVICE_NAMES)
    assert {each["htcds"] for each in known.values()} <= set(htcds.fields()["spl_Type"].values)


def test_all_files_columns_and_types_of_hud_are_there() -> None:
    told = hud.tables([HERE, LEFT], date(2026, 10, 1), date(2026, 12, 31), datetime(2027, 1, 6), number)
    assert hud.problems(told) == []
    assert len(told) == 24 and sum(len(rows[0]) for rows in told.values()) == 519
    assert {name: len(rows) - 1 for name, rows in told.items() if len(rows) > 1} == {
        "Export": 1, "Organization": 1, "User": 1, "Project": 1, "HMISParticipation": 1, "Client": 2,
        "Enrollment": 2, "Exit": 1,
    }  # fmt: skip


def test_names_numbers_and_days_of_birth_go_out_empty_with_huds_own_code() -> None:
    told = hud.tables([HERE], date(2026, 10, 1), date(2026, 12, 31), datetime(2027, 1, 6), number)
    client = dict(zip(*told["Client"], strict=True))
    assert {client[name] for name in ("FirstName", "MiddleName", "LastName", "NameSuffix", "SSN", "DOB")} == {
        None
    }
    assert [client[f"{name}DataQuality"] for name in ("Name", "SSN", "DOB")] == [99, "99", "99"]
    assert {client[name] for name in ("Sex", "White", "RaceNone", "VeteranStatus")} == {99}
    user = dict(zip(*told["User"], strict=True))
    assert {value for name, value in user.items() if name.startswith("UserF") or name == "UserEmail"} == {
        None
    }


def test_no_number_of_huds_is_used_twice_in_a_file_or_again_in_another() -> None:
    def numbers() -> set[str]:
        told = hud.tables([HERE, LEFT], date(2026, 10, 1), date(2026, 12, 31), datetime(2027, 1, 6), number)
        rows = [dict(zip(told["Enrollment"][0], each, strict=True)) for each in told["Enrollment"][1:]]
        found = [row[name] for row in rows for name in ("PersonalID", "EnrollmentID", "HouseholdID")]
        assert len(found) == len(set(found)) == 6
        return set(found)

    assert not numbers() & numbers()


def test_a_planted_fault_of_huds_is_found() -> None:
    told = hud.tables([HERE], date(2026, 10, 1), date(2026, 12, 31), datetime(2027, 1, 6), number)
    place = told["Enrollment"][0].index("EntryDate")
    for wrong in (None, "Monday", "1/2/2026"):
        told["Enrollment"][1][place] = wrong
        assert hud.problems(told) == [f"Enrollment.EntryDate: {wrong!r}"]
    del told["Exit"]
    assert hud.problems(told) == ["files"]


def test_the_columns_of_ctdc_are_there_with_their_bands() -> None:
    names = list(ctdc.columns())
    assert len(names) == 27 and names[:3] == ["yearOfRegistration", "gender", "ageBroad"]
    assert "sectorOfLabourAgriculture" in names and not any(each.startswith("typeOf") for each in names)
    assert dict(zip(names, ctdc.row(HERE), strict=True)) == {each: "" for each in names} | {
        "yearOfRegistration": "2026"
    }


def test_a_year_with_few_people_is_hidden_and_takes_another_with_it() -> None:
    rows = [("2024",)] * 30 + [("2025",)] * 12 + [("2026",)] * 3
    found = ctdc.hidden(rows)
    assert Counter(found.rows) == {("2024",): 30, ("",): 15}
    assert (found.cells, found.lines) == (15, 0)
    assert ctdc.hidden([("2026",)] * 10) == ctdc.Hidden([], 0, 10)
    assert ctdc.hidden([]) == ctdc.Hidden([])


_VALUES = st.sampled_from(["", "a", "b", "c"])


@given(st.lists(st.tuples(_VALUES, _VALUES, _VALUES), max_size=90), st.integers(2, 11))
def test_every_row_that_goes_is_like_enough_others(rows: list[tuple[str, str, str]], least: int) -> None:
    found = ctdc.hidden(rows, least)
    assert all(number >= least for number in Counter(found.rows).values())
    assert len(found.rows) + found.lines == len(rows)
    # Nothing was changed but emptied, and every emptied cell is counted.
    full = sum(1 for row in rows for cell in row if cell)
    if found.rows:
        assert found.cells == full - sum(1 for row in found.rows for cell in row if cell)
        assert all(
            cell in ("", was) for row, old in zip(found.rows, rows, strict=True)
            for cell, was in zip(row, old, strict=True)
        )  # fmt: skip
