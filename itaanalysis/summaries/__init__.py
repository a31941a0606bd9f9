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
from itaanalysis.summaries.passing import costliest_indicators, points_missing, smallest_changes
from itaanalysis.summaries.scores import (
    distance_to_pass_mark,
    ethics_dimensions,
    mean_score,
    spread,
    tool_losses,
    tool_parts,
    weakest_indicator,
)
from itaanalysis.summaries.years import earlier_years, kpi_changes, unit_changes, unit_scores_by_year, year_before

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
    "kpi_changes",
    "mean_score",
    "online_reach",
    "participants_by_group",
    "points_missing",
    "reach_by_province",
    "smallest_changes",
    "spending_by_group",
    "spread",
    "tool_losses",
    "tool_parts",
    "unit_changes",
    "unit_scores_by_year",
    "weakest_indicator",
    "year_before",
]
