"""The scores of the units over all years there are, as the charts of several years draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.wording import Wording
from itaanalysis.summaries.years import Earlier

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def unit_years(year: YearData, words: Wording) -> tuple[Earlier, pd.DataFrame]:
    """The earlier years, and the rows of `unit_benchmark` over them with the abbreviation of each unit in `short`."""
    earlier = summaries.earlier_years(year)
    table = summaries.unit_benchmark(year, earlier)
    return earlier, table.assign(short=[words.unit_short(year, unit) for unit in table["unit"]])
