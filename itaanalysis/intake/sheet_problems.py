"""What a reader should know of each sheet as a whole: no table, hidden, hidden rows, formulas without a value."""

from __future__ import annotations

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import Sheet
from itaanalysis.intake.suggestions import closest_header


def report_sheets(found: list[tuple[Sheet, list[Block]]], reading: Reading) -> None:
    """Report what is the matter with each sheet, beside the tables found on it."""
    with_table = {sheet.file for sheet, blocks in found if blocks}
    for file in dict.fromkeys(sheet.file for sheet, _ in found):
        if file not in with_table:
            its = [sheet for sheet, _ in found if sheet.file == file]
            reading.problems.add("file-without-table", Place(file), **_hint(its, reading))
    for sheet, blocks in found:
        where = Place(sheet.file, sheet.name)
        if not blocks:
            filled = len(sheet.filled_rows) and not reading.vocabulary.starts_with("not_a_table", sheet.name)
            if filled and sheet.file in with_table:
                reading.problems.add("sheet-without-table", where, **_hint([sheet], reading))
            continue
        if not sheet.visible:
            reading.problems.add("hidden-sheet", where)
        hidden = sorted(row + 1 for row in sheet.hidden_rows if any(row in block.kinds for block in blocks))
        if hidden:
            reading.problems.add("hidden-rows", where, ", ".join(map(str, hidden)))
        for row, column in sheet.formulas_without_value:
            reading.problems.add("formula-without-value", place(sheet, row, column))


def _hint(sheets: list[Sheet], reading: Reading) -> dict[str, str]:
    """Which heading of these sheets looks like a known one, for the sentence that no table was found."""
    close = next(filter(None, (closest_header(sheet, reading.vocabulary) for sheet in sheets)), None)
    if close is None:
        return {"hint_th": "", "hint_en": ""}
    where, label, suggestion = close
    return {
        "hint_th": f" เซลล์ที่ใกล้เคียงคือ {where} “{label}”{suggestion['suggestion_th']}",
        "hint_en": f"; the nearest is “{label}” in {where}{suggestion['suggestion_en']}",
    }
