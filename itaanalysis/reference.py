"""Reading the tables an office edits by hand: however Excel saved them, and with one sentence for what is wrong."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from itaanalysis.errors import UserError


class ReferenceTableError(UserError):
    """A reference table cannot be read or contradicts itself. One sentence in Thai and one in English."""


def decode(content: bytes) -> str | None:
    """Text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM, or the Thai code page cp874; None for neither."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp874"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def table_reader(text: str) -> csv.DictReader[str]:
    """The rows of a CSV text by column, parted by whichever of comma, semicolon and tab it uses most."""
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text[:10_000].count))


def read_reference(path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """The rows of a reference table, each cell stripped. Blank rows are left out.

    A column of `optional` that the table has not is blank in every row.

    Raises ReferenceTableError when a column is missing or the file is no text.
    """
    text = decode(path.read_bytes())
    if text is None:
        raise ReferenceTableError(
            f"{path.name}: อ่านเป็นข้อความไม่ได้ โปรดบันทึกเป็น CSV UTF-8\n{path.name}: not a text; save it as CSV UTF-8."
        )
    reader = table_reader(text)
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise ReferenceTableError(
            f"{path.name}: ไม่มีคอลัมน์ {', '.join(missing)}\n{path.name}: column {', '.join(missing)} is missing."
        )
    rows = [{column: (row.get(column) or "").strip() for column in (*columns, *optional)} for row in reader]
    return [row for row in rows if any(row.values())]
