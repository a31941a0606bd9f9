"""The report an author writes in a notebook: sentences with named blanks, numbered tables and figures."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from itaanalysis.report import change_tables, event_sentences, kpi_tables, standing_tables, trend_tables
from itaanalysis.report.blocks import Block, ChartLike, Figure, Prose, TableBlock, show
from itaanalysis.report.captions import Captions
from itaanalysis.report.facts import Fact, facts
from itaanalysis.report.html_tables import Table, table
from itaanalysis.report.letterhead import FILE, Letterhead, Signature, read_letterhead
from itaanalysis.report.markdown import markdown_html
from itaanalysis.report.passing_table import passing_table
from itaanalysis.report.sentences import check, chosen, escape_markdown, fill, placeholders
from itaanalysis.report.standing import Standing
from itaanalysis.report.traces import Traces, unmarked
from itaanalysis.words import Words
from itaanalysis.year import YearData, load

if TYPE_CHECKING:
    import pandas as pd


class Report:
    """The report of one fiscal year in one language.

    Every method takes the wording in Thai and in English (`th=`, `en=`) and shows the one of this report; a
    wording that is not given falls back to the other. What was shown stands in `blocks`, the names used in
    `facts_used`.
    """

    def __init__(
        self,
        year: YearData | int,
        lang: str = "th",
        digits: str | None = None,
        root: str | os.PathLike[str] | None = None,
        table_digits: str | None = None,
    ) -> None:
        """`year` is a fiscal year (Buddhist era) or its loaded data; `root` the folder that holds data/.

        `digits` are "thai" or "arabic", None for those of the language; `table_digits` the same for tables alone.

        Raises UnknownWording for another language than "th" and "en" or other digits than "thai" and "arabic",
        and what `itaanalysis.load` raises.
        """
        year = load(year, root) if isinstance(year, int) else year
        self.year = year
        self.lang = lang
        self.words = Words.of(lang, digits, year.criteria.pass_mark)
        self._cell_words = Words.of(lang, table_digits or digits, year.criteria.pass_mark)
        self.blocks: list[Block] = []
        self.captions = Captions(self.words)
        self._traces = Traces()
        self._letterhead: dict[str, str] = {}
        self._phrases: dict[str, str] = {}
        self._used: dict[str, None] = {}
        self._told: list[Fact] = []

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every figure a sentence may name."""
        return facts(self.year, self.words.lang, self.words.digits)

    @property
    def facts_used(self) -> dict[str, Fact]:
        """The figures that sentences have named so far, in that order."""
        return {name: self.facts[name] for name in self._used}

    def has(self, *names: str) -> bool:
        """Whether all these figures are there and none is zero: `say(…, when=report.has("units_failed"))`."""
        known = self._texts()
        for name in names:
            check(f"{{{name}}}", known, lang=self.lang)
        return all(bool(self.facts[name].value) if name in self.facts else bool(known[name]) for name in names)

    def phrase(self, name: str, th: str | None = None, en: str | None = None) -> None:
        """Give a name to words that come more than once, such as the project's title or a paragraph of advice.

        They may have blanks. Their figures count as named in the text from here on.
        """
        self._phrases[name] = self._fill(self._wording(th, en), escape=False)

    def text(self, th: str | None = None, en: str | None = None) -> str:
        """The wording with its blanks filled, as plain text with its line breaks, for the cells of a table."""
        return unmarked(self._fill(self._wording(th, en), escape=False, lay_out=inspect.cleandoc))

    def say(self, th: str | None = None, en: str | None = None, *, when: bool = True) -> None:
        """Show paragraphs, headings or lists: markdown with blanks as {pass_rate}; nothing unless `when`.

        Raises UnknownPlaceholder for a name that is no figure, BrokenTemplate for brackets that do not pair
        up, also when `when` is False.
        """
        template = self._wording(th, en)
        marked = self._fill(template, escape=True, used=when)
        plain = self._fill(template, escape=False, used=when)
        if when and plain.strip():
            self._show(self._prose(marked, plain))

    def memo_head(
        self,
        *,
        from_th: str = "",
        from_en: str = "",
        subject_th: str = "",
        subject_en: str = "",
        to_th: str = "",
        to_en: str = "",
    ) -> None:
        """Show the head of the memorandum: number, date and whatever else data/raw/YEAR/memo.toml says.

        The wording given here stands where memo.toml says nothing; what nobody says is a dotted line to fill in.
        Everything up to the heading of the first level is the memorandum. Raises LetterheadError for a faulty
        memo.toml.
        """
        said = {
            "from": self.text(from_th, from_en),
            "subject": self.text(subject_th, subject_en),
            "to": self.text(to_th, to_en),
        }
        self._letterhead = read_letterhead(self.year.workspace.raw(self.year.fiscal_year) / FILE, self.words, said)
        self._show(Letterhead(self._letterhead, self.words))

    def signature(self) -> None:
        """Show where the memorandum is signed, with the position memo.toml names."""
        self._show(Signature(self._letterhead.get("position", "")))

    def each_event(
        self,
        th: str | None = None,
        en: str | None = None,
        *,
        group_th: str = "",
        group_en: str = "",
        several_th: str = "",
        several_en: str = "",
    ) -> None:
        """Show a sentence for every event under the heading of its sub-activity.

        Blanks of a sentence: code, name, date, venue, province (bare), province_label ("จังหวัดสงขลา"),
        host, participants, online_provinces, note, spent (where money was), free_of_charge (says nothing,
        is there where the cost is zero). The heading has group, group_name, count, participants, spent,
        free_of_charge. `several` leads in the events of one activity and has code, count, participants,
        spent, free_of_charge.
        """
        wording = {
            "group": self._wording(group_th, group_en),
            "several": self._wording(several_th, several_en),
            "event": self._wording(th, en),
        }
        for kind, template in wording.items():
            fill(template, dict.fromkeys(event_sentences.NAMES[kind]), lang=self.lang)
        spoken = [
            (wording["event" if line.kind == "item" else line.kind], line)
            for line in event_sentences.lines(self.year, self.words)
        ]
        if not spoken:
            self._show(self._prose(self.words.missing, self.words.missing))
            return
        self._told = [event_sentences.told(self.facts["events_total"], self.year, self.words)]
        self._show(self._prose(self._lines(spoken, escape=True), self._lines(spoken, escape=False)))

    def table(
        self,
        rows: pd.DataFrame | Table,
        caption_th: str | None = None,
        caption_en: str | None = None,
        *,
        columns: Mapping[str, str | tuple[str, str]] | None = None,
        widths: Sequence[float] | None = None,
        wide: bool = False,
        **options: Any,
    ) -> None:
        """Show a DataFrame under a numbered caption, or a Table made by `html_tables.table` as it is.

        `columns` maps the columns shown to their headers, in one language or as (Thai, English); further
        options are those of `html_tables.table`.
        """
        if isinstance(rows, Table):
            self._show(TableBlock(rows))
            return
        caption, anchor = self.captions.number("table", self.text(caption_th, caption_en))
        options = {"lang": self.lang, "digits": self._cell_words.digits, **options}
        headers = {
            name: said if isinstance(said, str) else self.words.pick(*said) for name, said in (columns or {}).items()
        }
        made = table(rows, caption, columns=headers or None, widths=widths, wide=wide, id=anchor, **options)
        self._show(TableBlock(made))

    def figure(
        self, chart: ChartLike, caption_th: str | None = None, caption_en: str | None = None, *, when: bool = True
    ) -> None:
        """Show a chart under a numbered caption, its own title unless one is given; nothing unless `when`.

        A sentence may point at it: `[the chart of units](#figure-unit_scores)` reads “Figure 5” in the documents.
        """
        if not when:
            return
        caption = self.text(caption_th, caption_en) or chart.title
        self._show(Figure(chart, self.captions.number("figure", caption)[0], f"figure-{chart.name}"))

    def kpi_table(
        self, caption_th: str, caption_en: str, details: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """Show target, result and status boxes of every KPI; `details` = {kpi: {"th": …, "en": …}}."""
        said = {kpi: self._cell_words.in_digits(self.text(**wording)) for kpi, wording in (details or {}).items()}
        self._standing(kpi_tables.kpi_table(self.year, self._cell_words, said), caption_th, caption_en, wide=True)

    def results_table(self, caption_th: str, caption_en: str) -> None:
        """Show what every KPI came to beside its target and what is reported."""
        self._standing(kpi_tables.results_table(self.year, self._cell_words), caption_th, caption_en)

    def units_table(self, caption_th: str, caption_en: str) -> None:
        """Show the score of every unit, best first, with its distance to the pass mark."""
        self._standing(standing_tables.units_table(self.year, self._cell_words), caption_th, caption_en)

    def passing_table(self, caption_th: str, caption_en: str) -> None:
        """Show what each unit lacks to the pass mark and above, and what one tool alone would have to add."""
        self._standing(passing_table(self.year, self._cell_words), caption_th, caption_en)

    def years_table(self, caption_th: str, caption_en: str) -> None:
        """Show the score of every unit in this and every earlier year there is."""
        self.trend_table("units", caption_th, caption_en)

    def trend_table(self, what: str, caption_th: str, caption_en: str, *, when: bool = True) -> None:
        """Show years side by side: units, tools, indicators, kpis, ranks, ministry or national; nothing unless `when`.

        Raises KeyError for any other.
        """
        made = trend_tables.TABLES[what]
        if when:
            self._standing(made(self.year, self._cell_words), caption_th, caption_en)

    def kpi_changes_table(self, caption_th: str, caption_en: str) -> None:
        """Show every KPI beside the year before; nothing when the project does not hold that year."""
        if self.has("year_before"):
            self._standing(change_tables.kpi_changes_table(self.year, self._cell_words), caption_th, caption_en)

    def unit_changes_table(self, caption_th: str, caption_en: str) -> None:
        """Show every unit's score beside the year before; nothing when the project does not hold that year."""
        if self.has("year_before"):
            self._standing(change_tables.unit_changes_table(self.year, self._cell_words), caption_th, caption_en)

    def corrections_table(self, caption_th: str, caption_en: str) -> None:
        """Show the corrections applied over raw cells; nothing when there are none."""
        if self.has("corrections_total"):
            self._standing(change_tables.corrections_table(self.year, self._cell_words), caption_th, caption_en)

    def cipp(
        self,
        dimension: str,
        *,
        frame_th: str = "",
        frame_en: str = "",
        th: str | None = None,
        en: str | None = None,
    ) -> tuple[str, str, str]:
        """One row for `cipp_table`: the dimension is context, input, process or product."""
        frame, said = self.text(frame_th, frame_en), self.text(th, en)
        return dimension, self._cell_words.in_digits(frame), self._cell_words.in_digits(said)

    def cipp_table(self, *rows: tuple[str, str, str], caption_th: str, caption_en: str) -> None:
        """Show the CIPP evaluation made of rows from `cipp`."""
        self._standing(standing_tables.cipp_table(rows, self._cell_words), caption_th, caption_en)

    def checks_table(self, caption_th: str, caption_en: str, *, verdict: str | None = "differs") -> None:
        """Show the checks of one verdict: agrees, differs or unchecked; all of them for None."""
        self._standing(standing_tables.checks_table(self.year, self._cell_words, verdict), caption_th, caption_en)

    def sources_table(self, caption_th: str, caption_en: str) -> None:
        """Show every figure that sentences have named so far with its value, formula and cells."""
        told = [*self.facts_used.values(), *self._told]
        used = [fact for fact in told if fact.sources and any(letter.isdecimal() for letter in fact.text)]
        self._standing(standing_tables.sources_table(used, self._cell_words), caption_th, caption_en, wide=True)

    def _standing(self, made: Standing, caption_th: str, caption_en: str, *, wide: bool = False) -> None:
        self.table(
            made.rows,
            caption_th,
            caption_en,
            columns=made.columns,
            widths=made.widths,
            wide=wide,
            verbatim=made.verbatim,
            right=made.right,
            empty=made.empty,
            origins=made.origins,
        )

    def _wording(self, th: str | None, en: str | None) -> str:
        return self.words.pick(th or en or "", en or th or "")

    def _texts(self) -> dict[str, str | None]:
        known = {name: fact.text if fact.has_value else None for name, fact in self.facts.items()}
        return known | self._phrases

    def _fill(
        self,
        template: str,
        *,
        escape: bool,
        used: bool = True,
        lay_out: Callable[[str], str] | None = None,
    ) -> str:
        known = self._texts()
        markup = escape_markdown if escape else str
        filled = fill(template, known, escape=markup, mark=self._mark, lay_out=lay_out, lang=self.lang)
        if used:
            self._used |= dict.fromkeys(n for n in placeholders(chosen(template, known)) if n in self.facts)
        return filled

    def _mark(self, name: str, text: str) -> str:
        fact = self.facts.get(name)
        return self._traces.mark(text, fact.sources, fact.label) if fact else text

    def _prose(self, marked: str, plain: str) -> Prose:
        return Prose(unmarked(marked), unmarked(plain), self._traces.html(markdown_html(marked)))

    def _lines(self, spoken: Sequence[tuple[str, event_sentences.Line]], *, escape: bool) -> str:
        said, before = "", ""
        markup = escape_markdown if escape else str
        for template, line in spoken:
            mark = partial(self._mark_event, line)
            sentence = fill(template, line.texts, lang=self.lang, escape=markup, mark=mark)
            if sentence:
                again = line.kind == before == "item"
                said += ("\n" if again else "\n\n") + ("- " if line.kind == "item" else "") + sentence
                before = line.kind
        return said.strip()

    def _mark_event(self, line: event_sentences.Line, name: str, text: str) -> str:
        return self._traces.mark(text, line.sources.get(name, ()))

    def _show(self, block: Block) -> None:
        self.blocks.append(block)
        show(block)
