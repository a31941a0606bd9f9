"""The tables of a report: any DataFrame under a numbered caption, and those every report has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.report import change_tables, kpi_tables, standing_tables, trend_tables
from itaanalysis.report.blocks import TableBlock
from itaanalysis.report.errors import WrongWidths, refuse_unknown
from itaanalysis.report.html_tables import Table, table
from itaanalysis.report.passing_table import passing_table
from itaanalysis.report.standing import Standing
from itaanalysis.report.traces import of_rows
from itaanalysis.report.wording import Wording
from itaanalysis.terms import VERDICTS

if TYPE_CHECKING:
    import pandas as pd


class Tables(Wording):
    """A report's tables. Each is shown under a caption in Thai and English."""

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
        options are those of `html_tables.table`. Raises UnknownName for a column that is not there, WrongWidths when
        there are not as many widths as columns.
        """
        if isinstance(rows, Table):
            self._show(TableBlock(rows))
            return
        shown = list(columns or rows.columns)
        refuse_unknown(("คอลัมน์", "column"), shown, list(rows.columns))
        if widths is not None and len(widths) != len(shown):
            raise WrongWidths(len(shown), len(widths))
        caption, anchor = self.captions.number("table", self.text(caption_th, caption_en))
        options = {"lang": self.lang, "digits": self._cell_words.digits, **options}
        headers = {
            name: said if isinstance(said, str) else self.words.pick(*said) for name, said in (columns or {}).items()
        }
        made = table(rows, caption, columns=headers or None, widths=widths, wide=wide, id=anchor, **options)
        self._show(TableBlock(made))

    def kpi_table(
        self, caption_th: str, caption_en: str, details: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """Show target, result and status boxes of every KPI; `details` = {kpi: {"th": …, "en": …}}.

        Raises UnknownName for a KPI that is not in kpis.toml.
        """
        refuse_unknown(("ตัวชี้วัด", "KPI"), details or {}, kpi_catalogue())
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

        Raises UnknownName for any other.
        """
        refuse_unknown(("ตาราง", "table"), [what], trend_tables.TABLES)
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
        """One row for `cipp_table`: the dimension is context, input, process or product.

        Raises UnknownName for any other.
        """
        refuse_unknown(("มิติ", "dimension"), [dimension], standing_tables.CIPP)
        frame, said = self.text(frame_th, frame_en), self.text(th, en)
        return dimension, self._cell_words.in_digits(frame), self._cell_words.in_digits(said)

    def cipp_table(self, *rows: tuple[str, str, str], caption_th: str, caption_en: str) -> None:
        """Show the CIPP evaluation made of rows from `cipp`."""
        self._standing(standing_tables.cipp_table(rows, self._cell_words), caption_th, caption_en)

    def checks_table(self, caption_th: str, caption_en: str, *, verdict: str | None = "differs") -> None:
        """Show the checks of one verdict: agrees, differs or unchecked; all of them for None.

        Raises UnknownName for any other.
        """
        refuse_unknown(("ผลการตรวจ", "verdict"), [] if verdict is None else [verdict], VERDICTS)
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
            origins={name: [of_rows(one, self.words) for one in cells] for name, cells in made.origins.items()},
        )
