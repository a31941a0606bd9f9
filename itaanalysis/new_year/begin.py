"""Make the folder of a new fiscal year."""

from __future__ import annotations

from pathlib import Path

from itaanalysis.atomic import replace_folder
from itaanalysis.criteria import criteria
from itaanalysis.new_year import forms
from itaanalysis.new_year.form import write_forms
from itaanalysis.new_year.memo import MEMO, memo_of
from itaanalysis.units import Units
from itaanalysis.workspace import Workspace, WorkspaceError
from itaanalysis.year import YearData, load


def new_year(workspace: Workspace, fiscal_year: int) -> Path:
    """Make data/raw/YEAR with four workbooks and the head of the memorandum to fill in. Returns the folder.

    Units come from units.csv; KPIs, targets and the memorandum's wording from the latest year before. Raises
    WorkspaceError when the folder already holds files, CriteriaError for a year without criteria.
    """
    folder = workspace.raw(fiscal_year)
    if folder.is_dir() and any(folder.iterdir()):
        raise WorkspaceError(
            f"มีไฟล์อยู่แล้วใน {folder} จึงไม่ได้เขียนทับ\n{folder} already holds files; nothing was overwritten."
        )
    units = Units.read(workspace.reference("units.csv"))
    workbooks = {
        "activities.xlsx": [forms.activities(fiscal_year, units)],
        "expenses.xlsx": [forms.expenses(fiscal_year)],
        "ita_scores.xlsx": forms.scores(criteria(fiscal_year), units),
        "targets.xlsx": [forms.targets(fiscal_year, _year_before(workspace, fiscal_year))],
    }
    with replace_folder(folder) as new:
        for name, sheets in workbooks.items():
            write_forms(new / name, sheets)
        (new / MEMO).write_text(memo_of(workspace, fiscal_year), encoding="utf-8")
    return folder


def _year_before(workspace: Workspace, fiscal_year: int) -> YearData | None:
    earlier = [year for year in workspace.years() if year < fiscal_year]
    return load(earlier[-1], workspace.root) if earlier else None
