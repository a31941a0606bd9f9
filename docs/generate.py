"""Write the generated pages of docs/, and the generated parts of method.md. `make docs`; a test keeps them in step."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
PACKAGE = DOCS.parent / "itaanalysis"
_BLANK = re.compile(r"\{[a-z_]+\}")


def data_dictionary() -> str:
    """Every tidy table with its columns, from the data package of the latest year."""
    processed = DOCS.parent / "data" / "processed"
    latest = max(folder for folder in processed.iterdir() if folder.name.isdecimal())
    package = json.loads((latest / "datapackage.json").read_text(encoding="utf-8"))
    lines = [
        "# Data dictionary",
        "",
        "The tables of `data/processed/YEAR`, as the Frictionless `datapackage.json` in each folder describes them.",
        "CSV, UTF-8 with BOM, ISO dates, `.` decimals, rows in source order; an empty cell is a missing value.",
    ]
    for resource in package["resources"]:
        lines += ["", f"## {resource['path']}", "", f"{resource['description']} · {resource['title']}", ""]
        rows = [
            [field["name"], field["type"], field.get("unit", ""), field["description"], field["title"]]
            for field in resource["schema"]["fields"]
        ]
        lines += table(["column", "type", "unit", "what it holds", "ความหมาย"], rows)
    return "\n".join(lines) + "\n"


def problem_page() -> str:
    """Every kind of problem the intake reports, errors first, from problems.toml."""
    kinds = _read("intake/problems.toml")
    lines = [
        "# Problems found while reading",
        "",
        "Every kind of problem by its code, as it stands in `problems.csv` and in what `ita check` prints. An error",
        "stops `ita clean` before it writes; a warning stops nothing. Made from `itaanalysis/intake/problems.toml`.",
        "",
        "One thing cannot be told: the reader of `.xls` and `.xlsb` gives a cell with an error (`#REF!`) as blank. In",
        "files of those kinds look for such cells by hand, or save the file as `.xlsx`.",
    ]
    for severity, heading in (("error", "Errors · ข้อผิดพลาด"), ("warning", "Warnings · ข้อควรตรวจ")):
        lines += ["", f"## {heading}"]
        for code in sorted(code for code, kind in kinds.items() if kind["severity"] == severity):
            thai, english = (_BLANK.sub("…", kinds[code][lang]) for lang in ("th", "en"))
            lines += ["", f"### {code}", "", thai, "", english[0].upper() + english[1:]]
    return "\n".join(lines) + "\n"


def method_page() -> str:
    """The method, with the parts between its marks made anew."""
    return filled("method.md", SECTIONS)


def charts_page() -> str:
    """Which chart answers which question, with the parts between its marks made anew."""
    return filled("charts.md", {"questions": questions, "sizes": chart_sizes})


def filled(page: str, sections: Mapping[str, Callable[[], list[str]]]) -> str:
    """A page with its sections made anew; what stands outside their marks is kept as written."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for name, make in sections.items():
        between = re.compile(rf"(<!-- {name}:start -->\n).*?(<!-- {name}:end -->)", re.DOTALL)
        made = "\n".join(["", *make(), "", ""])
        text, found = between.subn(lambda marks, made=made: f"{marks[1]}{made}{marks[2]}", text)
        if found != 1:
            raise ValueError(f"docs/{page} has {found} parts called {name}, not one")
    return text


def questions() -> list[str]:
    """Every chart by the question it answers, with its picture of FY2568."""
    rows = [
        [
            f"{about['en']}<br>{about['th']}",
            f"`{name}`<br>{about['form']}",
            f'<img src="../figures/2568/{name}.png" alt="{about["form"]}" width="300">',
        ]
        for name, about in _read("charts/questions.toml").items()
    ]
    return table(["question", "chart", "FY2568"], rows)


def chart_sizes() -> list[str]:
    """The sizes a chart can have, from theme.toml."""
    rows = []
    for name, size in _read("charts/theme.toml")["sizes"].items():
        height = f"{size['height_cm']:g} cm" if "height_cm" in size else "as its rows need"
        rows.append([f"`{name}`", f"{size['width_cm']:g} cm × {height}", f"{size['en']} · {size['th']}"])
    return table(["size", "width × height", "for"], rows)


