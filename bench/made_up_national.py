"""A made-up national workbook: agencies × fiscal years × ten indicators, typed as many hands would type them."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.plain_xlsx import write_xlsx
from itaanalysis.thai.text import to_thai_digits

AGENCIES = 8_317
FISCAL_YEARS = tuple(range(2562, 2571))
COLUMNS = ("หน่วยงาน", "ปีงบประมาณ", *(f"ตัวชี้วัดที่ {number}" for number in range(1, 11)), "คะแนนรวม")
WORKBOOK = "made_up_national.xlsx"
WEIGHTS = ((slice(0, 5), 0.3), (slice(5, 8), 0.3), (slice(8, 10), 0.4))
"""The indicators of each tool and its weight in the total."""

_TYPED_IN_THAI, _TYPED_AS_TEXT = 0.15, 0.25
"""Share of the scores in Thai digits, and with those the share that is text of any kind."""


def make_project(
    root: Path,
    reference: Path,
    fiscal_year: int,
    agencies: int = AGENCIES,
    fiscal_years: Sequence[int] = FISCAL_YEARS,
) -> Path:
    """A project folder with a made-up units.csv and one workbook in data/raw. Returns the workbook's path.

    `reference` is the folder the other reference tables are copied from.
    """
    shutil.copytree(reference, root / "data" / "reference")
    with (root / "data" / "reference" / "units.csv").open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["unit", "name_th", "name_en", "kind", "aliases", "source"])
        for number in range(1, agencies + 1):
            lines.writerow([_unit(number), _name(number), f"Made-up agency {number}", "department", "", "made up"])
    path = root / "data" / "raw" / str(fiscal_year) / WORKBOOK
    path.parent.mkdir(parents=True)
    write_xlsx(path, "คะแนน", _rows(agencies, fiscal_years))
    return path


def _unit(number: int) -> str:
    return f"made_up_{number:04}"


def _name(number: int) -> str:
    return f"หน่วยงานสมมติที่ {number:04}"


def _rows(agencies: int, fiscal_years: Sequence[int]) -> Iterator[list[str | float]]:
    """The header, then each agency's years; the same numbers whenever it is asked for."""
    chance = random.Random(2568)
    yield list(COLUMNS)
    for number in range(1, agencies + 1):
        for fiscal_year in fiscal_years:
            scores = [chance.randint(6000, 10000) / 100 for _ in range(10)]
            total = sum(weight * sum(scores[its]) / len(scores[its]) for its, weight in WEIGHTS)
            yield [_name(number), fiscal_year, *(_typed(one, chance) for one in [*scores, round(total, 2)])]


def _typed(score: float, chance: random.Random) -> str | float:
    drawn = chance.random()
    if drawn < _TYPED_IN_THAI:
        return to_thai_digits(f"{score:.2f}")
    return f"{score:.2f} " if drawn < _TYPED_AS_TEXT else score
