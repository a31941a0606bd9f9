"""The command `ita`: words to calls. What a command needs is imported when it runs, so that --help comes at once."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from itaanalysis import __version__, arguments, figure_options
from itaanalysis.errors import UserError
from itaanalysis.report.formats import FORMATS
from itaanalysis.workspace import Workspace, WorkspaceError

OK, FOUND_ERRORS, WRONG_USAGE = 0, 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Run `ita` and return its exit status: 0, 1 when the data hold errors, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    options = parser.parse_args(words)
    if not hasattr(options, "run"):
        parser.print_help()
        return WRONG_USAGE
    workspace = Workspace(Path.cwd())
    try:
        workspace = Workspace.find(options.root)
        return int(options.run(workspace, workspace.year(options.year), options))
    except UserError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE if isinstance(error, WorkspaceError) else FOUND_ERRORS
    except OSError as error:
        where = error.filename or workspace.root
        print(
            f"อ่านหรือเขียน {where} ไม่ได้ ({error.strerror}) โปรดปิดไฟล์ที่เปิดค้างไว้และตรวจสิทธิ์ของโฟลเดอร์\n"
            f"{where} cannot be read or written ({error.strerror}): close open files, check the folder.",
            file=sys.stderr,
        )
        return FOUND_ERRORS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ita",
        description="จากตารางของหน่วยงานสู่รายงานผลการประเมิน ITA · From an office's spreadsheets to the ITA report.",
    )
    parser.add_argument("--version", action="version", version=f"ita {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--root", type=Path, help="project folder, by default the one you stand in")
    everywhere.add_argument(
        "year",
        nargs="?",
        type=arguments.fiscal_year,
        metavar="YEAR",
        help="fiscal year such as 2568, by default the latest",
    )
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument("--lang", choices=("th", "en"), default="th", help="language of charts and report")

    check = commands.add_parser(
        "check", parents=[everywhere], help="อ่านไฟล์ดิบ แสดงทุกปัญหาและผลการตรวจ · read raw, print every problem and check"
    )
    check.set_defaults(run=_check)
    clean = commands.add_parser(
        "clean", parents=[everywhere], help="อ่านไฟล์ดิบ เขียนตารางลง data/processed · raw workbooks to data/processed"
    )
    clean.set_defaults(run=_clean)
    figures = commands.add_parser(
        "figures", parents=[everywhere, language], help="เขียนแผนภูมิลง figures/YEAR · charts to figures/YEAR"
    )
    figure_options.add_to(figures)
    figures.set_defaults(run=_figures)
    report = commands.add_parser(
        "report",
        parents=[everywhere, language],
        help="ทำทุกขั้นตอน เขียนรายงานลง reports/YEAR · everything, to reports/YEAR",
    )
    report.add_argument(
        "--to",
        type=arguments.several(lambda: FORMATS),
        default=FORMATS,
        metavar=",".join(FORMATS),
        help="formats of the report",
    )
    report.add_argument(
        "--archive",
        type=arguments.day,
        nargs="?",
        const=datetime.date.today(),
        metavar="DATE",
        help="write the PDF as PDF/A-2a for the archive, dated today or this day",
    )
    report.set_defaults(run=_report)
    new_year = commands.add_parser(
        "new-year", help="สร้าง data/raw/YEAR พร้อมแบบกรอกเปล่า · data/raw/YEAR with empty workbooks laid out for typing"
    )
    new_year.add_argument("--root", type=Path, help="project folder, by default the one you stand in")
    new_year.add_argument(
        "year", type=arguments.fiscal_year, metavar="YEAR", help="the fiscal year to begin, such as 2569"
    )
    new_year.set_defaults(run=_new_year)
    audit = commands.add_parser(
        "audit",
        help="ตรวจตัวเลขในบันทึกข้อความกับข้อมูลและกับตัวเลขด้วยกัน · a memo's figures against the data and against one another",
    )
    audit.add_argument("--root", type=Path, help="project folder, by default the one you stand in")
    audit.add_argument("file", type=Path, metavar="FILE", help="the memo: txt, md, docx, odt, html, or pdf with text")
    audit.add_argument("--year", type=arguments.fiscal_year, help="fiscal year such as 2568, by default the latest")
    audit.add_argument("--format", choices=("text", "csv", "json", "html"), default="text", help="text by default")
    audit.add_argument("--output", type=Path, metavar="FILE", help="write to this file and not to the screen")
    audit.add_argument("--all", action="store_true", help="with text: show in full what agrees, too")
    audit.set_defaults(run=_audit)
    explore = commands.add_parser(
        "explore", parents=[everywhere, language], help="เปิดหน้าเว็บสำรวจคะแนน · the scores as a page to click in"
    )
    explore.add_argument("--port", type=int, help="port of the page, by default the first free one from 8866")
    explore.add_argument("--no-browser", action="store_true", help="do not open the browser")
    explore.set_defaults(run=_explore)
    return parser


def _check(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.intake import read_year
    from itaanalysis.year import YearData

    workspace.require_raw(year)
    intake = read_year(workspace, year)
    console.show_accounting(intake.accounting)
    console.show_problems(intake.problems)
    console.show_checks(YearData.of(intake, workspace).checks())
    if intake.problems.errors:
        console.say(
            f"มีข้อผิดพลาด {len(intake.problems.errors)} รายการด้านบน ผลเปรียบเทียบยังไม่รวมเซลล์ที่อ่านไม่ได้ · "
            f"{len(intake.problems.errors)} errors above; the comparisons leave out the cells that cannot be read"
        )
        return FOUND_ERRORS
    return OK


def _clean(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
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


def _figures(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
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


def _report(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.intake.problems import InputErrors
    from itaanalysis.make import make_everything, steps
    from itaanalysis.year import load

    workspace.require_raw(year)
    try:
        with console.progress(steps(workspace, options.to)) as progress:
            folder = make_everything(workspace, year, options.to, options.lang, progress, options.archive)
    except InputErrors as error:
        console.show_problems(error.problems)
        console.say(f"ไม่ได้เขียนไฟล์ใด · nothing was written to {workspace.reports(year)}")
        return FOUND_ERRORS
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        console.say(f"เขียนแล้ว · written: {path}")
    console.show_summary(load(year, workspace.root))
    return OK


def _new_year(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis import console
    from itaanalysis.new_year import new_year

    folder = new_year(workspace, year)
    console.say(f"สร้างแล้ว · made: {folder}")
    console.say(f"กรอกไฟล์ในโฟลเดอร์นี้ แล้วสั่ง ita check {year} · fill in the workbooks there, then run: ita check {year}")
    return OK


def _audit(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
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


def _explore(workspace: Workspace, year: int, options: argparse.Namespace) -> int:
    from itaanalysis.explore.serve import serve

    serve(workspace, year, options.lang, options.port, browser=not options.no_browser)
    return OK
