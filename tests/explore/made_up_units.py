"""A made-up ministry of many units, to see whether the explorer keeps up."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd

from itaanalysis.tables import frame
from itaanalysis.year import YearData


def made_up_year_of_many_units(year: YearData, units: int = 1000) -> YearData:
    """The year with the scores of so many made-up units instead of its own."""
    scores = np.round(np.linspace(70, 100, units), 2)
    rows = [
        {
            "fiscal_year": year.fiscal_year,
            "unit": f"สมมติ {number}",
            "name_th": f"หน่วยงานสมมติ {number}",
            "name_en": f"Made-up unit {number}",
            "score": float(score),
            "passed": bool(score >= 85),
            "source": f"made_up.xlsx!s!A{number}",
        }
        for number, score in enumerate(scores, start=1)
    ]
    empty = {"tool_scores": frame("tool_scores", []), "indicator_scores": frame("indicator_scores", [])}
    table = pd.concat([frame("unit_scores", rows)], ignore_index=True)
    return dataclasses.replace(year, unit_scores=table, **empty)
