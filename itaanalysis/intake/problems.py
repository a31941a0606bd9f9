"""Problems found while reading, collected so that all are told at once, in Thai and English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import pandas as pd

from itaanalysis.errors import UserError
from itaanalysis.intake.sheet import Sheet, as_typed
from itaanalysis.tables import frame


class Place(NamedTuple):
    """A cell, a sheet or a file: what a problem points at and what a row came from."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


def place(sheet: Sheet, row: int, column: int) -> Place:
    """The cell at 0-based `row` and `column` of a sheet."""
    return Place(sheet.file, sheet.name, sheet.address(row, column))


@dataclass(frozen=True)
class Problem:
    """One problem: its kind, where it is, the value as typed, and one sentence in each language."""

    severity: Literal["error", "warning"]
    code: str
    place: Place
    value: str
    message_th: str
    message_en: str


class InputErrors(UserError):
    """The raw files hold errors. `problems` has all of them; the text lists each in Thai and English."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        lines = [f"{error.message_th}\n{error.message_en}" for error in problems.errors]
        super().__init__("\n".join(lines))


@dataclass
class Problems:
    """All problems of one reading, in the order they were found."""

    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, where: Place, value: Any = "", **details: Any) -> None:
        """Report a problem of kind `code` (a section of problems.toml) at `where`; `details` fill its sentence."""
        kind = _catalogue()[code]
        typed = as_typed(value)
        told = {"value": typed, **details}
        self.found.append(
            Problem(
                severity="error" if kind["severity"] == "error" else "warning",
                code=code,
                place=where,
                value=typed,
                message_th=_located(where, kind["th"].format(**told), "แผ่นงาน", "เซลล์"),
                message_en=_located(where, kind["en"].format(**told), "sheet", "cell"),
            )
        )

    def __iter__(self) -> Iterator[Problem]:
        """Errors first, each in the order found."""
        return iter(sorted(self.found, key=lambda problem: problem.severity != "error"))

    @property
    def errors(self) -> list[Problem]:
        """Problems that stop a cleaning."""
        return [problem for problem in self.found if problem.severity == "error"]

    def table(self) -> pd.DataFrame:
        """The table problems.csv: errors before warnings."""
        return frame(
            "problems",
            [
                {
                    "severity": problem.severity,
                    "code": problem.code,
                    "file": problem.place.file,
                    "sheet": problem.place.sheet or None,
                    "cell": problem.place.cell or None,
                    "value": problem.value or None,
                    "message_th": problem.message_th,
                    "message_en": problem.message_en,
                    "source": str(problem.place),
                }
                for problem in self
            ],
        )


def _located(where: Place, sentence: str, sheet_word: str, cell_word: str) -> str:
    parts = [where.file]
    if where.sheet:
        parts.append(f"{sheet_word} “{where.sheet}”")
    if where.cell:
        parts.append(f"{cell_word} {where.cell}")
    return f"{' '.join(part for part in parts if part)}: {sentence}"


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("itaanalysis.intake") / "problems.toml").read_text(encoding="utf-8"))
