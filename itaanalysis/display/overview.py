"""One year at a glance: its KPIs, what was found wrong, and which tables there are with how many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.display.cells import reading, term
from itaanalysis.display.columns import ShownColumn
from itaanalysis.display.known import FIRST, title_of
from itaanalysis.display.shown import Line, Shown
from itaanalysis.display.styled import dressed, style
from itaanalysis.fiscal import FiscalYear
from itaanalysis.tables import contracts
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.display.styler import TableStyler
    from itaanalysis.year import YearData

_MADE = {"kpis", "checks"}


def overview(year: YearData, words: Words) -> Shown:
    """The heading, problems by severity, checks by verdict, the KPIs and the tables of a year."""
    fiscal_year = FiscalYear(year.fiscal_year)
    ministry = [words.unit(year, year.ministry_unit)] if year.ministry_unit else []
    days = words.dates(fiscal_year.start, fiscal_year.end)
    return Shown(
        words.lang,
        (*_counts(year, words), _kpis(year, words), _tables(year, words)),
        heading=" · ".join([words.fiscal_year(year.fiscal_year), *ministry, days]),
    )


def row_counts(year: YearData) -> dict[str, int]:
    """How many rows each stored table of a year has, in the order of tables.toml."""
    return {name: len(getattr(year, name)) for name in contracts() if name not in _MADE}


def _kpis(year: YearData, words: Words) -> TableStyler:
    name = f"name_{words.lang}"
    found = year.kpis()[[name, "value", "unit", "target", "operator", "status"]]
    return style(found, words, caption=title_of("kpis", words))


def _counts(year: YearData, words: Words) -> tuple[Line, Line]:
    problems = _counted("severity", year.problems["severity"], words)
    checks = _counted("verdict", year.checks()["verdict"], words)
    return (
        Line(f"{title_of('problems', words)}: {problems}", "ita.show(year.problems)"),
        Line(f"{title_of('checks', words)}: {checks}", "ita.show(year.checks())"),
    )


def _counted(column: str, values: pd.Series, words: Words) -> str:
    """How many there are of each kind: ≠ ไม่ตรงกัน ๔ · ? ตรวจไม่ได้ ๓ · = ตรงกัน ๑๗."""
    counts = {kind: words.number((values == kind).sum(), 0) for kind in FIRST[column]}
    return " · ".join(f"{term(column, kind, words)} {count}" for kind, count in counts.items())


def _tables(year: YearData, words: Words) -> TableStyler:
    counts = row_counts(year)
    rows = pd.DataFrame(
        {
            "title": [title_of(name, words) for name in counts],
            "rows": list(counts.values()),
            "table": [f"year.{name}" for name in counts],
        }
    )
    columns = {
        "title": ShownColumn(words.pick("ตารางข้อมูล", "Table"), reading(rows["title"], words)),
        "rows": ShownColumn(words.pick("แถว", "Rows"), reading(rows["rows"], words), figures=True),
        "table": ShownColumn(words.pick("เรียกใช้", "As"), reading(rows["table"], words, verbatim=True)),
    }
    return dressed(rows, columns, words.pick("ตารางของปีนี้", "Tables of this year"), words)
