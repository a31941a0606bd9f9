"""The command `ita`: words to calls."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from itaanalysis import __version__, arguments, commands, figure_options
from itaanalysis.commands import FOUND_ERRORS, WRONG_USAGE
from itaanalysis.errors import UserError
from itaanalysis.report.formats import FORMATS
from itaanalysis.workspace import Workspace, WorkspaceError


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


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints begin in Thai."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"สั่ง {self.prog} ไม่ถูกต้อง ดูวิธีใช้ด้วย {self.prog} --help\n{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ita",
        description="จากตารางของหน่วยงานสู่รายงานผลการประเมิน ITA · From an office's spreadsheets to the ITA report.",
    )
    parser.add_argument("--version", action="version", version=f"ita {__version__}")
    _add_root(parser, None)
    added = parser.add_subparsers(title="commands", metavar="COMMAND")
    project = _Parser(add_help=False)
    # Typed before the command it stands, unless it is typed behind it too.
    _add_root(project, argparse.SUPPRESS)
    year = _Parser(add_help=False)
    year.add_argument(
        "year",
        nargs="?",
        type=arguments.fiscal_year,
        metavar="YEAR",
        help="ปีงบประมาณ เช่น 2568 ไม่ระบุคือปีล่าสุด · fiscal year, by default the latest",
    )
    language = _Parser(add_help=False)
    language.add_argument(
        "--lang", choices=("th", "en"), default="th", help="ภาษาของแผนภูมิและรายงาน · language of charts and report"
    )

    check = added.add_parser(
        "check",
        parents=[project, year],
        help="อ่านไฟล์ดิบ แสดงทุกปัญหาและผลการตรวจ · read raw, print every problem and check",
    )
    check.set_defaults(run=commands.check)
    clean = added.add_parser(
        "clean", parents=[project, year], help="อ่านไฟล์ดิบ เขียนตารางลง data/processed · raw workbooks to data/processed"
    )
    clean.set_defaults(run=commands.clean)
    figures = added.add_parser(
        "figures", parents=[project, year, language], help="เขียนแผนภูมิลง figures/YEAR · charts to figures/YEAR"
    )
    figure_options.add_to(figures)
    figures.set_defaults(run=commands.figures)
    report = added.add_parser(
        "report",
        parents=[project, year, language],
        help="ทำทุกขั้นตอน เขียนรายงานลง reports/YEAR · everything, to reports/YEAR",
    )
    report.add_argument(
        "--to",
        type=arguments.several(lambda: FORMATS),
        default=FORMATS,
        metavar=",".join(FORMATS),
        help="รูปแบบของรายงาน · formats of the report",
    )
    report.add_argument(
        "--archive",
        type=arguments.day,
        nargs="?",
        const=datetime.date.today(),
        metavar="DATE",
        help="PDF สำหรับจัดเก็บ ลงวันนี้หรือวันที่ระบุ · the PDF as PDF/A-2a, dated today or this day",
    )
    report.set_defaults(run=commands.report)
    new_year = added.add_parser(
        "new-year",
        parents=[project],
        help="สร้าง data/raw/YEAR พร้อมแบบกรอกเปล่า · data/raw/YEAR with empty workbooks laid out for typing",
    )
    new_year.add_argument(
        "year",
        type=arguments.fiscal_year,
        metavar="YEAR",
        help="ปีงบประมาณที่จะเริ่ม เช่น 2569 · the fiscal year to begin",
    )
    new_year.set_defaults(run=commands.new_year)
    audit = added.add_parser(
        "audit",
        parents=[project],
        help="ตรวจตัวเลขในบันทึกข้อความกับข้อมูลและกับตัวเลขด้วยกัน · a memo's figures against the data and against one another",
    )
    audit.add_argument(
        "file", type=Path, metavar="FILE", help="บันทึกข้อความ · the memo: txt, md, docx, odt, html, or pdf with text"
    )
    audit.add_argument(
        "--year", type=arguments.fiscal_year, help="ปีงบประมาณ ไม่ระบุคือปีล่าสุด · fiscal year, by default the latest"
    )
    audit.add_argument(
        "--format", choices=("text", "csv", "json", "html"), default="text", help="รูปแบบของผล · text by default"
    )
    audit.add_argument(
        "--output", type=Path, metavar="FILE", help="เขียนลงไฟล์นี้แทนหน้าจอ · write to this file and not to the screen"
    )
    audit.add_argument(
        "--all", action="store_true", help="แสดงตัวเลขที่ตรงกันด้วย · with text: show in full what agrees, too"
    )
    audit.set_defaults(run=commands.audit)
    explore = added.add_parser(
        "explore", parents=[project, year, language], help="เปิดหน้าเว็บสำรวจคะแนน · the scores as a page to click in"
    )
    explore.add_argument(
        "--port", type=int, help="พอร์ตของหน้าเว็บ · port of the page, by default the first free one from 8866"
    )
    explore.add_argument("--no-browser", action="store_true", help="ไม่เปิดเบราว์เซอร์ · do not open the browser")
    explore.set_defaults(run=commands.explore)
    return parser


def _add_root(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--root",
        type=Path,
        default=default,
        help="โฟลเดอร์ของโครงการ ไม่ระบุคือโฟลเดอร์ปัจจุบัน · project folder, by default the one you stand in",
    )
