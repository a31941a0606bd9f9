"""Total rows of activity and expense tables: what each states, and which rows it adds up."""

from __future__ import annotations

from itaanalysis.intake import cells
from itaanalysis.intake.activities import heading_text, read_heading, read_people
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.codes import canonical_code
from itaanalysis.intake.expenses import read_spending, read_stated_utilisation
from itaanalysis.intake.parts import is_measured, part_cells
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import is_blank, is_dash

_SEVERAL = 2
_SUMMED = {"participants": "activities", "online_provinces": "activities", "amount_baht": "expenses"}


def read_totals(block: Block, reading: Reading) -> None:
    """Put what the total rows of a table state into `reading.totals`.

    The total of everything is stated for the column as such, a subtotal for `column[group]`.
    """
    rows = block.rows("total")
    grand = _grand_total(block, rows, reading)
    for row in rows:
        scope = "" if row == grand else f"[{_group_number(block, row)}]"
        for role, table in _SUMMED.items():
            stated = _stated(block, row, role, reading)
            if stated is not None:
                reading.state(table, f"{role}{scope}", stated, block.first_cell(row), block.place(row, role))
        if row == grand and is_measured(block, "amount_baht"):
            read_stated_utilisation(block, row, reading)


def _stated(block: Block, row: int, role: str, reading: Reading) -> float | None:
    """What a total row states for a column; None for a blank or a dash, which is no total."""
    typed = [block.value(row, role), *(value for value, _ in part_cells(block, row, role))]
    if all(is_blank(value) or is_dash(value) for value in typed):
        return None
    if role == "amount_baht":
        spent = read_spending(block, row, reading)
        return None if spent is None else float(spent)
    if role == "participants":
        people = read_people(block, row, reading)
    else:
        people = cells.read_count(block.value(row, role), block.place(row, role), reading.problems, reading.vocabulary)
    return None if people is None else float(people)


def _grand_total(block: Block, rows: list[int], reading: Reading) -> int | None:
    """The row that totals the whole table: the one that says so, else the only one, else one below a last subtotal."""
    said = [row for row in rows if any(reading.vocabulary.word("grand_total", str(its)) for _, its in block.cells(row))]
    if said or len(rows) < _SEVERAL:
        return max(said or rows, default=None)
    between = [row for row in block.rows("data") if rows[-2] < row < rows[-1]]
    return None if between else rows[-1]


def _group_number(block: Block, row: int) -> str:
    """Number of the group a subtotal closes: the part of the code its rows share, or else that of their heading."""
    above = [data for data in block.grouped() if data[0] < row]
    if not above:
        return "?"
    last, heading = above[-1]
    if code := canonical_code(block.value(last, "code")):
        return code.partition(".")[0].partition("(")[0]
    return (read_heading(heading_text(block, heading)) if heading is not None else ("", None))[0] or "?"
