"""JupyterLab's menu *File → Save and Export Notebook As*, which asks a Jupyter server for the formats and the file."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
from collections.abc import Iterator
from typing import Any

import nbformat
import pytest

from .running_jupyter import Jupyter, running_jupyter

FORMATS = {
    "ita_html": ("text/html", b"<!DOCTYPE html>"),
    "ita_docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    "ita_pdf": ("application/pdf", b"%PDF-"),
}


@pytest.fixture(scope="module")
def jupyter(sample: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Jupyter]:
    """A running server, which shows a folder with the made-up notebook."""
    folder = tmp_path_factory.mktemp("shown")
    nbformat.write(sample.notebook(), folder / "made_up รายงาน.ipynb")
    with running_jupyter(folder, tmp_path_factory.mktemp("jupyter")) as jupyter:
        yield jupyter


def test_the_menu_lists_the_three_formats(jupyter: Jupyter) -> None:
    listed = json.loads(jupyter.get("api/nbconvert").body)
    assert {name: listed.get(name, {}).get("output_mimetype") for name in FORMATS} == {
        name: media for name, (media, _) in FORMATS.items()
    }


@pytest.mark.parametrize("name", FORMATS)
def test_choosing_a_format_downloads_the_finished_file(
    name: str, jupyter: Jupyter, request: pytest.FixtureRequest
) -> None:
    media, begins = FORMATS[name]
    answer = jupyter.get(f"nbconvert/{name}/{urllib.parse.quote('made_up รายงาน.ipynb')}?download=true")
    assert answer.headers.get_content_type() == media
    wanted = urllib.parse.quote(f"made_up รายงาน.{name.removeprefix('ita_')}")
    assert wanted in answer.headers["Content-Disposition"]
    assert answer.body.startswith(begins) and len(answer.body) > 10_000
    made = request.getfixturevalue({"ita_html": "page", "ita_docx": "docx", "ita_pdf": "pdf"}[name])
    assert answer.body == (made.encode("utf-8") if isinstance(made, str) else made)


def test_nobody_gets_a_file_without_the_token(jupyter: Jupyter) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        jupyter.get("api/nbconvert", token="another")
    with refused.value:
        assert refused.value.code == 403
