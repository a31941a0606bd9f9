"""What the commands print: problems, checks and counts, in Thai and English."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from itaanalysis.terms import SEVERITIES, VERDICTS

if TYPE_CHECKING:
    import pandas as pd

    from itaanalysis.criteria import Criteria
    from itaanalysis.intake.problems import Problems
    from itaanalysis.year import YearData

_STYLES = {"error": "bold red", "warning": "yellow", "agrees": "green", "differs": "bold red", "unchecked": "dim"}
_KINDS = {
    "title": "ชื่อเรื่อง",
    "header": "หัวตาราง",
    "group": "หัวข้อกลุ่ม",
    "data": "ข้อมูล",
    "total": "ยอดรวม",
    "note": "หมายเหตุ",
    "problem": "มีปัญหา",
}


def say(text: str) -> None:
    """Print one line as it is: paths and cell values are never taken for markup."""
    _console().print(Text(text))


def show_problems(problems: Problems) -> None:
    """Every problem, errors first: a line in Thai, a line in English."""
    console = _console()
    for problem in problems:
        _headline(console, SEVERITIES[problem.severity], _STYLES[problem.severity], problem.code)
        console.print(Text(f"  {problem.message_th}"))
        console.print(Text(f"  {problem.message_en}", style="dim"))
    errors = len(problems.errors)
    warnings = len(problems.found) - errors
    say(f"ข้อผิดพลาด {errors} รายการ ข้อควรตรวจ {warnings} รายการ · errors: {errors}, warnings: {warnings}")


def show_checks(checks: pd.DataFrame) -> None:
    """Every comparison with its verdict, those that differ first."""
    console = _console()
    order = {verdict: position for position, verdict in enumerate(("differs", "unchecked", "agrees"))}
    for row in checks.sort_values("verdict", key=lambda verdict: verdict.map(order), kind="stable").to_dict("records"):
        _headline(console, VERDICTS[row["verdict"]], _STYLES[row["verdict"]], row["check"])
        console.print(Text(f"  {row['message_th']}"))
        console.print(Text(f"  {row['message_en']}", style="dim"))
    counts = checks["verdict"].value_counts()
    say(" · ".join(f"{VERDICTS[verdict][0]} ({verdict}) {counts.get(verdict, 0)}" for verdict in VERDICTS))


def show_method(criteria: Criteria) -> None:
    """A word of care where the method of the year is taken from the year before until it is published."""
    if criteria.provisional:
        say(
            f"เกณฑ์การประเมินของปี {criteria.fiscal_year} ใช้ของปีก่อนไปพลางก่อน โปรดตรวจกับคู่มือของปีนั้น · the method of "
            f"{criteria.fiscal_year} is taken from the year before: check criteria.toml once the manual is out"
        )


def show_summary(year: YearData) -> None:
    """What to know before sending a report on: warnings, figures that disagree, tables not there yet."""
    warnings = year.problems[year.problems["severity"] == "warning"]
    for message_th, message_en in warnings.loc[
        warnings["code"] == "table-missing", ["message_th", "message_en"]
    ].values:
        say(f"{message_th} · {message_en}")
    show_method(year.criteria)
    differing = int((year.checks()["verdict"] == "differs").sum())
    say(
        f"ข้อควรตรวจ {len(warnings)} รายการ ตัวเลขไม่ตรงกัน {differing} รายการ ดูได้ด้วย ita check {year.fiscal_year} · "
        f"warnings: {len(warnings)}, figures that differ: {differing}; ita check {year.fiscal_year} lists them"
    )


def show_accounting(accounting: pd.DataFrame) -> None:
    """What became of every non-empty row, a line a sheet."""
    for row in accounting.to_dict("records"):
        counts = ", ".join(f"{thai} {row[kind]}" for kind, thai in _KINDS.items() if row[kind])
        english = ", ".join(f"{row[kind]} {kind}" for kind in _KINDS if row[kind])
        say(f"{row['file']} “{row['sheet']}” {row['rows']} แถว: {counts}")
        _console().print(Text(f"  {row['rows']} rows: {english}", style="dim"))


def show_rows(tables: Mapping[str, pd.DataFrame]) -> None:
    """How many rows each tidy table has."""
    say("  ".join(f"{table}: {len(data)}" for table, data in tables.items()))


@contextlib.contextmanager
def progress(steps: Sequence[str]) -> Iterator[Callable[[str, float | None], None]]:
    """A progress bar over named steps, to be called with (step, None) at its begin and (step, seconds) at its end.

    Where there is no terminal, a line a step.
    """
    console = _console()
    with Progress(
        SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[doing]}"),
        console=console, disable=not console.is_terminal, transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=len(steps), doing="")
        running: dict[str, None] = {}

        def told(step: str, seconds: float | None) -> None:
            if seconds is None:
                running[step] = None
            else:
                running.pop(step, None)
                bar.advance(task)
                console.print(Text(f"{step} {seconds:.1f} s", style="dim"))
            bar.update(task, doing=", ".join(running))

        yield told


def _headline(console: Console, names: tuple[str, str], style: str, code: str) -> None:
    console.print(Text.assemble((f"{' · '.join(names)} ", style), (f"[{code}]", "dim")))


def _console() -> Console:
    # A sentence is one line however narrow the window: it can be searched for and copied.
    return Console(highlight=False, soft_wrap=True)
