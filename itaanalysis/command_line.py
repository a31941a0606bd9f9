"""The words `ita` is typed with: its commands, their options, and what --help says of them."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from itaanalysis import __version__, arguments, commands, figure_options
from itaanalysis.report.formats import FORMATS


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints begin in Thai."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        usage = f"สั่ง {self.prog} ไม่ถูกต้อง ดูวิธีใช้ด้วย {self.prog} --help\n{self.prog}: {message}\n"
        self.exit(commands.WRONG_USAGE, usage)


def command_line() -> argparse.ArgumentParser:
    """The parser of `ita`: what was typed, with the command to `run`; no `run` where no command was typed."""
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

    def command(name: str, run: Callable[..., int], help: str, *options: Callable[[_Parser], None]) -> None:
        made = added.add_parser(name, parents=[project], help=help)
        made.set_defaults(run=run)
        for add in options:
            add(made)

    command("check", commands.check, "อ่านไฟล์ดิบ แสดงทุกปัญหาและผลการตรวจ · read raw, print every problem and check", _year)
    command("clean", commands.clean, "อ่านไฟล์ดิบ เขียนตารางลง data/processed · raw workbooks to data/processed", _year)
    command(
        "figures",
        commands.figures,
        "เขียนแผนภูมิลง figures/YEAR · charts to figures/YEAR",
        _year,
        _language,
        figure_options.add_to,
    )
    command(
        "report",
        commands.report,
        "ทำทุกขั้นตอน เขียนรายงานลง reports/YEAR · everything, to reports/YEAR",
        _year,
        _language,
        _documents,
    )
    command(
        "new-year",
        commands.new_year,
        "สร้าง data/raw/YEAR พร้อมแบบกรอกเปล่า · data/raw/YEAR with empty workbooks laid out for typing",
        _year_to_begin,
    )
    command(
        "audit",
        commands.audit,
        "ตรวจตัวเลขในบันทึกข้อความกับข้อมูลและกับตัวเลขด้วยกัน · a memo's figures against the data and against one another",
        _memo,
    )
    command(
        "explore", commands.explore, "เปิดหน้าเว็บสำรวจคะแนน · the scores as a page to click in", _year, _language, _page
    )
    return parser


def _add_root(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--root",
        type=Path,
        default=default,
        help="โฟลเดอร์ของโครงการ ไม่ระบุคือโฟลเดอร์ปัจจุบันหรือที่อยู่เหนือขึ้นไป · project folder, by default the one you stand in",
    )


def _year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "year",
        nargs="?",
        type=arguments.fiscal_year,
        metavar="YEAR",
        help="ปีงบประมาณ เช่น 2568 ไม่ระบุคือปีล่าสุด · fiscal year, by default the latest",
    )


def _year_to_begin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "year",
        type=arguments.fiscal_year,
        metavar="YEAR",
        help="ปีงบประมาณที่จะเริ่ม เช่น 2569 · the fiscal year to begin",
    )


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang", choices=("th", "en"), default="th", help="ภาษาของแผนภูมิและรายงาน · language of charts and report"
    )


def _documents(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=arguments.several(lambda: FORMATS),
        default=FORMATS,
        metavar=",".join(FORMATS),
        help="รูปแบบของรายงาน · formats of the report",
    )
    parser.add_argument(
        "--archive",
        type=arguments.day,
        nargs="?",
        const=datetime.date.today(),
        metavar="DATE",
        help="PDF สำหรับจัดเก็บ ลงวันนี้หรือวันที่ระบุ · the PDF as PDF/A-2a, dated today or this day",
    )


def _memo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="บันทึกข้อความ · the memo: txt, md, docx, odt, html, or pdf with text"
    )
    parser.add_argument(
        "--year", type=arguments.fiscal_year, help="ปีงบประมาณ ไม่ระบุคือปีล่าสุด · fiscal year, by default the latest"
    )
    parser.add_argument(
        "--format", choices=("text", "csv", "json", "html"), default="text", help="รูปแบบของผล · text by default"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="เขียนลงไฟล์นี้แทนหน้าจอ · write to this file and not to the screen"
    )
    parser.add_argument(
        "--all", action="store_true", help="แสดงตัวเลขที่ตรงกันด้วย · with text: show in full what agrees, too"
    )


def _page(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, help="พอร์ตของหน้าเว็บ · port of the page, by default the first free one from 8866"
    )
    parser.add_argument("--no-browser", action="store_true", help="ไม่เปิดเบราว์เซอร์ · do not open the browser")
