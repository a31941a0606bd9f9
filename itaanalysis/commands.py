"""What each command of `ita` does and prints; each returns the exit status.

What a command needs is imported when it runs, so that the others do not wait for it.
"""

from __future__ import annotations

import argparse

from itaanalysis import figure_options
from itaanalysis.workspace import Workspace

OK, FOUND_ERRORS, WRONG_USAGE = 0, 1, 2


def check(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.criteria import criteria
    from itaanalysis.intake import read_year
    from itaanalysis.year import YearData

    workspace.require_raw(year)
    intake = read_year(workspace, year)
    console.show_accounting(intake.accounting)
    console.show_problems(intake.problems)
    console.show_checks(YearData.of(intake, workspace).checks())
    console.show_method(criteria(year))
    if intake.problems.errors:
        console.say(
            f"มีข้อผิดพลาด {len(intake.problems.errors)} รายการด้านบน ผลเปรียบเทียบยังไม่รวมเซลล์ที่อ่านไม่ได้ · "
            f"{len(intake.problems.errors)} errors above; the comparisons leave out the cells that cannot be read"
        )
        return FOUND_ERRORS
    return OK


def clean(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.cleaning import clean
    from itaanalysis.intake.problems import InputErrors

    workspace.require_raw(year)
    try:
        intake = clean(workspace, year)
    except InputErrors as error:
        console.show_problems(error.problems)
        console.say(f"ไม่ได้เขียนไฟล์ใด · nothing was written to {workspace.processed(year)}")
        return FOUND_ERRORS
    console.show_accounting(intake.accounting)
    console.show_problems(intake.problems)
    console.show_rows(intake.tables)
    console.say(f"เขียนแล้ว · written: {workspace.processed(year)}")
    return OK


def figures(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.figures import draw_figures
    from itaanalysis.intake.problems import InputErrors

    try:
        folder = draw_figures(workspace, year, options.lang, look=figure_options.look(options))
    except InputErrors as error:
        console.show_problems(error.problems)
        return FOUND_ERRORS
    console.say(f"เขียนแล้ว · written: {folder}")
    return OK


def report(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.intake.problems import InputErrors
    from itaanalysis.make import make_everything, steps
    from itaanalysis.year import load

    workspace.require_raw(year)
    before = {path.name for path in workspace.reports(year).glob("report.*")}
    try:
        with console.progress(steps(workspace, options.to)) as progress:
            folder = make_everything(workspace, year, options.to, options.lang, progress, options.archive)
    except InputErrors as error:
        console.show_problems(error.problems)
        console.say(f"ไม่ได้เขียนไฟล์ใด · nothing was written to {workspace.reports(year)}")
        return FOUND_ERRORS
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        console.say(f"เขียนแล้ว · written: {path}")
    gone = ", ".join(sorted(before - {path.name for path in folder.glob("report.*")}))
    if gone:
        console.say(f"ลบแล้ว เป็นของรอบก่อน · removed, of the run before: {gone}")
    console.show_summary(load(year, workspace.root))
    return OK


def new_year(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.new_year import new_year

    folder = new_year(workspace, year)
    console.say(f"สร้างแล้ว · made: {folder}")
    console.say(f"กรอกไฟล์ในโฟลเดอร์นี้ แล้วสั่ง ita check {year} · fill in the workbooks there, then run: ita check {year}")
    return OK


def audit(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.audit.run import audit_file
    from itaanalysis.intake.problems import InputErrors

    try:
        right = audit_file(options.file, workspace, year, options.format, options.output, options.all)
    except InputErrors as error:
        console.show_problems(error.problems)
        return FOUND_ERRORS
    if options.output:
        console.say(f"เขียนแล้ว · written: {options.output}")
    return OK if right else FOUND_ERRORS


def explore(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.explore.serve import serve
    from itaanalysis.intake.problems import InputErrors

    try:
        serve(workspace, year, options.lang, options.port, browser=not options.no_browser)
    except InputErrors as error:
        console.show_problems(error.problems)
        return FOUND_ERRORS
    return OK
