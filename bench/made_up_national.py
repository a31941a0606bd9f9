"""A made-up national workbook: agencies × fiscal years × ten indicators, typed as many hands would type them."""

from __future__ import annotations

import csv
import random
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from itaanalysis.thai.numbers import to_thai_digits

AGENCIES = 8_317
FISCAL_YEARS = tuple(range(2562, 2571))
COLUMNS = ("หน่วยงาน", "ปีงบประมาณ", *(f"ตัวชี้วัดที่ {number}" for number in range(1, 11)), "คะแนนรวม")
WORKBOOK = "made_up_national.xlsx"
WEIGHTS = ((slice(0, 5), 0.3), (slice(5, 8), 0.3), (slice(8, 10), 0.4))
"""The indicators of each tool and its weight in the total."""

_TYPED_IN_THAI, _TYPED_AS_TEXT = 0.15, 0.25
"""Share of the scores in Thai digits, and with those the share that is text of any kind."""

_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROOT_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>"""
_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{_PACKAGE}">
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
_WORKBOOK_PART = f"""<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">
<sheets><sheet name="คะแนน" sheetId="1" r:id="rId1"/></sheets></workbook>"""


def make_project(root: Path, reference: Path, fiscal_year: int, agencies: int = AGENCIES) -> Path:
    """A project folder with a made-up units.csv and one workbook in data/raw. Returns the workbook's path.

    `reference` is the folder the other reference tables are copied from.
    """
    shutil.copytree(reference, root / "data" / "reference")
    with (root / "data" / "reference" / "units.csv").open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["unit", "name_th", "name_en", "kind", "aliases", "source"])
        for number in range(1, agencies + 1):
            lines.writerow([_unit(number), _name(number), f"Made-up agency {number}", "department", "", "made up"])
    path = root / "data" / "raw" / str(fiscal_year) / WORKBOOK
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _ROOT_RELATIONS)
        package.writestr("xl/workbook.xml", _WORKBOOK_PART)
        package.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
        texts: dict[str, int] = {}
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate(_rows(agencies), start=1):
                part.write(_row(number, row, texts).encode())
            part.write(b"</sheetData></worksheet>")
        shared = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
        package.writestr("xl/sharedStrings.xml", f'<?xml version="1.0"?><sst xmlns="{_MAIN}">{shared}</sst>')
    return path


def _unit(number: int) -> str:
    return f"made_up_{number:04}"


def _name(number: int) -> str:
    return f"หน่วยงานสมมติที่ {number:04}"


def _rows(agencies: int) -> Iterator[list[str | float]]:
    """The header, then each agency's years; the same numbers whenever it is asked for."""
    chance = random.Random(2568)
    yield list(COLUMNS)
    for number in range(1, agencies + 1):
        for fiscal_year in FISCAL_YEARS:
            scores = [chance.randint(6000, 10000) / 100 for _ in range(10)]
            total = sum(weight * sum(scores[its]) / len(scores[its]) for its, weight in WEIGHTS)
            yield [_name(number), fiscal_year, *(_typed(one, chance) for one in [*scores, round(total, 2)])]


def _typed(score: float, chance: random.Random) -> str | float:
    drawn = chance.random()
    if drawn < _TYPED_IN_THAI:
        return to_thai_digits(f"{score:.2f}")
    return f"{score:.2f} " if drawn < _TYPED_AS_TEXT else score


def _row(number: int, row: list[str | float], texts: dict[str, int]) -> str:
    cells = (
        f'<c r="{letter}{number}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        if isinstance(value, str)
        else f'<c r="{letter}{number}"><v>{value}</v></c>'
        for letter, value in zip("ABCDEFGHIJKLM", row, strict=True)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'
