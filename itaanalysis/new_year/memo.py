"""The head of the memorandum, begun for a new year."""

from __future__ import annotations

import re

from itaanalysis.workspace import Workspace

MEMO = "memo.toml"
_EMPTY_MEMO = """\
# หัวบันทึกข้อความของรายงาน ข้อที่เว้นว่างใช้ถ้อยคำในสมุดงาน หากไม่มีจะเป็นเส้นประให้เติม
# The head of the report's memorandum. What is left empty takes the notebook's wording, else a dotted line.

number = ""
date = ""

[th]
from = ""
subject = ""
to = ""
# ตำแหน่งของผู้ลงนาม ไม่พิมพ์ชื่อบุคคล · the signatory's position, no name
position = ""

[en]
from = ""
subject = ""
to = ""
position = ""
"""


def memo_of(workspace: Workspace, fiscal_year: int) -> str:
    """The head of the memorandum of the year before with number and date open; an empty one where there is none."""
    earlier = [workspace.raw(year) / MEMO for year in workspace.years() if year < fiscal_year]
    known = [path for path in earlier if path.is_file()]
    text = known[-1].read_text(encoding="utf-8-sig") if known else _EMPTY_MEMO
    return re.sub(r"^(number|date)\s*=.*$", r'\1 = ""', text, flags=re.MULTILINE)
