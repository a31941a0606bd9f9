"""The part a number plays: a target, a result, a mark, a difference, the most or least, or only about right."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from itaanalysis.audit.claims.surroundings import Surroundings
from itaanalysis.audit.phrases import occurrences, phrases

_SIGNED = re.compile(r"(?:^|[ (|])[+-]$")
_HUNDRED = 100
_NEAR_BOUND = 26
"""Characters before a number in which a word says that it is a mark others lie above or below."""
_NEAR_ABOUT, _AT_MOST_BETWEEN = 24, 6
"""Characters before a number in which about is looked for, and between that and the number."""


class Roles(Surroundings):
    """What the words beside a number say it is for."""

    @cached_property
    def is_target(self) -> bool:
        """Whether the number is what was to be reached."""
        if self.role:
            return self.role == "target"
        cues = phrases().cues
        said = occurrences((*cues["target"], *cues["result"], *cues["audience"]), f"{self.label} {self.lead}")
        last = max(said, default=None)
        return last is not None and last[2] in cues["target"]

    @cached_property
    def is_result(self) -> bool:
        return self.role == "result" or self.cue("result")

    @cached_property
    def plays(self) -> str:
        """`target` or `result` where nothing but names stands between a word for it and the number; else ''."""
        if self.role and self.in_cell:
            return self.role
        cues = phrases().cues
        found = sorted(occurrences((*cues["target"], *cues["result"], *cues["audience"]), self.lead))
        if not found or self.is_bound or self._between(found[-1][1]):
            return ""
        if found[-1][2] in cues["target"]:
            return "target"
        aimed = any(word in cues["target"] for _, _, word in found)
        return "result" if found[-1][2] in cues["result"] and not aimed else ""

    def _between(self, at: int) -> str:
        """What stands from a place of the lead to the number, without the names there and words that only fill."""
        start = self.figure.start - len(self.lead)
        between = self.lead[at:]
        for mention in self.mentions:
            if start + at <= mention.start and mention.end <= self.figure.start:
                between = between.replace(self.passage.text[mention.start : mention.end], "")
        for _, _, word in list(occurrences(phrases().cues["filler"], between)):
            between = between.replace(word, "")
        return between.strip(" :=(")

    @cached_property
    def is_bound(self) -> bool:
        """Whether the number is a mark that others lie above or below."""
        return self.cue("bound_after", self.just_behind) or self.cue_just_before("bound", _NEAR_BOUND)

    @cached_property
    def names_the_mark(self) -> bool:
        """Whether the number is the mark to be reached: เกณฑ์ ๘๕ คะแนน, ๘๕ คะแนนขึ้นไป."""
        return self.cue("bound_after", self.just_behind) or self.cue_just_before("mark")

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
        near = self.lead[-_NEAR_ABOUT:].rstrip()
        found = max(occurrences((*cues["approximate"], *others), near), default=(0, 0, ""))
        return found[2] in cues["approximate"] and found[1] >= len(near) - _AT_MOST_BETWEEN

    @property
    def is_beyond(self) -> bool:
        """Whether the number is more than any score or part of a whole can be."""
        return isinstance(self.figure.value, Decimal) and self.figure.value > _HUNDRED
