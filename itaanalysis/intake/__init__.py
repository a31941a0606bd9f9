"""From an office's raw workbooks to tidy tables, with every problem found on the way."""

from itaanalysis.intake.year import Intake, read_year

__all__ = ["Intake", "read_year"]
