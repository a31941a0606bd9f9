"""Which units a number counts: those that passed, those that did not, all of them, or those of a level."""

from __future__ import annotations

import re
from itertools import takewhile

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.claims.levels import LevelNames
from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.phrases import any_word, longest_first, occurrences, phrases

PASSED, FAILED, ALL, UNSURE = "passed", "failed", "all", ""
_SO_MANY_JUDGED = rf"[0-9]+ ?{any_word('of_units')}[^0-9]{{0,8}}{any_word('judged')}"
_OF_ALL = re.compile(rf" ?{any_word('out_of')}[^0-9]{{0,16}}{_SO_MANY_JUDGED}", re.IGNORECASE)
_SO_MANY_OF = re.compile(
    rf"[0-9] ?{any_word('of_units')}? ?{any_word('out_of')} ?(?:{any_word('all')} ?)*$", re.IGNORECASE
)
_FRACTION = re.compile(r" ?/ ?[0-9]")
_JUDGED_BEHIND = re.compile(rf" ?{any_word('that')}? ?(?P<judged>{any_word('judged')})")
_NUMBER = rf"(?:ร้อยละ|{any_word('so_many_are')}|{any_word('all')} ?[0-9]|[0-9]+ ?{any_word('of_units')})"
_OWN_NUMBER = re.compile(rf" ?{any_word('judged_by')}? ?{_NUMBER}", re.IGNORECASE)
_IN_ALL = rf"(?:{longest_first(phrases().cues['counted'])})"
_JUDGED_IN_ALL = re.compile(rf"{any_word('judged')} ?{any_word('judged_by')}? ?{_IN_ALL} ?$")
_NUMBER_BEHIND = re.compile(rf"[) ]*:? ?{any_word('so_many_are')}? ?[0-9]")
_BEFORE, _LEVEL_BEHIND, _NEAR_MARK = 40, 20, 16
"""Characters before a number in which it is said what passed or not, behind it in which a level is named, and before
a score in which a word says that it is a bound."""


class UnitsCounted:
    """Tells which units a number counts, and how many those are."""

    def __init__(self, known: KnownFigures) -> None:
        self.known = known
        self._levels = LevelNames(known.year.criteria)

    def count(self, which: str) -> Known | None:
        """How many units those are; None when the data leave it open."""
        return self.known.units.get(which) or self.known.units_of_level.get(which)

    def which(self, context: Context) -> str:
        """PASSED, FAILED, ALL or the Thai name of a level; UNSURE when nothing says it."""
        if self._of_a_part(context) or _of_a_kind(context):
            return UNSURE
        said = self._said(context)
        if (level := self._level(context, said)) is not None:
            return level
        topics = {mention.topic.id for mention in (*context.named, *context.named_next, *context.mentions)
                  if mention.topic}  # fmt: skip
        return _verdict(context, said, judged=bool(topics & {"pass_rate", "ita_score"}))

    def of_last_counts(self, context: Context) -> list[str]:
        """Which units were counted right before a percentage, the last first: ผ่าน ๑๑ แห่ง จาก ๑๒ แห่ง (ร้อยละ …)."""
        last = takewhile(lambda figure: figure.family == "units", reversed(context.before))
        return list(dict.fromkeys(self._by_value(context, figure) for figure in last))

    def _by_value(self, context: Context, figure: Figure) -> str:
        """Which units a number before counts; where no word says it, those that are as many."""
        which = self.which(context.of(figure))
        alike = (name for name in (PASSED, FAILED) if self.known.units[name].value == figure.value)
        return which or next(alike, UNSURE)

    def _said(self, context: Context) -> str:
        """The words before a number that may say what it counts, over the pass mark: ผ่านเกณฑ์ ๘๕ คะแนน จำนวน …"""
        marks = [mark.value for mark in self.known.thresholds[:1]]
        over = any(figure.family == "share" and figure.value in marks for figure in context.before[-1:])
        return context.wide_lead[-50:] if over else context.lead[-_BEFORE:]

    def _level(self, context: Context, said: str) -> str | None:
        """The level named last before a number or right behind it, unless another number is of it; None for none."""
        verdicts = occurrences((*phrases().cues["passed"], *phrases().cues["failed"]), said)
        last = max((end for _, end, _ in verdicts), default=0)
        before = [name for _, end, name in self._levels.said(said) if end >= last]
        if before:
            return before[-1]
        text, end = context.passage.text, context.end
        for _, its_end, name in self._levels.said(text[end : end + _LEVEL_BEHIND + _BEFORE])[:1]:
            between = text[end : end + its_end - len(name)]
            if len(between) > _LEVEL_BEHIND or any(map(str.isdigit, between)):
                return None
            if not _NUMBER_BEHIND.match(text, end + its_end):
                return name
            return UNSURE if re.search(any_word("level"), between) else None
        return None

    def _of_a_part(self, context: Context) -> bool:
        """Whether units are counted that lie below or above some score other than the pass mark."""
        marks = [known.value for known in self.known.thresholds[:1]]
        scores = [figure for figure in context.before[-1:] if figure.family == "share" and figure.value not in marks]
        text = context.passage.text
        return any(
            context.cue("bound", text[max(0, figure.start - _NEAR_MARK) : figure.start])
            or context.cue("bound_after", text[figure.unit_end : context.figure.start])
            for figure in scores
        )


def _verdict(context: Context, said: str, judged: bool) -> str:
    text, at, end = context.passage.text, context.figure.start, context.figure.unit_end or context.figure.end
    after = _JUDGED_BEHIND.match(context.trail)
    if out_of := _OF_ALL.match(text, end):
        return FAILED if context.cue("failed", out_of[0]) else PASSED
    if text[:at].rstrip().endswith("/") or ((judged or after) and _SO_MANY_OF.search(text[:at])):
        return ALL
    if _passed_something_else(said):
        return UNSURE
    if context.cue("failed", said):
        return FAILED
    if judged and _FRACTION.match(text, context.figure.end):
        return PASSED
    if context.cue("out_of", said[-12:]) and judged:
        return UNSURE if _JUDGED_IN_ALL.search(said) else ALL
    if context.cue("passed", said):
        return PASSED
    if after is None or _OWN_NUMBER.match(text, context.end + after.end()):
        return UNSURE  # ๑๒ หน่วยงาน ผ่านเกณฑ์ร้อยละ …: so many passed, not these
    return PASSED if after["judged"] in phrases().cues["passed"] else FAILED


def _of_a_kind(context: Context) -> bool:
    """Whether the units of one kind are counted: กรม ๗ แห่ง ผ่านทั้ง ๗ แห่ง."""
    at = context.figure.start - len(context.wide_lead)
    kinds = occurrences(phrases().cues["kind"], context.wide_lead)
    units = [(mention.start, mention.end) for mention in context.mentions if mention.unit]
    return any(not any(one <= at + start < two for one, two in units) for start, _, _ in kinds)


def _passed_something_else(said: str) -> bool:
    """Whether units passed something other than the ITA: ผ่านการอบรม ๖ หน่วยงาน."""
    verdicts = occurrences((*phrases().cues["passed"], *phrases().cues["failed"]), said)
    last = max((end for _, end, _ in verdicts), default=len(said))
    return next(occurrences(phrases().headings["no_verdict"], said[last:]), None) is not None
