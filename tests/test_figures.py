"""`ita figures`: which files it writes with which options, and what docs/charts.md says of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from itaanalysis import charts, figures
from itaanalysis.cli import main

PROJECT = Path(__file__).parent.parent
PAGE = (PROJECT / "docs/charts.md").read_text(encoding="utf-8")


@pytest.fixture
def two_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only two of the charts, to be quick."""
    few = {name: charts.ALL[name] for name in ("tool_losses", "participants")}
    monkeypatch.setattr(charts, "ALL", few)


@pytest.mark.usefixtures("two_charts")
def test_by_default_full_width_as_png_and_svg(project: Any) -> None:
    assert project.ita("figures", "2568") == 0
    written = {path.name for path in (project.root / "figures/2568").iterdir()}
    assert written == {"tool_losses.png", "tool_losses.svg", "participants.png", "participants.svg"}


@pytest.mark.usefixtures("two_charts")
def test_options_come_through_and_other_files_stay(project: Any) -> None:
    folder = project.root / "figures/2568"
    folder.mkdir(parents=True)
    (folder / "kept.png").write_bytes(b"made before")
    options = ["--size", "half,slide", "--format", "svg", "--digits", "arabic", "--stamp", "draft", "--real-text"]
    assert project.ita("figures", "2568", *options) == 0
    names = {f"{name}_{size}.svg" for name in ("tool_losses", "participants") for size in ("half", "slide")}
    assert {path.name for path in folder.iterdir()} == {"kept.png", *names}
    svg = (folder / "participants_half.svg").read_text(encoding="utf-8")
    assert ">ฉบับร่าง</text>" in svg and ">1,871</text>" in svg and "๑,๘๗๑" not in svg


@pytest.mark.usefixtures("two_charts")
def test_a_slide_is_as_large_as_a_screen(project: Any) -> None:
    assert project.ita("figures", "2568", "--size", "slide", "--format", "png", "--lang", "en") == 0
    with Image.open(project.root / "figures/2568/tool_losses_en_slide.png") as image:
        assert image.size == (4000, 2250)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--size", "poster", "“poster” is not one of full, half, slide, square"),
        ("--size", "half,a5", "“a5” is not one of"),
        ("--format", "gif", "“gif” is not one of png, svg, pdf"),
        ("--stamp", "secret", "“secret” is not one of draft, final"),
        ("--stamp", "draft,final", "“draft,final” is not one of draft, final"),
        ("--digits", "roman", "roman"),
    ],
)
def test_an_option_that_means_nothing_is_told(
    option: str, value: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["figures", "2568", option, value])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


COMMANDS = re.findall(r"^ita (figures .+)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_page_are_understood(command: str, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[figures.Look] = []

    def drawn(workspace: object, year: int, lang: str, look: figures.Look) -> Path:
        asked.append(look)
        return project.root

    monkeypatch.setattr(figures, "draw_figures", drawn)
    assert project.ita(*command.split()) == 0
    assert len(asked) == 1


def test_every_chart_has_a_question_and_a_picture() -> None:
    questions = tomllib.loads((PROJECT / "itaanalysis/charts/questions.toml").read_text(encoding="utf-8"))
    assert list(questions) == list(charts.ALL)
    assert all(set(about) == {"th", "en", "form"} for about in questions.values())
    pictures = re.findall(r'<img src="\.\./(figures/2568/\w+\.png)"', PAGE)
    assert len(pictures) == len(charts.ALL)
    assert [path for path in pictures if not (PROJECT / path).is_file()] == []
