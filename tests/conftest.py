"""What tests of the raw folder share: the real FY2568 folder to read, a copy of it to spoil, an empty one to fill."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas as pd
import pytest

from itaanalysis.cli import main
from itaanalysis.intake import Intake, read_year
from itaanalysis.intake.problems import Problem
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).resolve().parents[1]
FISCAL_YEAR = 2568

WHOLE_RUNS = ("test_report.py", "test_killed.py", "test_next_year.py", "test_half_filled.py", "test_recall.py")
"""Files whose few tests take long."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that at the end no core waits for the other."""
    items.sort(key=lambda item: item.path.name not in WHOLE_RUNS)


@dataclass(frozen=True)
class Project:
    """A project folder of one fiscal year, and what tests do with it."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root)

    @property
    def raw(self) -> Path:
        return self.workspace.raw(FISCAL_YEAR)

    @property
    def processed(self) -> Path:
        return self.workspace.processed(FISCAL_YEAR)

    @property
    def reference(self) -> Path:
        return self.root / "data" / "reference"

    def edit(self, file: str, sheet: str, cells: dict[str, Any]) -> None:
        """Type values into cells of a raw workbook; a merged cell is parted before."""
        book = openpyxl.load_workbook(self.raw / file)
        for address, value in cells.items():
            for span in [span for span in book[sheet].merged_cells.ranges if address in span]:
                book[sheet].unmerge_cells(str(span))
            book[sheet][address] = value
        book.save(self.raw / file)

    def add(
        self,
        file: str,
        sheet: str,
        rows: Iterable[Sequence[Any]],
        at: tuple[int, int] = (1, 1),
        merge: Sequence[str] = (),
    ) -> None:
        """Put a made-up sheet into a workbook, its first cell `at` (row, column). None leaves a cell empty."""
        path = self.raw / file
        if path.is_file():
            book = openpyxl.load_workbook(path)
            its = book.create_sheet(sheet)
        else:
            book = openpyxl.Workbook()
            its = book.worksheets[0]
            its.title = sheet
        for down, row in enumerate(rows):
            for across, value in enumerate(row):
                if value is not None:
                    its.cell(at[0] + down, at[1] + across, value)
        for span in merge:
            its.merge_cells(span)
        book.save(path)

    def read(self) -> Intake:
        return read_year(self.workspace, FISCAL_YEAR)

    def year(self) -> YearData:
        return YearData.of(self.read(), self.workspace)

    def table(self, name: str) -> pd.DataFrame:
        """A tidy table read from raw, which must hold no errors."""
        intake = self.read()
        assert [error.message_en for error in intake.problems.errors] == []
        return intake.tables[name]

    def problems(self, code: str | None = None) -> list[Problem]:
        """Problems found, all or of one kind, errors first."""
        return [problem for problem in self.read().problems if code in (None, problem.code)]

    def errors(self) -> list[str]:
        """Kinds of the errors found."""
        return [problem.code for problem in self.read().problems.errors]

    def ita(self, *arguments: str) -> int:
        """Exit status of a command on this folder."""
        command, *rest = arguments
        return main([command, "--root", str(self.root), *rest])

    def fingerprint(self) -> dict[str, str]:
        """Every file of the project with the hash of what it holds."""
        return fingerprint(self.root, self.root)

    def fingerprint_of(self, *folders: str) -> dict[str, str]:
        """The same of these folders only."""
        return {name: hash for folder in folders for name, hash in fingerprint(self.root / folder, self.root).items()}


def fingerprint(folder: Path, root: Path) -> dict[str, str]:
    """Every file below a folder, named from the root, with the hash of what it holds."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium of this computer. While it is open no other event loop can run in this process."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this computer; the pages need none, only their looks are checked with it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds data/raw and data/reference as committed."""
    return REPOSITORY


def _other_years(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name.isdecimal() and name != str(FISCAL_YEAR)]


@pytest.fixture(scope="session")
def copy_project() -> Callable[[Path], Path]:
    """Copies data and notebooks into a folder, which it gives back: FY2568 alone, whatever years have been added."""

    def copy(root: Path) -> Path:
        for name in ("data", "notebooks"):
            shutil.copytree(REPOSITORY / name, root / name, ignore=_other_years)
        return root

    return copy


@pytest.fixture(scope="session")
def office() -> Project:
    """The real FY2568 folder, never to be written to."""
    return Project(REPOSITORY)


@pytest.fixture(scope="session")
def fy2568(office: Project) -> Intake:
    """The real FY2568 folder as read."""
    return office.read()


@pytest.fixture(scope="session")
def real_year(office: Project, fy2568: Intake) -> YearData:
    """FY2568 in hand."""
    return YearData.of(fy2568, office.workspace)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the real raw and reference folders, to spoil."""
    for folder in (f"raw/{FISCAL_YEAR}", "reference"):
        shutil.copytree(REPOSITORY / "data" / folder, tmp_path / "data" / folder)
    return Project(tmp_path)


@pytest.fixture(scope="session")
def made_up_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Project]:
    """Makes projects with the real reference tables and no workbook yet, to fill with made-up ones."""

    def make() -> Project:
        root = tmp_path_factory.mktemp("made_up")
        shutil.copytree(REPOSITORY / "data" / "reference", root / "data" / "reference")
        made = Project(root)
        made.raw.mkdir(parents=True)
        return made

    return make


@pytest.fixture
def made_up(made_up_project: Callable[[], Project]) -> Project:
    """A project with the real reference tables and no workbook yet."""
    return made_up_project()
