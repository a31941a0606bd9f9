"""The KPIs the project knows: names, units, formulas, and the words by which a typed name is recognised."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Kpi:
    """A KPI: its names, unit and formula, the words by which a typed name is known, and how to read it.

    `assessed` ones are measured by the ITA itself; money, people and the office's own surveys are not. `boundary` says
    whether a limit is inclusive, `does_not_measure` what the figure is not; both stand in the method.
    """

    kpi: str
    name_th: str
    name_en: str
    unit: str
    formula_th: str
    formula_en: str
    words: tuple[tuple[str, ...], ...]
    inputs: str
    boundary: str
    rounding: str
    does_not_measure: str
    source: str
    of: str = ""
    assessed: bool = False
    never: tuple[str, ...] = ()


@cache
def kpi_catalogue() -> dict[str, Kpi]:
    """Every KPI the project knows, in the order of the report."""
    data = tomllib.loads((files("itaanalysis") / "kpis.toml").read_text(encoding="utf-8"))
    return {
        kpi: Kpi(
            kpi,
            **{
                **about,
                "words": tuple(tuple(words) for words in about["words"]),
                "never": tuple(about.get("never", ())),
            },
        )
        for kpi, about in data.items()
    }
