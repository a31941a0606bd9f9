"""What is said beside a verdict, in Thai and in English: one sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.figures.no_such_day import day_in_words
from itaanalysis.audit.known.facts import TARGET, Known
from itaanalysis.audit.known.in_words import Saying
from itaanalysis.thai.date_format import format_date_range
from itaanalysis.thai.rounding import exact, format_number
from itaanalysis.thai.text import to_thai_digits

Remark = tuple[str, str]
NOTHING: Remark = ("", "")
WORKED_OUT: Remark = ("คำนวณได้จากตัวเลขอื่นในบันทึก", "Worked out from other figures of the memo.")


def should_be(known: Known) -> Remark:
    """A figure differs: what it ought to be, and where that stands."""
    th, en = shown(known)
    if known.other is not None and known.role == "reported":
        other_th, other_en = number(known.other)
        return (
            f"ควรเป็น {th} ตามที่แผ่นงานระบุ ({known.source}) ซึ่งรายการรวมกันได้ {other_th} โปรดตรวจ",
            f"It should be {en} as the sheet states ({known.source}), whose rows add up to {other_en}: check both.",
        )
    if known.other is not None:
        other_th, other_en = number(known.other)
        return (
            f"ควรเป็น {th} ตามรายการ ({known.source}) ซึ่งแผ่นงานระบุไว้ {other_th} โปรดตรวจ",
            f"It should be {en} by the rows ({known.source}), where the sheet states {other_en}: check both.",
        )
    return f"ควรเป็น {th} ตาม {known.source}", f"It should be {en} by {known.source}."


def stated_but_not_added_up(figure: Figure, known: Known) -> Remark:
    """The sheet states what the memo states, and its own rows add up to something else."""
    if known.other is None or not isinstance(figure.value, Decimal):
        return NOTHING
    (mine_th, mine_en), (sum_th, sum_en) = number(figure.value), number(known.other)
    apart_th, apart_en = number(abs(figure.value - known.other))
    return (
        f"แผ่นงานระบุ {mine_th} ({known.source}) แต่คำนวณจากรายการได้ {sum_th} ต่างกัน {apart_th} "
        "โปรดตรวจแล้วใช้ตัวเลขเดียวกันทั้งฉบับ",
        f"The sheet states {mine_en} ({known.source}), but its rows come to {sum_en}, {apart_en} apart: "
        "check, and use one figure throughout.",
    )


def as_stated(known: Known, line: int | None, cut: bool = False) -> Remark:
    """As the sheet states it, perhaps `cut` off; the rows come to something else, which was said at `line`."""
    if known.other is None:
        return NOTHING
    th, en = number(known.other)
    at_th, at_en = (f" (ดูบรรทัดที่ {to_thai_digits(str(line))})", f" (see line {line})") if line else ("", "")
    cut_th, cut_en = (f"{one} " for one in cut_off(known)) if cut else ("", "")
    return (
        f"{cut_th}ตรงกับที่แผ่นงานระบุ แต่คำนวณจากรายการได้ {th}{at_th}",
        f"{cut_en}As the sheet states; its rows come to {en}{at_en}.",
    )


def cut_off(known: Known) -> Remark:
    """Cut off where it should have been rounded."""
    th, en = number(known.unrounded if known.unrounded is not None else exact(known.value), most=5)
    return f"ตัดทศนิยมแทนการปัดเศษ ค่าก่อนปัดคือ {th}", f"Cut off instead of rounded; the figure is {en}."


def rounded(known: Known) -> Remark:
    """Rounded more than the data."""
    th, en = shown(known)
    return f"ปัดเศษจาก {th}", f"Rounded from {en}."


def malformed(typed: str, known: Known | None) -> Remark:
    """No number at all; what was most likely meant."""
    th, en = shown(known) if known else ("", "")
    return (
        f"“{to_thai_digits(typed)}” วางเครื่องหมายคั่นหลักหรือจุดทศนิยมผิดที่"
        + (f" น่าจะเป็น {th} ตาม {known.source}" if known else " โปรดพิมพ์ใหม่"),
        f"“{typed}” has a comma or point in the wrong place"
        + (f"; {en} by {known.source} is likely meant." if known else ": type it anew."),
    )


def no_such_day(typed: str, known: Known | None) -> Remark:
    """A date the calendar does not have; that of the event spoken of."""
    (none_th, none_en), (th, en) = day_in_words(typed), shown(known) if known else ("", "")
    return (
        f"ปฏิทินไม่มีวันที่ {none_th}" + (f" น่าจะเป็น {th} ตาม {known.source}" if known else " โปรดตรวจ"),
        f"The calendar has no {none_en}" + (f"; {en} by {known.source} is likely meant." if known else ": check it."),
    )


def another_weekday(th: str, en: str) -> Remark:
    """A weekday that is not that of its date."""
    return f"วันที่ที่ตามมาตรงกับวัน{th} โปรดตรวจทั้งวันและวันที่", f"The date behind it is a {en}: check the weekday and the date."


def contradiction(line: int, value: Decimal) -> Remark:
    """Another place of the memo says something else, and the data does not decide."""
    th, en = number(value)
    return (
        f"บรรทัดที่ {to_thai_digits(str(line))} ระบุ {th} ข้อมูลของปีไม่มีค่าให้เทียบ โปรดตรวจว่าค่าใดถูก",
        f"Line {line} says {en}, and the year's data has no such figure: check which is right.",
    )


def adds_up_to(known: Known) -> Remark:
    """A total that is not what the rows above it add up to."""
    th, en = shown(known)
    return f"รายการในตารางรวมกันได้ {th} โปรดตรวจ", f"The rows above add up to {en}: check them."


def should_say(meant: Sequence[Remark], saying: Saying) -> Remark:
    """A word differs: what it ought to be, or might be, and the figures and cells that follows from."""
    th, en = (f" {word} ".join(f"“{one[lang]}”" for one in meant) for lang, word in enumerate(("หรือ", "or")))
    told = [(*(("เป้าหมาย", "target") if known.role == TARGET else ("ผล", "result")), *shown(known))
            for known in saying.figures]  # fmt: skip
    figures_th = " ".join(f"{name} {figure}" for name, _, figure, _ in told)
    figures_en = ", ".join(f"{name} {figure}" for _, name, _, figure in told)
    because_th, because_en = (f" ({figures_th})", f" ({figures_en})") if told else ("", "")
    return f"ควรเป็น {th}{because_th} ตาม {saying.source}", f"It should be {en}{because_en} by {saying.source}."


def shown(known: Known) -> Remark:
    """A known figure in words, Thai and English."""
    if isinstance(known.value, date):
        last = known.last or known.value
        return format_date_range(known.value, last), format_date_range(known.value, last, lang="en")
    two = known.family == "share" and known.value != int(known.value)
    return number(known.value, decimals=2 if two else None)


def number(value: Decimal, decimals: int | None = None, most: int = 2) -> Remark:
    """A number with Thai and with Arabic digits; a fraction of a baht or point has two decimals."""
    if decimals is None:
        decimals = 0 if value == int(value) else most
    return format_number(value, decimals), format_number(value, decimals, digits="arabic")
