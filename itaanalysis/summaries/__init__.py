"""Answers to an analyst's questions about one year, as small DataFrames: who spent, who came, who passed.

Every function takes a year (`itaanalysis.load(2568)`) and returns a new DataFrame; none of them changes the year.
A table without rows gives an answer without rows. What is missing in the data stays missing: a sum is NaN only where
nothing at all is stated, and no event, expense or unit is left out because its partner in another table is lacking.
"""

from itaanalysis.summaries.activities import (
    cumulative_spending,
    events,
    events_by_month,
    events_outside_months,
    group_order,
    online_reach,
    participants_by_group,
    reach_by_province,
    spending_by_group,
)
from itaanalysis.summaries.benchmark import (
    indicator_matrix,
    ministry_by_year,
    unit_benchmark,
    units_missing,
    units_renamed,
)
from itaanalysis.summaries.changes import (
    indicators_over_years,
    kpi_changes,
    kpis_over_years,
    tools_over_years,
    unit_changes,
    units_over_years,
)
from itaanalysis.summaries.passing import costliest_indicators, points_missing, smallest_changes, to_next_mark
from itaanalysis.summaries.scores import (
    distance_to_pass_mark,
    ethics_dimensions,
    mean_score,
    spread,
    tool_losses,
    tool_parts,
    weakest_indicator,
)
from itaanalysis.summaries.years import (
    earlier_years,
    indicator_scores_by_year,
    kpis_by_year,
    tool_scores_by_year,
    unit_scores_by_year,
    year_before,
)

__all__ = [
    "costliest_indicators",
    "cumulative_spending",
    "distance_to_pass_mark",
    "earlier_years",
    "ethics_dimensions",
    "events",
    "events_by_month",
    "events_outside_months",
    "group_order",
    "indicator_matrix",
    "indicator_scores_by_year",
    "indicators_over_years",
    "kpi_changes",
    "kpis_by_year",
    "kpis_over_years",
    "mean_score",
    "ministry_by_year",
    "online_reach",
    "participants_by_group",
    "points_missing",
    "reach_by_province",
    "smallest_changes",
    "spending_by_group",
    "spread",
    "to_next_mark",
    "tool_losses",
    "tool_parts",
    "tool_scores_by_year",
    "tools_over_years",
    "unit_benchmark",
    "unit_changes",
    "unit_scores_by_year",
    "units_missing",
    "units_over_years",
    "units_renamed",
    "weakest_indicator",
    "year_before",
]
