"""The made-up ministry of the report's tests, for audits of a year that is not FY2568."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from itaanalysis.year import YearData, load

_spec = importlib.util.spec_from_file_location("report_conftest", Path(__file__).parents[1] / "report" / "conftest.py")
assert _spec is not None and _spec.loader is not None
_made_up = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_made_up)

make_up_year = _made_up.make_up_year
made_up_year = _made_up.made_up_year
made_up_empty_year = _made_up.made_up_empty_year


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def planting() -> ModuleType:
    """The module that reads the marked memos and plants mistakes in them."""
    return _beside("planting")


@pytest.fixture(scope="session")
def made_up_older_year(tmp_path_factory: pytest.TempPathFactory) -> YearData:
    """FY2565 of a ministry that does not exist: levels are letters, EIT is one score."""
    return load(2565, _beside("made_up_ministry").make_older(tmp_path_factory.mktemp("older"), 2565))
