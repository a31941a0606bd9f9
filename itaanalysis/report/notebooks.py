"""Notebooks read from their files, and given parameters."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.errors import UserError
from itaanalysis.report.notebook_cells import literals

if TYPE_CHECKING:
    from nbformat import NotebookNode

_PARAMETERS = "parameters"


class NotebookError(UserError):
    """A notebook could not be run. The text is one sentence: which notebook, which cell, what went wrong."""


def read_notebook(path: Path) -> NotebookNode:
    """The notebook in `path`. Raises NotebookError when it is not there or is not one."""
    nbformat = _nbformat()
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise NotebookError(
            f"เปิดสมุดงาน {path.name} ไม่ได้: {error}\nThe notebook {path.name} cannot be read: {error}"
        ) from error


def with_parameters(notebook: NotebookNode, parameters: Mapping[str, Any], name: str) -> NotebookNode:
    """A copy of `notebook` in which a cell tagged `injected-parameters` follows its parameters cell.

    Raises NotebookError for a parameter that the parameters cell does not set.
    """
    import copy

    from nbformat.v4 import new_code_cell

    notebook = copy.deepcopy(notebook)
    at = next((i for i, cell in enumerate(notebook.cells) if _PARAMETERS in cell.metadata.get("tags", [])), None)
    known = list(literals(notebook.cells[at].source)) if at is not None else []
    for parameter in parameters:
        if parameter not in known:
            listed = ", ".join(known) or "–"
            raise NotebookError(
                f"สมุดงาน {name} ไม่มีพารามิเตอร์ {parameter} (ที่มีคือ {listed})\n"
                f"The notebook {name} has no parameter {parameter}; it has {listed}."
            )
    if at is not None and parameters:
        lines = [f"{parameter} = {value!r}" for parameter, value in parameters.items()]
        cell = new_code_cell("\n".join(lines), metadata={"tags": ["injected-parameters"]}, id="injected-parameters")
        notebook.cells.insert(at + 1, cell)
    return notebook


def _nbformat() -> Any:
    """nbformat, without the grammar of internationalised addresses.

    jsonschema builds that grammar on import if it can, which takes most of a second; notebooks hold no such address.
    """
    with _absent("rfc3987_syntax"):
        import nbformat
    return nbformat


@contextlib.contextmanager
def _absent(module: str) -> Iterator[None]:
    if module in sys.modules:
        yield
        return
    absent: dict[str, Any] = {module: None}  # what import takes as "not installed"
    sys.modules.update(absent)
    try:
        yield
    finally:
        del sys.modules[module]
