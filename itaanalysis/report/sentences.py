"""Sentences with named blanks.

A template is markdown. `{name}` is filled with the text of that name. A segment in `[[ … ]]` is left out
when a blank inside it has no value; `[[ … || … ]]` says the right-hand side instead. `{name>0}` is the figure where
it is above zero, and has no value at zero. What is filled in comes from spreadsheets, so it is escaped: it can be
read, and can never become markup.

>>> fill("ได้คะแนน {score}[[ ระดับ{level}]]", {"score": "๙๒.๘๐", "level": None})
'ได้คะแนน ๙๒.๘๐'
>>> fill("[[ใช้ไป {spent} บาท||ยังไม่มีข้อมูลการใช้จ่าย]]", {"spent": None})
'ยังไม่มีข้อมูลการใช้จ่าย'
"""

import inspect
import re
from collections.abc import Callable, Mapping

from itaanalysis.report.errors import BrokenTemplate, UnknownPlaceholder
from itaanalysis.words import MISSING

ABOVE_ZERO = ">0"
"""What a blank ends with that has no value at zero."""

_BLANK = re.compile(r"\{([^{}]*)\}")
_SEGMENT = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_NEW_LINE = re.compile(r"\s*([-*+>|#]|$)")

# Entities are not decoded by every reader of markdown; a backslash before punctuation is.
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]#|~^$<>&@]|:(?=//)|(?<=www)\.)")
_LIST_START = re.compile(r"^(?:([-+=:])|(\d+)([.)])(?=\s|$))")


def placeholders(template: str) -> list[str]:
    """The names a template asks for, in order, each once.

    >>> placeholders("{b} และ {a}[[ กับ {b}]]")
    ['b', 'a']
    """
    return list(dict.fromkeys(_BLANK.findall(template)))


def escape_markdown(text: str) -> str:
    r"""Text that reads the same in markdown: no emphasis, link, list, formula, citation or HTML comes of it.

    >>> escape_markdown("<b>*งาน*</b>")
    '\\<b\\>\\*งาน\\*\\</b\\>'
    """
    plain = " ".join(text.split())
    escaped = _PUNCTUATION.sub(r"\\\1", plain)
    return _LIST_START.sub(lambda found: "".join((found[2] or "", "\\", found[3] or found[1])), escaped)


def fill(
    template: str,
    texts: Mapping[str, str | None],
    *,
    escape: Callable[[str], str] = escape_markdown,
    mark: Callable[[str, str], str] | None = None,
    lay_out: Callable[[str], str] | None = None,
    lang: str = "th",
) -> str:
    """The template with every blank filled; None in `texts` is a figure nobody has yet.

    `mark(name, text)` may change each text once it is escaped. `lay_out` brings the lines of the template in order
    first: `paragraphs` unless told.

    Raises UnknownPlaceholder for a name not in `texts`, BrokenTemplate for brackets that do not pair up.
    """
    check(template, texts)

    def text_of(found: re.Match[str]) -> str:
        text = texts[found[1]]
        if text is None:
            return MISSING[lang]
        return mark(found[1], escape(text)) if mark else escape(text)

    return _BLANK.sub(text_of, chosen((lay_out or paragraphs)(template), texts))


def chosen(template: str, texts: Mapping[str, str | None]) -> str:
    """The template with its double brackets decided: what is left is said, blanks still open."""
    return _SEGMENT.sub(lambda found: _choose(found[1], texts), template)


def check(template: str, known: Mapping[str, object]) -> None:
    """Raise UnknownPlaceholder or BrokenTemplate when the template cannot be filled from these names."""
    rest = _SEGMENT.sub(r"\1", template)
    if "[[" in rest or "]]" in rest or re.search(r"[{}]", _BLANK.sub("", rest)):
        raise BrokenTemplate(template)
    for name in placeholders(template):
        if name not in known:
            raise UnknownPlaceholder(name, known)


def paragraphs(template: str) -> str:
    """The template with the line breaks of its source taken out, so that Thai gets a space only where one is.

    Blank lines part paragraphs; headings, list items and table rows keep their own line.
    """
    lines: list[str] = []
    for line in inspect.cleandoc(template).splitlines():
        starts_anew = _NEW_LINE.match(line) or not lines or not lines[-1].strip() or lines[-1].startswith("#")
        if starts_anew:
            lines.append(line.rstrip())
        else:
            lines[-1] = f"{lines[-1]} {line.strip()}"
    return "\n".join(lines)


def _choose(segment: str, texts: Mapping[str, str | None]) -> str:
    said, _, otherwise = segment.partition("||")
    return said if all(texts[name] is not None for name in placeholders(said)) else otherwise
