"""The words of a chart: what it says beyond `Words`, which charts share with the text of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from itaanalysis.thai.calendar import MONTHS_EN_SHORT, MONTHS_TH_SHORT
from itaanalysis.thai.rounding import format_number
from itaanalysis.words import Words


class Wording(Words):
    """The language of every word and the digits of every number of one chart, made by `Wording.of(lang, digits)`."""

    def __call__(self, th: str, en: str) -> str:
        """The one of two wordings that is in the language of the chart."""
        return self.pick(th, en)

    def tick(self, value: float) -> str:
        """A figure of a scale, with as many decimals as it has."""
        return self.in_digits(format_number(value, digits="arabic"))

    def units(self, count: int) -> str:
        """“๑๒ หน่วยงาน” or “12 units”."""
        return self(f"{self.brief(count)} หน่วยงาน", f"{self.brief(count)} {'unit' if count == 1 else 'units'}")

    def mark_line(self, mark: float) -> str:
        """What the line of the pass mark is called: “เกณฑ์ผ่าน ๘๕” or “Pass mark 85”."""
        return self(f"เกณฑ์ผ่าน {self.brief(mark)}", f"Pass mark {self.brief(mark)}")

    def beside(self, gap: float, th: str, en: str) -> str:
        """How far a figure lies from another: “สูงกว่าเกณฑ์ ๗.๘๐”, “7.80 above the pass mark”."""
        apart = self.difference(abs(gap))
        if not gap:
            return self(f"เท่ากับ{th}พอดี", f"the same as {en}")
        side = self("สูงกว่า" if gap > 0 else "ต่ำกว่า", "above" if gap > 0 else "below")
        return self(f"{side}{th} {apart}", f"{apart} {side} {en}")

    def month(self, day: date) -> str:
        """The short name of a month, without its year: “ต.ค.” or “Oct”."""
        return self(MONTHS_TH_SHORT[day.month - 1], MONTHS_EN_SHORT[day.month - 1])

    def group(self, group: Any) -> str:
        """“กิจกรรมย่อยที่ ๓” or “Sub-activity 3”; a missing group is said to be one."""
        if pd.isna(group) or not str(group):
            return self("ไม่ระบุกิจกรรมย่อย", "No sub-activity stated")
        return self(f"กิจกรรมย่อยที่ {self.in_digits(str(group))}", f"Sub-activity {self.in_digits(str(group))}")

    def event(self, event: Mapping[Any, Any]) -> str:
        """Code and name of an event (`code`, `name`), what it has of them."""
        code = "" if pd.isna(event["code"]) else self.in_digits(str(event["code"]))
        return " ".join(part for part in (code, "" if pd.isna(event["name"]) else str(event["name"])) if part)

    def event_code(self, event: Mapping[Any, Any]) -> str:
        """An event in short, by its code; one without a code by its name."""
        return self.event({**event, "name": None}) or self.event(event)

    def sheets(self, *tables: pd.DataFrame) -> str:
        """The source line: the files and sheets the rows of `tables` came from, each named once."""
        sheets: dict[str, list[str]] = {}
        for table in tables:
            for source in table["source"].dropna():
                file, _, rest = str(source).partition("!")
                sheet = rest.partition("!")[0]
                known = sheets.setdefault(file, [])
                if sheet and sheet not in known:
                    known.append(sheet)
        named = [f"{file} ({', '.join(names)})" if names else file for file, names in sheets.items()]
        return self.source(named)

    def publications(self, file: str, sources: Iterable[str]) -> str:
        """The source line of a reference file: the file, and the sites or papers its rows name."""
        found: dict[str, None] = {}
        for source in sources:
            for part in str(source).split(";"):
                # A paper is named with the number of the article: bangkokbiznews 1018382.
                paper = urlsplit(part.strip()).netloc.removeprefix("www.") or re.sub(r"\s+\d+$", "", part.strip())
                found.setdefault(paper.removesuffix(".com"))
        return f"{file} ({', '.join(found)})" if found else file

    def source(self, parts: Iterable[str]) -> str:
        """“ที่มา: …” from named parts; the empty text without any."""
        named = "; ".join(dict.fromkeys(part for part in parts if part))
        return self(f"ที่มา: {named}", f"Source: {named}") if named else ""


def mid_sentence(name: str) -> str:
    """An English name as it stands within a sentence: “Use of power” is “use of power”."""
    return name[:1].lower() + name[1:]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table, each a dict by column."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]
