"""Cleaning a year: raw workbooks in, tidy tables out, or nothing written and every error told."""

from __future__ import annotations

from itaanalysis import store
from itaanalysis.intake import Intake, read_year
from itaanalysis.intake.problems import InputErrors
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData


def clean(workspace: Workspace, fiscal_year: int) -> Intake:
    """Read data/raw/YEAR and write data/processed/YEAR. Returns what was read.

    Raises InputErrors when the raw files hold errors; what stood in data/processed then still stands.
    """
    intake = read_year(workspace, fiscal_year)
    if intake.problems.errors:
        raise InputErrors(intake.problems)
    year = YearData.of(intake, workspace)
    store.write(
        workspace,
        fiscal_year,
        {**store.tables_of(intake), "kpis": year.kpis(), "checks": year.checks()},
    )
    return intake
