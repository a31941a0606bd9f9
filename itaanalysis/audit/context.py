"""A number in its sentence: what stands before and behind it, what was named, and which event is spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from itaanalysis.audit.figures import Figure
from itaanalysis.audit.memo import Passage
from itaanalysis.audit.occasions import Codes, Focus
from itaanalysis.audit.phrases import occurrences, phrases
from itaanalysis.audit.subjects import Mention

_CLAUSE = 60
"""Characters before a number in which a word still speaks of it."""
_SIGNED = re.compile(r"(?:^|[ (|])[+-]$")
_BARE_YEAR = re.compile(r"2[0-9]{3}")
_YEAR_BEHIND = re.compile(
    r" ?(?:ใน|ภายใน|ของ|สำหรับ|in|by)(?:ปีงบประมาณ|ปี|fiscal year|FY| )* ?(?:พ\.ศ\. ?)?(2[0-9]{3})(?= ?(?:และ|[,.;)]|$))"
)
_YEAR_REACH = 160
_BEHIND = 24
_HUNDRED = 100
_OF = re.compile(r" ?\(?(?:ของ|คือ|เป็นของ|เป็น|สำหรับ|of|for|หน่วยงาน|ที่|was|is)", re.IGNORECASE)
_IN_A_ROW = re.compile(r" ?(?:คะแนน|points)? ?(?:และ|กับ|,|/|and)? ?(?:ได้)? ?(?:คะแนน|ร้อยละ)? ?")
_YEAR = re.compile(r"(?:ปีงบประมาณ|ประจำปี|ปี|พ\.ศ\.|FY|in|of) ?(?:พ\.ศ\. ?)?(2[0-9]{3})(?![0-9])")


@dataclass(frozen=True)
class Context:
    """A figure among the others of its passage, what the passage names, and what it takes over from around it.

    `inherited` are the mentions of the row's label and the column's heading, or of the passage before. `role` is what
    the heading says (target, result or ''), `total` that the row adds up the ones above it, `mean` that it is their
    mean, and `above` are the numbers of its column there; `items` are those of its kind in the list before it, or the
    subtotals of the column.
    `other_year` is the fiscal year in the heading, if it is another one.
    """

    passage: Passage
    figure: Figure
    figures: Sequence[Figure]
    mentions: Sequence[Mention]
    fiscal_year: int
    inherited: Sequence[Mention] = ()
    focus: Sequence[Focus] = ()
    role: str = ""
    total: bool = False
    other_year: int = 0
    above: tuple[Decimal, ...] = ()
    items: tuple[Decimal, ...] = ()
    mean: bool = False

    @cached_property
    def spelled_out(self) -> Context | None:
        """The context of the figure that an amount in words repeats: ๑,๒๙๐,๐๐๐ บาท (หนึ่งล้าน…บาทถ้วน)."""
        if not self.figure.in_words:
            return None
        behind = [other for other in self.figures if other.start >= self.figure.end][:1]
        if (
            behind
            and behind[0].family == "money"
            and self.passage.text[self.figure.end : behind[0].start].strip() == "("
        ):
            return replace(self, figure=behind[0])
        before = [other for other in self.figures if other.end <= self.figure.start]
        if not before or before[-1].family != "money":
            return None
        between = self.passage.text[before[-1].unit_end : self.figure.start]
        return replace(self, figure=before[-1]) if re.fullmatch(r"[ (\-:]*", between) else None

    @cached_property
    def lead(self) -> str:
        """The words before the number, back to the number before it."""
        start = self.figure.start
        ends = [other.unit_end for other in self.figures if other.end <= start]
        return self.passage.text[max([*ends[-1:], start - _CLAUSE, 0]) : start]

    @cached_property
    def wide_lead(self) -> str:
        """The words before the number, over other numbers."""
        return self.passage.text[max(0, self.figure.start - _CLAUSE) : self.figure.start]

    @cached_property
    def trail(self) -> str:
        """The words behind the number and its unit, up to the next number."""
        end = self.figure.unit_end or self.figure.end
        starts = [other.start for other in self.figures if other.start >= end]
        return self.passage.text[end : min([*starts[:1], end + _CLAUSE])]

    @cached_property
    def named(self) -> list[Mention]:
        """What was named before the number, oldest first, taken over or in the passage."""
        return [*self.inherited, *(mention for mention in self.mentions if mention.end <= self.figure.start)]

    @property
    def named_in_lead(self) -> list[Mention]:
        """What the words right before the number name."""
        start = self.figure.start - len(self.lead)
        return [mention for mention in self.mentions if start <= mention.start and mention.end <= self.figure.start]

    @cached_property
    def _series(self) -> list[Figure]:
        """The numbers of the same kind that stand in a row with this one, parted by commas or และ."""
        same = [figure for figure in self.figures if figure.family == self.figure.family]
        at = next((i for i, figure in enumerate(same) if figure.start == self.figure.start), -1)
        first = last = max(at, 0)
        while first > 0 and self._in_a_row(same[first - 1], same[first]):
            first -= 1
        while last + 1 < len(same) and self._in_a_row(same[last], same[last + 1]):
            last += 1
        return same[first : last + 1] if at >= 0 else [self.figure]

    def _in_a_row(self, one: Figure, two: Figure) -> bool:
        return bool(_IN_A_ROW.fullmatch(self.passage.text[one.unit_end or one.end : two.start]))

    @property
    def place_in_series(self) -> tuple[int, int]:
        """Where the number stands among those in a row with it, and how many they are."""
        starts = [figure.start for figure in self._series]
        return (starts.index(self.figure.start) if self.figure.start in starts else 0), len(starts)

    @property
    def after_series(self) -> str:
        """The words right behind the row of numbers."""
        return self.passage.text[self._series[-1].unit_end or self._series[-1].end :][:24]

    @cached_property
    def in_brackets(self) -> list[Mention]:
        """The unit in brackets right behind the number, whose it is: ต่ำสุด ๘๔.๖๐ (สศท.)."""
        end = self.figure.unit_end or self.figure.end
        bracket = re.match(r" ?\( ?", self.passage.text[end:])
        at = end + bracket.end() if bracket else -1
        found = [mention for mention in self.mentions if mention.unit and mention.start == at]
        return [mention for mention in found if re.match(r"(?: ?\([^()]*\))? ?\)", self.passage.text[mention.end :])]

    @cached_property
    def named_next(self) -> list[Mention]:
        """What the words right behind the number name: “ร้อยละ ๑๐๐ ของข้อร้องเรียน”."""
        end = self.figure.unit_end or self.figure.end
        if self.named and not _OF.match(self.trail):
            return []
        close = end + min(len(self.trail), _BEHIND)
        return [mention for mention in self.mentions if end <= mention.start < close]

    def cue(self, name: str, text: str | None = None) -> bool:
        """Whether a word of a list of phrases.toml stands before the number (or in `text`)."""
        return next(occurrences(phrases().cues[name], self.lead if text is None else text), None) is not None

    def cue_just_before(self, name: str, reach: int = 14) -> bool:
        """Whether such a word stands right before the number."""
        return self.cue(name, self.lead[-reach:])

    @cached_property
    def is_target(self) -> bool:
        """Whether the number is what was to be reached."""
        if self.role:
            return self.role == "target"
        said = f"{self.label} {self.lead}"
        cues = phrases().cues
        last = max(occurrences((*cues["target"], *cues["result"], *cues["audience"]), said), default=None)
        return last is not None and last[2] in cues["target"]

    @cached_property
    def plays(self) -> str:
        """`target` or `result` where nothing but names stands between a word for it and the number; else ''."""
        if self.role and self.in_cell:
            return self.role
        cues = phrases().cues
        words = (*cues["target"], *cues["result"], *cues["audience"])
        found = sorted(occurrences(words, self.lead))
        if not found or self.is_bound:
            return ""
        start = self.figure.start - len(self.lead)
        between = self.lead[found[-1][1] :]
        for mention in self.named_in_lead:
            name = self.passage.text[mention.start : mention.end]
            between = between.replace(name, "") if mention.start >= start + found[-1][1] else between
        for _, _, word in list(occurrences(cues["filler"], between)):
            between = between.replace(word, "")
        if between.strip(" :=("):
            return ""
        if found[-1][2] in cues["target"]:
            return "target"
        aimed = any(word in cues["target"] for _, _, word in found)
        return "result" if found[-1][2] in cues["result"] and not aimed else ""

    @cached_property
    def is_bound(self) -> bool:
        """Whether the number is a mark that others lie above or below."""
        after = self.passage.text[self.figure.unit_end or self.figure.end :][:20]
        return self.cue("bound_after", after) or self.cue_just_before("bound", 26)

    @cached_property
    def is_result(self) -> bool:
        return self.role == "result" or self.cue("result")

    @cached_property
    def label(self) -> str:
        """The cells in front of a cell."""
        return " ".join(self.passage.row[: self.passage.column]) if self.in_cell else ""

    @cached_property
    def is_extreme(self) -> bool:
        """Whether the number is the most or the least of something, not all of it."""
        return self.cue("extreme", f"{self.label} {self.lead}")

    @property
    def is_bracketed(self) -> bool:
        """Whether the number stands in brackets right behind the name of what has it."""
        at = self.figure.start
        opened = self.passage.text[:at].endswith("(")
        return opened and any(at - 3 <= mention.end < at for mention in self.mentions)

    @cached_property
    def is_difference(self) -> bool:
        """Whether the number is how far two figures lie apart. A status (ต่ำกว่าแผน) is not a difference."""
        cues = phrases().cues
        if _SIGNED.search(self.lead) or self.cue("difference_after", self.trail[:20]):
            return True
        if self.is_bracketed:
            return False  # ต่ำกว่ากรม… (๙๕.๔๔ คะแนน): what that has
        others = {*cues["status"], *cues["target"]}
        apart = cues["difference"] if self.figure.family == "share" else (*cues["difference"], *cues["each"])
        return any(word not in others for _, _, word in occurrences((*apart, *others), f"{self.label} {self.lead}"))

    @cached_property
    def is_approximate(self) -> bool:
        """Whether the number is only about right: ประมาณ, เกือบ; but ไม่น้อยกว่า is no กว่า."""
        cues = phrases().cues
        others = {*cues["target"], *cues["bound"], *cues["difference"], *cues["exact"]} - set(cues["approximate"])
        near = self.lead[-24:].rstrip()
        found = max(occurrences((*cues["approximate"], *others), near), default=(0, 0, ""))
        return found[2] in cues["approximate"] and found[1] >= len(near) - 6

    @cached_property
    def last_year(self) -> tuple[int, bool]:
        """Where the last year before the number is named, apart from dates, and whether it is another one."""
        dates = [(other.start, other.end) for other in self.figures if other.family == "date"]
        named = [
            year
            for year in _YEAR.finditer(self.passage.text, max(0, self.figure.start - _YEAR_REACH), self.figure.start)
            if not any(start <= year.start(1) < end for start, end in dates)
        ]
        ours = (self.fiscal_year, self.fiscal_year - 543)
        return (named[-1].start(), int(named[-1][1]) not in ours) if named else (-1, False)

    @property
    def has_left_the_event(self) -> bool:
        """Whether another year is named after the event spoken of before."""
        own = [focus.start for focus in self.spoken_of if focus.own]
        return self.last_year[1] and self.last_year[0] > max(own, default=-1)

    @cached_property
    def of_other_year(self) -> bool:
        """Whether the sentence speaks of another fiscal year, or of a part of one."""
        behind = _YEAR_BEHIND.match(self.passage.text, self.figure.unit_end or self.figure.end)
        if self.last_year[1] or (behind and int(behind[1]) not in (self.fiscal_year, self.fiscal_year - 543)):
            return True
        if self.cue("part_of_year", f"{self.lead} {self.passage.heading}"):
            return True
        rows_year = _BARE_YEAR.fullmatch(self.passage.row[0]) if self.passage.row else None
        if rows_year and int(rows_year[0]) not in (self.fiscal_year, self.fiscal_year - 543):
            return True
        return bool(self.other_year) or self.cue("other_year", f"{self.wide_lead} {self.passage.heading}")

    @property
    def is_beyond(self) -> bool:
        """Whether the number is more than any score or part of a whole can be."""
        return isinstance(self.figure.value, Decimal) and self.figure.value > _HUNDRED

    @property
    def in_cell(self) -> bool:
        """Whether the number is nearly all that stands in a cell of a table."""
        return self.passage.column >= 0 and len(self.passage.text) <= 40

    @cached_property
    def spoken_of(self) -> tuple[Focus, ...]:
        """The events spoken of when the number comes; where the passage names one only later, that one."""
        told = [focus for focus in self.focus if focus.start < self.figure.start]
        own = [focus for focus in told if focus.own] or told  # what the passage before left is over
        return tuple(own or [focus for focus in self.focus[:1] if focus.start - self.figure.end <= _CLAUSE])

    @cached_property
    def events_ahead(self) -> list[str]:
        """Codes of single events named behind the number, before the next one of its kind."""
        end = self.figure.end
        following = [other.start for other in self.figures if other.family == self.figure.family and other.start >= end]
        close = min(following, default=len(self.passage.text))
        return [code for focus in self.focus if focus.sure and end <= focus.start < close for code in focus.codes]

    @property
    def named_events(self) -> tuple[Focus, ...]:
        """The events spoken of before the number comes."""
        return tuple(focus for focus in self.spoken_of if focus.start <= self.figure.start)

    @cached_property
    def sure_events(self) -> list[str]:
        """Codes of single events the text leaves no doubt about, the first named first.

        Those named since the number before that counts the same: a number belongs to no event that has had its own.
        """
        before = [other.end for other in self.figures
                  if other.family == self.figure.family and other.end <= self.figure.start]  # fmt: skip
        since = [focus for focus in self.spoken_of if focus.start >= max(before, default=0)] or self.spoken_of[-1:]
        return list(dict.fromkeys(code for focus in since if focus.sure for code in focus.codes))

    @cached_property
    def possible_events(self) -> Codes:
        """Codes of all events it may be about."""
        return frozenset(code for focus in self.spoken_of if focus.own or len(focus.codes) == 1 for code in focus.codes)

    @cached_property
    def names_the_mark(self) -> bool:
        """Whether the number is the mark to be reached: เกณฑ์ ๘๕ คะแนน, ๘๕ คะแนนขึ้นไป."""
        after = self.passage.text[self.figure.unit_end or self.figure.end :][:20]
        return self.cue("bound_after", after) or self.cue_just_before("mark")
