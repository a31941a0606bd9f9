"""The head of the memorandum: what data/raw/YEAR/memo.toml says, and dotted lines for what it leaves open."""

from __future__ import annotations

import html
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from itaanalysis.errors import UserError
from itaanalysis.report.blocks import in_notebook
from itaanalysis.thai.dates import read_dates
from itaanalysis.thai.errors import ReadingError
from itaanalysis.words import Words

FILE = "memo.toml"
TITLE = ("บันทึกข้อความ", "Memorandum")
LABELS = {
    "from": ("ส่วนราชการ", "From"),
    "number": ("ที่", "Ref."),
    "date": ("วันที่", "Date"),
    "subject": ("เรื่อง", "Subject"),
    "to": ("เรียน", "To"),
}
_LINES = (("from",), ("number", "date"), ("subject",), ("to",))
_COMMON, _WORDED = ("number", "date"), ("from", "subject", "to", "position")
_LANGUAGES = ("th", "en")


class LetterheadError(UserError):
    """memo.toml cannot be used. One line a fault, in Thai and in English."""


@dataclass(frozen=True)
class Letterhead:
    """The head of a memorandum: a text for each of `LABELS` in one language, empty where a line is to be filled in."""

    texts: Mapping[str, str]
    words: Words

    def plain(self) -> str:
        """The head for a terminal."""
        lines = [self.words.pick(*TITLE)]
        lines += ["  ".join(f"{self._label(name)} {self.texts[name] or '……………'}" for name in line) for line in _LINES]
        return "\n".join(lines)

    __repr__ = plain

    def html(self) -> str:
        """The head as HTML: a heading and a line each; what is to be filled in is an empty `<span class="fill">`."""
        lines = "".join(f'<div class="memo-line"><p>{self._line(names)}</p></div>' for names in _LINES)
        return f'<h2 class="memo-title">{self.words.pick(*TITLE)}</h2><div class="memo-head">{lines}</div>'

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": in_notebook(self.html()), "text/plain": self.plain()}

    def _line(self, names: tuple[str, ...]) -> str:
        return " ".join(
            f'<strong class="memo-label">{self._label(name)}</strong> '
            f'<span class="fill">{html.escape(self.texts[name])}</span>'
            for name in names
        )

    def _label(self, name: str) -> str:
        return self.words.pick(*LABELS[name])


@dataclass(frozen=True)
class Signature:
    """Where the memorandum is signed: an empty line for the name, below it the position."""

    position: str

    def plain(self) -> str:
        """The signature for a terminal."""
        return f"(……………)\n{self.position or '……………'}"

    __repr__ = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        below = html.escape(self.position) or '<span class="fill"></span>'
        markup = f'<div class="memo-sign"><p>(<span class="fill"></span>)</p><p>{below}</p></div>'
        return {"text/html": in_notebook(markup), "text/plain": self.plain()}


def read_letterhead(path: Path, words: Words, wording: Mapping[str, str]) -> dict[str, str]:
    """The texts of the head by name (from, number, date, subject, to, position): those in `path`, else `wording`.

    Raises LetterheadError, naming every fault, when the file is not TOML, has an unknown name, something other than a
    text, or a date that cannot be read.
    """
    said = _read(path)
    texts = {name: words.in_digits(str(said.get(name, ""))) for name in _COMMON}
    if texts["date"]:
        named = read_dates(texts["date"])
        # A month whose day is to be written in by hand stays as it was typed.
        texts["date"] = words.date(named.start) if len(named.days) == 1 else words.in_digits(texts["date"])
    worded = said.get(words.lang, {})
    return texts | {name: worded.get(name) or wording.get(name, "") for name in _WORDED}


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LetterheadError(
            f'{path}: อ่านไฟล์ไม่ได้ ({error}) โปรดพิมพ์ค่าไว้ในเครื่องหมายคำพูด เช่น number = "พณ ๑/๒"\n'
            f'{path} cannot be read ({error}): put each value in quotes, such as number = "พณ ๑/๒".'
        ) from error
    faults = list(_faults(path, said))
    if faults:
        raise LetterheadError("\n".join(faults))
    return said


def _faults(path: Path, said: Mapping[str, Any]) -> Iterator[str]:
    tables = {language: said[language] for language in _LANGUAGES if isinstance(said.get(language), dict)}
    typed = [(name, name in _COMMON, value) for name, value in said.items() if name not in tables]
    typed += [
        (f"{language}.{name}", name in _WORDED, value)
        for language, table in tables.items()
        for name, value in table.items()
    ]
    for name, known, value in typed:
        if not known:
            names = ", ".join((*_COMMON, *(f"th.{word}" for word in _WORDED), *(f"en.{word}" for word in _WORDED)))
            yield f"{path}: ไม่รู้จัก {name} (ที่ใช้ได้คือ {names}) · {name} is not known; there are {names}."
        elif not isinstance(value, str):
            yield f"{path}: {name} = {value} ต้องเป็นข้อความในเครื่องหมายคำพูด · {name} = {value} has to be a text in quotes."
    date = said.get("date")
    if isinstance(date, str) and date:
        try:
            read_dates(date)
        except ReadingError as error:
            yield f"{path}: date = {date}: {error.reason_th} · {error.reason_en}"