def years() -> list[str]:
    """Each method with the years it holds for, where each part of it is written, and the breaks."""
    lines = []
    for method in _read("criteria.toml")["method"]:
        held = [
            str(year) + (" (provisional)" if year in method["provisional"] else "") for year in method["fiscal_years"]
        ]
        sources = method["sources"]
        weights = " + ".join(f"{weight:.2f} {tool}" for tool, weight in method["weights"].items())
        parts = ", ".join(method["eit_parts"])
        rows = [
            ["pass mark", f"{method['pass_mark']}, inclusive", sources["pass_mark"]],
            ["total", weights, sources["weights"]],
            ["EIT", f"mean of {parts}" if parts else "one score", sources["eit_parts"]],
            [
                "ethics index",
                f"mean of {', '.join(map(str, method['ethics_indicators']))}",
                sources["ethics_indicators"],
            ],
        ]
        levels = [
            [
                level["name_th"],
                level["name_en"],
                f"≥ {level['total']}",
                f"≥ {level['every_tool']}" if "every_tool" in level else "",
            ]
            for level in method["levels"]
        ]
        lines += [f"**FY{', '.join(held)}**", "", *table(["", "", "source"], rows), ""]
        lines += [
            *table(["level", "in English", "total", "every tool"], levels),
            "",
            f"Levels: {sources['levels']}.",
            "",
        ]
    breaks = [
        [str(one["fiscal_year"]), one["note_en"], one["note_th"], one["source"]]
        for one in _read("criteria.toml")["break"]
    ]
    return [
        *lines,
        "Breaks: years from which figures are not measured as before.",
        "",
        *table(["from FY", "what changed", "", "source"], breaks),
    ]


def indicators() -> list[str]:
    """The ten indicators with the tool each belongs to and its share."""
    data = _read("criteria.toml")
    beside = Counter(one["tool"] for one in data["indicators"].values())
    rows = [
        [number, one["name_th"], one["name_en"], one["tool"], f"1/{beside[one['tool']]}"]
        for number, one in data["indicators"].items()
    ]
    return [
        *table(["", "ตัวชี้วัด", "indicator", "tool", "moves it by"], rows),
        "",
        f"Source: {data['indicators_source']}.",
    ]


def kpis() -> list[str]:
    """Every KPI with what a reader must know of it."""
    lines = []
    for kpi, about in _read("kpis.toml").items():
        formula = about["formula_en"].format(
            weights="sum of weight × tool, by the weights of the year",
            indicators="of the ethics index",
            unit={"ops": "the office", "ministry": "the ministry"}.get(about.get("of", ""), ""),
        )
        lines += [f"### {kpi}", "", f"{about['name_en']} · {about['name_th']} ({about['unit']})", ""]
        lines += _list({"formula": formula, **{what: about[what] for what in TOLD if what in about}})
    return lines[:-1]


def checks() -> list[str]:
    """Every check with both of its sides and when they agree."""
    lines = []
    for check, about in _read("checks/checks.toml").items():
        lines += [f"### {check}{about['of']}", ""]
        lines += _list({what: about[what] for what in ("computed", "reported", "agrees", *TOLD) if what in about})
    return lines[:-1]


def remarks() -> list[str]:
    """How large a change is remarkable, and when a year is crowded under the ceiling."""
    data = _read("criteria.toml")
    unusual, ceiling = data["unusual_change"], data["ceiling"]
    rows = [
        ["change of a score or a share", f"{unusual['points']} points or more"],
        ["change of money or people", f"{unusual['share']:.0%} of the year before or more"],
        ["crowded under the ceiling", f"more than {ceiling['share']:.0%} of the units reach the highest band"],
    ]
    return table(["", "from"], rows)


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """The lines of a markdown table."""
    ruled = "|" + "---|" * len(head)
    return [f"| {' | '.join(head)} |", ruled, *(f"| {' | '.join(row)} |" for row in rows)]


def _list(entries: dict[str, str]) -> list[str]:
    return [*(f"- **{what.replace('_', ' ')}:** {said}" for what, said in entries.items()), ""]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / name).read_text(encoding="utf-8"))


TOLD = ("inputs", "boundary", "rounding", "does_not_measure", "source")
SECTIONS = {"years": years, "indicators": indicators, "kpis": kpis, "checks": checks, "remarks": remarks}
"""The parts of method.md between marks, by the name of the mark."""
PAGES = {
    "data-dictionary.md": data_dictionary,
    "problems.md": problem_page,
    "method.md": method_page,
    "charts.md": charts_page,
}

if __name__ == "__main__":
    from audit_recall import write as write_audit_recall

    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8", newline="\n")
    write_audit_recall()
