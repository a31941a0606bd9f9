"""The names of what stands in a finding in short: verdicts, KPIs, tables and columns, values."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files

from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.thai.date_format import format_date
from itaanalysis.thai.text import to_thai_digits

_ARABIC_DIGIT = re.compile("[0-9]")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Verdict:
    """A verdict in words, and the sign that tells it without colour."""

    name_th: str
    name_en: str
    sign: str
    meaning_th: str
    meaning_en: str


VERDICTS = {
    "differs": Verdict("ไม่ตรงกัน", "differs", "≠", "ต่างจากข้อมูล", "not what the data say"),
    "contradicts": Verdict(
        "ขัดกันเอง", "contradicts", "↔", "ต่างจากที่อื่นในเอกสารเดียวกัน", "not what the memo says elsewhere"
    ),
    "malformed": Verdict("พิมพ์ผิดรูป", "malformed", "!", "อ่านเป็นตัวเลขหรือวันที่ไม่ได้", "no number, or no day of the calendar"),
    "unchecked": Verdict("ตรวจไม่ได้", "unchecked", "?", "ไม่มีข้อมูลให้เทียบ", "no data to compare with"),
    "agrees": Verdict("ตรงกัน", "agrees", "✓", "ตรงกับข้อมูล", "what the data say"),
}
"""Every verdict, those to be mended first: the order in which findings are shown."""


def subject(what: str) -> tuple[str, str]:
    """What a figure speaks of, in Thai and English: the name of a KPI, or of a table and its column.

    >>> subject("budget_utilisation")
    ('ร้อยละการใช้จ่ายงบประมาณ', 'Budget utilisation')
    >>> subject("expenses.amount_baht")
    ('ค่าใช้จ่าย: จำนวนเงิน (บาท)', 'Expenses: amount spent')
    """
    kpi = kpi_catalogue().get(what)
    if kpi:
        return kpi.name_th, kpi.name_en
    return _named().get(what, (what, what))


@cache
def _named() -> dict[str, tuple[str, str]]:
    tables = tomllib.loads((files("itaanalysis") / "tables.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((files("itaanalysis.audit.output") / "names.toml").read_text(encoding="utf-8"))
    columns = {
        f"{table}.{name}": (
            f"{about['title_th'].partition(':')[0]}: {meaning_th}",
            f"{about['title_en'].partition(':')[0]}: {meaning_en.partition(';')[0]}",
        )
        for table, about in tables.items()
        for name, _, _, meaning_en, meaning_th in about["columns"]
    }
    return columns | {what: (name_th, name_en) for what, (name_th, name_en) in own.items()}


def shown(value: float | str | None, typed: str = "") -> str:
    """A value as the memo would have it: thousands parted, at most two decimals, a date in words, its kind of digits.

    >>> shown(1288999.22, "๑,๒๙๙,๙๙๙.๒๒"), shown(1871.0, "1,837"), shown("2025-09-03", "๔ กันยายน ๒๕๖๘"), shown(None)
    ('๑,๒๘๘,๙๙๙.๒๒', '1,871', '๓ กันยายน ๒๕๖๘', '–')
    """
    if value is None:
        return "–"
    text = _date(value) if isinstance(value, str) else _number(value)
    return text if _ARABIC_DIGIT.search(typed) else to_thai_digits(text)


def _number(value: float) -> str:
    exact = Decimal(repr(float(value)))
    if exact == exact.to_integral_value():
        return f"{exact:,.0f}"
    return f"{exact.quantize(_CENT, ROUND_HALF_UP):,}"


def _date(text: str) -> str:
    try:
        return format_date(date.fromisoformat(text), digits="arabic")
    except ValueError:
        return text
