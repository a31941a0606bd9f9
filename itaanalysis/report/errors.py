"""What an author of the report can get wrong, each told in one sentence."""

from collections.abc import Iterable
from difflib import get_close_matches

from itaanalysis.errors import UserError


class ReportError(UserError):
    """An error in the wording of a report."""


class UnknownPlaceholder(ReportError):
    """A sentence asks for a figure that has no such name.

    >>> print(UnknownPlaceholder("pas_rate", ["pass_rate", "pass_mark"], lang="en"))
    There is no figure named {pas_rate}; did you mean {pass_rate}?
    """

    def __init__(self, name: str, known: Iterable[str], lang: str = "th") -> None:
        self.name = name
        self.nearest = next(iter(get_close_matches(name, list(known), n=1, cutoff=0.5)), None)
        super().__init__(_unknown(name, self.nearest, lang))


class BrokenTemplate(ReportError):
    """A sentence whose braces or double brackets do not pair up."""

    def __init__(self, template: str, lang: str = "th") -> None:
        start = template.strip().replace("\n", " ")[:40]
        super().__init__(
            f"วงเล็บ {{ }} หรือ [[ ]] ในข้อความ “{start}…” ไม่ครบคู่ โปรดตรวจทานการเปิดและปิดวงเล็บ"
            if lang == "th"
            else f"The braces {{ }} or brackets [[ ]] in “{start}…” do not pair up; close what was opened."
        )


def _unknown(name: str, nearest: str | None, lang: str) -> str:
    if lang == "th":
        hint = f"หมายถึง {{{nearest}}} หรือไม่" if nearest else "ดูรายชื่อทั้งหมดได้จาก report.facts"
        return f"ไม่มีข้อมูลชื่อ {{{name}}} ในรายงาน {hint}"
    hint = f"did you mean {{{nearest}}}?" if nearest else "report.facts lists all names."
    return f"There is no figure named {{{name}}}; {hint}"
