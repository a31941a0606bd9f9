"""What the cells of a notebook hold for a report: the values set in its parameters, and what it shows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

_PARAMETER_TAGS = frozenset({"parameters", "injected-parameters"})
_LANG = "lang-"
_HIDDEN_TAGS = frozenset({"remove-cell", "remove_cell"})  # the tags Jupyter Book and nbconvert's examples use


def parameters(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """Names and literal values set in the cells tagged `parameters` and `injected-parameters`; the later one wins."""
    values: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and _PARAMETER_TAGS & _tags(cell):
            values.update(literals(_source(cell)))
    return values


def literals(source: str) -> dict[str, Any]:
    """Names given a literal value at the top level of `source`; None stands for a value that is worked out.

    >>> literals('fiscal_year = 2568  # พ.ศ.')
    {'fiscal_year': 2568}
    """
    values: dict[str, Any] = {}
    for statement in ast.parse(source).body:
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
            continue
        for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
            if isinstance(target, ast.Name):
                values[target.id] = _literal(statement.value)
    return values


def _literal(value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        return None


def shown_cells(notebook: Mapping[str, Any], lang: str) -> Iterator[dict[str, Any]]:
    """Cells that say something in `lang`: `{"markdown": text}` or `{"outputs": [mime bundles with their metadata]}`.

    A cell tagged `lang-th` or `lang-en` is written in one language and left out of a document in another.
    """
    for cell in notebook["cells"]:
        written_in = {tag.removeprefix(_LANG) for tag in _tags(cell) if tag.startswith(_LANG)}
        if _HIDDEN_TAGS & _tags(cell) or (written_in and lang not in written_in):
            continue
        if cell["cell_type"] == "markdown":
            yield {"markdown": _source(cell)}
        elif cell["cell_type"] == "code":
            shown = [output for output in cell.get("outputs", []) if "data" in output]
            yield {"outputs": [{"metadata": {}, **output} for output in shown]}


def joined(text: str | list[str]) -> str:
    """A text that a notebook may hold as a list of lines."""
    return text if isinstance(text, str) else "".join(text)


def _source(cell: Mapping[str, Any]) -> str:
    return joined(cell["source"])


def _tags(cell: Mapping[str, Any]) -> set[str]:
    return set(cell.get("metadata", {}).get("tags", []))
