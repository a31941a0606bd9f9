"""What a heading that is not known may have meant. Suggestions go into the texts of problems, and are never applied."""

from __future__ import annotations

from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.sheet import Sheet, is_blank
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import normalise

_ROWS_LOOKED_AT = 60
_FEWEST = 2
"""Cells of a row that must look like headings before it passes for a header."""


def name_suggestion(near: str | None) -> dict[str, str]:
    """`suggestion_th` and `suggestion_en` for a name not known: the one it looks like; nothing where there is none."""
    return {
        "suggestion_th": f" (ใกล้เคียงกับ “{near}”)" if near else "",
        "suggestion_en": f" (it looks like “{near}”)" if near else "",
    }


def heading_suggestion(table: str, label: str, vocabulary: Vocabulary) -> dict[str, str]:
    """`suggestion_th` and `suggestion_en` for a heading of a table: the line to add, or where a line would go."""
    near = vocabulary.nearest_heading(table, label)
    if near is None:
        return {
            "suggestion_th": " หากเป็นข้อมูลที่ต้องใช้ โปรดใช้หัวคอลัมน์ที่มีใน data/reference/headers.csv",
            "suggestion_en": "; if its data are needed, use a heading that data/reference/headers.csv has",
        }
    line = f"{table},{near[1]},{normalise(label)}"
    return {
        "suggestion_th": f" หากหมายถึง “{near[0]}” โปรดเพิ่มบรรทัด {line} ใน data/reference/headers.csv",
        "suggestion_en": f"; if it means “{near[0]}”, add the line {line} to data/reference/headers.csv",
    }


def closest_header(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Place, str, dict[str, str]] | None:
    """On a sheet without a table: the first heading not known in the row most like a header, with its suggestion."""
    best: tuple[int, int, str] | None = None
    for row in range(min(sheet.height, _ROWS_LOOKED_AT)):
        labels = [value for value in sheet.row(row) if isinstance(value, str) and not is_blank(value)]
        for table in vocabulary.headers:
            like = sum(
                vocabulary.heading(table, label) is not None or vocabulary.nearest_heading(table, label) is not None
                for label in labels
            )
            if like >= _FEWEST and (best is None or like > best[0]):
                best = like, row, table
    if best is None:
        return None
    _, row, table = best
    for index, value in enumerate(sheet.row(row)):
        words = isinstance(value, str) and any(map(str.isalpha, value))
        if words and vocabulary.heading(table, value) is None:
            return place(sheet, row, index), value, heading_suggestion(table, value, vocabulary)
    return None
