"""What a passage claims in words: the level of a unit, that it passed, and how a KPI stands against its target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from itaanalysis.audit.claims.levels import LevelNames
from itaanalysis.audit.figures.figure import LEVEL, PASSED, STATUS, Figure
from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.headings import Heading
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word, occurrences, phrases
from itaanalysis.criteria import Criteria

_AROUND = "“”\"'‘’()[]-–• "
_BOX = re.compile(r"(?P<ticked>[☑☒✓✔]|\[[xX]\]|<input[^>]*checked[^>]*>)|[☐□]|\[ \]|<input[^>]*>")
_FAMILIES = {"passed": PASSED, "failed": PASSED}
_BY_THE_ITA = re.compile(rf" ?{any_word('judged_by')}|{any_word('then')}|[^ก-๙A-Za-z]|$", re.IGNORECASE)
_LISTS = re.compile(
    rf" ?{any_word('judged_by')}? ?(?:\([^()]*\))?:? ?{any_word('so_many_are')}? ?[0-9]*,? ?{any_word('of_units')}? ?"
    rf"(?:{any_word('namely')}|:) ?",
    re.IGNORECASE,
)
_NEXT_UNIT = re.compile(rf"(?: ?\([^()]*\))? ?{any_word('and')}? ?(?:ของ)? ?")


class WordClaims:
    """Finds claims in words; the names of the levels are those of the year's criteria."""

    def __init__(self, criteria: Criteria) -> None:
        self._levels = LevelNames(criteria)

    def of(self, passage: Passage, heading: Heading, mentions: Sequence[Mention]) -> list[Figure]:
        """The claims of a passage, in order. A cell may be one as a whole: ผ่าน under ผลการประเมิน."""
        if heading.role == "target":
            return []
        text = passage.text
        found = self._cell(text, heading) if passage.column >= 0 else None
        if found is None:
            said = (listed for claim in _said(text, phrases().claims) for listed in _for_each(text, claim, mentions))
            levels = (_claim(text, start, end, LEVEL, name) for start, end, name in self._levels.said(text))
            found = [*levels, *said]
        return sorted(found, key=lambda figure: figure.start)

    def _cell(self, text: str, heading: Heading) -> list[Figure] | None:
        """The claim that a cell is, apart from boxes and brackets; None when more stands in it."""
        level = text.strip(_AROUND).removeprefix("ระดับ").strip()
        if heading.of_levels and level.lower() in self._levels.names:
            start = text.index(level)
            return [_claim(text, start, start + len(level), LEVEL, self._levels.names[level.lower()])]
        rest = _BOX.sub("", text)
        for _, _, word in list(occurrences(_values(phrases().cells), rest)):
            rest = re.sub(re.escape(word), "", rest, count=1, flags=re.IGNORECASE)
        if rest.strip(_AROUND):
            return None
        return [claim for claim in _said(text, phrases().cells) if claim.family != PASSED or heading.of_verdicts]


def _values(lists: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: value for value, words in lists.items() if value != "level" for word in words}


def _said(text: str, lists: dict[str, tuple[str, ...]]) -> Iterator[Figure]:
    """Statuses and verdicts said in a text; where there are boxes to tick, only those that are ticked."""
    values, boxes = _values(lists), list(_BOX.finditer(text))
    for start, end, word in sorted(occurrences(values, text)):
        box = next((box for box in reversed(boxes) if box.end() <= start), None)
        if boxes and not (box and box["ticked"] and not text[box.end() : start].strip()):
            continue
        family = _FAMILIES.get(values[word], STATUS)
        if values[word] != "nothing" and (family == STATUS or _BY_THE_ITA.match(text, end)):
            yield _claim(text, start, end, family, values[word])


def _for_each(text: str, claim: Figure, mentions: Sequence[Mention]) -> Sequence[Figure]:
    """A verdict that lists its units behind it is claimed of each of them: ไม่ผ่านเกณฑ์ ๑ หน่วยงาน คือ สศท."""
    lead = _LISTS.match(text, claim.end) if claim.family == PASSED else None
    at, found = lead.end() if lead else len(text), []
    for mention in (mention for mention in mentions if mention.unit and lead and mention.start >= at):
        if not _NEXT_UNIT.fullmatch(text[at : mention.start]):
            break
        found.append(_claim(text, mention.start, mention.end, PASSED, str(claim.value)))
        at = mention.end
    return found or (claim,)


def _claim(text: str, start: int, end: int, family: str, value: str) -> Figure:
    return Figure(start, end, text[start:end], value, family, unit_end=end)
