"""Reported against computed: every figure that stands in two places is compared, and both directions are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.checks.kpis import kpi_checks
from itaanalysis.checks.scores import score_checks
from itaanalysis.checks.totals import total_checks
from itaanalysis.tables import frame

if TYPE_CHECKING:
    from itaanalysis.year import YearData

__all__ = ["checks"]


def checks(year: YearData) -> pd.DataFrame:
    """Columns of table `checks`; `left` is computed, `right` reported, `source` the cells of both.

    A verdict is `agrees`, `differs`, or `unchecked` where one of the two is not there.
    """
    rows = [*total_checks(year), *score_checks(year), *kpi_checks(year)]
    return frame("checks", [{"fiscal_year": year.fiscal_year, **row} for row in rows])
