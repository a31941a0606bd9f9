"""Write the generated pages of docs/: data-dictionary.md and problems.md. `make docs`; a test keeps them in step."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

DOCS = Path(__file__).parent
PACKAGE = DOCS.parent / "itaanalysis"
_BLANK = re.compile(r"\{[a-z_]+\}")


def data_dictionary() -> str:
    """Every tidy table with its columns, from tables.toml."""
    from itaanalysis.tables import contracts

    sections = tomllib.loads((PACKAGE / "tables.toml").read_text(encoding="utf-8"))
    lines = [
        "# Data dictionary",
        "",
        "The tables of `data/processed/YEAR`, made from `itaanalysis/tables.toml`; each folder describes them in a",
        "Frictionless `datapackage.json`. CSV, UTF-8 with BOM, ISO dates, `.` decimals, rows in source order.",
    ]
    for table, columns in contracts().items():
        about = sections[table]
        lines += ["", f"## {table}.csv", "", f"{about['title_en']} · {about['title_th']}", ""]
        lines += ["| column | type | unit | what it holds | ความหมาย |", "|---|---|---|---|---|"]
        lines += [
            f"| {column.name} | {column.type} | {column.unit} | {column.description_en} | {column.description_th} |"
            for column in columns
        ]
    return "\n".join(lines) + "\n"


def problem_page() -> str:
    """Every kind of problem the intake reports, errors first, from problems.toml."""
    kinds = tomllib.loads((PACKAGE / "intake" / "problems.toml").read_text(encoding="utf-8"))
    lines = [
        "# Problems found while reading",
        "",
        "Every kind of problem by its code, as it stands in `problems.csv` and in what `ita check` prints. An error",
        "stops `ita clean` before it writes; a warning stops nothing. Made from `itaanalysis/intake/problems.toml`.",
    ]
    for severity, heading in (("error", "Errors · ข้อผิดพลาด"), ("warning", "Warnings · ข้อควรตรวจ")):
        lines += ["", f"## {heading}"]
        for code in sorted(code for code, kind in kinds.items() if kind["severity"] == severity):
            thai, english = (_BLANK.sub("…", kinds[code][lang]) for lang in ("th", "en"))
            lines += ["", f"### {code}", "", thai, "", english[0].upper() + english[1:]]
    return "\n".join(lines) + "\n"


PAGES = {"data-dictionary.md": data_dictionary, "problems.md": problem_page}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8", newline="\n")
