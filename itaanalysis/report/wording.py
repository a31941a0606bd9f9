"""What every part of a report needs: its year, its language, its figures, and sentences whose blanks are filled."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable
from functools import cached_property

from itaanalysis.report.blocks import Block, Prose, show
from itaanalysis.report.captions import Captions
from itaanalysis.report.errors import UnknownPlaceholder
from itaanalysis.report.facts import Fact, facts
from itaanalysis.report.markdown import markdown_html
from itaanalysis.report.sentences import ABOVE_ZERO, check, chosen, escape_markdown, fill, placeholders
from itaanalysis.report.traces import Traces, of_rows, origin, unmarked
from itaanalysis.words import Words
from itaanalysis.year import YearData, load


class _Facts(dict[str, Fact]):
    """Figures by name, which tell of a mistyped name what a sentence tells of it."""

    def __missing__(self, name: str) -> Fact:
        raise UnknownPlaceholder(name, self)


def _is_above_zero(fact: Fact) -> bool:
    return isinstance(fact.value, int | float) and fact.value > 0


class Wording:
    """Sentences of one fiscal year in one language, filled with its figures."""

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
        """Every figure a sentence may name; asked for another it raises UnknownPlaceholder."""
        return _Facts(facts(self.year, self.words.lang, self.words.digits))

    @property
    def facts_used(self) -> dict[str, Fact]:
        """The figures that sentences have named so far, in that order."""
        return {name: self.facts[name] for name in self._used}

    def has(self, *names: str) -> bool:
        """Whether all these figures are there and none is zero: `say(…, when=report.has("units_failed"))`."""
        known = self._texts()
        for name in names:
            check(f"{{{name}}}", known)
        return all(bool(self.facts[name].value) if name in self.facts else bool(known[name]) for name in names)

    def phrase(self, name: str, th: str | None = None, en: str | None = None) -> None:
        """Give a name to words that come more than once, such as the project's title or a paragraph of advice.

        They may have blanks. Their figures count as named in the text from here on.
        """
        self._phrases[name] = self._fill(self._wording(th, en), escape=False)

    def text(self, th: str | None = None, en: str | None = None) -> str:
        """The wording with its blanks filled, as plain text with its line breaks, for the cells of a table."""
        return unmarked(self._fill(self._wording(th, en), escape=False, lay_out=inspect.cleandoc))

    def _wording(self, th: str | None, en: str | None) -> str:
        return self.words.pick(th or en or "", en or th or "")

    def _texts(self) -> dict[str, str | None]:
        known = {name: fact.text if fact.has_value else None for name, fact in self.facts.items()}
        above = {name + ABOVE_ZERO: known[name] if _is_above_zero(fact) else None for name, fact in self.facts.items()}
        return known | above | self._phrases

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
            names = (name.removesuffix(ABOVE_ZERO) for name in placeholders(chosen(template, known)))
            self._used |= dict.fromkeys(name for name in names if name in self.facts)
        return filled

    def _mark(self, name: str, text: str) -> str:
        fact = self.facts.get(name.removesuffix(ABOVE_ZERO))
        return self._traced(text, fact.sources, fact.label) if fact else text

    def _traced(self, text: str, sources: Iterable[str], label: str = "") -> str:
        return self._traces.mark(text, of_rows(origin(sources), self.words), label)

    def _prose(self, marked: str, plain: str) -> Prose:
        return Prose(unmarked(marked), unmarked(plain), self._traces.html(markdown_html(marked)))

    def _show(self, block: Block) -> None:
        self.blocks.append(block)
        show(block)
