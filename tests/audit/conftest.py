"""The made-up ministry of the report's tests, for audits of a year that is not FY2568."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("report_conftest", Path(__file__).parents[1] / "report" / "conftest.py")
assert _spec is not None and _spec.loader is not None
_made_up = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_made_up)

make_up_year = _made_up.make_up_year
made_up_year = _made_up.made_up_year
made_up_empty_year = _made_up.made_up_empty_year
