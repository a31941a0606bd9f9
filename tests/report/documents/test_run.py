"""Notebooks run with parameters, each in a kernel of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from itaanalysis.report.notebooks import NotebookError, read_notebook, with_parameters
from itaanalysis.report.run import run_notebooks

Writer = Callable[..., Path]


def test_parameters_reach_the_cells_and_the_file_stays_as_it_was(write_notebook: Writer, tmp_path: Path) -> None:
    path = write_notebook(
        "made_up.ipynb",
        "import json, os, sys\n"
        "print(json.dumps([fiscal_year, lang, os.environ['ITA_ROOT'], os.getcwd(), sys.executable]))",
    )
    before = path.read_bytes()
    told: list[tuple[str, bool]] = []
    done = run_notebooks(
        [path], {"fiscal_year": 2568}, tmp_path, progress=lambda step, seconds: told.append((step, seconds is None))
    )
    (output,) = done["made_up"].cells[-1].outputs
    assert json.loads(output.text) == [2568, "th", str(tmp_path), str(path.parent), sys.executable]
    assert path.read_bytes() == before
    assert told == [("made_up", True), ("made_up", False)]


def test_every_notebook_starts_clean_and_several_run_at_once(write_notebook: Writer, tmp_path: Path) -> None:
    meet = "import pathlib, time\npathlib.Path(f'{lang}.here').touch()\n"
    wait = "while len(list(pathlib.Path().glob('*.here'))) < 2: time.sleep(0.02)\n'seen' in dir() or print('met')"
    paths = [write_notebook(f"{name}.ipynb", f"lang = '{name}'\n{meet}{wait}", "seen = 1") for name in ("a", "b")]
    done = run_notebooks(paths, {"fiscal_year": 2568}, tmp_path, at_once=2)
    assert [done[name].cells[2].outputs[0].text for name in ("a", "b")] == ["met\n", "met\n"]


def test_an_unknown_parameter_is_told_with_the_known_ones_before_anything_runs(
    write_notebook: Writer, tmp_path: Path
) -> None:
    path = write_notebook("made_up.ipynb", "open('ran', 'w')")
    with pytest.raises(NotebookError) as error:
        run_notebooks([path], {"fiscal_yaer": 2568}, tmp_path)
    assert "fiscal_yaer" in str(error.value) and "fiscal_year, lang" in str(error.value)
    assert "made_up.ipynb" in str(error.value)
    assert not (path.parent / "ran").exists()


def test_a_failing_cell_is_one_sentence_and_stops_the_others(write_notebook: Writer, tmp_path: Path) -> None:
    slow = write_notebook("slow.ipynb", "import time; time.sleep(60); open('ran', 'w')")
    bad = write_notebook("bad.ipynb", "1", "raise ValueError('ยอดรวม\\nไม่ตรง')")
    with pytest.raises(NotebookError) as error:
        run_notebooks([slow, bad], {"fiscal_year": 2568}, tmp_path, at_once=2)
    assert not (slow.parent / "ran").exists()
    assert str(error.value) == (
        "สมุดงาน bad.ipynb หยุดที่เซลล์ที่ 3 · The notebook bad.ipynb stopped at cell 3: ValueError: ยอดรวม ไม่ตรง"
    )
    assert not (slow.parent / "ran").exists()


def test_a_kernel_that_dies_is_told_too(write_notebook: Writer, tmp_path: Path) -> None:
    path = write_notebook("made_up.ipynb", "import os; os._exit(3)")
    with pytest.raises(NotebookError, match=r"made_up\.ipynb"):
        run_notebooks([path], {}, tmp_path)


def test_a_file_that_is_no_notebook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "made_up.ipynb"
    path.write_text("not json", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"made_up\.ipynb"):
        read_notebook(path)
    with pytest.raises(NotebookError, match=r"missing\.ipynb"):
        read_notebook(tmp_path / "missing.ipynb")


def test_injected_parameters_follow_the_cell_they_replace(write_notebook: Writer) -> None:
    notebook = read_notebook(write_notebook("made_up.ipynb", "1"))
    injected = with_parameters(notebook, {"lang": "en"}, "made_up.ipynb")
    assert [cell.source for cell in injected.cells][1] == "lang = 'en'"
    assert injected.cells[1].metadata.tags == ["injected-parameters"]
    assert len(notebook.cells) == 2


def test_a_notebook_without_parameters_takes_none(write_notebook: Writer) -> None:
    notebook = read_notebook(write_notebook("made_up.ipynb", "1", parameters="print(1)"))
    assert with_parameters(notebook, {}, "made_up.ipynb") == notebook
    with pytest.raises(NotebookError, match="lang"):
        with_parameters(notebook, {"lang": "en"}, "made_up.ipynb")


def test_no_kernel_is_left_behind(write_notebook: Writer, tmp_path: Path) -> None:
    path = write_notebook("made_up.ipynb", "import os; print(os.getpid())")
    done = run_notebooks([path], {}, tmp_path)
    pid = int(done["made_up"].cells[-1].outputs[0].text)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_kernel_still_starting_when_another_notebook_fails_is_ended_and_waited_for(
    write_notebook: Writer, tmp_path: Path
) -> None:
    starting = write_notebook("starting.ipynb", "1")
    aside = tmp_path / "aside"
    aside.mkdir()
    starting = starting.rename(aside / starting.name)
    pid = aside / "pid"
    # Found before the real one, this made-up kernel starts and never answers.
    (aside / "ipykernel_launcher.py").write_text(
        f"import os, pathlib, time\nfile = pathlib.Path({str(pid)!r})\n"
        "file.with_suffix('.new').write_text(str(os.getpid()))\nfile.with_suffix('.new').rename(file)\ntime.sleep(120)"
    )
    bad = write_notebook(
        "bad.ipynb",
        f"import pathlib, time\nwhile not pathlib.Path({str(pid)!r}).exists(): time.sleep(0.02)",
        "raise ValueError('made up')",
    )
    with pytest.raises(NotebookError, match=r"bad\.ipynb"):
        run_notebooks([starting, bad], {}, tmp_path, at_once=2)
    # One that was ended but not waited for would still be there.
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
