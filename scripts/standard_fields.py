"""Make the data files of HTCDS, CTDC and HUD's CSV out of the facts that were gathered: `standard_fields.py FACTS`.

Names, types and lists of values alone; descriptions of the standards are not copied.
"""

import csv
import json
import sys
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "alongside" / "extracts" / "data"


def _inline(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(values: list[str]) -> str:
    if not values:
        return "[]"
    lines, line = [], "   "
    for each in values:
        if len(line) + len(each) > 108:
            lines.append(line)
            line = "   "
        line += f" {_inline(each)},"
    return "\n".join(["[", *lines, line, "]"])


def _written(name: str, head: list[str], body: list[str]) -> None:
    (DATA / f"{name}.toml").write_text("\n".join([*head, "", *body]).rstrip() + "\n", encoding="utf-8")


def htcds(facts: Path) -> None:
    """Every live field by its published name, in the published order."""
    body: list[str] = []
    with (facts / "htcds_fields_v2.0.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["status"] == "DEPRECATED" or f"[{row['field']}]" in body:
                continue
            told = row["value_names"]
            values = [] if not told or told.startswith("Use ") else [each.strip() for each in told.split(";")]
            is_many = row["type"].startswith("Multiselect")
            body += [f"[{row['field']}]", f"type = {_inline(row['type'])}", f"many = {_inline(is_many)}"]
            body += [f"values = {_list(values)}", ""]
    head = [
        "# Fields of the Human Trafficking Case Data Standard by name; without the three that are deprecated.",
        "# No endorsement by IOM is implied.",
        "",
        "[about]",
        'source = "IOM, Human Trafficking Case Data Standard, repository UNMigration/HTCDS, commit 3c2f653"',
        'version = "2.0 of 24 Dec 2021"',
        'licence = "CC BY 4.0"',
    ]
    _written("htcds_2_0", head, body)


def ctdc(facts: Path) -> None:
    """The columns of a global data set of cases, with bands; of two names for a column the one of 2025."""
    told = json.loads((facts / "ctdc_fields.json").read_text(encoding="utf-8"))
    body: list[str] = []
    for field in told["fields"]:
        name = field.rpartition("|")[2]
        bands = [each.partition(" (")[0] for each in told.get(name, [])]
        body += [f"[{name}]", f"values = {_list(bands)}"]
        body += [f"htcds = {_list(told['htcds_mapping'].get(name, []))}", ""]
    head = [
        "# Columns of a CTDC data set, with the bands of its values. A blank cell is unknown.",
        "",
        "[about]",
        'source = "Counter-Trafficking Data Collaborative, column lists of its global data set seen in public code"',
        'version = "release of 2025 (sectorOf...)"',
        'licence = "names of columns alone; terms of use are to be read before anything is sent there"',
    ]
    _written("ctdc_2025", head, body)


def hud(facts: Path) -> None:
    """Every file and column of HUD's CSV, with types."""
    files = json.loads((facts / "hmis_csv_files.json").read_text(encoding="utf-8"))["files"]
    told = json.loads((facts / "hmis_fy2026_columns.json").read_text(encoding="utf-8"))["files"]
    body: list[str] = []
    for file in files:
        body += [f"[{file.removesuffix('.csv')}]", "columns = ["]
        for column in told[file]:
            parts = [f"name = {_inline(column['name'])}", f"type = {_inline(column['type'])}"]
            parts += [f"limit = {column['limit']}"] if column.get("limit") else []
            parts += ["required = true"] if column.get("required") else []
            body.append(f"    {{ {', '.join(parts)} }},")
        body += ["]", ""]
    head = [
        "# Files, columns and types of HUD's HMIS CSV, as a comparable database exports them.",
        "",
        "[about]",
        'source = "HUD HMIS CSV FY2026 as a public warehouse reads it (greenriver/hmis-warehouse 2bb2a18d94);'
        " compare with HUD's own specification before a file is relied on\"",
        'version = "FY2026"',
        'licence = "identifiers of a public standard alone"',
    ]
    _written("hmis_fy2026", head, body)


if __name__ == "__main__":
    for make in (htcds, ctdc, hud):
        make(Path(sys.argv[1]))
