"""The report an author writes in a notebook: sentences with named blanks, numbered tables and figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from itaanalysis.report import event_sentences
from itaanalysis.report.blocks import ChartLike, Figure
from itaanalysis.report.letterhead import FILE, Letterhead, Signature, read_letterhead
from itaanalysis.report.sentences import escape_markdown, fill
from itaanalysis.report.tables import Tables


class Report(Tables):
    """The report of one fiscal year in one language.

    Every method takes the wording in Thai and in English (`th=`, `en=`) and shows the one of this report; a
    wording that is not given falls back to the other. What was shown stands in `blocks`, the names used in
    `facts_used`.
    """

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

    def figure(
        self, chart: ChartLike, caption_th: str | None = None, caption_en: str | None = None, *, when: bool = True
    ) -> None:
        """Show a chart under a numbered caption, its own title unless one is given; nothing unless `when`.

        A sentence may point at it: `[the chart of units](#figure-unit_scores)` reads “Figure 5” in the documents.
        """
        if not when:
            return
        caption = self.text(caption_th, caption_en) or chart.title
        self._show(Figure(chart, self.captions.number("figure", caption)[0], f"figure-{chart.drawn_by}"))

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
        return self._traced(text, line.sources.get(name, ()))
