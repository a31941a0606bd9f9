"""How many checks were made and how many problems were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis.report.facts.fact import Found
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def quality(year: YearData, words: Words) -> dict[str, Found]:
    """Counts of checks by verdict and of problems by severity."""
    verdicts = year.checks()["verdict"]
    severities = year.problems["severity"]
    return {
        "corrections_total": Found(len(year.corrections)),
        "checks_total": Found(len(verdicts)),
        "checks_agreed": Found(int((verdicts == "agrees").sum())),
        "checks_differing": Found(int((verdicts == "differs").sum())),
        "checks_unchecked": Found(int((verdicts == "unchecked").sum())),
        "problems_total": Found(len(severities)),
        "errors_total": Found(int((severities == "error").sum())),
        "warnings_total": Found(int((severities == "warning").sum())),
    }
