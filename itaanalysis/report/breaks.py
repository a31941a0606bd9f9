"""Where a line of the PDF may break: a mark between two Thai words that are written without a space."""

from __future__ import annotations

import re

from itaanalysis.thai.calendar import MONTHS_TH
from itaanalysis.thai.words import words

MARK = "\u200b"  # ZERO WIDTH SPACE; the Typst filter takes it out again, so no reader ever copies one

_NO_BREAK = "\u00a0"  # a space that holds its two words together; the filter turns it into a plain one

_THAI = re.compile("[ก-๛]")
_COUNTED = "|".join((*("บาท", "คะแนน", *MONTHS_TH), r"(?:คน|ครั้ง|วัน|ปี)(?![ก-๛])"))
# A number is read with the word before it, what is counted with its number, and ๆ with the word it repeats.
_HELD_TOGETHER = re.compile(
    r"(?:(?<=พ\.ศ\.)|(?<=ค\.ศ\.)|(?<=ร้อยละ)|(?<=ที่)|(?<=ข้อ)) (?=[0-9๐-๙])"
    rf"|(?<=[0-9๐-๙]) (?=(?:{_COUNTED}))| (?=[ๆฯ])"
)
_STAYS_WITH_THE_WORD_BEFORE = re.compile(r"[ๆฯ๚๛,.;:!?%)\]}»”’…/\u0E31\u0E33-\u0E3A\u0E47-\u0E4E]")
# What the dictionary takes for one word, too long for a column of names: สำนักงาน|ปลัดกระทรวง, กรม|ทรัพย์สินทางปัญญา;
# กรมธรรม์ (a policy) is no office.
_OFFICE_AND_NAME = re.compile("^(?:(?:สำนักงาน|องค์การ)(?=[ก-ฮเ-ไ].{3})|กรม(?=[ก-ฮเ-ไ].{7}))")
_STAYS_WITH_THE_WORD_AFTER = re.compile(r".*[(\[{«“‘฿$#@/.\-–]$", re.DOTALL)


def mark_breaks(text: str) -> str:
    """`text` with MARK wherever a line may break and there is no space to show it, and a no-break space where none may.

    Punctuation, `ๆ` and `ฯ` stay with their word, as does a number with พ.ศ., ร้อยละ, ที่ and ข้อ before it and with
    บาท, คะแนน, a month and such behind it; a mark that was there already goes.

    >>> mark_breaks("งบประมาณรายจ่าย ๑,๐๐๐ บาท").split(MARK)
    ['งบประมาณ', 'รายจ่าย ๑,๐๐๐\\xa0บาท']
    """
    text = _HELD_TOGETHER.sub(_NO_BREAK, text.replace(MARK, ""))
    if not _THAI.search(text):
        return text
    marked: list[str] = []
    for piece in words(text):
        if marked and _may_part(marked[-1], piece):
            marked.append(MARK)
        marked.append(_OFFICE_AND_NAME.sub(rf"\g<0>{MARK}", piece))
    return "".join(marked)


def _may_part(left: str, right: str) -> bool:
    if left[-1].isspace() or right[0].isspace() or not (_THAI.search(left) or _THAI.search(right)):
        return False
    return not (_STAYS_WITH_THE_WORD_BEFORE.match(right) or _STAYS_WITH_THE_WORD_AFTER.match(left))
