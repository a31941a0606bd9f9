"""Where things lie in a project folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from itaanalysis.errors import UserError
from itaanalysis.fiscal import PLAUSIBLE_YEARS

ROOT_VARIABLE = "ITA_ROOT"
_PACKAGE = Path(__file__).parent
_YEAR = re.compile(r"[0-9]{4}")


class WorkspaceError(UserError):
    """A folder or file the project needs is not there. The text is one sentence in Thai and one in English."""


@dataclass(frozen=True)
class Workspace:
    """A project folder: `data/raw/YEAR`, `data/reference`, `data/processed/YEAR`, `figures`, `reports`, `notebooks`."""

    root: Path

    @classmethod
    def find(cls, root: str | os.PathLike[str] | None = None) -> Workspace:
        """The folder named, else the one in ITA_ROOT, else the nearest above with data/raw, else the package's own.

        Raises WorkspaceError when there is none.
        """
        named = root or os.environ.get(ROOT_VARIABLE)
        if named:
            candidates = [Path(named).expanduser().resolve()]
        else:
            here = Path.cwd().resolve()
            candidates = [here, *here.parents, _PACKAGE.parent]
        for folder in candidates:
            if (folder / "data" / "raw").is_dir():
                return cls(folder)
        where = candidates[0]
        raise WorkspaceError(
            f"ไม่พบโฟลเดอร์ data/raw ใน {where} โปรดระบุโฟลเดอร์ของโครงการด้วย --root\n"
            f"There is no folder data/raw in {where}: name the project folder with --root."
        )

    @property
    def is_elsewhere(self) -> bool:
        """Whether the user stands outside the project."""
        here = Path.cwd().resolve()
        return self.root not in (here, *here.parents)

    def raw(self, fiscal_year: int) -> Path:
        """The office's own files of a year. Never written to."""
        return self.root / "data" / "raw" / str(fiscal_year)

    def processed(self, fiscal_year: int) -> Path:
        """The tidy tables of a year."""
        return self.root / "data" / "processed" / str(fiscal_year)

    def figures(self, fiscal_year: int) -> Path:
        """The charts of a year."""
        return self.root / "figures" / str(fiscal_year)

    def reports(self, fiscal_year: int) -> Path:
        """The report of a year in all its formats."""
        return self.root / "reports" / str(fiscal_year)

    @property
    def notebooks(self) -> Path:
        """The notebooks: this project's own, else those beside the package."""
        own = self.root / "notebooks"
        return own if own.is_dir() else _PACKAGE.parent / "notebooks"

    def reference(self, name: str) -> Path:
        """A reference table such as `units.csv`: the project's own, else the one that came with the package.

        Raises WorkspaceError when neither is there.
        """
        places = [
            self.root / "data" / "reference",
            _PACKAGE / "reference",
            _PACKAGE.parent / "data" / "reference",
        ]
        for place in places:
            if (place / name).is_file():
                return place / name
        raise WorkspaceError(
            f"ไม่พบไฟล์ data/reference/{name} ใน {self.root}\nThere is no data/reference/{name} in {self.root}."
        )

    def require_raw(self, fiscal_year: int) -> Path:
        """The raw folder of a year. Raises WorkspaceError when it is not there, naming the years that are."""
        folder = self.raw(fiscal_year)
        if not folder.is_dir():
            known = ", ".join(str(year) for year in self.years()) or "–"
            raise WorkspaceError(
                f"ไม่มีโฟลเดอร์ {folder} (ปีที่มี: {known})\nThere is no folder {folder} (years there: {known})."
            )
        return folder

    def year(self, fiscal_year: int | None = None) -> int:
        """The fiscal year asked for, by default the latest in data/raw.

        Raises WorkspaceError when data/raw holds no year.
        """
        if fiscal_year is not None:
            return fiscal_year
        years = self.years()
        if not years:
            raise WorkspaceError(
                f"ยังไม่มีโฟลเดอร์ของปีใดใน {self.root / 'data' / 'raw'}\n"
                f"There is no year yet in {self.root / 'data' / 'raw'}."
            )
        return years[-1]

    def years(self) -> list[int]:
        """Fiscal years with a folder in data/raw, in order."""
        names = (path.name for path in (self.root / "data" / "raw").iterdir() if path.is_dir())
        return sorted(int(name) for name in names if _YEAR.fullmatch(name) and int(name) in PLAUSIBLE_YEARS)
