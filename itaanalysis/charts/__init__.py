"""The charts of a year: `charts.unit_scores(year)` and so on, each a `Chart` to show or to save for the memo."""

from __future__ import annotations

from collections.abc import Callable

from itaanalysis.charts.agenda import calendar
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.cumulative import cumulative_spending
from itaanalysis.charts.ethics import ethics_dimensions
from itaanalysis.charts.indicator_heatmap import indicator_heatmap
from itaanalysis.charts.losses import tool_losses
from itaanalysis.charts.money import spending_by_group
from itaanalysis.charts.passing import points_to_pass
from itaanalysis.charts.people import participants
from itaanalysis.charts.scores import unit_scores
from itaanalysis.charts.targets import kpi_targets
from itaanalysis.charts.tile_map import provinces_reached
from itaanalysis.charts.trend import national_trend
from itaanalysis.charts.unit_cost import cost_per_participant
from itaanalysis.charts.unit_panels import unit_panels
from itaanalysis.charts.unit_trend import unit_trend

ALL: dict[str, Callable[..., Chart]] = {
    "unit_scores": unit_scores,
    "points_to_pass": points_to_pass,
    "ethics_dimensions": ethics_dimensions,
    "tool_losses": tool_losses,
    "kpi_targets": kpi_targets,
    "spending_by_group": spending_by_group,
    "cumulative_spending": cumulative_spending,
    "participants": participants,
    "cost_per_participant": cost_per_participant,
    "calendar": calendar,
    "provinces_reached": provinces_reached,
    "national_trend": national_trend,
    "unit_trend": unit_trend,
    "unit_panels": unit_panels,
    "indicator_heatmap": indicator_heatmap,
}
"""Every chart by its name, which is also its file stem, in the order of the report."""

__all__ = [
    "ALL",
    "Chart",
    "calendar",
    "cost_per_participant",
    "cumulative_spending",
    "ethics_dimensions",
    "indicator_heatmap",
    "kpi_targets",
    "national_trend",
    "participants",
    "points_to_pass",
    "provinces_reached",
    "spending_by_group",
    "tool_losses",
    "unit_panels",
    "unit_scores",
    "unit_trend",
]
