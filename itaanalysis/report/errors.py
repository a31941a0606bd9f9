"""What an author of the report can get wrong, each told in one sentence, in Thai and English on one line."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from itaanalysis.errors import UserError


class ReportError(UserError):
    """An error in the wording or the tables of a report."""


class UnknownPlaceholder(ReportError, KeyError):
    """A sentence asks for a figure that has no such name.

    >>> print(UnknownPlaceholder("pas_rate", ["pass_rate", "pass_mark"]).en)
    There is no figure named {pas_rate}; did you mean {pass_rate}?
    """

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.nearest = next(
            iter(get_close_matches(name, [one for one in known if ">" not in one], n=1, cutoff=0.5)), None
        )
        meant = f"{{{self.nearest}}}"
        hint_th = f"หมายถึง {meant} หรือไม่" if self.nearest else "ดูรายชื่อทั้งหมดได้จาก report.facts"
        hint_en = f"did you mean {meant}?" if self.nearest else "report.facts lists all names."
        self.th = f"ไม่มีข้อมูลชื่อ {{{name}}} ในรายงาน {hint_th}"
        self.en = f"There is no figure named {{{name}}}; {hint_en}"
        super().__init__(f"{self.th} · {self.en}")

    # What is missing in a dict is a KeyError, which shows its text in quotation marks.
    __str__ = Exception.__str__


class BrokenTemplate(ReportError):
    """A sentence whose braces or double brackets do not pair up."""

    def __init__(self, template: str) -> None:
        start = template.strip().replace("\n", " ")[:40]
        super().__init__(
            f"วงเล็บ {{ }} หรือ [[ ]] ในข้อความ “{start}…” ไม่ครบคู่ โปรดตรวจทานการเปิดและปิดวงเล็บ · "
            f"The braces {{ }} or brackets [[ ]] in “{start}…” do not pair up; close what was opened."
        )


class UnknownName(ReportError, KeyError):
    """A table is asked for a column, a KPI or a kind that there is not.

    >>> print(UnknownName(("คอลัมน์", "column"), "scores", ["unit", "score"]))
    ไม่มีคอลัมน์ “scores” เลือกได้จาก unit, score · There is no column “scores”; choose from unit, score.
    """

    def __init__(self, what: tuple[str, str], name: object, known: Iterable[object]) -> None:
        th, en = what
        choice = ", ".join(map(str, known))
        super().__init__(f"ไม่มี{th} “{name}” เลือกได้จาก {choice} · There is no {en} “{name}”; choose from {choice}.")

    __str__ = Exception.__str__


class WrongWidths(ReportError, ValueError):
    """A table is given more or fewer widths than it has columns."""

    def __init__(self, columns: int, widths: int) -> None:
        super().__init__(
            f"ตารางมี {columns} คอลัมน์ แต่ widths มี {widths} ค่า โปรดใส่ให้เท่ากัน · "
            f"The table has {columns} columns, but widths has {widths} numbers; give one for each column."
        )


def refuse_unknown(what: tuple[str, str], names: Iterable[object], known: Collection[object]) -> None:
    """Raise UnknownName for the first of these names that is not known."""
    for name in names:
        if name not in known:
            raise UnknownName(what, name, known)
