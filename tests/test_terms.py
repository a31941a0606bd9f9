"""One word for one thing: the terms are complete, and nobody keeps a second list of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import itaanalysis
from itaanalysis import terms

PACKAGE = Path(itaanalysis.__file__).parent


NAMES = [terms.STATUSES, terms.TIERS, terms.KINDS, terms.VERDICTS, terms.SEVERITIES, terms.OPERATORS, terms.BASES]


@pytest.mark.parametrize("names", NAMES)
def test_every_term_has_a_thai_and_an_english_word_of_its_own(names: terms.Names) -> None:
    assert all(re.fullmatch("[ก-๙]+", thai) and re.fullmatch("[a-z ]+", english) for thai, english in names.values())
    assert len({thai for thai, _ in names.values()}) == len({english for _, english in names.values()}) == len(names)


@pytest.mark.parametrize(
    "path", [*sorted((PACKAGE / "report").rglob("*.py")), PACKAGE / "console.py"], ids=lambda path: path.stem
)
def test_the_report_and_the_screen_take_their_terms_from_here(path: Path) -> None:
    said = {
        thai
        for names in (terms.STATUSES, terms.KINDS, terms.VERDICTS, terms.SEVERITIES, terms.OPERATORS)
        for thai, _ in names.values()
    }
    typed = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert not said & {text for text in typed if isinstance(text, str)}


def test_warnings_have_one_name() -> None:
    # คำเตือน and ข้อควรตรวจ would be taken for two things.
    written = [*PACKAGE.rglob("*.toml"), *PACKAGE.rglob("*.py"), *(PACKAGE.parent / "notebooks").glob("*.ipynb")]
    assert [path.name for path in written if "คำเตือน" in path.read_text("utf-8")] == []
