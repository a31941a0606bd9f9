"""`ita.show`: a year or a table in a notebook, worth looking at; in a terminal the same as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis.errors import UserError
from itaanalysis.words import Words

if TYPE_CHECKING:
    import pandas as pd

    from itaanalysis.display.shown import Shown
    from itaanalysis.whatif import Supposed
    from itaanalysis.year import YearData

ROWS = 20
"""How many rows of a table are shown unless more are asked for."""


class NothingToShow(UserError, TypeError):
    """Something else than a year, a table or a supposition was to be shown."""

    def __init__(self, what: object) -> None:
        kind = type(what).__name__
        super().__init__(
            f"ita.show แสดงปี (YearData) ตาราง (DataFrame, Series) และผลของ ita.what_if ได้ แต่แสดงค่าชนิด {kind} ไม่ได้\n"
            f"ita.show shows a year (YearData), a table (DataFrame, Series) or what ita.what_if gives; "
            f"this is of type {kind}."
        )


def show(
    what: YearData | pd.DataFrame | pd.Series | Supposed,
    lang: str = "th",
    digits: str | None = None,
    rows: int | None = ROWS,
) -> None:
    """Show a year at a glance, a table or what `ita.what_if` gives where the notebook stands; print it elsewhere.

    A table of the year (`year.problems`, `year.kpis()`, `year.checks()`, any other) gets its headers in words, its
    figures with units and the cells they came from; any other DataFrame is shown in the same dress. `lang` is "th" or
    "en", `digits` "thai" or "arabic", None for those of the language. Of a long table the first `rows` rows are shown
    and the rest counted; None shows all.

    Raises UnknownWording for another language or kind of digits, NothingToShow for anything else.

    >>> show(year)                            # doctest: +SKIP
    >>> show(year.checks(), lang="en")        # doctest: +SKIP
    """
    from itaanalysis.report.blocks import show as put

    put(shown(what, lang, digits, rows))


def shown(what: object, lang: str = "th", digits: str | None = None, rows: int | None = ROWS) -> Shown:
    """What `show` shows, as an object with `html()` and `plain()`. Parameters and errors are those of `show`."""
    import pandas as pd

    from itaanalysis.display.overview import overview
    from itaanalysis.display.supposed import supposed
    from itaanalysis.whatif import Supposed
    from itaanalysis.year import YearData

    words = Words.of(lang, digits)
    if isinstance(what, YearData):
        return overview(what, words)
    if isinstance(what, Supposed):
        return supposed(what, words)
    if isinstance(what, pd.Series):
        what = what.to_frame()
    if not isinstance(what, pd.DataFrame):
        raise NothingToShow(what)
    return _table(what, words, rows)


def _table(frame: pd.DataFrame, words: Words, rows: int | None) -> Shown:
    from itaanalysis.display.shown import Line, Shown
    from itaanalysis.display.styled import style

    if frame.columns.empty:
        return Shown(words.lang, (Line(words.missing),))
    table = style(frame, words, rows)
    left = len(frame) - len(table.data)
    if not left:
        return Shown(words.lang, (table,))
    first, more = words.number(len(table.data), 0), words.number(left, 0)
    line = words.pick(f"แสดง {first} แถวแรก ยังมีอีก {more} แถว ดูทั้งหมดด้วย", f"The first {first} rows; {more} more with")
    return Shown(words.lang, (table, Line(line, "ita.show(…, rows=None)")))
